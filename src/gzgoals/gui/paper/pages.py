"""Rows parted into pages, as plain values: a page is a column of bands, a band is a row or a piece of one."""

from collections.abc import Iterator
from dataclasses import dataclass

from gzgoals.core.exchange.printed.own import LINE_SPACING, LONGEST_HEAD
from gzgoals.gui.paper.layout import Form, LaidRow, Layout
from gzgoals.gui.paper.setup import UNITS_PER_POINT

FEWEST_LINES = 3
SIGNING_LINES = 3
"""How many lines the line to be signed takes below the table, with the room above it to write in."""
ROW_PADDING = 5 * UNITS_PER_POINT // 2
_AFTER_TITLE = 8 * UNITS_PER_POINT
_AFTER_CAPTION = 2 * UNITS_PER_POINT
_BEFORE_FOOT = 6 * UNITS_PER_POINT


@dataclass(frozen=True, slots=True)
class Band:
    """A row, or a piece of a broken one, between two horizontal rules; `top` and `height` in units.

    `joined` tells that the first cell is one with that of the band above.
    """

    row: LaidRow
    top: int
    height: int
    whole: bool = True
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1. The first band is the header row; only page 1 has title and caption.

    `closes` tells that the line to be signed stands here, below the last band.
    """

    number: int
    bands: tuple[Band, ...]
    closes: bool = False


def pages(layout: Layout) -> Iterator[Page]:
    """Part a layout into pages, one at a time.

    A row that does not fit is broken between two lines where at least three lines stay together on both sides and the
    name, unless it is very long, stays whole; else it begins the next page. A piece shows the next lines of every cell.
    """
    filling = _Filling(layout.form, 1)
    signing = SIGNING_LINES if layout.form.kind.signatures else 0
    for count, row in enumerate(layout.rows, 1):
        rest: LaidRow | None = _continuing(row, filling)
        whole = True
        while rest is not None:
            here = _lines_here(rest, filling, signing if count == len(layout.rows) else 0)
            if here:
                whole = whole and here == rest.height
                filling.add(_piece(rest, 0, here), whole=whole)
                rest = _piece(rest, here, rest.height) if here < rest.height else None
            if rest is not None:
                yield filling.page()
                filling = _Filling(layout.form, filling.number + 1)
                rest = row if whole else rest
    if filling.room < signing:
        yield filling.page()
        filling = _Filling(layout.form, filling.number + 1)
    yield filling.page(closes=signing > 0)


def title_pitch(form: Form) -> int:
    """Return the distance between the title's lines, in units."""
    return round(form.fonts.title.pixelSize() * LINE_SPACING)


def caption_top(form: Form) -> int:
    """Return where the line of department and money unit begins on page 1, in units."""
    return form.sheet.top + len(form.title) * title_pitch(form) + _AFTER_TITLE


def foot_top(form: Form) -> int:
    """Return where the line of the page number begins, in units."""
    return form.sheet.bottom - form.pitch


class _Filling:
    """A page while it is being filled."""

    def __init__(self, form: Form, number: int) -> None:
        self._form = form
        self.number = number
        first = caption_top(form) + len(form.caption) * form.pitch + _AFTER_CAPTION
        self._top = first if number == 1 else form.sheet.top
        self._bands: list[Band] = []
        self.add(form.header, whole=True)

    @property
    def room(self) -> int:
        """The lines that a further band may have."""
        return (foot_top(self._form) - _BEFORE_FOOT - self._top - 2 * ROW_PADDING) // self._form.pitch

    @property
    def head(self) -> int:
        """How many first columns a break leaves together."""
        return self._form.kind.head

    @property
    def fresh(self) -> bool:
        """Whether there is nothing but the header row yet."""
        return len(self._bands) == 1

    def add(self, row: LaidRow, *, whole: bool) -> None:
        """Add a band below the others."""
        height = row.height * self._form.pitch + 2 * ROW_PADDING
        joined = row.joined and len(self._bands) > 1
        self._bands.append(Band(row, self._top, height, whole, joined))
        self._top += height

    def page(self, *, closes: bool = False) -> Page:
        """Return the page as a value."""
        return Page(self.number, tuple(self._bands), closes)


def _continuing(row: LaidRow, filling: _Filling) -> LaidRow:
    """Return the row without the cell that it shares with the one above, where that stands on the same page."""
    return row._replace(cells=((), *row.cells[1:])) if row.joined and not filling.fresh else row


def _lines_here(row: LaidRow, filling: _Filling, below: int) -> int:
    """Return how many of the row's lines this page takes, 0 for none, when so many lines are to stand `below` it."""
    company = max(below, FEWEST_LINES + 1 if row.leads and not filling.fresh else 0)
    if row.height + company <= filling.room:
        return row.height
    here = min(filling.room, row.height - FEWEST_LINES)
    head = row.head(filling.head)
    head = head if head <= LONGEST_HEAD else 0
    if here >= max(FEWEST_LINES, head):
        return here
    return max(1, here) if filling.fresh else 0


def _piece(row: LaidRow, start: int, end: int) -> LaidRow:
    return row._replace(cells=tuple(lines[start:end] for lines in row.cells))
