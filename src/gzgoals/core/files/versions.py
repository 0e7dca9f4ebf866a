"""Former saves of a file, kept in the user's own folder: to be looked at, compared and restored."""

import gzip
import hashlib
import logging
import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gzgoals.core.errors import BadFileError
from gzgoals.core.files.homes import private_folder, write_private
from gzgoals.core.files.reading import parse_table
from gzgoals.core.table import GoalTable

log = logging.getLogger(__name__)

_VERSIONS = "versions"
_SUFFIX = ".gzgoals.gz"
_STAMP = "%Y%m%d-%H%M%S-%f"
_LATEST = 20
_DAYS = 30
_MONTHS = 366
_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Version:
    """One former save: when it was saved (local time), and the file that keeps it."""

    when: datetime
    path: Path

    def table(self) -> GoalTable:
        """Return the table that was saved then. Raises `BadFileError` when it cannot be read any more."""
        try:
            with gzip.open(self.path) as file:
                data = file.read(_LARGEST)
        except (OSError, EOFError, zlib.error) as error:
            raise BadFileError(f"{self.when:%Y-%m-%d %H:%M} 的旧版本已无法读取，请选择其他版本。") from error
        return parse_table(data, f"{self.when:%Y-%m-%d %H:%M} 的旧版本")


def keep_version(path: Path, data: bytes, now: datetime | None = None) -> None:
    """Keep `data`, what has just been saved at `path`; failing to is logged, for it must not keep anyone from saving.

    Kept are the latest 20, one a day for 30 days, and one a month for a year.
    """
    when = now or datetime.now(UTC)
    try:
        folder = _folder(path)
        write_private(folder / f"{when:{_STAMP}}{_SUFFIX}", gzip.compress(data, 6, mtime=0))
        for each in _superfluous(versions_of(path), when):
            with suppress(OSError):
                each.path.unlink()
    except OSError as error:
        log.warning("version not kept: %s", error)


def versions_of(path: Path) -> list[Version]:
    """Return the former saves of the file at `path` that are kept, the latest first."""
    try:
        names = sorted(_folder(path).glob(f"*{_SUFFIX}"), reverse=True)
    except OSError:
        return []
    found = []
    for each in names:
        with suppress(ValueError):
            when = datetime.strptime(each.name.removesuffix(_SUFFIX), _STAMP).replace(tzinfo=UTC)
            found.append(Version(when.astimezone(), each))
    return found


def _folder(path: Path) -> Path:
    """Return where the versions of a file are: by its name, told apart by where it really is."""
    real = os.path.realpath(path)
    mark = hashlib.sha256(os.fsencode(real)).hexdigest()[:12]
    return private_folder(_VERSIONS, f"{Path(real).stem[:40]}-{mark}")


def _superfluous(versions: list[Version], now: datetime) -> list[Version]:
    """Return those that need not be kept: neither among the latest nor the last of their day or month."""
    kept = set(versions[:_LATEST])
    days: dict[str, Version] = {}
    months: dict[str, Version] = {}
    for each in versions:
        age = now - each.when
        if age <= timedelta(days=_DAYS):
            days.setdefault(f"{each.when:%Y%m%d}", each)
        if age <= timedelta(days=_MONTHS):
            months.setdefault(f"{each.when:%Y%m}", each)
    kept |= {*days.values(), *months.values()}
    return [each for each in versions if each not in kept]
