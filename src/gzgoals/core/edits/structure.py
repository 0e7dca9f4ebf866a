"""Adding, copying, removing and moving units, projects and indicators."""

import dataclasses
from collections.abc import Collection
from typing import TypeVar

from gzgoals.core.edits.replace import (
    find_indicator,
    find_project,
    find_unit,
    replaced,
    with_project,
    with_unit,
)
from gzgoals.core.edits.whereabouts import index_of
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit, new_id

T = TypeVar("T")

LAST = 1 << 30
"""An index beyond every end."""


def add_unit(table: GoalTable, unit: Unit, index: int = LAST) -> GoalTable:
    """Return the table with `unit` standing at `index`, or last."""
    return replaced(table, units=inserted(table.units, index, unit))


def add_project(table: GoalTable, place: Place, project: Project, index: int = LAST) -> GoalTable:
    """Return the table with `project` standing at `index` of the unit at `place`, or last there."""
    return with_unit(table, place, lambda unit: replaced(unit, projects=inserted(unit.projects, index, project)))


def add_indicators(table: GoalTable, place: Place, indicators: Collection[Indicator], index: int = LAST) -> GoalTable:
    """Return the table with `indicators` standing from `index` on in the project at `place`, or last there."""
    return with_project(
        table, place, lambda project: replaced(project, indicators=inserted(project.indicators, index, *indicators))
    )


def remove_unit(table: GoalTable, place: Place) -> GoalTable:
    """Return the table without the unit at `place` and its projects."""
    index = index_of(table.units, place.unit, "单位")
    return replaced(table, units=table.units[:index] + table.units[index + 1 :])


def remove_project(table: GoalTable, place: Place) -> GoalTable:
    """Return the table without the project at `place`."""
    find_project(table, place)
    return with_unit(
        table, place, lambda unit: replaced(unit, projects=tuple(p for p in unit.projects if p.id != place.project))
    )


def remove_indicators(table: GoalTable, place: Place, ids: Collection[str]) -> GoalTable:
    """Return the table without the indicators `ids` of the project at `place`."""
    return with_project(
        table,
        place,
        lambda project: replaced(project, indicators=tuple(i for i in project.indicators if i.id not in ids)),
    )


def copy_indicator(indicator: Indicator) -> Indicator:
    """Return an equal indicator that is a thing of its own."""
    return replaced(indicator, id=new_id())


def copy_project(project: Project) -> Project:
    """Return an equal project that is a thing of its own, with its indicators."""
    return replaced(project, id=new_id(), indicators=tuple(copy_indicator(i) for i in project.indicators))


def copy_unit(unit: Unit) -> Unit:
    """Return an equal unit that is a thing of its own, with its projects."""
    return replaced(unit, id=new_id(), projects=tuple(copy_project(p) for p in unit.projects))


def move_unit(table: GoalTable, place: Place, index: int) -> GoalTable:
    """Return the table with the unit at `place` standing at `index`, counted without itself."""
    unit = find_unit(table, place)
    return replaced(table, units=inserted(tuple(u for u in table.units if u is not unit), index, unit))


def move_project(table: GoalTable, place: Place, unit_id: str, index: int) -> GoalTable:
    """Return the table with the project at `place` moved to `index` of the unit `unit_id`, counted without itself."""
    project = find_project(table, place)
    if unit_id == place.unit:
        return with_unit(
            table,
            place,
            lambda unit: replaced(
                unit, projects=inserted(tuple(p for p in unit.projects if p is not project), index, project)
            ),
        )
    index_of(table.units, unit_id, "单位")
    return add_project(remove_project(table, place), dataclasses.replace(place, unit=unit_id), project, index)


def move_indicator(table: GoalTable, place: Place, index: int) -> GoalTable:
    """Return the table with the indicator at `place` standing at `index` of its project, counted without itself."""
    indicator = find_indicator(table, place)
    return with_project(
        table,
        place,
        lambda project: replaced(
            project,
            indicators=inserted(tuple(i for i in project.indicators if i is not indicator), index, indicator),
        ),
    )


def inserted(things: tuple[T, ...], index: int, *new: T) -> tuple[T, ...]:
    """Return things with new ones standing from `index` on."""
    index = max(index, 0)
    return (*things[:index], *new, *things[index:])
