"""A frozen sequence, long as it may be, of which a few items are replaced or compared without touching the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, count
from operator import is_not
from typing import TypeVar, overload

T = TypeVar("T")

_BITS = 7
_SIZE = 1 << _BITS
_WITHIN = _SIZE - 1


class Rows(Sequence[T]):
    """Items in blocks of a hundred or so: what is made of it by replacing an item shares all the other blocks."""

    __slots__ = ("_blocks", "_length")

    def __init__(self, items: Iterable[T] = ()) -> None:
        whole = tuple(items)
        self._length = len(whole)
        self._blocks = tuple(whole[start : start + _SIZE] for start in range(0, len(whole), _SIZE))

    def replaced(self, changes: Mapping[int, T]) -> "Rows[T]":
        """Return the same with other items at some rows."""
        blocks = list(self._blocks)
        for row, item in changes.items():
            block = list(blocks[row >> _BITS])
            block[row & _WITHIN] = item
            blocks[row >> _BITS] = tuple(block)
        new: Rows[T] = Rows()
        new._length, new._blocks = self._length, tuple(blocks)
        return new

    def differing(self, other: "Rows[T]") -> list[int]:
        """Return the rows at which two that are equally long hold another object, in order."""
        rows: list[int] = []
        for number in _not_same(self._blocks, other.blocks):
            within = _not_same(self._blocks[number], other.blocks[number])
            rows.extend((number << _BITS) + row for row in within)
        return rows

    @property
    def blocks(self) -> tuple[tuple[T, ...], ...]:
        """The blocks that the items lie in, all but the last one of the same size."""
        return self._blocks

    @overload
    def __getitem__(self, row: int) -> T: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[T, ...]: ...
    def __getitem__(self, row: int | slice) -> T | tuple[T, ...]:
        if isinstance(row, slice):
            return tuple(self)[row]
        if row < 0:
            row += self._length
        if not 0 <= row < self._length:
            raise IndexError(row)
        return self._blocks[row >> _BITS][row & _WITHIN]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._blocks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._blocks == other._blocks

    def __hash__(self) -> int:
        return hash(self._blocks)

    def __repr__(self) -> str:
        return f"Rows({tuple(self)!r})"


def _not_same(one: Sequence[object], other: Sequence[object]) -> Iterator[int]:
    return compress(count(), map(is_not, one, other))
