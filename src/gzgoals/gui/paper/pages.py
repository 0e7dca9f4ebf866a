"""Rows parted into pages, as plain values: a page is a column of bands, a band is a row or a piece of one.

Where pages begin and end follows from how many lines the cells of each row have. What is written there is put in
afterwards, page by page, so that of a long table nobody need keep the text of all lines.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from gzgoals.core.exchange.printed.own import LINE_SPACING, LONGEST_HEAD
from gzgoals.gui.paper.layout import Extent, Face, Form, LaidRow, Layout
from gzgoals.gui.paper.setup import UNITS_PER_POINT

FEWEST_LINES = 3
SIGNING_LINES = 3
"""How many lines the line to be signed takes below the table, with the room above it to write in."""
ROW_PADDING = 5 * UNITS_PER_POINT // 2
_AFTER_TITLE = 8 * UNITS_PER_POINT
_AFTER_CAPTION = 2 * UNITS_PER_POINT
BEFORE_FOOT = 6 * UNITS_PER_POINT


@dataclass(frozen=True, slots=True)
class Band:
    """A row, or a piece of a broken one, between two horizontal rules; `top` and `height` in units.

    `joined` tells that the first cell is one with that of the band above. `number` is the row's in the layout, from 0,
    and `done` how many of its lines stand on the pages before; the header row has -1.
    """

    row: LaidRow
    top: int
    height: int
    whole: bool = True
    joined: bool = False
    number: int = -1
    done: int = 0


class Start(NamedTuple):
    """Where a page begins: the row, how many of its lines stand on the pages before, and whether its first cell does.

    A page that has only the line to be signed begins behind the last row.
    """

    row: int = 0
    done: int = 0
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `number` counts from 1. The first band may be the header row; only page 1 has title and caption.

    `closes` tells that the line to be signed stands here, below the last band.
    """

    number: int
    bands: tuple[Band, ...]
    closes: bool = False


class Part(NamedTuple):
    """A band without its text: some lines of a row, the header with -1, which may share its first cell with that above.

    All else is as in `Band`.
    """

    number: int
    start: int
    end: int
    top: int
    height: int
    whole: bool
    joined: bool
    shared: bool

    def band(self, row: LaidRow) -> Band:
        """Return the band with the text of its row."""
        text = row if self.number < 0 else row.piece(self.start, self.end, shared=self.shared)
        return Band(text, self.top, self.height, self.whole, self.joined, self.number, self.start)


class Sketch(NamedTuple):
    """A page without its text; all is as in `Page`."""

    number: int
    parts: tuple[Part, ...]
    closes: bool = False

    def page(self, form: Form, laid: Callable[[int], LaidRow]) -> Page:
        """Return the page with its text; `laid` returns the row with a number."""
        bands = (part.band(form.header if part.number < 0 else laid(part.number)) for part in self.parts)
        return Page(self.number, tuple(bands), self.closes)


def pages(layout: Layout) -> Iterator[Page]:
    """Part a layout into pages, one at a time.

    A row that does not fit is broken between two lines where at least three lines stay together on both sides and the
    name, unless it is very long, stays whole; else it begins the next page. A piece shows the next lines of every cell.
    """
    extents = [row.extent for row in layout.rows]
    start: Start | None = Start()
    for number in count(1):
        if start is None:
            return
        sketch, start = sketch_from(layout.form, extents, start, number)
        yield sketch.page(layout.form, layout.rows.__getitem__)


def sketch_from(form: Form, rows: Sequence[Extent], start: Start, number: int) -> tuple[Sketch, Start | None]:
    """Return the page that begins at `start`, and where the next one does, None behind the last.

    It depends on the rows from `start` to that next one, and on whether one of them is the table's last.
    """
    filling, last = _Filling(form, number), len(rows) - 1
    signing = SIGNING_LINES if form.kind.signatures else 0
    row, done, shared = start
    while row <= last:
        shared = shared or (rows[row].joined and not done and not filling.fresh)
        rest = rows[row].below(done, shared=shared)
        below = signing if row == last else 0
        here = _lines_here(rest, filling, below)
        if form.together and 0 < here < rest.height and not done and not filling.fresh:
            here = 0 if rest.height + below <= _room_of_page(form) else here
        if here:
            whole = not done and here == rest.height
            filling.add(row, done, done + here, whole=whole, joined=rest.joined, shared=shared)
        if here < rest.height:
            return filling.sketch(), Start(row, done + here, shared and done + here > 0)
        row, done, shared = row + 1, 0, False
    if filling.room < signing and start.row <= last:
        return filling.sketch(), Start(row)
    return filling.sketch(closes=signing > 0), None


def title_pitch(form: Form) -> int:
    """Return the distance between the title's lines, in units."""
    return round(form.fonts.title.pixelSize() * LINE_SPACING)


def caption_top(form: Form) -> int:
    """Return where the line of department and money unit begins on page 1, in units."""
    return form.sheet.top + len(form.title) * title_pitch(form) + _AFTER_TITLE


def foot_top(form: Form | Face) -> int:
    """Return where the line of the page number begins, in units."""
    return form.sheet.bottom - form.pitch


class _Filling:
    """A page while it is being filled."""

    def __init__(self, form: Form, number: int) -> None:
        self._form = form
        self.number = number
        self.fresh = True
        """Whether there is nothing but the header row yet."""
        first = caption_top(form) + len(form.caption) * form.pitch + _AFTER_CAPTION
        self._top = first if number == 1 else form.sheet.top
        self._parts: list[Part] = []
        if number == 1 or form.repeated:
            self.add(-1, 0, form.header.height, whole=True)

    @property
    def room(self) -> int:
        """The lines that a further band may have."""
        return (foot_top(self._form) - BEFORE_FOOT - self._top - 2 * ROW_PADDING) // self._form.pitch

    @property
    def head(self) -> int:
        """How many first columns a break leaves together."""
        return self._form.kind.head

    def add(
        self, number: int, start: int, end: int, *, whole: bool, joined: bool = False, shared: bool = False
    ) -> None:
        """Add the lines from `start` to `end` of a row as a band below the others."""
        height = (end - start) * self._form.pitch + 2 * ROW_PADDING
        self._parts.append(Part(number, start, end, self._top, height, whole, joined and not self.fresh, shared))
        self._top += height
        self.fresh = self.fresh and number < 0

    def sketch(self, *, closes: bool = False) -> Sketch:
        """Return the page as a value."""
        return Sketch(self.number, tuple(self._parts), closes)


def _room_of_page(form: Form) -> int:
    """Return the lines that a row alone on a page may have, the first page aside."""
    return _Filling(form, 2).room


def _lines_here(row: Extent, filling: _Filling, below: int) -> int:
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
