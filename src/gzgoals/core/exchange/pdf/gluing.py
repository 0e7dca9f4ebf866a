"""Rows that go on over a page's end put together again, and the header that each page may repeat told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.core.exchange.grids.header import AMOUNTS, Header, Role, header_of
from gzgoals.core.exchange.pdf.bands import Cells, Heads, by_room, is_amount, is_one_row
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
_RARE = 20
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


class _Piece(NamedTuple):
    """What stands of a row on one page."""

    cells: Cells
    spot: Spot


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

    def is_paid(self, cells: Cells) -> bool:
        """Tell whether there is a total, or amounts where there are no totals: a row has that once."""
        return any(_cell(cells, place) for place in ([self.total] if self.total >= 0 else self.amounts))


def rows_of(table: LongTable, *, own: bool = False) -> list[LongRow]:
    """Return the rows of a table from its first page to its last, without the headers that later pages repeat.

    `own` tells a table that this program printed.
    """
    parts = list(table.rows())
    columns = _columns(parts, table)
    pages = _pieces(parts, columns, own=own)
    all_paid = columns is not None and not own and _are_paid(pages, columns)
    rows: list[LongRow] = []
    for pieces in pages:
        for place, (cells, spot) in enumerate(pieces):
            if place or not rows or not columns:
                goes_on = False
            elif own:
                goes_on = _own_continues(rows[-1].cells, cells, columns)
            else:
                goes_on = _continues(rows[-1].cells, cells, columns, all_paid=all_paid)
            if goes_on:
                rows[-1].add(cells, spot)
            else:
                rows.append(LongRow(cells, [spot]))
    return rows


def _pieces(
    parts: Sequence[tuple[PageTable, list[PageRow]]], columns: _Columns | None, *, own: bool
) -> list[list[_Piece]]:
    """Return what stands on each page below the header that it may repeat, in rows even where no rule parts them."""
    captions = columns.header if columns else ()
    within = [row for place, (_, page_rows) in enumerate(parts) for row in page_rows[not place :]]
    parted = own or not columns or all(is_one_row(row.cells, columns.heads) for row in within)
    pages: list[list[_Piece]] = []
    for part, page_rows in parts:
        headers: list[Cells] = []
        if pages:
            headers = [piece.cells for piece in pages[0][: 1 if own else _HEADER_ROWS]]
            headers += () if own else captions
        pieces: list[_Piece] = []
        for row in page_rows:
            below = row.cells if pieces else _below_header(row.cells, headers)
            if not any(below):
                continue
            spot = Spot(page=part.page, box=row.box)
            rows = [below] if parted or not columns else by_room(below, columns.heads)
            pieces += [_Piece(cells, spot) for cells in rows]
        if pieces:
            pages.append(pieces)
    return pages


def _are_paid(pages: Iterable[Sequence[_Piece]], columns: _Columns) -> bool:
    """Tell whether rows without amounts are hardly ever met, by those rows that no page's end can have parted."""
    whole = [piece.cells for pieces in pages for piece in pieces[1:-1] if piece.cells not in columns.header]
    return _RARE * sum(not columns.is_paid(cells) for cells in whole) <= len(whole)


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
        shape_of(names, edges[name], edges[name + 1], exact=True),
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


def _continues(last: Cells, cells: Cells, columns: _Columns, *, all_paid: bool) -> bool:
    """Tell whether a page's first row continues the last one of the page before.

    The page's end may part each cell or none of them, and a cell that it does not part may stand on either page. Where
    rows have amounts each, `all_paid`, they tell what is a whole row; else names and indicators must show it.
    """
    if _indicators_begin_anew(last, cells, columns):
        return False
    if columns.is_paid(last) and columns.is_paid(cells):
        return _total_goes_on(last, cells, columns)
    if not (_has_head(last, columns) and _has_head(cells, columns)) or _halves_of_head(last, cells, columns):
        return True
    if all_paid:
        return not _ends_name(last, cells, columns)
    if any(_cell(cells, place) for place in columns.amounts):
        return False
    return _indicators_go_on(last, cells, columns) or _name_goes_on(last, cells, columns)


def _indicators_begin_anew(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell whether a piece has a first indicator though the one above it has some: that is the only sure sign."""
    above, below = (_text(_cell(each, columns.indicators)) for each in (last, cells))
    begins = bool(above) and below.startswith(_FIRST_NUMBER)
    return begins and (above.endswith(_ENDS) or find_cell(below) == 0)


def _indicators_go_on(last: Cells, cells: Cells, columns: _Columns) -> bool:
    above, below = (_text(_cell(each, columns.indicators)) for each in (last, cells))
    return above.startswith(_FIRST_NUMBER) and bool(below)


def _total_goes_on(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell a total whose digits the page's end parted, as narrow columns may have it, from those of two rows."""
    above, below = (_text(_cell(each, columns.total)) for each in (last, cells))
    return bool(below) and not is_amount(above) and is_amount(above + below)


def _halves_of_head(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell a name and amounts that the page's end parted: what stands amid a row's height may stand on either page."""
    named, named_before = bool(_cell(cells, columns.name)), bool(_cell(last, columns.name))
    paid, paid_before = ({place for place in columns.amounts if _cell(each, place)} for each in (cells, last))
    if paid and paid_before:
        return paid.isdisjoint(paid_before) and columns.total in paid | paid_before
    return bool((paid_before and not named_before) or (paid and not named))


def _own_continues(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell it for this program's prints: they leave name and amounts together, unless these take very many lines."""
    if not _has_head(cells, columns):
        return find_cell(_text(_cell(cells, columns.indicators))) != 0
    paid = any(_cell(cells, place) for place in columns.amounts)
    long = len(_cell(last, columns.name)) + len(_cell(cells, columns.name)) > LONGEST_HEAD
    return not paid and long and _name_goes_on(last, cells, columns)


def _name_goes_on(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell a name that was broken by the page's end from another one: its line was full, and stands alike.

    A row with only name and amounts is a unit; its name goes on without indicators.
    """
    name, named = _cell(last, columns.name), _cell(cells, columns.name)
    if _is_bare(last, columns) and not _is_bare(cells, columns):
        return False
    alike = bool(name and named) and abs(name[-1].left - named[0].left) <= named[0].em / 2
    return alike and not _would_fit(name, named, columns)


def _ends_name(last: Cells, cells: Cells, columns: _Columns) -> bool:
    """Tell whether there are two names: more of the second one would have fitted behind the first beyond doubt."""
    name, named = _cell(last, columns.name), _cell(cells, columns.name)
    return bool(name and named) and _would_fit(name, named, columns, spare=1)


def _would_fit(name: Sequence[Line], named: Sequence[Line], columns: _Columns, spare: float = 0.0) -> bool:
    whole = named[0]._replace(text=_text(named))  # what cannot be broken may have been, where a column is too narrow
    return columns.name_shape.fits(name[-1], whole, spare)


def _has_head(cells: Cells, columns: _Columns) -> bool:
    return bool(_cell(cells, columns.name)) or any(_cell(cells, place) for place in columns.amounts)


def _is_bare(cells: Cells, columns: _Columns) -> bool:
    return not (_cell(cells, columns.objective) or _cell(cells, columns.indicators))


def _cell(cells: Cells, place: int) -> tuple[Line, ...]:
    return cells[place] if 0 <= place < len(cells) else ()


def _text(cell: Sequence[Line]) -> str:
    return "".join(line.text for line in cell)
