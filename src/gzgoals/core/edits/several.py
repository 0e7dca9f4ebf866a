"""Several units or projects at once: added, moved and removed in one walk through the table."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from gzgoals.core.edits.replace import replaced, with_unit
from gzgoals.core.edits.structure import inserted
from gzgoals.core.edits.whereabouts import WithId, gone, index_of
from gzgoals.core.table import GoalTable, Place, Project, Unit

T = TypeVar("T", bound=WithId)


def add_projects(table: GoalTable, place: Place, projects: Sequence[Project], index: int) -> GoalTable:
    """Return the table with `projects` standing from `index` on in the unit at `place`."""
    return with_unit(table, place, lambda unit: replaced(unit, projects=inserted(unit.projects, index, *projects)))


def add_units(table: GoalTable, units: Sequence[Unit], index: int) -> GoalTable:
    """Return the table with `units` standing from `index` on."""
    return replaced(table, units=inserted(table.units, index, *units))


def move_projects(table: GoalTable, ids: Collection[str], unit_id: str, index: int) -> GoalTable:
    """Return the table with the projects `ids`, in their order, before the one at `index` of the unit `unit_id`.

    The index counts them where they stand now.
    """
    index_of(table.units, unit_id, "单位")
    moved = tuple(project for unit in table.units for project in unit.projects if project.id in ids)
    if len(moved) < len(ids):
        raise gone("项目")

    def settled(unit: Unit) -> Unit:
        if unit.id == unit_id:
            return replaced(unit, projects=_moved(unit.projects, moved, index))
        return replaced(unit, projects=_without(unit.projects, ids))

    return replaced(table, units=tuple(map(settled, table.units)))


def move_units(table: GoalTable, ids: Collection[str], index: int) -> GoalTable:
    """Return the table with the units `ids`, in their order, before the one at `index`, counted as they stand now."""
    moved = tuple(unit for unit in table.units if unit.id in ids)
    return replaced(table, units=_moved(table.units, moved, index))


def remove_things(table: GoalTable, places: Collection[Place]) -> GoalTable:
    """Return the table without the units and projects at `places`."""
    units = {place.unit for place in places if not place.project}
    projects = {place.project for place in places if place.project}
    left = (unit for unit in table.units if unit.id not in units)
    return replaced(table, units=tuple(replaced(unit, projects=_without(unit.projects, projects)) for unit in left))


def _without(things: tuple[T, ...], ids: Collection[str]) -> tuple[T, ...]:
    return tuple(thing for thing in things if thing.id not in ids) if any(t.id in ids for t in things) else things


def _moved(things: tuple[T, ...], moved: tuple[T, ...], index: int) -> tuple[T, ...]:
    ids = {thing.id for thing in moved}
    return (*_without(things[:index], ids), *moved, *_without(things[index:], ids))
