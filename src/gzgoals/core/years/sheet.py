"""A comparison as a workbook to be signed: sums, then a row a change, laid out to be printed as it is."""

from collections.abc import Iterator
from decimal import Decimal

from gzgoals.core.page_setup import SIGNED_AND_DATED
from gzgoals.core.table import amount_of
from gzgoals.core.workbook import Cell, SheetColumn, SheetKind, SheetLine, workbook
from gzgoals.core.years.changes import Change
from gzgoals.core.years.comparing import Comparison
from gzgoals.core.years.report import STALE, sum_lines

_KIND = SheetKind(
    name="与上年对比",
    title="项目支出绩效目标对比表",
    columns=(
        SheetColumn("项目", 28),
        SheetColumn("变动", 10),
        SheetColumn("栏目", 24),
        SheetColumn("上年", 30),
        SheetColumn("本年", 30),
        SheetColumn("增减额", 12, "change"),
        SheetColumn("增减%", 9, "share"),
        SheetColumn("理由", 24),
    ),
    signatures=dict(zip((0, 3, 4, 5), SIGNED_AND_DATED, strict=True)),
)


def comparison_sheet(comparison: Comparison, department: str = "") -> bytes:
    """Return a workbook (xlsx) of a comparison, A4 landscape; texts are never taken for formulas."""
    captions = {
        0: f"部门名称：{department}" if department else "",
        3: f"{comparison.old_year} 年（上年）与 {comparison.new_year} 年（本年）",
        _KIND.last: "单位：万元",
    }
    return workbook(_KIND, captions, _lines(comparison))


def _lines(comparison: Comparison) -> Iterator[SheetLine]:
    for each in sum_lines(comparison):
        if each.before or each.after or each.field == "total":
            yield SheetLine(("合计", "", each.word, each.before, each.after, each.difference, _share(each.percent), ""))
    several = len({change.unit for change in comparison.changes if change.unit}) > 1
    unit = ""
    for change in comparison.changes:
        if several and change.unit != unit:
            unit = change.unit
            yield SheetLine((unit, *[""] * _KIND.last), "unit")
        yield _change_line(change)


def _change_line(change: Change) -> SheetLine:
    reason = f"{change.reason}{STALE}" if change.stale else change.reason
    texts: list[Cell] = [change.owner, change.kind.label, change.where, *_both(change)]
    return SheetLine((*texts, change.difference, _share(change.percent), reason))


def _both(change: Change) -> tuple[Cell, Cell]:
    if not change.is_about_money:
        return change.before, change.after
    return amount_of(change.before), amount_of(change.after)


def _share(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / 100
