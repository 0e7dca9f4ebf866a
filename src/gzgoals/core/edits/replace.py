"""The one validated replace, and the way down to a unit, a project or an indicator and up again."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


D = TypeVar("D")
I = TypeVar("I", bound=_WithId)  # noqa: E741

_GONE = "要修改的{}已不在表中，可能刚被删除。请撤销后重试。"


def replaced(value: D, /, **changes: Any) -> D:
    """Return a frozen value with some fields replaced, validated anew; the same object when nothing differs.

    Every other way to copy a value with changes would take a wrong type in silence.
    """
    if all(getattr(value, name) == new for name, new in changes.items()):
        return value
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]


def index_of(things: Sequence[_WithId], wanted: str, word: str) -> int:
    """Return where the thing with the id `wanted` stands; `word` names its kind in the error."""
    for index, thing in enumerate(things):
        if thing.id == wanted:
            return index
    raise PlaceGoneError(_GONE.format(word))


def find_unit(table: GoalTable, place: Place) -> Unit:
    """Return the unit that `place` is or lies in."""
    return table.units[index_of(table.units, place.unit, "单位")]


def find_project(table: GoalTable, place: Place) -> Project:
    """Return the project that `place` is or lies in."""
    projects = find_unit(table, place).projects
    return projects[index_of(projects, place.project, "项目")]


def find_indicator(table: GoalTable, place: Place) -> Indicator:
    """Return the indicator that `place` is or lies in."""
    indicators = find_project(table, place).indicators
    return indicators[index_of(indicators, place.indicator, "指标")]


def place_of(table: GoalTable, thing_id: str) -> Place:
    """Return the place of the unit, project or indicator with this id, wherever it stands now."""
    for unit in table.units:
        if unit.id == thing_id:
            return Place(unit.id)
        for project in unit.projects:
            if project.id == thing_id:
                return Place(unit.id, project.id)
            if any(indicator.id == thing_id for indicator in project.indicators):
                return Place(unit.id, project.id, thing_id)
    raise PlaceGoneError(_GONE.format("内容"))


def with_unit(table: GoalTable, place: Place, change: Callable[[Unit], Unit]) -> GoalTable:
    """Return the table with the unit at `place` changed."""
    return replaced(table, units=_changed(table.units, place.unit, "单位", change))


def with_project(table: GoalTable, place: Place, change: Callable[[Project], Project]) -> GoalTable:
    """Return the table with the project at `place` changed."""
    return with_unit(
        table, place, lambda unit: replaced(unit, projects=_changed(unit.projects, place.project, "项目", change))
    )


def with_indicator(table: GoalTable, place: Place, change: Callable[[Indicator], Indicator]) -> GoalTable:
    """Return the table with the indicator at `place` changed."""
    return with_project(
        table,
        place,
        lambda project: replaced(project, indicators=_changed(project.indicators, place.indicator, "指标", change)),
    )


def _changed(things: tuple[I, ...], wanted: str, word: str, change: Callable[[I], I]) -> tuple[I, ...]:
    index = index_of(things, wanted, word)
    new = change(things[index])
    return things if new is things[index] else (*things[:index], new, *things[index + 1 :])
