"""The gaps in what stands above a table filled, each with its doubt: year, department, unit of money."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import PurePath

from gzgoals.core.exchange.draft import Doubt
from gzgoals.core.exchange.printed.assembly import Caption, scheme_of
from gzgoals.core.exchange.printed.captions import Captions, scheme_in, year_in
from gzgoals.core.exchange.printed.outline import Outline
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.printed.wording import compact, is_title
from gzgoals.core.exchange.source import NOWHERE, Spot
from gzgoals.core.table import TABLE, Amount

_YUAN_IN_WAN = 10_000


def filled_caption(
    captions: Captions, outline: Outline, rows: Sequence[Row], source: str, year: int | None = None, title: str = ""
) -> tuple[Caption, list[Doubt]]:
    """Return what stands above the table with every gap filled, and the doubts about what filled them.

    The year is `year` where it is known, else the captions', the document's own `title`'s, the file's name's
    (`source`), this year. Without a department's name the single unit's is taken.
    """
    year, doubts = _year(captions, source, year, title)
    department, spot, why = _department(captions, outline)
    if why:
        read = f"部门名称记作“{department}”" if department else "部门名称留空"
        doubts.append(Doubt(spot, TABLE.at("department"), read, why))
    return Caption(year, department, captions.scheme or scheme_in(title) or scheme_of(rows)), doubts


def in_wan(rows: Sequence[Row]) -> list[Row]:
    """Return rows whose amounts stand in 元 with the same amounts in 万元."""
    return [replace(row, amounts=tuple(map(_in_wan, row.amounts))) for row in rows]


def yuan_doubt(spot: Spot) -> Doubt:
    """Return the doubt that tells of amounts brought from 元 to 万元."""
    return Doubt(spot, TABLE, "金额已由元换算为万元", "因表头写明“单位：元”")


def _in_wan(amount: Amount) -> Amount:
    if isinstance(amount, str):
        return amount
    wan = amount / _YUAN_IN_WAN
    exact = wan.quantize(Decimal("0.01"))
    return exact if exact == wan else wan


def _year(captions: Captions, source: str, year: int | None, title: str) -> tuple[int, list[Doubt]]:
    if known := year or captions.year:
        return known, []
    titled = year_in(title)
    if titled and is_title(compact(title)):
        return titled, []
    if known := captions.year_of_department:
        return known, []
    if titled:
        return titled, [_year_doubt(titled, "取自文件的标题或封面，请核对")]
    if known := year_in(PurePath(source).stem):
        return known, [_year_doubt(known, "取自文件名，请核对")]
    known = datetime.now().astimezone().year
    return known, [_year_doubt(known, "原文没有写明年度，请核对")]


def _year_doubt(year: int, why: str) -> Doubt:
    return Doubt(NOWHERE, TABLE.at("year"), f"预算年度记作 {year}", why)


def _department(captions: Captions, outline: Outline) -> tuple[str, Spot, str]:
    """Return the department's name, where it was taken from, and why that is doubtful (empty when it is not)."""
    if captions.department:
        return captions.department, NOWHERE, ""
    if outline.department:
        return outline.department.name, outline.department.spot, "因原文没有“部门名称”，取自单位之上的一行"
    heads = [group.head for group in outline.groups if group.head]
    if len(heads) == 1:
        return heads[0].name, heads[0].spot, "因原文没有“部门名称”，取自唯一的单位"
    return "", NOWHERE, "原文没有“部门名称”，请填写"
