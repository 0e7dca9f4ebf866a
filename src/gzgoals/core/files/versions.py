"""Former saves of a file, kept in the user's own folder: to be looked at, compared and restored."""

import gzip
import hashlib
import logging
import os
import secrets
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from gzgoals.core.errors import BadFileError, NewerFileError
from gzgoals.core.files.homes import private_folder, write_private
from gzgoals.core.files.reading import parse_table
from gzgoals.core.table import GoalTable

log = logging.getLogger(__name__)

_VERSIONS = "versions"
_SUFFIX = ".gzgoals.gz"
_UNFINISHED = ".part"
_STAMP = "%Y%m%d-%H%M%S-%f"
_LATEST = 20
_DAYS = 30
_MONTHS = 366
_AT_ONCE = 3
"""How many a save lets go for their age: a clock that is wrong for a while must not sweep all of them away."""
_MOST_OF_A_FILE = 200 * 1024 * 1024
_MOST_IN_ALL = 2 * 1024 * 1024 * 1024
_LARGEST = 512 * 1024 * 1024
_MAGIC = b"\x1f\x8b"
_SHORTEST = 18
"""Bytes of a gzip file that holds nothing."""


@dataclass(frozen=True, slots=True)
class Version:
    """One former save: when it was saved (local time), and the file that keeps it."""

    when: datetime
    path: Path

    @property
    def size(self) -> int | None:
        """How many bytes the saved file had; None where what keeps it can be seen not to be readable any more."""
        try:
            with self.path.open("rb") as file:
                if file.seek(0, os.SEEK_END) < _SHORTEST:
                    return None
                file.seek(-4, os.SEEK_END)
                size = int.from_bytes(file.read(4), "little")
                file.seek(0)
                return size if file.read(2) == _MAGIC else None
        except OSError:
            return None

    def data(self) -> bytes:
        """Return the bytes that were saved then. Raises `BadFileError` when they cannot be read any more."""
        try:
            with gzip.open(self.path) as file:
                return file.read(_LARGEST)
        except (OSError, EOFError, zlib.error) as error:
            raise self._unreadable() from error

    def table(self) -> GoalTable:
        """Return the table that was saved then.

        Raises `BadFileError` when it cannot be read any more, `NewerFileError` when a newer program has saved it.
        """
        try:
            return parse_table(self.data(), self._name)
        except NewerFileError:
            raise
        except BadFileError as error:
            raise self._unreadable() from error  # there is no other copy to turn to, as there is of a file

    def _unreadable(self) -> BadFileError:
        return BadFileError(f"{self._name}已无法读取，请选择其他版本。")

    @property
    def _name(self) -> str:
        return f"{self.when:%Y-%m-%d %H:%M} 的旧版本"


def keep_version(path: Path, data: bytes, now: datetime | None = None) -> None:
    """Keep `data`, what has just been saved at `path`; failing to is logged, for it must not keep anyone from saving.

    Kept are the latest 20, one a day for 30 days, and one a month for a year, up to 200 MB a file and 2 GB in all; the
    oldest go first, and the latest of all never goes. What was just kept already is not kept twice.
    """
    when = (now or datetime.now(UTC)).astimezone(UTC)
    try:
        folder = _folder(path)
        kept = _kept_in(folder)
        packed = gzip.compress(data, 6, mtime=0)
        if kept and _holds(kept[0].path, packed):
            return
        number = kept[0].number + 1 if kept else 1
        name = f"{number:06}-{when:{_STAMP}}-{secrets.token_hex(2)}{_SUFFIX}"
        unfinished = folder / (name + _UNFINISHED)
        try:
            write_private(unfinished, (packed,))
            unfinished.replace(folder / name)
        finally:
            unfinished.unlink(missing_ok=True)
        _let_go(folder, when)
    except (OSError, ValueError) as error:
        log.warning("version not kept: %s", error)


def versions_of(path: Path) -> list[Version]:
    """Return the former saves of the file at `path` that are kept, the latest first, whatever the clock said."""
    try:
        return [Version(each.when, each.path) for each in _kept_in(_folder(path))]
    except (OSError, ValueError):
        return []


class _Kept(NamedTuple):
    """A file that keeps a version: the number of the save, when that was (local time), and where it is."""

    number: int
    when: datetime
    path: Path


def _kept_in(folder: Path) -> list[_Kept]:
    """Return what a folder keeps, the latest save first; files of other names are left alone."""
    return sorted(_read_names(folder.glob(f"*{_SUFFIX}")), reverse=True)


def _read_names(paths: Iterable[Path]) -> Iterator[_Kept]:
    for path in paths:
        with suppress(ValueError, OverflowError):
            number, _, rest = path.name.removesuffix(_UNFINISHED).removesuffix(_SUFFIX).partition("-")
            stamp, _, _ = rest.rpartition("-")
            when = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            yield _Kept(int(number), when.astimezone(), path)


def _folder(path: Path) -> Path:
    """Return where the versions of a file are: by its name, told apart by where it really is.

    Raises `OSError` where there can be none, and `ValueError` for what can be no path.
    """
    real = os.path.normcase(os.path.realpath(path))
    mark = hashlib.sha256(os.fsencode(real)).hexdigest()[:12]
    return private_folder(_VERSIONS, f"{Path(real).stem[:40]}-{mark}")


def _holds(path: Path, packed: bytes) -> bool:
    try:
        return path.stat().st_size == len(packed) and path.read_bytes() == packed
    except OSError:
        return False


def _let_go(folder: Path, now: datetime) -> None:
    """Remove what need not be kept any more, and the oldest where all take too much of the disk."""
    kept = _kept_in(folder)
    gone = _superfluous(kept, now)[-_AT_ONCE:]
    _remove(gone)
    _remove(each for each in _read_names(folder.glob(f"*{_UNFINISHED}")) if now - each.when > timedelta(days=1))
    _remove(_beyond([each for each in kept if each not in gone], _MOST_OF_A_FILE))
    everything = sorted(_read_names(folder.parent.glob(f"*/*{_SUFFIX}")), key=_age, reverse=True)
    latest = kept[:1]
    _remove(_beyond([*latest, *(each for each in everything if each not in latest)], _MOST_IN_ALL))


def _superfluous(kept: list[_Kept], now: datetime) -> list[_Kept]:
    """Return those that need not be kept: neither among the latest nor the last of their day or month."""
    needed = set(kept[:_LATEST])
    days: dict[str, _Kept] = {}
    months: dict[str, _Kept] = {}
    for each in kept:
        age = now - each.when
        if age <= timedelta(days=_DAYS):
            days.setdefault(f"{each.when:%Y%m%d}", each)
        if age <= timedelta(days=_MONTHS):
            months.setdefault(f"{each.when:%Y%m}", each)
    needed |= {*days.values(), *months.values()}
    return [each for each in kept if each not in needed]


def _beyond(kept: list[_Kept], most: int) -> list[_Kept]:
    """Return those that come after the first `most` bytes; the first stays however large it is."""
    taken, gone = 0, []
    for number, each in enumerate(kept):
        with suppress(OSError):
            taken += each.path.stat().st_size
        if number and taken > most:
            gone.append(each)
    return gone


def _remove(versions: Iterable[_Kept]) -> None:
    for each in versions:
        with suppress(OSError):
            each.path.unlink()


def _age(kept: _Kept) -> datetime:
    return kept.when
