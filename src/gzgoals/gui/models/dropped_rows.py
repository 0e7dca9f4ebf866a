"""What the list of projects in a roll forward shows: each goes on, or is ticked as no longer planned."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt

from gzgoals.core.table import money_text
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """A project by its id; `dropped` when it is no longer planned."""

    key: str
    unit: str
    name: str
    total: Decimal
    dropped: bool


def _dropped(row: DroppedRow) -> Cell:
    state = Qt.CheckState.Checked if row.dropped else Qt.CheckState.Unchecked
    words = "不再安排" if row.dropped else ""
    return Cell(words, check=state, tip="勾选后不结转到下一年度（空格键）", spoken=f"不再安排“{row.name}”")


COLUMNS = (
    Column[DroppedRow]("dropped", "不再安排", _dropped),
    Column[DroppedRow](
        "name", "项目", lambda row: Cell(row.name, tip=row.name, muted=row.dropped, prompt="（未填项目名称）")
    ),
    Column[DroppedRow]("unit", "单位", lambda row: Cell(row.unit, tip=row.unit, muted=row.dropped)),
    Column[DroppedRow]("total", "总计", lambda row: Cell(money_text(row.total), right=True, muted=row.dropped)),
)
