"""A folder of tables being read for the library: what cannot be read is left out and told."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.files import SUFFIXES, read_table
from gzgoals.core.table import GoalTable

Report = Callable[[int, int], None]
"""Told how many of how many files are read; raises to stop the reading."""

MOST_FILES = 2000
"""Tables of one folder that are read; a folder with more of them was hardly meant."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """What a folder held: tables by their files' names, and a whole Chinese sentence for each file left out."""

    tables: tuple[tuple[str, GoalTable], ...] = ()
    skipped: tuple[str, ...] = ()


def read_folder(folder: Path, report: Report, beside: Path | None = None) -> Shelved:
    """Return the tables in `folder`, the one open from `beside` left out, for that one counts as it is now."""
    tables, skipped = [], []
    try:
        names = _tables_in(folder)
    except (OSError, ValueError):
        return Shelved(skipped=(f"无法读取文件夹“{folder}”，请核对它是否还在、能否打开。",))
    if len(names) > MOST_FILES:
        skipped.append(f"文件夹中的表太多，只读取了前 {MOST_FILES} 个，请选更小的文件夹。")
    paths = [path for path in names[:MOST_FILES] if not _same(path, beside)]
    for done, path in enumerate(paths):
        report(done, len(paths))
        try:
            tables.append((path.stem, read_table(path)))
        except GzgoalsError as error:
            skipped.append(str(error))
    report(len(paths), len(paths))
    return Shelved(tuple(tables), tuple(skipped))


def state_of(folder: Path, beside: Path | None = None) -> tuple[object, ...]:
    """Return what is another once a table in `folder` has come, gone or been saved, but for the one `beside`."""
    try:
        told = [(path, path.stat()) for path in _tables_in(folder)[:MOST_FILES] if path != beside]
    except (OSError, ValueError):
        return ()
    return tuple((path.name, each.st_mtime_ns, each.st_size) for path, each in told)


def _tables_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)


def _same(path: Path, other: Path | None) -> bool:
    try:
        return other is not None and path.samefile(other)
    except OSError:
        return False
