"""Edits: pure functions from a table to a table, and the history that makes each of them one undo away.

An edit returns the very same table when it changes nothing, shares all that it did not change, and raises
`PlaceGoneError` when the table no longer holds the place it names.
"""

from gzgoals.core.edits.amounts import Rescaled, Scaling, rescaled, with_scaled
from gzgoals.core.edits.cells import CELLS, copied, emptied, put_indicators
from gzgoals.core.edits.fields import field_of, get_value, put_value, thing_at, with_field
from gzgoals.core.edits.history import History, Step
from gzgoals.core.edits.lineage import changed_rows, forget_lineage
from gzgoals.core.edits.many import put_values
from gzgoals.core.edits.nearest import nearest
from gzgoals.core.edits.part import part_of
from gzgoals.core.edits.replace import find_indicator, find_project, find_unit, place_of, replaced
from gzgoals.core.edits.several import add_projects, add_units, move_projects, move_units, remove_things
from gzgoals.core.edits.stated import sums, without_settled
from gzgoals.core.edits.structure import (
    add_indicators,
    add_project,
    add_unit,
    copy_indicator,
    copy_project,
    copy_unit,
    move_indicator,
    move_project,
    move_unit,
    remove_indicators,
    remove_project,
    remove_unit,
)
from gzgoals.core.edits.whereabouts import index_of

__all__ = [
    "CELLS",
    "History",
    "Rescaled",
    "Scaling",
    "Step",
    "add_indicators",
    "add_project",
    "add_projects",
    "add_unit",
    "add_units",
    "changed_rows",
    "copied",
    "copy_indicator",
    "copy_project",
    "copy_unit",
    "emptied",
    "field_of",
    "find_indicator",
    "find_project",
    "find_unit",
    "forget_lineage",
    "get_value",
    "index_of",
    "move_indicator",
    "move_project",
    "move_projects",
    "move_unit",
    "move_units",
    "nearest",
    "part_of",
    "place_of",
    "put_indicators",
    "put_value",
    "put_values",
    "remove_indicators",
    "remove_project",
    "remove_things",
    "remove_unit",
    "replaced",
    "rescaled",
    "sums",
    "thing_at",
    "with_field",
    "with_scaled",
    "without_settled",
]
