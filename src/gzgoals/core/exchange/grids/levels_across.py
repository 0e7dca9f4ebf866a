"""Sheets that have the levels of indicators side by side, turned so that each indicator stands in a row of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from gzgoals.core.exchange.grids.captions import Part, column_of, is_third, plain
from gzgoals.core.exchange.grids.levels import is_level
from gzgoals.core.exchange.source import Grid, GridRow

_NAMES = frozenset({"指标", "名称", "绩效指标", "具体指标"})
_FEWEST, _SEARCHED = 2, 20


@dataclass(frozen=True, slots=True)
class _Block:
    """The columns of one level: where its indicators' names and values stand."""

    level: str
    name: int
    value: int


def turned(grid: Grid) -> Grid:
    """Return the grid with a row an indicator where its header has at least two levels side by side, else itself."""
    for at, (row, below) in enumerate(pairwise(grid.rows[:_SEARCHED])):
        if sum(map(_is_name, below.cells)) < _FEWEST:
            continue
        blocks = list(_blocks(row, below))
        if len(blocks) >= _FEWEST and any(column_of("", cell) == column_of("", "项目名称") for cell in row.cells):
            first = min(block.name for block in blocks)
            header = replace(row, cells=(*row.cells[:first], *(part.value for part in _PARTS)))
            under = replace(below, cells=(*below.cells[:first], *("" for _ in _PARTS)))
            rows = [turned for row in grid.rows[at + 2 :] for turned in _rows(row, blocks, first)]
            captions = (header, under) if any(cell.strip() for cell in under.cells) else (header,)
            return replace(grid, rows=(*grid.rows[:at], *captions, *rows))
    return grid


_PARTS = (Part.CATEGORY, Part.INDICATOR, Part.VALUE)


def _blocks(row: GridRow, below: GridRow) -> Iterator[_Block]:
    filled = [place for place, cell in enumerate(row.cells) if cell.strip()]
    width = max(len(row.cells), len(below.cells))
    for place, end in pairwise([*filled, width]):
        names = [at for at in range(place, end) if _is_name(below.cell(at))]
        values = [at for at in range(place, end) if _is_value(below.cell(at))]
        if is_level(row.cell(place)) and len(names) == 1 and len(values) == 1:
            yield _Block(row.cell(place).strip(), names[0], values[0])


def _is_name(caption: str) -> bool:
    return is_third(caption) or plain(caption) in _NAMES


def _is_value(caption: str) -> bool:
    column = column_of(Part.VALUE.value, caption)
    return column is not None and column[0] is Part.VALUE


def _rows(row: GridRow, blocks: list[_Block], first: int) -> Iterator[GridRow]:
    """Give a row for each indicator, the first with the project's own cells."""
    own = tuple(row.cell(place) for place in range(first))
    told = [block for block in blocks if row.cell(block.name).strip() or row.cell(block.value).strip()]
    for block in told:
        yield replace(row, cells=(*own, block.level, row.cell(block.name), row.cell(block.value)))
        own = ("",) * first
    if not told:
        yield replace(row, cells=own)
