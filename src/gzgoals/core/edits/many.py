"""Many fields at once: one walk through the table, however many there are."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from gzgoals.core.edits.fields import with_field
from gzgoals.core.edits.replace import replaced
from gzgoals.core.edits.whereabouts import WithId, gone
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit

D = TypeVar("D")
W = TypeVar("W", bound=WithId)

_Fields = Mapping[str, Any]


def put_values(table: GoalTable, values: Iterable[tuple[Place, object]]) -> GoalTable:
    """Return the table with each value in the field that its place names; the last one wins where a place comes twice.

    Raises `PlaceGoneError` where the table no longer holds a place, and pydantic's `ValidationError` when a value is
    not of its field's type; nothing is changed then.
    """
    tree: dict[str, Any] = {}
    for place, value in values:
        branch = tree
        for step in filter(None, (place.unit, place.project, place.indicator)):
            branch = branch.setdefault(step, {})
        branch.setdefault("", {})[place.field] = value
    table = _with_fields(table, tree.pop("", {}))
    return replaced(table, units=_with_parts(table.units, tree, _unit, "单位")) if tree else table


def _unit(unit: Unit, branch: dict[str, Any]) -> Unit:
    unit = _with_fields(unit, branch.pop("", {}))
    return replaced(unit, projects=_with_parts(unit.projects, branch, _project, "项目")) if branch else unit


def _project(project: Project, branch: dict[str, Any]) -> Project:
    project = _with_fields(project, branch.pop("", {}))
    if not branch:
        return project
    return replaced(project, indicators=_with_parts(project.indicators, branch, _indicator, "指标"))


def _indicator(indicator: Indicator, branch: dict[str, Any]) -> Indicator:
    return _with_fields(indicator, branch.pop("", {}))


def _with_parts(parts: tuple[W, ...], branches: dict[str, Any], change: Any, kind: str) -> tuple[W, ...]:
    changed = tuple(change(part, branches.pop(part.id)) if part.id in branches else part for part in parts)
    if branches:
        raise gone(kind)
    return changed


def _with_fields(thing: D, fields: _Fields) -> D:
    for field, value in fields.items():
        thing = with_field(thing, field, value)
    return thing
