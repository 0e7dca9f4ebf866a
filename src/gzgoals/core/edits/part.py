"""Some of a table as a table of its own, as to be printed or handed on alone."""

from collections.abc import Collection

from gzgoals.core.edits.replace import replaced
from gzgoals.core.table import GoalTable, Place, Unit


def part_of(table: GoalTable, places: Collection[Place]) -> GoalTable:
    """Return the table with nothing but what lies at `places`, its totals those of that part.

    A unit stands for all its projects, the table's own place for everything.
    """
    if any(not place.unit for place in places):
        return table
    units = tuple(part for unit in table.units if (part := _part(unit, places)))
    return replaced(table, units=units, stated=table.stated if units == table.units else None)


def _part(unit: Unit, places: Collection[Place]) -> Unit | None:
    own = [place for place in places if place.unit == unit.id]
    if any(not place.project for place in own):
        return unit
    wanted = {place.project for place in own}
    projects = tuple(project for project in unit.projects if project.id in wanted)
    return replaced(unit, projects=projects, stated=None) if projects else None
