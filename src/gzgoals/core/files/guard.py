"""A moment alone with a file: while one program looks whether it has changed and replaces it, no other one does."""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gzgoals.core.files.system_lock import try_lock
from gzgoals.core.files.whereabouts import here, is_here

_PATIENCE = 10.0
"""Seconds to wait for another program that is just saving."""

_LONGEST = 60.0
"""Seconds after which the guard of another machine is taken for one left behind."""

_PAUSE = 0.005


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """Keep all other gzgoals from replacing the file at `path` meanwhile; waits for one that is at it.

    The guard is a file beside it that can be made only once, on a shared folder too. One left behind by a process that
    died is known by its lock on this machine, and by its age on another. Raises `OSError` when the folder takes no
    file, or when the wait is in vain.
    """
    guard = path.with_name(f".~{path.name}.saving")
    begun = time.monotonic()
    while (number := _make(guard)) is None:
        if not _remove_left_behind(guard):
            if time.monotonic() - begun > _PATIENCE:
                raise FileExistsError(f"{guard} stays")
            time.sleep(_PAUSE)
    try:
        yield
    finally:
        _take_away(guard, number)


def _make(guard: Path) -> int | None:
    """Make the guard and return its number; None where there is one, or where another program removes ours as it comes.

    Between making and locking it looks left behind; then it may be gone, and the next turn makes another one.
    """
    try:
        number = os.open(guard, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None
    try:
        os.write(number, here().encode())
        ours = try_lock(number) is not False and _is_still(guard, number)
    except OSError:
        _take_away(guard, number)
        raise
    if ours:
        return number
    os.close(number)
    return None


def _take_away(guard: Path, number: int) -> None:
    """Remove the guard before it is closed, or after that where the system removes no open file."""
    try:
        guard.unlink()
        os.close(number)
    except OSError:
        os.close(number)
        with suppress(OSError):
            guard.unlink()


def _remove_left_behind(guard: Path) -> bool:
    """Remove a guard whose process is dead; tell whether there is none now."""
    try:
        number = os.open(guard, os.O_RDWR)
    except FileNotFoundError:
        return True
    except PermissionError:
        return _remove_old(guard)  # another user's
    except OSError:
        return False
    try:
        dead = try_lock(number) if is_here(os.read(number, 1000).decode(errors="replace")) else None
        if dead is None:
            return _remove_old(guard)
        if dead and _is_still(guard, number):
            guard.unlink()
    except OSError:
        return False
    else:
        return dead
    finally:
        os.close(number)


def _remove_old(guard: Path) -> bool:
    """Remove a guard of which only its age can tell; tell whether there is none now."""
    try:
        if age_of(guard) <= _LONGEST:
            return False
        guard.unlink()
    except OSError:
        return False
    return True


def _is_still(path: Path, number: int) -> bool:
    """Tell whether the open file is the one that has the name now."""
    try:
        return os.path.samestat(path.stat(), os.fstat(number))
    except FileNotFoundError:
        return False


def age_of(path: Path) -> float:
    """Return for how many seconds a file has not been written, by the clock of the disk that it is on.

    Clocks of machines differ; so a file made beside it now says what the time is there. Raises `OSError`.
    """
    probe = path.with_name(f".~{secrets.token_hex(6)}.now")
    try:
        probe.write_bytes(b"")
        return probe.stat().st_mtime - path.stat().st_mtime
    finally:
        with suppress(OSError):
            probe.unlink()
