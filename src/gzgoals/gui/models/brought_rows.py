"""What the list of projects to be brought in shows: a tick, name, amount, how it comes in, and its years."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt

from gzgoals.core.checks import Severity
from gzgoals.core.table import money_text
from gzgoals.gui.models.cells import Cell, Editor
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class Years:
    """The years in a project's texts: `words` tell what they become, `ticked` of `count` texts are to be changed."""

    words: str = ""
    count: int = 0
    ticked: int = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """A project by its id; `trouble` is what is still in doubt about it, `way` how it comes in, of `ways`."""

    key: str
    unit: str
    name: str
    total: Decimal
    indicators: int
    comes: bool
    trouble: str = ""
    money_trouble: str = ""
    way: str = ""
    ways: tuple[str, ...] = ()
    way_told: str = ""
    years: Years = Years()


def check_state(ticked: int, count: int) -> Qt.CheckState:
    """Return how a tick box looks for so many that are ticked of all."""
    if not ticked:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if ticked == count else Qt.CheckState.PartiallyChecked


def _comes(row: BroughtRow) -> Cell:
    return Cell(check=check_state(int(row.comes), 1), tip="带入这个项目（空格键）", spoken=f"带入“{row.name}”")


def _name(row: BroughtRow) -> Cell:
    cell = Cell(row.name, tip=row.name, editor=Editor.TEXT, prompt="（未填项目名称）", muted=not row.comes)
    return cell.marked(Severity.WARNING if row.trouble else None, row.trouble)


def _total(row: BroughtRow) -> Cell:
    cell = Cell(money_text(row.total), right=True, muted=not row.comes)
    return cell.marked(Severity.WARNING if row.money_trouble else None, row.money_trouble)


def _way(row: BroughtRow) -> Cell:
    return Cell(row.way, tip=row.way_told, editor=Editor.CHOICE, choices=row.ways, muted=not row.comes)


def _years(row: BroughtRow) -> Cell:
    years = row.years
    if not years.count:
        return Cell()
    return Cell(
        years.words, check=check_state(years.ticked, years.count), tip=years.told,
        muted=not (row.comes and years.ticked), spoken=f"年份 {years.words}",
    )  # fmt: skip


COLUMNS = (
    Column[BroughtRow]("comes", "", _comes),
    Column[BroughtRow]("name", "项目", _name),
    Column[BroughtRow]("unit", "单位", lambda row: Cell(row.unit, tip=row.unit, muted=not row.comes)),
    Column[BroughtRow]("total", "总计", _total),
    Column[BroughtRow]("indicators", "指标", lambda row: Cell(str(row.indicators), right=True, muted=not row.comes)),
    Column[BroughtRow]("way", "带入方式", _way),
    Column[BroughtRow]("years", "年份", _years),
)
