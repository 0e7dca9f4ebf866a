"""A table that is not checked yet, as a check would tell of it, and how much of a table a check would look at anew."""

from collections.abc import Iterable
from itertools import compress
from operator import is_not

from gzgoals.core.checks.checked import Checked, CheckedUnit, Renewed
from gzgoals.core.checks.office import Office, built_in_office
from gzgoals.core.checks.rule import Around
from gzgoals.core.table import GoalTable, Project, Unit, catalogue_of


def unchecked(table: GoalTable, before: Checked | None = None, office: Office | None = None) -> Checked:
    """Return an outcome without any findings that only knows what the table sums up to.

    Units that are the same in `before`, another such outcome, are taken over.
    """
    around = Around(catalogue_of(table.scheme), office or built_in_office(), frozenset(table.hints_off))
    known = before.by_id if before else {}
    units = (_unchecked_unit(unit, known.get(unit.id)) for unit in table.units)
    return Checked(table, around, (), tuple(units))


def _unchecked_unit(unit: Unit, known: CheckedUnit | None) -> CheckedUnit:
    return known if known and known.unit is unit and not known.projects else CheckedUnit(unit, (), ())


def indicators_anew(table: GoalTable, before: Checked | None, office: Office | None = None) -> int:
    """Return how many indicators a check after `before` would look at, most of what its time depends on."""
    around = before.around if before else None
    rules = (catalogue_of(table.scheme), office or built_in_office(), frozenset(table.hints_off))
    if before is None or around is None or (around.catalogue, around.office, around.hints_off) != rules:
        return sum(len(project.indicators) for unit in table.units for project in unit.projects)
    known = before.by_id
    return sum(
        len(project.indicators)
        for unit in table.units
        for project in _changed(unit, known[unit.id].unit if unit.id in known else None)
    )


def renewed_in(old: GoalTable, new: GoalTable) -> Renewed | None:
    """Return what differs between two tables, as `renewed` does between their outcomes."""
    if [unit.id for unit in old.units] != [unit.id for unit in new.units]:
        return None
    projects: list[tuple[int, int]] = []
    units: list[int] = []
    for row, (before, after) in enumerate(zip(old.units, new.units, strict=True)):
        if before is after:
            continue
        units.append(row)
        if len(before.projects) != len(after.projects):
            return None
        places = compress(range(len(after.projects)), map(is_not, before.projects, after.projects))
        for place in places:
            if before.projects[place].id != after.projects[place].id:
                return None
            projects.append((row, place))
    return Renewed(tuple(projects), tuple(units))


def _changed(unit: Unit, before: Unit | None) -> Iterable[Project]:
    """Return the projects that are other objects than before."""
    if before is None:
        return unit.projects
    if before is unit:
        return ()
    if len(before.projects) == len(unit.projects):
        return compress(unit.projects, map(is_not, unit.projects, before.projects))
    there = set(map(id, before.projects))
    return (project for project in unit.projects if id(project) not in there)
