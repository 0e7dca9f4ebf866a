"""Writing a `.gzgoals` file: a table to bytes whose key order is stable, so that versions can be compared as text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import to_json

from gzgoals.core.edits import replaced
from gzgoals.core.files.atomic import replace_file
from gzgoals.core.files.document import Document, document_of
from gzgoals.core.files.newer import holds_newer, restored
from gzgoals.core.files.stamp import Stamp, stamp_of_bytes
from gzgoals.core.table import GoalTable, Project, Unit

_DOCUMENT = TypeAdapter(Document)
_PROJECT = TypeAdapter(Project)
_NO_PROJECTS = b'"projects": []'
_NO_PROJECTS_IN_LINE = b'"projects":[]'
_SMALLEST_PLAIN = -6
"""The exponent below which Python writes a small decimal as `1E-7`."""


def table_bytes(table: GoalTable) -> bytes:
    """Return the bytes of a file that holds `table`: UTF-8 JSON, two blanks a level, LF, a newline at the end."""
    return _dumped(table, indent=2) + b"\n"


def table_pieces(table: GoalTable) -> Iterator[bytes]:
    """Yield the same bytes a project at a time: others have their turn in between, and nowhere all lies in memory."""
    if not _is_plain(table):
        yield table_bytes(table)
        return
    rest = table_bytes(_bare(table)).split(
        _NO_PROJECTS
    )  # which no text can hold, for quotation marks are escaped there
    for before, unit in zip(rest, _units_of(table), strict=False):
        yield before
        yield from _project_pieces(unit, before.rpartition(b"\n")[2])
    yield rest[-1]


def table_line(table: GoalTable) -> bytes:
    """Return the same without a line end anywhere, as a journal keeps it."""
    return _dumped(table, indent=None)


def table_line_pieces(table: GoalTable) -> Iterator[bytes]:
    """Yield the bytes of the line a project at a time."""
    if not _is_plain(table):
        yield table_line(table)
        return
    rest = table_line(_bare(table)).split(_NO_PROJECTS_IN_LINE)
    for before, unit in zip(rest, _units_of(table), strict=False):
        yield before + b'"projects":['
        for number, project in enumerate(unit.projects):
            yield (b"," if number else b"") + _PROJECT.dump_json(project, exclude_none=True)
        yield b"]"
    yield rest[-1]


def _dumped(table: GoalTable, indent: int | None) -> bytes:
    document = document_of(table)
    if _is_plain(table):
        return _DOCUMENT.dump_json(document, indent=indent, exclude_none=True)
    dumped = _DOCUMENT.dump_python(document, mode="json", exclude_none=True)
    return to_json(restored(dumped, document), indent=indent)


def _units_of(table: GoalTable) -> tuple[Unit, ...]:
    """Return the units of a table and of the year before, as they follow each other in a document."""
    return (*table.units, *(table.last_year.units if table.last_year else ()))


def _bare(table: GoalTable) -> GoalTable:
    """Return a table of which all units, and those of the year before, are without their projects."""
    bare, last_year = replaced(table, units=_without_projects(table.units)), table.last_year
    return replaced(bare, last_year=last_year and replaced(last_year, units=_without_projects(last_year.units)))


def _without_projects(units: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(replaced(unit, projects=()) for unit in units)


def _project_pieces(unit: Unit, blanks: bytes) -> Iterator[bytes]:
    """Yield the projects of a unit as they stand in a document, with the `blanks` that set their key in."""
    if not unit.projects:
        yield _NO_PROJECTS
        return
    yield b'"projects": ['
    line = b"\n" + blanks + b"  "
    for number, project in enumerate(unit.projects):
        piece = _PROJECT.dump_json(project, indent=2, exclude_none=True)
        yield (b"," if number else b"") + line + piece.replace(b"\n", line)
    yield b"\n" + blanks + b"]"


def write_table(path: Path, table: GoalTable, expected: Stamp | None = None) -> Stamp:
    """Save `table` at `path`, keeping the former file as `.bak` beside it, and return the stamp of what it holds now.

    Raises `FileTroubleError`, and `ChangedOnDiskError` where the file is not what is `expected`.
    """
    data = table_bytes(table)
    replace_file(path, data, expected=expected)
    return stamp_of_bytes(data)


def _is_plain(table: GoalTable) -> bool:
    """Tell whether every value can be dumped as it is."""
    fundings = (project.funding for unit in _units_of(table) for project in unit.projects)
    return not holds_newer(table) and not any(
        isinstance(amount, Decimal) and amount.adjusted() < _SMALLEST_PLAIN
        for funding in fundings
        for amount in (funding.appropriation, funding.special_account, funding.other)
    )
