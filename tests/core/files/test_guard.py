"""Being alone with a file for a moment, and files that are not what was expected."""

import os
import threading
from pathlib import Path

import pytest

from gzgoals.core.errors import ChangedOnDiskError
from gzgoals.core.files import guard, replace_file
from gzgoals.core.files.guard import alone_with
from gzgoals.core.files.stamp import Stamp, stamp_of, stamp_of_bytes
from other_process import another_process

ALONE = (
    "import pathlib; from gzgoals.core.files.guard import alone_with\n"
    "alone = alone_with(pathlib.Path(sys.argv[1]))\nalone.__enter__()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "表.gzgoals"
    file.write_bytes(b"as read")
    return file


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_stamp_is_the_same_for_a_file_and_its_bytes(path: Path) -> None:
    assert stamp_of(path) == stamp_of_bytes(b"as read")
    assert stamp_of(path.with_name("none")) is None


def test_what_is_as_expected_is_replaced(path: Path) -> None:
    replace_file(path, b"mine", expected=stamp_of(path))
    assert path.read_bytes() == b"mine"
    assert names(path) == ["表.gzgoals", "表.gzgoals.bak"]


def test_what_someone_else_has_saved_is_not_overwritten(path: Path) -> None:
    as_read = stamp_of(path)
    path.write_bytes(b"theirs!")
    with pytest.raises(ChangedOnDiskError, match="已被他人改动"):
        replace_file(path, b"mine", expected=as_read)
    assert path.read_bytes() == b"theirs!"
    assert names(path) == ["表.gzgoals"]


def test_a_file_that_is_gone_is_written_anew(path: Path) -> None:
    as_read = stamp_of(path)
    path.unlink()
    replace_file(path, b"mine", expected=as_read)
    assert path.read_bytes() == b"mine"


def test_only_one_is_alone_with_a_file_at_a_time(path: Path) -> None:
    said: list[str] = []

    def other() -> None:
        with alone_with(path):
            said.append("other")

    thread = threading.Thread(target=other)
    with alone_with(path):
        thread.start()
        thread.join(0.1)
        said.append("one")
    thread.join()
    assert said == ["one", "other"]
    assert names(path) == ["表.gzgoals"]


def test_a_guard_whose_process_was_killed_keeps_no_one_away(path: Path) -> None:
    with another_process(ALONE, str(path)):
        assert names(path) == [".~表.gzgoals.saving", "表.gzgoals"]
    with alone_with(path):
        pass
    assert names(path) == ["表.gzgoals"]


def test_a_guard_that_another_process_holds_is_waited_for_and_not_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_PATIENCE", 0.05)
    with another_process(ALONE, str(path)), pytest.raises(FileExistsError), alone_with(path):
        pass


def test_the_guard_of_another_machine_is_believed_until_it_is_old(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_PATIENCE", 0.05)
    mark = path.with_name(".~表.gzgoals.saving")
    mark.write_text("zhang@elsewhere:1", encoding="utf-8")
    with pytest.raises(FileExistsError), alone_with(path):
        pass
    os.utime(mark, (0, 0))
    with alone_with(path):
        pass
    assert names(path) == ["表.gzgoals"]


def test_a_stamp_tells_contents_of_the_same_size_apart() -> None:
    assert stamp_of_bytes(b"a") != stamp_of_bytes(b"b")
    assert stamp_of_bytes(b"a") == Stamp(1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")


def test_a_guard_that_cannot_be_written_is_not_left_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError("no space")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", refuse)
        with pytest.raises(OSError, match="no space"):
            alone_with(path).__enter__()
    assert names(path) == ["表.gzgoals"]
