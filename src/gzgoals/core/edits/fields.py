"""Reading and writing one field anywhere in a table, by its place."""

from typing import Any, TypeVar

from gzgoals.core.edits.replace import (
    find_indicator,
    find_project,
    find_unit,
    replaced,
    with_indicator,
    with_inner,
    with_project,
    with_unit,
)
from gzgoals.core.table import GoalTable, Place

D = TypeVar("D")


def get_value(table: GoalTable, place: Place) -> Any:
    """Return what stands in the field that `place` names."""
    return field_of(thing_at(table, place), place.field)


def field_of(thing: Any, field: str) -> Any:
    """Return what stands in a field of a table, unit, project or indicator; `field` is named as in `Place.field`."""
    for name in field.split("."):
        thing = getattr(thing, name)
    return thing


def put_value(table: GoalTable, place: Place, value: object) -> GoalTable:
    """Return the table with `value` in the field that `place` names.

    Raises pydantic's `ValidationError` when the value is not of the field's type.
    """
    if place.indicator:
        return with_indicator(table, place, lambda indicator: with_field(indicator, place.field, value))
    if place.project:
        return with_project(table, place, lambda project: with_field(project, place.field, value))
    if place.unit:
        return with_unit(table, place, lambda unit: with_field(unit, place.field, value))
    return with_field(table, place.field, value)


def thing_at(table: GoalTable, place: Place) -> object:
    """Return the indicator, project, unit or table that `place` is or in which it names a field."""
    if place.indicator:
        return find_indicator(table, place)
    if place.project:
        return find_project(table, place)
    return find_unit(table, place) if place.unit else table


def with_field(thing: D, field: str, value: object) -> D:
    """Return a table, unit, project or indicator with `value` in one of its fields, named as in `Place.field`."""
    name, _, rest = field.partition(".")
    if rest:
        return with_inner(thing, name, lambda inner: with_field(inner, rest, value))
    return replaced(thing, **{name: value})
