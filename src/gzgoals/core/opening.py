"""Opening whatever holds a table: a `.gzgoals` file or any foreign source, one or several; for window and command."""

from collections.abc import Sequence
from pathlib import Path

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Doubt, Draft, Report
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.files import SUFFIXES, parse_table, read_file, with_unique_ids
from gzgoals.core.table import TABLE, GoalTable, Place
from gzgoals.core.worker import Reading


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
    if is_own_file(path) or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return _of_year(parse_table(data, str(path)), year)
    return Reading(data, str(path), year)


def is_own_file(path: Path) -> bool:
    """Tell whether `path` is named as a table in the program's own format, which may be saved in its place."""
    return path.suffix.lower() in SUFFIXES


def joined(drafts: Sequence[Draft]) -> Draft:
    """Return one table with the units of all, and the first one's department, year and scheme.

    The doubts are those of joining, beside the drafts' own: whatever the others have differently, a unit that comes
    twice, and rows of 合计 that were kept for contradicting and are no longer comparable.
    """
    tables = [draft.table for draft in drafts]
    if len(tables) == 1:
        return Draft(tables[0])
    table = replaced(
        tables[0],
        units=tuple(unit for table in tables for unit in table.units),
        explanations=tuple(explanation for table in tables for explanation in table.explanations),
        stated=None,
    )
    return Draft(with_unique_ids(table), tuple(_join_doubts(tables)))


def _of_year(table: GoalTable, year: int | None) -> Draft:
    if year is None or year == table.year:
        return Draft(table)
    doubt = Doubt(NOWHERE, TABLE.at("year"), f"年度改为 {year}", f"文件中原为 {table.year}")
    return Draft(replaced(table, year=year), (doubt,))


def _join_doubts(tables: Sequence[GoalTable]) -> list[Doubt]:
    doubts = []
    for field, word in (("department", "部门名称"), ("year", "年度"), ("scheme", "编码方案")):
        taken, *rest = dict.fromkeys(getattr(table, field) for table in tables)
        if rest:
            doubts.append(
                Doubt(NOWHERE, TABLE.at(field), f"{word}取“{taken}”", f"其他来源为“{'”“'.join(map(str, rest))}”")
            )
    if any(table.stated for table in tables):
        doubts.append(Doubt(NOWHERE, TABLE, "原表合计未保留", "几个来源合并后不再可比"))
    seen: set[str] = set()
    for unit in (unit for table in tables for unit in table.units):
        if unit.name in seen:
            doubts.append(Doubt(NOWHERE, Place(unit.id), f"单位“{unit.name}”出现不止一次", "可能重复导入了同一来源"))
        seen.add(unit.name)
    return doubts
