"""A large table read a project at a time, so that others have their turn in between and hear how far it has come."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from gzgoals.core.edits import replaced
from gzgoals.core.files.document import Document, table_of
from gzgoals.core.table import GoalTable, Project, Unit, new_id

Report = Callable[[int, int], None]

_PROJECT = TypeAdapter(Project)
_DOCUMENT = TypeAdapter(Document)
_HEAD = b'"projects": [\n'
_OPENING = re.compile(rb"( *)\{\n")
_EVERY = 50
"""After how many projects the progress is told."""


class _Cut(NamedTuple):
    """A document whose projects are cut out, a stand-in left for each, and where they stood.

    Copied out all at once they would take as much room again as the whole document.
    """

    rest: bytes
    projects: list[slice]
    mark: str


def table_in_pieces(data: bytes, report: Report) -> GoalTable | None:
    """Return the table of a document, telling `report` how many of its projects are read.

    None where the bytes are not laid out as this program writes them, or are not a table of the current version that
    can be read without care: then they are to be read as a whole.
    """
    cut = _cut(data)
    if not cut.projects:
        return None
    try:
        table = table_of(_DOCUMENT.validate_json(cut.rest))
        read = {}
        for number, piece in enumerate(cut.projects):
            if number % _EVERY == 0:
                report(number, len(cut.projects))
            read[f"{cut.mark}{number}"] = _PROJECT.validate_json(data[piece])
    except ValidationError:
        return None
    last_year = table.last_year
    if last_year:
        last_year = replaced(last_year, units=tuple(_filled(last_year.units, read)))
    whole = replaced(table, units=tuple(_filled(table.units, read)), last_year=last_year)
    return None if read else whole


def _filled(units: Sequence[Unit], read: dict[str, Project]) -> Iterator[Unit]:
    """Yield the units with the projects put in that stand-ins were left for, taking them out of `read`."""
    for unit in units:
        yield replaced(unit, projects=tuple(read.pop(each.id, each) for each in unit.projects))


def _cut(data: bytes) -> _Cut:
    """Cut the projects out of a document by its lines: no text of JSON goes on over the end of a line."""
    kept: list[bytes] = []
    projects: list[slice] = []
    mark, done = new_id(), 0
    head = data.find(_HEAD)
    while head >= 0:
        at = head + len(_HEAD)
        while (piece := _object_at(data, at)) is not None:
            begin, end = piece
            if end < 0:  # not as this program writes it; to look for every other one's end would take very long
                return _Cut(data, [], mark)
            kept += [data[done:begin], b'{"id": "%s%d"}' % (mark.encode(), len(projects))]
            projects.append(slice(begin, end))
            done = end
            if data[end : end + 2] != b",\n":
                break
            at = end + 2
        head = data.find(_HEAD, max(at, done))
    return _Cut(b"".join((*kept, data[done:])), projects, mark)


def _object_at(data: bytes, at: int) -> tuple[int, int] | None:
    """Return where an object begins and ends that opens on the line at `at` and closes on one set in alike.

    None where none opens there; its end is -1 where it does not close.
    """
    opening = _OPENING.match(data, at)
    if opening is None:
        return None
    blanks, begin = opening[1], opening.end(1)
    end = data.find(b"\n" + blanks + b"}", begin)
    return begin, end if end < 0 else end + len(blanks) + 2
