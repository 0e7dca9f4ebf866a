"""Rows that no rule parts: told by the amounts' baselines, the room between lines, and where indicators begin anew."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gzgoals.core.exchange.pdf.lines import Line

_AMOUNT = re.compile(r"[-－]?[0-9]{1,3}(?:,?[0-9]{3})*\.[0-9]{2,6}")
_FIRST_NUMBER = ("1、", "1.", "1．")
_SAME_LEVEL = 0.3
_WIDER, _ONE_LINE = 1.1, 0.9
_FEW, _WIDEST_PITCH = 10, 1.6

_NOTHING, _NEARLY, _MOST = Decimal(0), Decimal("0.05"), 0.8

Cells = tuple[tuple[Line, ...], ...]


class Heads(NamedTuple):
    """Which columns hold names, totals, all amounts and indicators; -1 for one that is not there."""

    name: int
    total: int
    amounts: tuple[int, ...]
    indicators: int


class _Level(NamedTuple):
    """Lines side by side: their height, and for each its column."""

    base: float
    lines: tuple[tuple[int, Line], ...]


def is_one_row(cells: Cells, heads: Heads) -> bool:
    """Tell whether what stands between two rules is one row: its amounts and names do not stand in two places."""
    if not 0 <= heads.name < len(cells) or len(cells[heads.name]) < 2:
        return True
    return len(_paid(_levels(cells), heads, _pitch(cells))) < 2


def amounts_add_up(rows: Iterable[Cells], total: int, sources: Sequence[int]) -> bool:
    """Tell whether nearly all rows' totals are the sums of their sources, and none has two amounts in one cell."""
    fits = met = 0
    for row in rows:
        texts = [[line.text for line in row[place] if _AMOUNT.fullmatch(line.text)] for place in (total, *sources)]
        if any(len(found) > 1 for found in texts):
            return False
        whole, *parts = (
            Decimal(found[0].replace(",", "").replace("－", "-")) if found else _NOTHING for found in texts
        )
        met += whole != 0
        fits += whole != 0 and abs(whole - sum(parts)) < _NEARLY
    return fits > 0 and fits >= _MOST * met


def by_room(cells: Cells, heads: Heads) -> list[Cells]:
    """Return the rows that no rule parts: more room stands between them than between lines, each has amounts once."""
    levels = _levels(cells)
    if not levels:
        return []
    pitch = _pitch(cells)
    parts: list[list[_Level]] = [[levels[0]]]
    for level, below in pairwise(levels):
        if pitch and below.base - level.base > _WIDER * pitch:
            parts.append([])
        parts[-1].append(below)
    rows = [row for part in parts for row in _once_paid(part, heads, pitch)]
    return [_cells(row, len(cells)) for row in _with_strays(rows, heads)]


def _levels(cells: Cells) -> list[_Level]:
    levels: list[list[tuple[int, Line]]] = []
    placed = ((column, line) for column, cell in enumerate(cells) for line in cell)
    for column, line in sorted(placed, key=lambda each: each[1].base):
        if levels and line.base - levels[-1][0][1].base <= _SAME_LEVEL * line.em:
            levels[-1].append((column, line))
        else:
            levels.append([(column, line)])
    return [_Level(level[0][1].base, tuple(level)) for level in levels]


def _pitch(cells: Cells) -> float:
    """Return the distance of lines in one column, those of different rows aside, which are further apart."""
    steps = sorted(below.base - line.base for cell in cells for line, below in pairwise(cell))
    em = median(line.em for cell in cells for line in cell)
    return min(steps[len(steps) // _FEW], _WIDEST_PITCH * em) if steps else 0.0


def _paid(levels: Sequence[_Level], heads: Heads, pitch: float) -> list[int]:
    """Return where amounts end, wrapped ones put together; those less than a line apart are of one row."""
    ends: set[int] = set()
    for column in [heads.total] if heads.total >= 0 else heads.amounts:
        ends.update(_amount_ends(levels, column))
    found: list[int] = []
    for place in sorted(ends):
        if not found or levels[place].base - levels[found[-1]].base >= _ONE_LINE * pitch:
            found.append(place)
    return found


def _amount_ends(levels: Sequence[_Level], column: int) -> Iterator[int]:
    begun = ""
    for place, level in enumerate(levels):
        for at, line in level.lines:
            if at == column:
                begun = line.text if _AMOUNT.fullmatch(line.text) and "." in begun else begun + line.text
                if _AMOUNT.fullmatch(begun):
                    yield place
                    begun = ""


def is_amount(text: str) -> bool:
    """Tell whether a text is an amount with its decimals."""
    return _AMOUNT.fullmatch(text) is not None


def _begins_anew(level: _Level, heads: Heads) -> bool:
    return any(column == heads.indicators and line.text.startswith(_FIRST_NUMBER) for column, line in level.lines)


def _once_paid(levels: Sequence[_Level], heads: Heads, pitch: float) -> Iterable[list[_Level]]:
    """Yield the parts of some lines that have amounts once each, parted where it is likeliest."""
    rest = list(levels)
    while len(paid := _paid(rest, heads, pitch)) > 1:
        places = range(paid[0] + 1, paid[1] + 1)
        at = max(places, key=lambda place: (_begins_anew(rest[place], heads), rest[place].base - rest[place - 1].base))
        yield rest[:at]
        rest = rest[at:]
    yield rest


def _with_strays(rows: Sequence[list[_Level]], heads: Heads) -> list[list[_Level]]:
    """Return the rows with those that are only more text put to the nearer of their neighbours.

    The first of a page may continue a row of the page before, so it stays.
    """
    together: list[list[_Level]] = []
    pending: list[_Level] = []
    for place, row in enumerate(rows):
        stray = place > 0 and not _has_head(row, heads) and not _begins_anew(row[0], heads)
        if not stray:
            together.append([*pending, *row])
            pending = []
            continue
        above = row[0].base - rows[place - 1][-1].base
        below = rows[place + 1][0].base - row[-1].base if place + 1 < len(rows) else above
        if below < above:
            pending += row
        else:
            together[-1] += [*pending, *row]
            pending = []
    if pending:
        together[-1] += pending
    return together


def _has_head(row: Iterable[_Level], heads: Heads) -> bool:
    places = {heads.name, *heads.amounts}
    return any(column in places for level in row for column, _ in level.lines)


def _cells(levels: Iterable[_Level], width: int) -> Cells:
    cells: list[list[Line]] = [[] for _ in range(width)]
    for level in levels:
        for column, line in level.lines:
            cells[column].append(line)
    return tuple(map(tuple, cells))
