"""One id, one thing: ids that occur twice in a file, as after copying a block by hand, are told apart."""

from typing import TypeVar

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Indicator, Project, Unit, new_id

T = TypeVar("T", Unit, Project, Indicator)


def with_unique_ids(table: GoalTable) -> GoalTable:
    """Return the table with a fresh id for each thing whose id another one has already.

    Projects keep theirs before indicators and those before units, since explanations hang on them. The year before is
    looked at by itself: there the same ids stand again.
    """
    last_year = table.last_year
    if last_year:
        last_year = replaced(last_year, units=_unique(last_year.units))
    return replaced(table, units=_unique(table.units), last_year=last_year)


def _unique(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    ids = [unit.id for unit in units]
    ids += [project.id for unit in units for project in unit.projects]
    ids += [indicator.id for unit in units for project in unit.projects for indicator in project.indicators]
    if len(set(ids)) == len(ids):
        return units
    seen: set[str] = set()
    parted = [replaced(unit, projects=tuple(_of_its_own(each, seen) for each in unit.projects)) for unit in units]
    parted = [replaced(unit, projects=tuple(_inside(each, seen) for each in unit.projects)) for unit in parted]
    return tuple(_of_its_own(unit, seen) for unit in parted)


def _inside(project: Project, seen: set[str]) -> Project:
    return replaced(project, indicators=tuple(_of_its_own(indicator, seen) for indicator in project.indicators))


def _of_its_own(thing: T, seen: set[str]) -> T:
    own = replaced(thing, id=new_id()) if thing.id in seen else thing
    seen.add(own.id)
    return own
