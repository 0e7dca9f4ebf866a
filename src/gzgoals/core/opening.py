"""Opening whatever holds a table: a `.gzgoals` file or any foreign source, one or several; for window and command."""

from collections.abc import Sequence
from pathlib import Path

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Doubt, Draft, Report
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.files import SUFFIXES, parse_table, read_file
from gzgoals.core.table import TABLE, GoalTable
from gzgoals.core.worker import Reading
from gzgoals.core.years import merge_plan, merged, outcome_notes

_BEGINNING = 1024
_RICH_TEXT = b"{\\rtf"


def open_source(path: Path, year: int | None = None, report: Report | None = None) -> Draft:
    """Return the table that the file at `path` holds, with the doubts of reading it.

    `year` is the budget year where it is known; else it is the file's own or, in a text without one, inferred.
    Raises `FileTroubleError` when the system refuses and `BadFileError` when the content is no table.
    """
    begun = begin_opening(path, year)
    return begun.draft(report) if isinstance(begun, Reading) else begun


def begin_opening(path: Path, year: int | None = None) -> Draft | Reading:
    """Return the draft of a table in the program's own format, or the reading of a foreign file, just begun.

    Raises as `open_source` does, for what can be told at once.
    """
    data = read_file(path)
    if is_own_file(path) or _begins_like_own(data[:_BEGINNING]):
        return _of_year(parse_table(data, str(path)), year)
    return Reading(data, str(path), year)


def is_own_file(path: Path) -> bool:
    """Tell whether `path` is named as a table in the program's own format, which may be saved in its place."""
    return path.suffix.lower() in SUFFIXES


def joined(drafts: Sequence[Draft], names: Sequence[str] = ()) -> Draft:
    """Return one table of all drafts, the projects of the same unit together and equal ones once.

    Of one project that they have differently every version is kept, the later ones named by their source, for which
    `names` are given. The doubts are those of joining, beside the drafts' own.
    """
    if len(drafts) == 1:
        return Draft(drafts[0].table)
    plan = merge_plan([draft.table for draft in drafts], names)
    doubts = (Doubt(NOWHERE, note.place, note.read, note.why) for note in (*plan.notes, *outcome_notes(plan)))
    return Draft(merged(plan), tuple(doubts))


def _begins_like_own(beginning: bytes) -> bool:
    beginning = beginning.lstrip(b"\xef\xbb\xbf \r\n\t")
    return beginning.startswith(b"{") and not beginning.startswith(_RICH_TEXT)


def _of_year(table: GoalTable, year: int | None) -> Draft:
    if year is None or year == table.year:
        return Draft(table)
    doubt = Doubt(NOWHERE, TABLE.at("year"), f"年度改为 {year}", f"文件中原为 {table.year}")
    return Draft(replaced(table, year=year), (doubt,))
