"""Replacing a file in one step: whatever happens, either the former content is there or the new one, whole."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gzgoals.core.errors import ChangedOnDiskError, FileTroubleError
from gzgoals.core.files.guard import alone_with
from gzgoals.core.files.stamp import Stamp, stamp_of

_NEW = 0o666
"""What a new file may be; the system takes from it what the user's mask says."""

_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows alone has texts of another kind

FORMER_SUFFIX = ".bak"
"""What the former version's name ends in, after the whole name of the file."""


def replace_file(path: Path, data: bytes, *, keep_former: bool = True, expected: Stamp | None = None) -> None:
    """Make `data` the content of the file at `path`, keeping the former version as `<name>.bak` beside it.

    The permissions of an existing file stay, a symbolic link is followed, and a device or pipe is simply written to.
    Raises `FileTroubleError` with the former file intact and nothing left behind; `ChangedOnDiskError` where the file
    holds something else than `expected`, for then someone else has saved since it was read. While that is looked at
    and the file replaced, no other gzgoals replaces it.
    """
    try:
        status = _status(path)
        if status and not stat.S_ISREG(status.st_mode):
            path.write_bytes(data)
        else:
            _swap(Path(os.path.realpath(path)), data, status, keep_former=keep_former, expected=expected)
    except OSError as error:
        raise FileTroubleError.of(error, path, "保存") from error


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _swap(path: Path, data: bytes, former: os.stat_result | None, *, keep_former: bool, expected: Stamp | None) -> None:
    if former and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with _temporary(path.parent) as fresh:
        _write(fresh, data, stat.S_IMODE(former.st_mode) if former else _NEW)
        if former:
            _take_over_owner(fresh, former)
            fresh.chmod(stat.S_IMODE(former.st_mode))
        with alone_with(path):
            if expected and stamp_of(path) not in (expected, None):
                raise ChangedOnDiskError.of_file(path)
            if former and keep_former:
                _keep(path)
            fresh.replace(path)
    _flush_folder(path.parent)


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    """Give a name in `folder` that nothing has, and see that nothing has it afterwards."""
    path = folder / f".gzgoals-{secrets.token_hex(6)}.tmp"
    try:
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _write(path: Path, data: bytes, mode: int) -> None:
    """Write a file that at no moment has wider permissions than `mode`."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(path: Path) -> None:
    """Put a second name or, where the disk knows no such thing, a copy of `path` in the place of its `.bak`."""
    with _temporary(path.parent) as second:
        try:
            second.hardlink_to(path)
        except OSError:
            _write(second, path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
            shutil.copystat(path, second)
        second.replace(path.with_name(path.name + FORMER_SUFFIX))


def _take_over_owner(path: Path, former: os.stat_result) -> None:
    """Leave a file that the administrator saves to the one it belongs to."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, former.st_uid, former.st_gid)


def _flush_folder(folder: Path) -> None:
    """See that the new name is on the disk too, where the system lets a folder be flushed."""
    if os.name == "posix":
        with suppress(OSError):
            number = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)
