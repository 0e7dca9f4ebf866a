"""One id, one thing: ids that occur twice in a file, as after copying a block by hand, are told apart."""

from typing import TypeVar

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Indicator, Project, Unit, new_id

T = TypeVar("T", Unit, Project, Indicator)


def with_unique_ids(table: GoalTable) -> GoalTable:
    """Return the table with a fresh id for each thing whose id another one has already.

    Projects keep theirs before indicators and those before units, since explanations hang on them.
    """
    ids = [unit.id for unit in table.units]
    ids += [project.id for unit in table.units for project in unit.projects]
    ids += [indicator.id for unit in table.units for project in unit.projects for indicator in project.indicators]
    if len(set(ids)) == len(ids):
        return table
    seen: set[str] = set()
    return replaced(table, units=tuple(_unit(unit, seen) for unit in table.units))


def _unit(unit: Unit, seen: set[str]) -> Unit:
    own = _of_its_own(unit, seen)
    return replaced(own, projects=tuple(_project(project, seen) for project in unit.projects))


def _project(project: Project, seen: set[str]) -> Project:
    own = _of_its_own(project, seen)
    return replaced(own, indicators=tuple(_of_its_own(indicator, seen) for indicator in project.indicators))


def _of_its_own(thing: T, seen: set[str]) -> T:
    own = replaced(thing, id=new_id()) if thing.id in seen else thing
    seen.add(own.id)
    return own
