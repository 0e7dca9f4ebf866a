"""Which rows of a tuple differ from those of another one, told at once where the one was just made of the other."""

from collections import deque
from collections.abc import Sequence
from itertools import compress, count
from operator import is_not
from typing import NamedTuple, TypeVar

T = TypeVar("T")

_LONG = 64
"""From how many items on it is worth while to remember what a tuple was made of."""


class _Made(NamedTuple):
    old: tuple[object, ...]
    new: tuple[object, ...]
    row: int


_made: deque[_Made] = deque(maxlen=8)
"""The latest long tuples that were made of another one by replacing one item."""


def with_one(things: tuple[T, ...], row: int, new: T) -> tuple[T, ...]:
    """Return the tuple with `new` at `row`."""
    items = list(things)
    items[row] = new
    made = tuple(items)
    if len(made) >= _LONG:
        _made.append(_Made(things, made, row))
    return made


def changed_rows(old: Sequence[object], new: Sequence[object]) -> list[int]:
    """Return the rows at which two sequences of the same length hold another object, in order."""
    if old is new:
        return []
    if len(new) >= _LONG and (rows := _remembered(old, new) or _remembered(new, old)):
        return sorted(row for row in rows if old[row] is not new[row])
    return list(compress(count(), map(is_not, old, new)))


def forget_lineage() -> None:
    """Let go of the tuples that are remembered, as when their table is left."""
    _made.clear()


def _remembered(old: Sequence[object], new: Sequence[object]) -> set[int]:
    """Return rows outside of which `new` is `old`, following back what it was made of; none where that is not known."""
    rows: set[int] = set()
    for step in reversed(tuple(_made)):
        if step.new is new:
            rows.add(step.row)
            new = step.old
            if new is old:
                return rows
    return set()
