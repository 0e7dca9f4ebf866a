"""What the project tree shows of a table: department, units and projects with amounts and badges, filtered."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.checks import Checked, Renewed
from gzgoals.core.table import TABLE, GoalTable, Place, Project, Unit, money_text
from gzgoals.gui.models.cells import Badge, Cell
from gzgoals.gui.models.project_filter import Sieve
from gzgoals.gui.models.rows_model import Column

ROOT = "table".ljust(65)
"""The key of the department's row, longer than any id; units and projects have their ids."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A row of the tree with the rows below it."""

    key: str
    name: str = ""
    brief: str = ""
    amount: Decimal = Decimal("0.00")
    badge: Badge = Badge()
    strong: bool = False
    muted: bool = False
    children: tuple["TreeRow", ...] = ()

    def shows_as(self, other: "TreeRow") -> bool:
        """Tell whether both rows look the same, whatever stands below them."""
        return (self.name, self.brief, self.amount, self.badge, self.strong, self.muted) == (
            other.name, other.brief, other.amount, other.badge, other.strong, other.muted,
        )  # fmt: skip


def project_tree(table: GoalTable, checked: Checked, sieve: Sieve | None = None, held: str = "") -> TreeRow:
    """Return the department's row with its units and projects: all, or those that the `sieve` keeps.

    The project or unit with the id `held` is kept in any case.
    """
    units = []
    for unit in table.units:
        projects = tuple(
            _project_row(unit, project, checked)
            for project in unit.projects
            if sieve is None or project.id == held or sieve.keeps(unit, project)
        )
        if projects or sieve is None or unit.id == held or sieve.keeps_empty(unit):
            units.append(_unit_row(unit, checked, projects))
    return _department_row(table, checked, tuple(units))


def renewed_rows(table: GoalTable, checked: Checked, renewed: Renewed) -> Iterator[TreeRow]:
    """Yield the rows of what is renewed and of what it lies in, each without those below it."""
    yield _department_row(table, checked)
    for number in sorted({*renewed.units, *(unit for unit, _ in renewed.projects)}):
        yield _unit_row(table.units[number], checked)
    for number, place in renewed.projects:
        unit = table.units[number]
        yield _project_row(unit, unit.projects[place], checked)


def _department_row(table: GoalTable, checked: Checked, units: tuple[TreeRow, ...] = ()) -> TreeRow:
    name, muted = (table.department, False) if table.department.strip() else ("（未填部门名称）", True)
    total = checked.figures.total
    return TreeRow(ROOT, name, "", total, _badge(checked, TABLE), strong=True, muted=muted, children=units)


def _unit_row(unit: Unit, checked: Checked, projects: tuple[TreeRow, ...] = ()) -> TreeRow:
    name, muted = (unit.name, False) if unit.name.strip() else ("（未填单位名称）", True)
    known = checked.unit(unit.id)
    total = known.figures.total if known else Decimal("0.00")
    return TreeRow(unit.id, name, "", total, _badge(checked, Place(unit.id)), muted=muted, children=projects)


def _project_row(unit: Unit, project: Project, checked: Checked) -> TreeRow:
    name, muted = (project.name, False) if project.name.strip() else ("（未填项目名称）", True)
    badge = _badge(checked, Place(unit.id, project.id))
    return TreeRow(project.id, name, _brief(name, unit.name), project.funding.total, badge, muted=muted)


def _brief(name: str, owner: str) -> str:
    """Return a project's name without that of its owner, by which names that begin alike are told apart."""
    rest = name.removeprefix(owner) if owner.strip() else name
    return f"…{rest}" if rest and rest != name else ""


def _badge(checked: Checked, place: Place) -> Badge:
    return Badge.of(checked.tally(place))


COLUMNS = (
    Column[TreeRow](
        "name", "项目", lambda row: Cell(row.name, tip=row.name, brief=row.brief, strong=row.strong, muted=row.muted)
    ),
    Column[TreeRow]("amount", "金额（万元）", lambda row: Cell(money_text(row.amount), right=True, strong=row.strong)),
    Column[TreeRow]("badge", "问题", lambda row: Cell(badge=row.badge, tip=row.badge.words)),
)  # fmt: skip
