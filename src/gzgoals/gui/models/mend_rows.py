"""What the preview of many fixes shows: a tick, the project, where, and the texts before and after."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from gzgoals.core.checks import Mend
from gzgoals.core.checks.terms.columns import field_word
from gzgoals.core.table import GoalTable
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.excerpts import differing, excerpts
from gzgoals.gui.models.rows_model import Column

_SHORT = {"cycle": "周期值", "annual": "年度值"}


@dataclass(frozen=True, slots=True)
class MendRow:
    """A finding by its number, and what its fix changes."""

    key: int
    owner: str
    where: str
    before: str
    after: str
    ticked: bool


def mend_rows(table: GoalTable, mends: Sequence[Mend], ticked: Collection[int]) -> tuple[MendRow, ...]:
    """Return a row a mend, those whose numbers are in `ticked` with a tick."""
    names = {project.id: project.name for unit in table.units for project in unit.projects}
    names |= {unit.id: unit.name for unit in table.units}
    numbers = {
        indicator.id: number
        for unit in table.units
        for project in unit.projects
        for number, indicator in enumerate(project.indicators, 1)
    }
    return tuple(
        MendRow(
            number,
            names.get(mend.finding.place.project or mend.finding.place.unit, "合计") or "（未填名称）",
            _where(mend, numbers),
            _joined([cell.before or "（无）" for cell in mend.cells]),
            _joined([cell.after or "（删除）" for cell in mend.cells]),
            number in ticked,
        )
        for number, mend in enumerate(mends)
    )


def _where(mend: Mend, numbers: dict[str, int]) -> str:
    number = next((numbers[cell.place.indicator] for cell in mend.cells if cell.place.indicator in numbers), 0)
    words = _joined([_SHORT.get(cell.place.field) or field_word(cell.place.field) for cell in mend.cells], "、")
    return " · ".join(filter(None, (f"指标 {number}" if number else "", words)))


def _joined(texts: Sequence[str], by: str = "；") -> str:
    """Join texts, each once: a measure added to both targets is told once."""
    return by.join(filter(None, dict.fromkeys(texts)))


def _tick(row: MendRow) -> Cell:
    state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
    return Cell(check=state, tip="修正这一处（空格键）", spoken=f"{row.owner}，{row.where}：改为“{row.after}”")


def _text(side: int) -> Callable[[MendRow], Cell]:
    def cell(row: MendRow) -> Cell:
        texts = excerpts(row.before, row.after)
        spans = tuple(differing(*texts)[side]) if row.ticked else ()
        whole = (row.before, row.after)[side]
        return Cell(texts[side], spans=spans, tip=whole, muted=not row.ticked and side == 1)

    return cell


COLUMNS = (
    Column[MendRow]("ticked", "修正", _tick),
    Column[MendRow]("owner", "项目", lambda row: Cell(row.owner, tip=row.owner)),
    Column[MendRow]("where", "位置", lambda row: Cell(row.where, tip=row.where)),
    Column[MendRow]("before", "原文", _text(0)),
    Column[MendRow]("after", "改为", _text(1)),
)
