"""A table that is not checked yet, as a check would tell of it, and how much of a table a check would look at anew."""

from collections.abc import Iterable
from itertools import accumulate

from gzgoals.core.checks.checking.checked import Checked, CheckedUnit
from gzgoals.core.checks.checking.counts import NONE
from gzgoals.core.checks.checking.peers import peers_of
from gzgoals.core.checks.checking.renewal import Renewed
from gzgoals.core.checks.checking.rows import Rows
from gzgoals.core.checks.terms.figures import figures_of, together
from gzgoals.core.checks.terms.office import Office, built_in_office
from gzgoals.core.checks.terms.rule import around_of
from gzgoals.core.edits import changed_rows
from gzgoals.core.table import GoalTable, Project, Unit


def unchecked(table: GoalTable, before: Checked | None = None, office: Office | None = None) -> Checked:
    """Return an outcome without any findings that only knows what the table sums up to.

    What the units summed up to in `before`, another such outcome, is taken over where it is the same.
    """
    around = around_of(table.scheme, office or built_in_office(), frozenset(table.hints_off))
    units = tuple(_unchecked_unit(unit, before.unit(unit.id) if before else None) for unit in table.units)
    return Checked(
        table,
        around,
        own=(),
        units=units,
        rows={unit.id: row for row, unit in enumerate(table.units)},
        starts=tuple(accumulate((len(unit.projects) for unit in table.units[:-1]), initial=0)),
        peers=peers_of(()),
        reasons={},
        figures=together([unit.figures for unit in units]),
        of_units=NONE,
    )


def indicators_anew(table: GoalTable, before: Checked | None, office: Office | None = None) -> int:
    """Return how many indicators a check after `before` would look at, most of what its time depends on."""
    around = around_of(table.scheme, office or built_in_office(), frozenset(table.hints_off))
    if before is None or before.around is not around:
        return sum(len(project.indicators) for unit in table.units for project in unit.projects)
    return sum(len(project.indicators) for unit in table.units for project in _changed(unit, before.unit(unit.id)))


def renewed_in(old: GoalTable, new: GoalTable) -> Renewed | None:
    """Return what differs between two tables, as `renewed` does between their outcomes."""
    if len(old.units) != len(new.units):
        return None
    projects: list[tuple[int, int]] = []
    units = changed_rows(old.units, new.units)
    for row in units:
        before, after = old.units[row], new.units[row]
        if before.id != after.id or len(before.projects) != len(after.projects):
            return None
        places = changed_rows(before.projects, after.projects)
        if any(before.projects[place].id != after.projects[place].id for place in places):
            return None
        projects.extend((row, place) for place in places)
    return Renewed(tuple(projects), tuple(units))


def _unchecked_unit(unit: Unit, known: CheckedUnit | None) -> CheckedUnit:
    if known is None or len(known.unit.projects) != len(unit.projects):
        return CheckedUnit(unit, (), Rows(), {}, figures_of(unit.projects), NONE)
    if known.unit is unit:
        return known
    old = known.unit.projects
    rows = changed_rows(old, unit.projects)
    gone, come = figures_of([old[row] for row in rows]), figures_of([unit.projects[row] for row in rows])
    return CheckedUnit(unit, (), Rows(), {}, known.figures.changed(gone, come), NONE)


def _changed(unit: Unit, known: CheckedUnit | None) -> Iterable[Project]:
    """Return the projects that are other objects than those that are known."""
    if known is None:
        return unit.projects
    before = known.unit.projects
    if len(before) == len(unit.projects):
        return [unit.projects[row] for row in changed_rows(before, unit.projects)]
    there = set(map(id, before))
    return (project for project in unit.projects if id(project) not in there)
