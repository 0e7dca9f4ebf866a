"""Another text in the place of what was found: an edit like any other, of the very cells that were chosen."""

from collections.abc import Callable, Iterable, Sequence

from gzgoals.core.edits import put_values
from gzgoals.core.search.finding import Hit
from gzgoals.core.search.pattern import spans_of
from gzgoals.core.search.query import Query
from gzgoals.core.table import GoalTable


def replaced_text(hit: Hit, new: str) -> str:
    """Return what stands in the cell once `new` has come in the place of all that was found there."""
    parts, done = [], 0
    for start, end in hit.spans:
        parts += [hit.text[done:start], new]
        done = end
    return "".join((*parts, hit.text[done:]))


def replace(
    table: GoalTable, hits: Iterable[Hit], new: str, note: Callable[[int, int], None] = lambda _done, _of: None
) -> GoalTable:
    """Return the table with `new` in the place of what was found; the hits must have been found in this very table.

    `note` is told how many of them are done; what it raises ends the work.
    """
    every = tuple(hits)
    for begin in range(0, len(every), _AT_A_TIME):
        note(begin, len(every))
        some = every[begin : begin + _AT_A_TIME]
        table = put_values(table, ((hit.place, replaced_text(hit, new)) for hit in some))
    return table


_AT_A_TIME = 4096


def changing(hits: Sequence[Hit], query: Query, new: str) -> Sequence[Hit]:
    """Return those of the hits of a query whose cells would be another once `new` has come."""
    if not new or not query.text or not spans_of(query, new):
        return hits  # what is to come is not what was looked for, and so stands nowhere yet
    return tuple(hit for hit in hits if any(hit.text[start:end] != new for start, end in hit.spans))
