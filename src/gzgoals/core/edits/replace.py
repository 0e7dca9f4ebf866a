"""The one validated replace, and the way down to a unit, a project or an indicator and up again."""

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from gzgoals.core.edits.lineage import with_one
from gzgoals.core.edits.whereabouts import WithId, gone, index_of
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit

D = TypeVar("D")
I = TypeVar("I", bound=WithId)  # noqa: E741


def replaced(value: D, /, **changes: Any) -> D:
    """Return a frozen value with some fields replaced, validated anew; the same object when nothing differs.

    Every other way to copy a value with changes would take a wrong type in silence.
    """
    if all(getattr(value, name) == new for name, new in changes.items()):
        return value
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]


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
    raise gone("内容")


def with_unit(table: GoalTable, place: Place, change: Callable[[Unit], Unit]) -> GoalTable:
    """Return the table with the unit at `place` changed."""
    return _with_part(table, "units", index_of(table.units, place.unit, "单位"), change)


def with_project(table: GoalTable, place: Place, change: Callable[[Project], Project]) -> GoalTable:
    """Return the table with the project at `place` changed."""

    def changed(unit: Unit) -> Unit:
        return _with_part(unit, "projects", index_of(unit.projects, place.project, "项目"), change)

    return with_unit(table, place, changed)


def with_indicator(table: GoalTable, place: Place, change: Callable[[Indicator], Indicator]) -> GoalTable:
    """Return the table with the indicator at `place` changed."""

    def changed(project: Project) -> Project:
        return _with_part(project, "indicators", index_of(project.indicators, place.indicator, "指标"), change)

    return with_project(table, place, changed)


def with_inner(whole: D, name: str, change: Callable[[Any], Any]) -> D:
    """Return a value with its part `name` changed; the part is validated where it is of another class than before."""
    old = getattr(whole, name)
    new = change(old)
    return whole if new is old else _with_known(whole, name, old, new, new)


def _with_part(whole: D, name: str, index: int, change: Callable[[I], I]) -> D:
    """Return a value with one of its parts changed, the one at `index` of the tuple `name`."""
    parts: tuple[I, ...] = getattr(whole, name)
    old = parts[index]
    new = change(old)
    return whole if new is old else _with_known(whole, name, old, new, with_one(parts, index, new))


def _with_known(whole: D, name: str, old: object, new: object, part: object) -> D:
    """Return a value with `part` as its field `name`, in which `new` stands for `old`.

    All else was validated when it came in, and so was `new` where it is of the class of `old`: validating ten thousand
    again is what an edit of a large table would mostly wait for.
    """
    return replaced(whole, **{name: part}) if type(new) is not type(old) else _copied(whole, name, part)


def _copied(whole: D, name: str, part: object) -> D:
    """Return a frozen value with one field replaced that is known to be valid."""
    copy = object.__new__(type(whole))
    for field in type(whole).__slots__:  # type: ignore[attr-defined]
        object.__setattr__(copy, field, part if field == name else getattr(whole, field))
    return copy
