"""Rows that go on over a page's end put together again, and the header that each page may repeat told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.core.exchange.grids.header import AMOUNTS, Header, Role, header_of
from gzgoals.core.exchange.pdf.bands import Cells, Heads, by_room, is_one_row
from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.pages import PageRow, PageTable
from gzgoals.core.exchange.pdf.parts import LongTable
from gzgoals.core.exchange.pdf.shapes import Shape, shape_of
from gzgoals.core.exchange.printed.indicator_text import find_cell
from gzgoals.core.exchange.printed.own import LONGEST_HEAD
from gzgoals.core.exchange.source import GridRow, Spot

_HEADER_ROWS = 4
_SEARCHED_ROWS = 200
_FEWEST_CAPTIONS = 3
_FIRST_NUMBER = ("1、", "1.", "1．")
_ENDS = ("。", ".", "；")


@dataclass(slots=True)
class LongRow:
    """A row over one page or many: the lines of its cells, and where each piece of it stands."""

    cells: Cells
    spots: list[Spot]

    def add(self, cells: Cells, spot: Spot) -> None:
        """Add the piece on the next page."""
        self.cells = tuple(above + below for above, below in zip(self.cells, cells, strict=True))
        self.spots.append(spot)


class _Columns(NamedTuple):
    name: int
    amounts: tuple[int, ...]
    total: int
    objective: int
    indicators: int
    name_shape: Shape
    header: tuple[Cells, ...]

    @property
    def heads(self) -> Heads:
        return Heads(self.name, self.total, self.amounts, self.indicators)


def rows_of(table: LongTable, *, own: bool = False) -> list[LongRow]:
    """Return the rows of a table from its first page to its last, without the headers that later pages repeat.

    `own` tells a table that this program printed.
    """
    continues = _own_continues if own else _continues
    rows: list[LongRow] = []
    parts = list(table.rows())
    columns = _columns(parts, table)
    captions = columns.header if columns else ()
    ruled = (
        own
        or not columns
        or all(
            is_one_row(row.cells, columns.heads) for place, (_, some) in enumerate(parts) for row in some[not place :]
        )
    )
    for part, page_rows in parts:
        first = bool(rows)
        headers = [row.cells for row in rows[: 1 if own else _HEADER_ROWS]]
        if rows and not own:
            headers += captions
        for row in page_rows:
            below = _below_header(row.cells, headers) if first else row.cells
            if not any(below):
                continue
            spot = Spot(page=part.page, box=row.box)
            for cells in [below] if ruled or not columns else by_room(below, columns.heads):
                if first and columns and continues(rows[-1], cells, columns):
                    rows[-1].add(cells, spot)
                else:
                    rows.append(LongRow(cells, [spot]))
                first = False
    return rows


def _columns(parts: Sequence[tuple[PageTable, list[PageRow]]], table: LongTable) -> _Columns | None:
    rows = [row for _, page_rows in parts for row in page_rows if any(row.cells)][:_SEARCHED_ROWS]
    grid = [GridRow(tuple(_text(cell) for cell in row.cells), ()) for row in rows]
    header: Header | None = header_of(grid)
    if not header:
        return None
    amounts = tuple(place for role in AMOUNTS for place in header.columns.get(role, ()))
    name, edges = header.column(Role.NAME), table.columns()
    names = [row.cells[name] for _, page_rows in parts for row in page_rows]
    return _Columns(
        name,
        amounts,
        header.column(Role.TOTAL),
        header.column(Role.OBJECTIVE),
        header.column(Role.INDICATORS),
        shape_of(names, edges[name], edges[name + 1]),
        tuple(row.cells for row in rows[header.begin : header.end]),
    )


def _below_header(cells: Cells, headers: Iterable[Cells]) -> Cells:
    """Return what stands in a page's first row below the repeated header: no rule may part them."""
    texts = [[line.text for line in cell] for cell in cells]
    for header in headers:
        captions = [[line.text for line in cell] for cell in header]
        begins = all(text[: len(caption)] == caption for text, caption in zip(texts, captions, strict=True))
        if begins and sum(map(bool, captions)) >= _FEWEST_CAPTIONS:
            return tuple(cell[len(caption) :] for cell, caption in zip(cells, captions, strict=True))
    return cells


def _continues(last: LongRow, cells: Cells, columns: _Columns) -> bool:
    """Tell whether a page's first row continues the last one of the page before."""
    indicators = _text(_cell(cells, columns.indicators))
    above = _text(_cell(last.cells, columns.indicators))
    begins_anew = indicators.startswith(_FIRST_NUMBER)
    if _both_paid(last.cells, cells, columns) or _halves_of_head(last.cells, cells, columns):
        return not _both_paid(last.cells, cells, columns)
    if not _has_head(cells, columns):
        return not (begins_anew and above.endswith(_ENDS))
    if not _has_head(last.cells, columns):
        return not (begins_anew and above)
    if indicators:
        return not begins_anew and above.startswith(_FIRST_NUMBER)
    paid = any(_cell(cells, place) for place in columns.amounts)
    named = _cell(cells, columns.name)
    if paid or not named:
        return not named and not any(_cell(last.cells, place) for place in columns.amounts)
    return _name_goes_on(last, named, columns)


def _both_paid(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell whether two pieces have totals each, or amounts where there are no totals: then they are two rows."""
    places = [columns.total] if columns.total >= 0 else columns.amounts
    return all(any(_cell(each, place) for place in places) for each in (last, cells))


def _halves_of_head(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell a name and amounts that the page's end parted: what stands amid a row's height may stand on either page."""
    named, named_before = bool(_cell(cells, columns.name)), bool(_cell(last, columns.name))
    paid, paid_before = ({place for place in columns.amounts if _cell(each, place)} for each in (cells, last))
    if paid and paid_before:
        return paid.isdisjoint(paid_before) and columns.total in paid | paid_before
    return bool((paid_before and not named_before) or (paid and not named))


def _own_continues(last: LongRow, cells: Cells, columns: _Columns) -> bool:
    """Tell it for this program's prints: they leave name and amounts together, unless these take very many lines."""
    if not _has_head(cells, columns):
        return find_cell(_text(_cell(cells, columns.indicators))) != 0
    name, named = _cell(last.cells, columns.name), _cell(cells, columns.name)
    paid = any(_cell(cells, place) for place in columns.amounts)
    return not paid and len(name) + len(named) > LONGEST_HEAD and _name_goes_on(last, named, columns)


def _name_goes_on(last: LongRow, named: Sequence[Line], columns: _Columns) -> bool:
    """Tell a name that was broken by the page's end from a row without amounts: its line was full, and stands alike."""
    name = _cell(last.cells, columns.name)
    if not name or abs(name[-1].left - named[0].left) > named[0].em / 2:
        return False
    return not columns.name_shape.fits(name[-1], named[0])


def _has_head(cells: Cells, columns: _Columns) -> bool:
    return bool(_cell(cells, columns.name)) or any(_cell(cells, place) for place in columns.amounts)


def _cell(cells: Cells, place: int) -> tuple[Line, ...]:
    return cells[place] if 0 <= place < len(cells) else ()


def _text(cell: Sequence[Line]) -> str:
    return "".join(line.text for line in cell)
