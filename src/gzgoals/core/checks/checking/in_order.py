"""Things in rising order, many as they may be, of which one is taken out or put in without touching the others."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain
from operator import itemgetter
from typing import Generic, TypeVar

V = TypeVar("V", Decimal, tuple[Decimal, int])

_SIZE = 128
_last = itemgetter(-1)


class InOrder(Generic[V]):
    """A frozen sorted sequence in blocks of a hundred or so, none of them empty."""

    __slots__ = ("_blocks", "_length")

    def __init__(self, things: Iterable[V] = ()) -> None:
        whole = sorted(things)
        self._length = len(whole)
        self._blocks: tuple[tuple[V, ...], ...] = tuple(
            tuple(whole[start : start + _SIZE]) for start in range(0, len(whole), _SIZE)
        )

    def moved(self, old: Iterable[V], new: Iterable[V]) -> "InOrder[V]":
        """Return the same without the things `old`, which it holds, and with `new`."""
        if old == new:
            return self
        blocks = list(self._blocks)
        for each in old:
            place = bisect_left(blocks, each, key=_last)
            row = bisect_left(blocks[place], each)
            left = blocks[place][:row] + blocks[place][row + 1 :]
            blocks[place : place + 1] = [left] if left else []
        for each in new:
            place = min(bisect_left(blocks, each, key=_last), max(len(blocks) - 1, 0))
            block = list(blocks[place]) if blocks else []
            insort(block, each)
            blocks[place : place + 1] = _halves(block)
        moved: InOrder[V] = InOrder()
        moved._blocks, moved._length = tuple(blocks), sum(map(len, blocks))
        return moved

    def between(self, low: V, high: V) -> Iterator[V]:
        """Yield the things from `low` on that are less than `high`."""
        start = bisect_left(self._blocks, low, key=_last)
        for each in chain.from_iterable(self._blocks[start:]):
            if each >= high:
                return
            if each >= low:
                yield each

    def __getitem__(self, row: int) -> V:
        for block in self._blocks:
            if row < len(block):
                return block[row]
            row -= len(block)
        raise IndexError(row)

    def __len__(self) -> int:
        return self._length


def _halves(block: list[V]) -> list[tuple[V, ...]]:
    half = len(block) // 2
    return [tuple(block)] if len(block) <= 2 * _SIZE else [tuple(block[:half]), tuple(block[half:])]
