"""One page: its ruled tables with the lines in each cell, and the lines of text outside of them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from gzgoals.core.exchange.pdf.cells import Cell, Frame, frame_of
from gzgoals.core.exchange.pdf.edges import lattices_of
from gzgoals.core.exchange.pdf.lines import Line, Spacing, lines_of, spacing_of
from gzgoals.core.exchange.pdf.rules import rules_of
from gzgoals.core.exchange.pdf.runs import Manner, PageText, Run
from gzgoals.core.exchange.pdf.sorting import in_cells
from gzgoals.core.exchange.source import Box


class PageRow(NamedTuple):
    """A row between two rules of a page: the lines in each of its cells, and its box on the page as it is shown."""

    cells: tuple[tuple[Line, ...], ...]
    box: Box


class PageTable(NamedTuple):
    """The part of a ruled table that stands on one page."""

    page: int
    xs: tuple[float, ...]
    top: float
    bottom: float
    rows: tuple[PageRow, ...]


class ReadPage(NamedTuple):
    """What a page holds: its tables from top to bottom, the lines outside of them, how many characters there are.

    `manner` is how the producer writes, as far as this page and those before tell.
    """

    number: int
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    letters: int
    manner: Manner


def read_page(page: Any, number: int, known: Manner) -> ReadPage:
    """Return what an open page holds; `number` counts from 1, `known` is what other pages told of the producer."""
    text = PageText(page, known)
    try:
        spacing = spacing_of(text)
        frames = [frame_of(lattice) for lattice in lattices_of(rules_of(page, text.orientation))]
        within: list[dict[Cell, list[Run]]] = [defaultdict(list) for _ in frames]
        outside: list[Run] = []
        for run in text.runs:
            place = _frame_at(run, frames)
            if place < 0:
                outside.append(run)
                continue
            for cell, part in in_cells(run, frames[place], text):
                within[place][cell].append(part)
        tables = tuple(
            _table(frame, _lines_in(frame, runs, number, spacing), text, number)
            for frame, runs in zip(frames, within, strict=True)
            if runs
        )
        lines = lines_of(outside, number, spacing._replace(columns=True))
        return ReadPage(number, tables, tuple(lines), sum(len(run.text) for run in text.runs), text.manner)
    finally:
        text.close()


def _frame_at(run: Run, frames: Sequence[Frame]) -> int:
    """Return the innermost table that a run begins in, -1 for none."""
    x, y = run.left + run.em / 4, run.middle
    for place in range(len(frames) - 1, -1, -1):
        if frames[place].holds(x, y):
            return place
    return -1


def _lines_in(
    frame: Frame, cells: dict[Cell, list[Run]], number: int, spacing: Spacing
) -> dict[Cell, tuple[Line, ...]]:
    return {cell: tuple(_within(frame, cell, lines_of(runs, number, spacing))) for cell, runs in cells.items()}


def _within(frame: Frame, cell: Cell, lines: list[Line]) -> list[Line]:
    """Return the lines of a cell with where it ends, if that is not at the end of its column."""
    wall = frame.right_of(cell)
    return [line._replace(wall=wall) for line in lines] if wall > frame.xs[cell[1] + 1] else lines


def _table(frame: Frame, lines: dict[Cell, tuple[Line, ...]], text: PageText, number: int) -> PageTable:
    rows = []
    for row in range(frame.row_count):
        cells = tuple(lines.get((row, column), ()) for column in range(frame.column_count))
        box = (frame.xs[0], frame.ys[row], frame.xs[-1], frame.ys[row + 1])
        rows.append(PageRow(cells, text.orientation.visible(box)))
    return PageTable(number, frame.xs, frame.ys[0], frame.ys[-1], tuple(rows))
