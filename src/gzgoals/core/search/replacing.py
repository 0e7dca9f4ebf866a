"""Another text in the place of what was found: an edit like any other, of the very cells that were chosen."""

from collections.abc import Iterable

from gzgoals.core.edits import put_values
from gzgoals.core.search.finding import Hit
from gzgoals.core.table import GoalTable


def replaced_text(hit: Hit, new: str) -> str:
    """Return what stands in the cell once `new` has come in the place of all that was found there."""
    parts, done = [], 0
    for start, end in hit.spans:
        parts += [hit.text[done:start], new]
        done = end
    return "".join((*parts, hit.text[done:]))


def replace(table: GoalTable, hits: Iterable[Hit], new: str) -> GoalTable:
    """Return the table with `new` in the place of what was found; the hits must have been found in this very table."""
    return put_values(table, ((hit.place, replaced_text(hit, new)) for hit in hits))
