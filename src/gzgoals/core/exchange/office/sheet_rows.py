"""Rows of texts of a sheet as the rows of a grid: where they stand, how far their texts are indented."""

from collections.abc import Iterable, Mapping, Sequence

from gzgoals.core.exchange.office.looks import Cell
from gzgoals.core.exchange.office.texts import cleaned
from gzgoals.core.exchange.source import GridRow, Spot


def grid_rows(
    rows: Iterable[tuple[int, Sequence[str]]], indents: Mapping[Cell, int], sheet: str
) -> tuple[GridRow, ...]:
    """Return rows, numbered from 0, as those of a grid; of blank ones in succession only the first, none at the ends.

    All begin with the sheet's first column and are as wide as the widest.
    """
    filled = []
    waiting: list[tuple[int, list[tuple[str, int]]]] = []
    for number, texts in rows:
        cells = [cleaned(text) if text else ("", 0) for text in texts]
        if any(text for text, _ in cells):
            filled += [*waiting, (number, cells)]
            waiting = []
        elif filled and not waiting:
            waiting = [(number, cells)]
    width = max((_width(cells) for _, cells in filled), default=0)
    return tuple(_grid_row(number, cells[:width], width, indents, sheet) for number, cells in filled)


def _width(cells: Sequence[tuple[str, int]]) -> int:
    return max((place + 1 for place, (text, _) in enumerate(cells) if text), default=0)


def _grid_row(
    number: int, cells: Sequence[tuple[str, int]], width: int, indents: Mapping[Cell, int], sheet: str
) -> GridRow:
    blank = width - len(cells)
    texts = (*(text for text, _ in cells), *("",) * blank)
    steps = (indents.get((number, column), 0) + own if text else 0 for column, (text, own) in enumerate(cells))
    return GridRow(texts, (Spot(sheet=sheet, row=number + 1),), (*steps, *(0,) * blank))
