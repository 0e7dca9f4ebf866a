"""A list of all projects to tick some of: a tick, the unit, the name, the amount."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt

from gzgoals.core.lookup import match
from gzgoals.core.table import GoalTable, Place, money_text
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class TickedProject:
    """A project by its place, and whether it is ticked."""

    key: Place
    unit: str
    name: str
    amount: str
    ticked: bool


def project_rows(table: GoalTable, ticked: Collection[Place], wanted: str = "") -> tuple[TickedProject, ...]:
    """Return a row for each project whose name or unit is found by what is `wanted`."""
    return tuple(
        TickedProject(place, unit.name, name, money_text(project.funding.total), place in ticked)
        for unit in table.units
        for project in unit.projects
        if match(wanted, name := project.name.strip() or "（未填项目名称）") or match(wanted, unit.name)
        for place in (Place(unit.id, project.id),)
    )


def _tick(row: TickedProject) -> Cell:
    state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
    return Cell(check=state, tip="并排编辑这个项目（空格键）", spoken=row.name)


COLUMNS = (
    Column[TickedProject]("ticked", "选", _tick),
    Column[TickedProject]("name", "项目", lambda row: Cell(row.name, tip=row.name)),
    Column[TickedProject]("unit", "单位", lambda row: Cell(row.unit, tip=row.unit, muted=True)),
    Column[TickedProject]("amount", "金额（万元）", lambda row: Cell(row.amount, right=True), right=True),
)
