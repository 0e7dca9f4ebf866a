"""Printed totals that no longer contradict the sums: once an edit has settled them, they have nothing more to say."""

from collections.abc import Iterable
from decimal import Decimal

from gzgoals.core.edits.replace import replaced, with_project, with_unit
from gzgoals.core.table import GoalTable, Place, Project, Stated, Unit, worth

_ZERO = Decimal("0.00")


def without_settled(table: GoalTable, place: Place) -> GoalTable:
    """Return the table without the printed totals that agree with the sums since an edit at `place`.

    Kept, they would become false alarms at the next amount that is changed. The same table where there are none.
    """
    if place.project and any(unit.id == place.unit and _holds(unit, place.project) for unit in table.units):
        table = with_project(table, place, _settled_project)
    for unit in table.units:
        if unit.stated:  # a project that moves settles the unit that it leaves as well
            table = with_unit(table, Place(unit.id), _settled_unit)
    if table.stated and table.stated == sums(project for unit in table.units for project in unit.projects):
        table = replaced(table, stated=None)
    return table


def sums(projects: Iterable[Project]) -> Stated:
    """Return what a 合计 row over these projects should print, in 万元."""
    fundings = [project.funding for project in projects]
    return Stated(
        total=sum((funding.total for funding in fundings), _ZERO),
        appropriation=sum((worth(funding.appropriation) for funding in fundings), _ZERO),
        special_account=sum((worth(funding.special_account) for funding in fundings), _ZERO),
        other=sum((worth(funding.other) for funding in fundings), _ZERO),
    )


def _holds(unit: Unit, project_id: str) -> bool:
    return any(project.id == project_id and project.funding.stated_total is not None for project in unit.projects)


def _settled_project(project: Project) -> Project:
    settled = project.funding.stated_total == project.funding.total
    return replaced(project, funding=replaced(project.funding, stated_total=None)) if settled else project


def _settled_unit(unit: Unit) -> Unit:
    return replaced(unit, stated=None) if unit.stated == sums(unit.projects) else unit
