"""Where on a page every line of text and every rule stands, as plain values in units; painting only draws them."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.gui.paper.columns import PADDING
from gzgoals.gui.paper.layout import Face, Form
from gzgoals.gui.paper.pages import ROW_PADDING, SIGNING_LINES, Band, Page, caption_top, foot_top, title_pitch

# In a Chinese font the square of a character reaches this far above the baseline, whatever its metrics claim.
_ASCENT = 0.88


class Style(Enum):
    """Which of the form's fonts a line is set in."""

    TEXT = "text"
    HEADING = "heading"
    TITLE = "title"


class Align(Enum):
    """Where in its room a line stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Line(NamedTuple):
    """A line of text: the room it stands in from `left` to `right`, and its `baseline`."""

    text: str
    left: int
    right: int
    baseline: int
    align: Align = Align.LEFT
    style: Style = Style.TEXT


class Rule(NamedTuple):
    """A straight rule from one point to another."""

    x1: int
    y1: int
    x2: int
    y2: int


class Placed(NamedTuple):
    """A page as it is painted: its rules, and its lines of text in their order."""

    rules: tuple[Rule, ...]
    lines: tuple[Line, ...]


def placed(page: Page, form: Form, page_count: int) -> Placed:
    """Return a page as it is painted."""
    return Placed(tuple(placed_rules(page, form)), tuple(placed_lines(page, form, page_count)))


def placed_lines(page: Page, form: Form, page_count: int) -> Iterator[Line]:
    """Yield a page's lines in the order in which they are painted."""
    if page.number == 1:
        yield from _title_lines(form)
        yield from _caption_lines(form)
    for band in page.bands:
        yield from _band_lines(band, form)
    if page.closes:
        yield from _signature_lines(page, form)
    yield from foot_lines(form.face, page.number, page_count)


def foot_lines(face: Face, number: int, page_count: int) -> Iterator[Line]:
    """Yield what stands at a page's foot: its number and the day of printing, where they are wanted.

    The number stands in the middle, or at the left where the day, in large type, would reach it there. Where the sheet
    is too narrow even so, the day loses its caption; one that meets the number nevertheless is left out.
    """
    top, page, day = foot_top(face), f"第 {number} 页 共 {page_count} 页", face.marks.day
    metrics = QFontMetricsF(face.fonts.text)
    if face.marks.numbered:
        free = face.sheet.width - face.fonts.size - metrics.horizontalAdvance(page)
        is_apart = not day or 2 * metrics.horizontalAdvance(day) <= free
        yield line_at(face, page, top, Align.CENTRE if is_apart else Align.LEFT)
        ways = (day, day.partition("：")[2])
        day = next((way for way in ways if metrics.horizontalAdvance(way) <= free), "")
    if day:
        yield line_at(face, day, top, Align.RIGHT)


def placed_rules(page: Page, form: Form) -> Iterator[Rule]:
    """Yield a page's rules: one above and below each band, and the column's edges, closed at the page's foot.

    Between two bands that share their first cell, the rule leaves that cell open.
    """
    if not page.bands:
        return
    first, last = page.bands[0], page.bands[-1]
    bottom = last.top + last.height
    for band in page.bands:
        left = form.columns[0].right if band.joined else form.sheet.left
        yield Rule(left, band.top, form.sheet.right, band.top)
    yield Rule(form.sheet.left, bottom, form.sheet.right, bottom)
    for x in (form.sheet.left, *(column.right for column in form.columns)):
        yield Rule(x, first.top, x, bottom)


def _title_lines(form: Form) -> Iterator[Line]:
    size, pitch = form.fonts.title.pixelSize(), title_pitch(form)
    for count, text in enumerate(form.title):
        baseline = baseline_of(form.sheet.top + count * pitch, pitch, size)
        yield Line(text, form.sheet.left, form.sheet.right, baseline, Align.CENTRE, Style.TITLE)


def _caption_lines(form: Form) -> Iterator[Line]:
    for count, text in enumerate(form.caption):
        yield _line(form, text, caption_top(form) + count * form.pitch, Align.LEFT)
    if aside := form.kind.aside:
        yield _line(form, aside, caption_top(form) + (len(form.caption) - 1) * form.pitch, Align.RIGHT)


def _signature_lines(page: Page, form: Form) -> Iterator[Line]:
    captions = form.kind.signatures
    bottom = page.bands[-1].top + page.bands[-1].height if page.bands else form.sheet.top
    top = bottom + (SIGNING_LINES - 1) * form.pitch
    for count, text in enumerate(captions):
        left = form.sheet.left + form.sheet.width * count // len(captions)
        yield _line(form, text, top, Align.LEFT)._replace(left=left)


def line_at(face: Face, text: str, top: int, align: Align, style: Style = Style.TEXT) -> Line:
    """Return a line over the sheet's whole width."""
    return Line(text, face.sheet.left, face.sheet.right, baseline_of(top, face.pitch, face.fonts.size), align, style)


def _line(form: Form, text: str, top: int, align: Align) -> Line:
    return line_at(form.face, text, top, align)


def _band_lines(band: Band, form: Form) -> Iterator[Line]:
    header = band.row is form.header
    style = Style.HEADING if header else Style.TEXT
    right, pitch, size = (*form.kind.amounts, *band.row.right), form.pitch, form.fonts.size
    for place, lines in enumerate(band.row.cells):
        column = form.columns[place]
        align = Align.CENTRE if header else Align.RIGHT if place in right else Align.LEFT
        left = column.left + PADDING + (band.row.indent if place == 0 else 0)
        top = cell_top(band, len(lines), form)
        for count, text in enumerate(lines):
            baseline = baseline_of(top + count * pitch, pitch, size)
            yield Line(text, left, column.right - PADDING, baseline, align, style)


def cell_top(band: Band, lines: int, form: Form) -> int:
    """Return where the first of so many lines of a cell begins: amid a whole row, at the top of a piece of one."""
    return band.top + ((band.height - lines * form.pitch) // 2 if band.whole else ROW_PADDING)


def baseline_of(top: int, pitch: int, size: int) -> int:
    """Return where a line of type of this size stands in its room of height `pitch`."""
    return round(top + (pitch - size) / 2 + _ASCENT * size)
