"""What the preview of changed amounts shows: each project's total before and after, and the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.edits import Rescaled
from gzgoals.core.table import exact_sum, money_text
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column

SUM = "sum".ljust(65)
"""The key of the row of sums, longer than any id."""


@dataclass(frozen=True, slots=True)
class RescaledRow:
    """A project with its totals in 万元, or the sum of all."""

    key: str
    name: str
    before: Decimal
    after: Decimal
    draft: bool = False

    @property
    def strong(self) -> bool:
        """Whether it is the sum."""
        return self.key == SUM

    @property
    def difference(self) -> Decimal:
        """How much more there is afterwards."""
        return exact_sum((self.after, self.before.copy_negate()))


def rescaled_rows(found: Sequence[Rescaled]) -> tuple[RescaledRow, ...]:
    """Return a row a project, and their sum first, where it is in sight however many there are."""
    rows = tuple(
        RescaledRow(each.place.project, each.name or "（未填项目名称）", each.before, each.after, each.draft)
        for each in found
    )
    before, after = exact_sum(row.before for row in rows), exact_sum(row.after for row in rows)
    return (RescaledRow(SUM, f"合计 {len(rows)} 个项目", before, after), *rows)


def _name(row: RescaledRow) -> Cell:
    tip = "有金额不是数字，该金额保持原样" if row.draft else row.name
    return Cell(f"{row.name}　※" if row.draft else row.name, tip=tip, strong=row.strong)


def _money(amount: Decimal, row: RescaledRow, *, muted: bool = False) -> Cell:
    return Cell(money_text(amount), right=True, strong=row.strong, muted=muted)


def _difference(row: RescaledRow) -> Cell:
    if not row.difference:
        return Cell("—", right=True, muted=True, strong=row.strong, spoken="不变")
    sign = "+" if row.difference > 0 else ""
    return Cell(f"{sign}{money_text(row.difference)}", right=True, strong=row.strong)


COLUMNS = (
    Column[RescaledRow]("name", "项目", _name),
    Column[RescaledRow]("before", "现总计", lambda row: _money(row.before, row), right=True),
    Column[RescaledRow]("after", "调整后", lambda row: _money(row.after, row), right=True),
    Column[RescaledRow]("difference", "增减", _difference, right=True),
)
