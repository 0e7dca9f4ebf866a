"""Text copied from Excel or Word: cells parted by tabs, those of several lines in quotation marks, as a grid."""

from collections.abc import Iterator
from typing import NamedTuple

from gzgoals.core.exchange.source import Grid, GridRow, Spot
from gzgoals.core.exchange.text.decoding import Line, decoded, lines_of

_QUOTE = '"'
_LEAST_ROWS = 2


class _Cells(NamedTuple):
    """The cells of one row, and which of the lines, counted from 1, it stands in."""

    cells: tuple[str, ...]
    first: int
    last: int


def tabbed_grids(data: bytes, source: str) -> tuple[Grid, ...]:
    """Return the table whose cells tabs part, nothing for a text that only uses tabs to indent, or not at all.

    A cell in quotation marks may hold line ends and tabs; doubled marks in it stand for one. Spots are lines. Raises
    `BadFileError` naming `source` when `data` is no text.
    """
    numbered = lines_of(decoded(data, source))
    lines = [line.text for line in numbered]
    if sum(_has_cells(line) for line in lines) < _LEAST_ROWS:
        return ()
    return (Grid(tuple(_row(row, numbered[row.first - 1], numbered[row.last - 1]) for row in _rows(lines))),)


def _has_cells(line: str) -> bool:
    """Tell whether a tab stands after text on a line, and so parts cells rather than indents."""
    return "\t" in line.lstrip().rstrip("\t \u3000\n") or ("\t" in line.strip(" ") and line.rstrip().count("\t") > 1)


def _row(row: _Cells, first: Line, last: Line) -> GridRow:
    return GridRow(tuple(cell.strip() for cell in row.cells), (Spot(line=first.number, last=last.number),))


def _rows(lines: list[str]) -> Iterator[_Cells]:
    place = 0
    while place < len(lines):
        taken = _quoted(lines, place) if _opens(lines[place]) else None
        row = taken or _Cells(tuple(lines[place].split("\t")), place + 1, place + 1)
        yield row
        place = row.last


def _opens(line: str) -> bool:
    return any(cell.startswith(_QUOTE) for cell in line.split("\t"))


def _quoted(lines: list[str], begin: int) -> _Cells | None:
    """Return the row with cells in quotation marks that begins on a line, None where a mark is never closed."""
    cells: list[str] = []
    place, rest = begin, lines[begin]
    while True:
        if not rest.startswith(_QUOTE):
            cell, tab, rest = rest.partition("\t")
            cells.append(cell)
            if not tab:
                return _Cells(tuple(cells), begin + 1, place + 1)
            continue
        text = rest[1:]
        while (end := _closing(text)) < 0:
            place += 1
            if place >= len(lines):
                return None
            text += f"\n{lines[place]}"
        cells.append(text[:end].replace(_QUOTE * 2, _QUOTE))
        rest = text[end + 1 :]
        if not rest:
            return _Cells(tuple(cells), begin + 1, place + 1)
        if not rest.startswith("\t"):
            return None  # a mark that only begins a cell's text
        rest = rest[1:]


def _closing(text: str) -> int:
    """Return where the mark stands that closes a quoted cell, -1 for nowhere."""
    place = 0
    while (place := text.find(_QUOTE, place)) >= 0:
        if text[place + 1 : place + 2] != _QUOTE:
            return place
        place += 2
    return -1
