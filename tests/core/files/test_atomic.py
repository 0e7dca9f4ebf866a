"""Replacing a file: the former or the new content, whole, at any moment and after any failure."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from gzgoals.core.errors import FileTroubleError
from gzgoals.core.files import replace_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file with the content `former`."""
    file = tmp_path / "表.gzgoals"
    file.write_bytes(b"former")
    return file


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_new_file_is_made_without_a_backup(tmp_path: Path) -> None:
    replace_file(tmp_path / "新.gzgoals", b"new")
    assert (tmp_path / "新.gzgoals").read_bytes() == b"new"
    assert names(tmp_path / "新.gzgoals") == ["新.gzgoals"]


def test_the_former_version_is_kept_beside(path: Path) -> None:
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.with_name("表.gzgoals.bak").read_bytes() == b"former"
    assert names(path) == ["表.gzgoals", "表.gzgoals.bak"]


def test_each_save_keeps_the_version_before_it(path: Path) -> None:
    replace_file(path, b"second")
    replace_file(path, b"third")
    assert path.with_name("表.gzgoals.bak").read_bytes() == b"second"


def test_no_backup_when_none_is_wanted(path: Path) -> None:
    replace_file(path, b"new", keep_former=False)
    assert names(path) == ["表.gzgoals"]


def test_the_backup_is_copied_where_the_disk_knows_no_second_names(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_names: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    replace_file(path, b"new")
    assert (path.read_bytes(), path.with_name("表.gzgoals.bak").read_bytes()) == (b"new", b"former")


def test_permissions_stay(path: Path) -> None:
    path.chmod(0o640)
    replace_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    replace_file(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_followed_not_replaced(path: Path) -> None:
    link = path.with_name("链接.gzgoals")
    link.symlink_to(path)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.with_name("表.gzgoals.bak").read_bytes() == b"former"


def test_a_device_is_written_to_and_stays_a_device() -> None:
    replace_file(Path(os.devnull), b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize(
    ("owner", "step"),
    [(os, "fsync"), (os, "fdopen"), (Path, "replace"), (Path, "chmod"), (os.path, "realpath")],
)
def test_a_failing_step_leaves_the_former_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, step: str
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, fail)
        with pytest.raises(FileTroubleError) as caught:
            replace_file(path, b"new")
    assert str(caught.value) == f"无法保存“{path}”：磁盘已满，请清理空间，或换一个位置。"
    assert (path.read_bytes(), names(path)) == (b"former", ["表.gzgoals"])


@pytest.mark.skipif(os.name != "posix", reason="only there a process can be kept from writing more")
def test_a_disk_that_takes_only_a_part_leaves_the_former_file(path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, hard))
    try:
        with pytest.raises(FileTroubleError):
            replace_file(path, b"x" * (2 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (path.read_bytes(), names(path)) == (b"former", ["表.gzgoals"])


def test_a_backup_left_by_a_save_that_failed_midway_does_no_harm(path: Path) -> None:
    path.with_name("表.gzgoals.bak").hardlink_to(path)
    replace_file(path, b"new")
    assert path.with_name("表.gzgoals.bak").read_bytes() == b"former"
    assert names(path) == ["表.gzgoals", "表.gzgoals.bak"]


def test_a_write_protected_file_is_respected(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(FileTroubleError, match="没有权限，请换一个文件夹，或请管理员开放权限。"):
        replace_file(path, b"new")
    assert (path.read_bytes(), names(path)) == (b"former", ["表.gzgoals"])


@pytest.mark.parametrize("name", ["无/表.gzgoals", "长" * 100, "."])
def test_a_place_that_cannot_be_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileTroubleError, match="无法保存“"):
        replace_file(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "圈").symlink_to(tmp_path / "圈")
    with pytest.raises(FileTroubleError, match="该链接指向自身，请改用实际的文件。"):
        replace_file(tmp_path / "圈", b"new")


def test_whoever_reads_meanwhile_sees_one_whole_version_or_the_other(path: Path) -> None:
    versions = [b"former", b"1" * 50_000, b"2" * 50_000]
    seen: set[bytes] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(60):
        replace_file(path, versions[1 + turn % 2])
    done.set()
    reader.join()
    assert seen <= set(versions)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
@pytest.mark.parametrize("links", [True, False])
def test_nothing_of_a_save_is_wider_than_the_file_at_any_moment(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    path.chmod(0o600)
    modes: set[int] = set()
    really, mask = os.fsync, os.umask(0)

    def seen(number: int) -> None:
        modes.update(stat.S_IMODE(entry.stat().st_mode) for entry in path.parent.iterdir())
        really(number)

    def unsupported(*_names: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "fsync", seen)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", unsupported)
    try:
        replace_file(path, b"new")
    finally:
        os.umask(mask)
    assert modes == {0o600}
    assert path.with_name("表.gzgoals.bak").read_bytes() == b"former"
