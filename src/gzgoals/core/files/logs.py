"""The program's log: a few small files of the user's own, and what the system wrote as a process died."""

import faulthandler
import logging
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from gzgoals.core.files.homes import log_home
from gzgoals.core.files.system_lock import try_lock

NAME = "gzgoals.log"
_LARGEST = 1024 * 1024
_FILES = 5
_LONGEST = 64 * 1024
"""Characters of one entry."""
_FAULT = "fault-"
_OWNER_ONLY = 0o600


def write_log(text: str) -> bool:
    """Add an entry, with the time before it; tell whether it could be written, for a log must not stop anything.

    A log that has grown to 1 MB becomes `gzgoals.log.1`, the former one `.2`, and so on; five files are kept in all.
    """
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}\n……\n{text[-_LONGEST // 2 :]}"
    entry = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M:%S%z} [{os.getpid()}] {text.rstrip()}\n"
    try:
        path = log_home() / NAME
        _make_room(path)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
        with os.fdopen(number, "ab") as file:
            file.write(entry.encode("utf-8", "backslashreplace"))
    except OSError:
        return False
    return True


def _make_room(path: Path) -> None:
    """Give a full log another name; where another process holds it, it goes on in the same one."""
    if not path.exists() or path.stat().st_size < _LARGEST:
        return
    with suppress(OSError):
        for number in range(_FILES - 1, 0, -1):
            former = path.with_name(f"{NAME}.{number - 1}") if number > 1 else path
            if former.exists():
                former.replace(path.with_name(f"{NAME}.{number}"))


class LogHandler(logging.Handler):
    """Writes what modules report through `logging` into the program's log."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(Exception):
            write_log(f"{record.levelname} {record.name}: {self.format(record)}")


class FaultLog:
    """A file into which the system writes where the threads were when the process is killed by a fault.

    It is locked while the process lives and gone after a normal end; a later start tells in the log what it finds.
    """

    def __init__(self) -> None:
        self._path: Path | None = None
        self._file: IO[bytes] | None = None
        with suppress(OSError, RuntimeError):
            self._path = log_home() / f"{_FAULT}{os.getpid()}.log"
            number = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY)
            self._file = os.fdopen(number, "r+b", buffering=0)
            try_lock(number)
            faulthandler.enable(self._file, all_threads=True)

    def end(self) -> None:
        """Remove it, for the process ends as it should."""
        faulthandler.disable()
        if self._file is not None and self._path is not None:
            self._file.close()
            with suppress(OSError):
                self._path.unlink()
            self._file = None


def tell_faults() -> int:
    """Write into the log what processes that died of a fault have left; return how many there were."""
    told = 0
    with suppress(OSError):
        for path in sorted(log_home().glob(f"{_FAULT}*.log")):
            with suppress(OSError):
                told += _tell_fault(path)
    return told


def _tell_fault(path: Path) -> bool:
    """Tell what a fault file says, unless its process lives, and remove it; an empty one says nothing."""
    with path.open("rb") as file:
        if try_lock(file.fileno()) is False:
            return False
        text = file.read(_LONGEST).decode("utf-8", "replace").strip()
        when = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    if text and not write_log(f"CRASH 上次没有正常结束（{when:%Y-%m-%d %H:%M:%S}）：\n{text}"):
        return False
    path.unlink()
    return bool(text)
