"""Printed totals that no longer contradict the sums: once an edit has settled them, they have nothing more to say."""

from collections.abc import Callable, Iterable

from gzgoals.core.edits.replace import find_project, replaced, with_project, with_unit
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import GoalTable, Place, Project, Stated, Unit, exact_sum, worth


def sums(projects: Iterable[Project]) -> Stated:
    """Return what a 合计 row over these projects should print, in 万元."""
    fundings = [project.funding for project in projects]
    appropriation = exact_sum(worth(funding.appropriation) for funding in fundings)
    special_account = exact_sum(worth(funding.special_account) for funding in fundings)
    other = exact_sum(worth(funding.other) for funding in fundings)
    total = exact_sum((appropriation, special_account, other))
    return Stated(total=total, appropriation=appropriation, special_account=special_account, other=other)


def _sums_of_unit(unit: Unit) -> Stated:
    return sums(unit.projects)


def without_settled(table: GoalTable, place: Place, sums_of: Callable[[Unit], Stated] = _sums_of_unit) -> GoalTable:
    """Return the table without the printed totals that agree with the sums since an edit at `place`.

    Kept, they would become false alarms at the next amount that is changed. The same table where there are none.
    `sums_of` tells what a unit's projects sum up to, where somebody knows that without adding them all up.
    """
    if place.project and _states_total(table, place):
        table = with_project(table, place, _settled_project)
    for unit in table.units:
        # A project that moves settles the unit that it leaves as well.
        if unit.stated and unit.stated == sums_of(unit):
            table = with_unit(table, Place(unit.id), lambda unit: replaced(unit, stated=None))
    if table.stated and table.stated == _joined(sums_of(unit) for unit in table.units):
        table = replaced(table, stated=None)
    return table


def _states_total(table: GoalTable, place: Place) -> bool:
    try:
        return find_project(table, place).funding.stated_total is not None
    except PlaceGoneError:
        return False


def _settled_project(project: Project) -> Project:
    settled = project.funding.stated_total == project.funding.total
    return replaced(project, funding=replaced(project.funding, stated_total=None)) if settled else project


def _joined(rows: Iterable[Stated]) -> Stated:
    parts = tuple(rows)
    return Stated(
        total=exact_sum(part.total for part in parts),
        appropriation=exact_sum(part.appropriation for part in parts),
        special_account=exact_sum(part.special_account for part in parts),
        other=exact_sum(part.other for part in parts),
    )
