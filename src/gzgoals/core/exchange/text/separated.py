"""Values parted by commas (csv) as a grid: our own to the last character, others as any sheet."""

import csv
import sys
from io import StringIO

from gzgoals.core.exchange.grids.columns import columns_at
from gzgoals.core.exchange.grids.header import header_of
from gzgoals.core.exchange.own.columns import kind_of
from gzgoals.core.exchange.own.escapes import unescaped
from gzgoals.core.exchange.own.quoting import unquoted
from gzgoals.core.exchange.source import Grid, GridRow, Spot
from gzgoals.core.exchange.text.decoding import decoded

_LEAST_COMMAS = 2
_SEARCHED_ROWS = 20


def separated_grids(data: bytes, source: str) -> tuple[Grid, ...]:
    """Return the table whose cells commas part, nothing for a text that has no header of one near its beginning.

    Raises `BadFileError` naming `source` when `data` is no text.
    """
    text = decoded(data, source)
    if not any(line.count(",") >= _LEAST_COMMAS for line in text[:_SHOWN].splitlines()[:_SEARCHED_ROWS]):
        return ()
    try:
        rows = _rows(text)
    except csv.Error:
        return ()
    if not rows:
        return ()
    if kind_of(rows[0].cells):
        rows = _rows(decoded(data, source, folded=False))
        exact = [GridRow(tuple(unescaped(unquoted(cell)) for cell in row.cells), row.spots) for row in rows]
        return (Grid(tuple(exact), own=True),)
    shown = [GridRow(tuple(unquoted(cell).strip() for cell in row.cells), row.spots) for row in rows]
    begin = shown[:_SEARCHED_ROWS]
    known = header_of(begin) or any(columns_at(begin, place) for place in range(len(begin)))
    return (Grid(tuple(shown)),) if known else ()


_SHOWN = 20_000
"""Characters in which a header must begin."""


def _rows(text: str) -> list[GridRow]:
    csv.field_size_limit(sys.maxsize if sys.maxsize < 1 << 31 else (1 << 31) - 1)
    reader = csv.reader(StringIO(text, newline=""))
    rows, begin = [], 1
    for cells in reader:
        if any(cells):
            rows.append(GridRow(tuple(cells), (Spot(line=begin, last=reader.line_num),)))
        begin = reader.line_num + 1
    return rows
