"""Where the program keeps what is the user's own: recovery, former versions and logs, readable by no one else."""

import os
from collections.abc import Iterable
from pathlib import Path

import platformdirs

_OVERRIDE = "GZGOALS_DATA"
"""The variable that names another folder, for trials that must not touch the user's own."""

_OWNER_ONLY = 0o700
_OWNER_ONLY_FILE = 0o600


def private_folder(*parts: str) -> Path:
    """Return a folder of the user's own below the program's, made where it is not there yet.

    Raises `OSError` where it cannot be made.
    """
    return _made(_home(), *parts)


def log_home() -> Path:
    """Return the folder of the user's own where logs are written. Raises `OSError` where it cannot be made."""
    named = os.environ.get(_OVERRIDE)
    return _made(Path(named), "log") if named else _made(platformdirs.user_log_path("gzgoals", appauthor=False))


def _made(folder: Path, *parts: str) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    for part in ("", *parts):
        folder /= part
        folder.mkdir(exist_ok=True, mode=_OWNER_ONLY)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(_OWNER_ONLY)
    return folder


def write_private(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a new file that only the user can read, and see that it is on the disk. Raises `OSError`."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWNER_ONLY_FILE)
    with os.fdopen(number, "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _home() -> Path:
    named = os.environ.get(_OVERRIDE)
    return Path(named) if named else platformdirs.user_data_path("gzgoals", appauthor=False)
