"""The difference between two lists of keys, as the removals, insertions and moves that Qt wants announced."""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple


class Removed(NamedTuple):
    """The rows `first` to `last` are to go."""

    first: int
    last: int


class Inserted(NamedTuple):
    """The new rows `first` to `last` are to come; the indexes are those they have in the new list."""

    first: int
    last: int


class Moved(NamedTuple):
    """The row at `source` is to stand at `target`, counted without itself."""

    source: int
    target: int


Step = Removed | Inserted | Moved


def difference(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Step]:
    """Yield the steps that turn `old` into `new`, each valid for the list that the steps before it have made.

    The keys of each list are distinct. Equal ends are skipped first, so a local change costs one comparison a row.
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    before, after = list(old[head : len(old) - tail]), new[head : len(new) - tail]
    kept = set(after)
    for first, last in reversed(list(runs([index for index, key in enumerate(before) if key not in kept]))):
        yield Removed(head + first, head + last)
        del before[first : last + 1]
    known = set(before)
    index = 0
    while index < len(after):
        if after[index] not in known:
            end = index
            while end + 1 < len(after) and after[end + 1] not in known:
                end += 1
            yield Inserted(head + index, head + end)
            before[index:index] = after[index : end + 1]
            index = end
        elif before[index] != after[index]:
            source, target = _move(before, after, index)
            yield Moved(head + source, head + target)
            before.insert(target, before.pop(source))
        index += 1


def _move(before: Sequence[Hashable], after: Sequence[Hashable], index: int) -> tuple[int, int]:
    """Return the move that sets `index` right: its row goes down where that does it, else another comes up."""
    down = _common(before[index + 1 :], after[index:])
    if down and index + down < len(after) and after[index + down] == before[index]:
        return index, index + down
    return before.index(after[index], index), index


def _common(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def runs(indexes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of consecutive indexes."""
    start = 0
    for position, index in enumerate(indexes):
        if position + 1 == len(indexes) or indexes[position + 1] != index + 1:
            yield indexes[start], index
            start = position + 1
