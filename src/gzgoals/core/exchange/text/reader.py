"""The published text read into a table: as extracted from the official PDF, or as our own export wrote it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.printed.assembly import Caption, draft_of, scheme_of
from gzgoals.core.exchange.printed.outline import Outline, outline_of
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.source import NOWHERE, Source, Spot
from gzgoals.core.exchange.text.decoding import Line, decoded, lines_of
from gzgoals.core.exchange.text.furniture import rows_only
from gzgoals.core.exchange.text.heading import Heading, heading_of
from gzgoals.core.exchange.text.unwrapped_rows import unwrapped_rows
from gzgoals.core.exchange.text.wrapped_rows import wrapped_rows
from gzgoals.core.table import TABLE, Amount

_NO_TABLE = "“{}”中没有找到项目支出绩效目标表，请选择从已公开的绩效目标表中完整复制的文本。"
_YUAN_IN_WAN = 10_000


def read_text(data: bytes, source: str, year: int | None) -> Draft:
    """Read the published text of a table; `source` is the file's name for messages.

    Without `year` the budget year is taken from the text. What had to be inferred comes back as doubts. Raises
    `BadFileError` when `data` is not a text or holds no such table.
    """
    lines = lines_of(decoded(data, source))
    heading, end = heading_of(lines)
    rows = _rows(lines[end:], heading)
    outline = outline_of(rows)
    if not (heading.columns or outline.total or any(row.printed for row in rows)) or not rows:
        raise BadFileError(_NO_TABLE.format(source))
    caption, doubts = _caption(heading, outline, rows, year)
    draft = draft_of(outline, caption)
    return replace(draft, doubts=(*doubts, *draft.doubts), source=Source(lines=_shown(lines)))


def _rows(lines: Sequence[Line], heading: Heading) -> list[Row]:
    rows = unwrapped_rows(lines) if heading.unwrapped else []
    rows = rows or wrapped_rows(rows_only(lines, heading))
    return [replace(row, amounts=tuple(map(_in_wan, row.amounts))) for row in rows] if heading.in_yuan else rows


def _shown(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the lines by their numbers; those that a form feed parts have one number."""
    shown: dict[int, str] = {}
    for line in lines:
        shown[line.number] = shown.get(line.number, "") + line.text
    return tuple(shown.values())


def _in_wan(amount: Amount) -> Amount:
    if isinstance(amount, str):
        return amount
    wan = amount / _YUAN_IN_WAN
    exact = wan.quantize(Decimal("0.01"))
    return exact if exact == wan else wan


def _caption(heading: Heading, outline: Outline, rows: Sequence[Row], year: int | None) -> tuple[Caption, list[Doubt]]:
    doubts = []
    if heading.in_yuan:
        doubts.append(Doubt(Spot(line=heading.money_line), TABLE, "金额已由元换算为万元", "因表头写明“单位：元”"))
    if not (year := year or heading.year):
        year = datetime.now().astimezone().year
        doubts.append(Doubt(NOWHERE, TABLE.at("year"), f"预算年度记作 {year}", "原文没有写明年度，请核对"))
    department, spot, why = _department(heading, outline)
    if why:
        read = f"部门名称记作“{department}”" if department else "部门名称留空"
        doubts.append(Doubt(spot, TABLE.at("department"), read, why))
    return Caption(year, department, heading.scheme or scheme_of(rows)), doubts


def _department(heading: Heading, outline: Outline) -> tuple[str, Spot, str]:
    """Return the department's name, where it was taken from, and why that is doubtful (empty when it is not)."""
    if heading.department or heading.unwrapped:
        return heading.department, NOWHERE, ""
    if outline.department:
        return outline.department.name, outline.department.spot, "因原文没有“部门名称”，取自单位之上的一行"
    heads = [group.head for group in outline.groups if group.head]
    if len(heads) == 1:
        return heads[0].name, heads[0].spot, "因原文没有“部门名称”，取自唯一的单位"
    return "", NOWHERE, "原文没有“部门名称”，请填写"
