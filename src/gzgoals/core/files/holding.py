"""Two people and one file: a mark beside it says who has it open, so that no one works for nothing."""

import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from gzgoals.core.files.guard import age_of
from gzgoals.core.files.system_lock import try_lock
from gzgoals.core.files.whereabouts import machine, user

BEAT = 30.0
"""Seconds after which a holder touches the mark again."""

_SILENCE = 300.0
"""Seconds without a touch after which the mark of another machine is taken for one left behind."""

_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: user, machine and since when (ISO form, UTC); `token` tells one opening from another.

    `is_gone` tells that the program that made the mark is no more, so that the file can be taken over.
    """

    user: str
    machine: str
    since: str
    token: str
    is_gone: bool = False

    @property
    def when(self) -> datetime:
        """Since when the file is open, in local time."""
        return datetime.fromisoformat(self.since).astimezone()


class Hold:
    """Our own mark beside a file that we have open."""

    def __init__(self, mark: Path, number: int, token: str) -> None:
        self._mark = mark
        self._number = number
        self._token = token

    def beat(self) -> Holder | None:
        """Touch the mark, to say that we are still here; return who has taken the file over, None while it is ours.

        A mark that is gone, as after someone has taken the file over and let go of it, is made again.
        """
        now = _read(self._mark)
        if now is None and not self._mark.exists():
            made = _made(self._mark, self._token)
            if not isinstance(made, int):
                return made
            os.close(self._number)
            self._number = made
            return None
        if now is not None and now.token == self._token:
            with suppress(OSError):
                os.utime(self._mark)
            return None
        return now

    def release(self) -> None:
        """Take the mark away, unless someone else has taken the file over."""
        now = _read(self._mark)
        os.close(self._number)
        if now is not None and now.token == self._token:
            with suppress(OSError):
                self._mark.unlink()


def hold(path: Path) -> Hold | Holder | None:
    """Mark the file at `path` as open here.

    Return our mark, or who has the file open already; None where the folder takes no mark, as on a read-only disk: then
    there is nothing to keep anyone from.
    """
    mark, token = _mark_of(path), secrets.token_hex(8)
    made = _made(mark, token)
    return Hold(mark, made, token) if isinstance(made, int) else made


def take_over(path: Path) -> Hold | None:
    """Mark the file as open here whoever had it, in one step; None where the folder takes no mark."""
    mark, token = _mark_of(path), secrets.token_hex(8)
    fresh = mark.with_name(f".~{token}.lock")
    made = _made(fresh, token)
    if not isinstance(made, int):
        return None
    try:
        fresh.replace(mark)
    except OSError:
        os.close(made)
        with suppress(OSError):
            fresh.unlink()
        return None
    return Hold(mark, made, token)


def _mark_of(path: Path) -> Path:
    real = Path(os.path.realpath(path))
    return real.with_name(f".~{real.name}.lock")


def _made(mark: Path, token: str) -> int | Holder | None:
    """Make and lock a mark, and return its number; who has made it already; None where the folder takes none."""
    try:
        number = os.open(mark, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        return _holder(mark)
    except OSError:
        return None
    try:
        try_lock(number)
        _write(number, token)
    except OSError:
        os.close(number)
        with suppress(OSError):
            mark.unlink()
        return None
    return number


def _write(number: int, token: str) -> None:
    holder = Holder(user(), machine(), datetime.now(UTC).isoformat(timespec="seconds"), token)
    os.write(number, json.dumps(asdict(holder), ensure_ascii=False).encode())
    os.fsync(number)


def _holder(mark: Path) -> Holder | None:
    """Return who made a mark; a mark that cannot be read speaks of nobody known, until it is old."""
    holder = _read(mark) or Holder("?", "?", datetime.now(UTC).isoformat(timespec="seconds"), "")
    with suppress(OSError):
        gone = _is_unlocked(mark) if holder.machine == machine() else None
        if gone is None:
            gone = age_of(mark) > _SILENCE
        return Holder(holder.user, holder.machine, holder.since, holder.token, is_gone=gone)
    return holder


def _is_unlocked(mark: Path) -> bool | None:
    number = os.open(mark, os.O_RDWR)
    try:
        return try_lock(number)
    finally:
        os.close(number)


def _read(mark: Path) -> Holder | None:
    try:
        with mark.open("rb") as file:
            fields = json.loads(file.read(_LONGEST))
        who, where, since, token = (str(fields[name])[:80] for name in ("user", "machine", "since", "token"))
        holder = Holder(who, where, since, token)
        datetime.fromisoformat(holder.since)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return holder
