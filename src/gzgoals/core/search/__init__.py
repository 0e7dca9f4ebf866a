"""Finding and replacing: which cells of a table hold a text, and the table once it is another there."""

from gzgoals.core.search.finding import Found, Hit, find
from gzgoals.core.search.pattern import spans_of
from gzgoals.core.search.query import Query, Where
from gzgoals.core.search.replacing import changing, replace, replaced_text

__all__ = ["Found", "Hit", "Query", "Where", "changing", "find", "replace", "replaced_text", "spans_of"]
