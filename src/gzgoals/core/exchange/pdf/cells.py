"""The cells of a lattice: which of its squares are one, where a rule between them is missing."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.edges import Lattice
from gzgoals.core.exchange.pdf.rules import Rule

_SNAP = 2.0

Cell = tuple[int, int]
"""Row and column of a cell's first square, counted from 0."""


class Frame(NamedTuple):
    """A table's squares between its rules; `owners` tells for each square, row by row, the cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[Cell, ...], ...]

    @property
    def column_count(self) -> int:
        """How many columns there are."""
        return len(self.xs) - 1

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.ys) - 1

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies within the table."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def row_at(self, y: float) -> int:
        """Return the row at a height; beyond the table the nearest."""
        return min(max(bisect_right(self.ys, y) - 1, 0), self.row_count - 1)

    def cell_at(self, x: float, row: int) -> Cell:
        """Return the cell at a place in a row; beyond the table the nearest."""
        column = min(max(bisect_right(self.xs, x) - 1, 0), self.column_count - 1)
        return self.owners[row][column]

    def left_of(self, cell: Cell) -> float:
        """Return where a cell begins."""
        return self.xs[cell[1]]

    def right_of(self, cell: Cell) -> float:
        """Return where a cell ends."""
        row, column = cell
        while column < self.column_count and self.owners[row][column] == cell:
            column += 1
        return self.xs[column]


def frame_of(lattice: Lattice) -> Frame:
    """Return the cells of a lattice."""
    xs, ys = lattice.xs, lattice.ys
    left = _covered(xs, ys, lattice.vertical)
    top = _covered(ys, xs, lattice.horizontal)
    owners: dict[Cell, Cell] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            owner = (row, column)
            if column and not left[column][row]:
                owner = _root(owners, (row, column - 1))
            if row and not top[row][column]:
                above = _root(owners, (row - 1, column))
                owner, other = min(above, owner), max(above, owner)
                if other != (row, column):
                    owners[other] = owner
            owners[row, column] = owner
    return Frame(
        xs,
        ys,
        tuple(tuple(_root(owners, (row, column)) for column in range(len(xs) - 1)) for row in range(len(ys) - 1)),
    )


def _root(owners: dict[Cell, Cell], cell: Cell) -> Cell:
    while owners[cell] != cell:
        cell = owners[cell]
    return cell


def _covered(places: Sequence[float], steps: Sequence[float], rules: Sequence[Rule]) -> list[list[bool]]:
    """Return for each place and each step across it whether a rule at the place covers the step's middle."""
    middles = [(begin + end) / 2 for begin, end in pairwise(steps)]
    covered = []
    for place in places:
        here = [rule for rule in rules if abs(rule.place - place) <= _SNAP]
        covered.append([any(rule.begin <= middle <= rule.end for rule in here) for middle in middles])
    return covered
