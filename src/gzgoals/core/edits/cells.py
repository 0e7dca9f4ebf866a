"""The cells of the indicator grid as parts of indicators: copied from one to another, emptied, put into a table."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from gzgoals.core.edits.fields import field_of, with_field
from gzgoals.core.edits.many import put_values
from gzgoals.core.edits.replace import find_indicator, replaced
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Place

LEVELS = ("first", "second")
"""The two cells of an indicator's category."""

CELLS = (
    *LEVELS, "name",
    *(f"{side}.{part}" for side in ("cycle", "annual") for part in ("operator", "value", "measure")),
)  # fmt: skip
"""All cells that can be edited, in their order: the category's two levels, and the rest as in `Place.field`."""

_FIELDS = ("category", "name", "cycle", "annual")


def copied(indicator: Indicator, source: Indicator, columns: Collection[str], catalogue: Catalogue) -> Indicator:
    """Return the indicator with what `source` has in these columns."""
    first, second = catalogue.levels(source.category)
    if set(columns) >= set(LEVELS):
        indicator = replaced(indicator, category=source.category)
    elif "second" in columns:
        indicator = replaced(indicator, category=catalogue.with_second(indicator.category, second))
    elif "first" in columns:
        indicator = replaced(indicator, category=catalogue.with_first(indicator.category, first))
    for column in columns:
        if column not in LEVELS:
            indicator = with_field(indicator, column, field_of(source, column))
    return indicator


def emptied(indicator: Indicator, columns: Collection[str], catalogue: Catalogue) -> Indicator:
    """Return the indicator with nothing in these columns; the first level alone leaves the second as a text."""
    first, second = catalogue.levels(indicator.category)
    levels = ("" if "first" in columns else first, "" if "second" in columns else second)
    if levels != (first, second):
        indicator = replaced(indicator, category=catalogue.category(*levels))
    for column in columns:
        if column not in LEVELS:
            indicator = with_field(indicator, column, "")
    return indicator


def put_indicators(table: GoalTable, project: Place, indicators: Iterable[Indicator]) -> GoalTable:
    """Return the table with these indicators of a project in place of those with their ids."""
    values: list[tuple[Place, object]] = []
    for indicator in indicators:
        here = replace(project, indicator=indicator.id)
        before = find_indicator(table, here)
        changed = (field for field in _FIELDS if getattr(before, field) != getattr(indicator, field))
        values.extend((here.at(field), getattr(indicator, field)) for field in changed)
    return put_values(table, values) if values else table
