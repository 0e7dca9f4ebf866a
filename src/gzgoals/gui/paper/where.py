"""What stands where on a table's pages: the field below a point, and the areas that show a place."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.core.exchange import indicator_texts
from gzgoals.core.exchange.source import Box
from gzgoals.core.table import Place, Project, catalogue_of
from gzgoals.gui.paper.live import LivePages
from gzgoals.gui.paper.pages import Band, caption_top
from gzgoals.gui.paper.placing import cell_top
from gzgoals.gui.paper.rows import printed_text
from gzgoals.gui.paper.setup import UNITS_PER_POINT

_FIELDS = (
    "name", "funding", "funding.appropriation", "funding.special_account", "funding.other", "objective", "indicators",
)  # fmt: skip
_INDICATORS = len(_FIELDS) - 1


class Area(NamedTuple):
    """A part of a page; the box is in points from the page's upper left corner."""

    page: int
    box: Box


def place_at(live: LivePages, number: int, x: float, y: float) -> Place | None:
    """Return the place of what stands at a point of a page, in points; None where nothing can be edited."""
    page, form = live.page(number), live.form
    across, down = x * UNITS_PER_POINT, y * UNITS_PER_POINT
    if number == 1 and down < caption_top(form) + len(form.caption) * form.pitch:
        return Place(field="department") if down >= caption_top(form) else None
    band = next((each for each in page.bands if each.top <= down < each.top + each.height), None)
    column = next((place for place, each in enumerate(form.columns) if each.left <= across < each.right), None)
    if band is None or band.number < 0 or column is None:
        return None
    row = live.rows[band.number]
    if not isinstance(row.source, Project):
        return row.place.at("name") if row.place.unit else row.place
    if column == _INDICATORS:
        return _indicator_at(live, band, across, down)
    return row.place.at(_FIELDS[column])


def areas_of(live: LivePages, place: Place) -> tuple[Area, ...]:
    """Return the areas that show a place: its cell or its indicator's lines, else its row, on all pages it is on."""
    number = live.row_of(place)
    source = live.rows[number].source
    indicator = place.indicator if isinstance(source, Project) and place.indicator else ""
    column = _INDICATORS if indicator else _FIELDS.index(place.field) if place.field in _FIELDS else None
    if not isinstance(source, Project):
        column = 0 if place.field == "name" else None
    return tuple(_areas(live, number, column, indicator))


def _areas(live: LivePages, number: int, column: int | None, indicator: str) -> Iterator[Area]:
    for page in range(live.page_of(number), live.page_count + 1):
        if page > 1 and live.starts[page - 1].row > number:
            return
        for band in live.page(page).bands:
            if band.number == number and (box := _box(live, band, column, indicator)):
                yield Area(page, box)


def _box(live: LivePages, band: Band, column: int | None, indicator: str) -> Box | None:
    form = live.form
    top, bottom = band.top, band.top + band.height
    left, right = form.sheet.left, form.sheet.right
    if column is not None:
        left, right = form.columns[column].left, form.columns[column].right
    if indicator:
        lines = _lines_of(live, band.number, indicator)
        shown = range(max(lines.start, band.done), min(lines.stop, band.done + len(band.row.cells[_INDICATORS])))
        if not shown:
            return None
        top = cell_top(band, len(band.row.cells[_INDICATORS]), form) + (shown.start - band.done) * form.pitch
        bottom = top + len(shown) * form.pitch
    return left / UNITS_PER_POINT, top / UNITS_PER_POINT, right / UNITS_PER_POINT, bottom / UNITS_PER_POINT


def _indicator_at(live: LivePages, band: Band, across: float, down: float) -> Place:
    """Return the place of the indicator whose text stands at a point of its cell, the nearest one beside the text."""
    form, row = live.form, live.rows[band.number]
    lines = live.laid(band.number).cells[_INDICATORS]
    if not lines or not isinstance(row.source, Project):
        return row.place.at("indicators")
    here = len(band.row.cells[_INDICATORS])
    line = int((down - cell_top(band, here, form)) // form.pitch)
    line = band.done + max(0, min(line, here - 1))
    room = across - form.columns[_INDICATORS].left
    metrics = QFontMetricsF(form.fonts.text)
    text = lines[line]
    letter = next((n for n in range(1, len(text)) if metrics.horizontalAdvance(text[:n]) > room), len(text)) - 1
    offset = sum(map(len, lines[:line])) + max(letter, 0)
    ends = list(accumulate(_lengths(row.source, live.scheme)))
    indicator = row.source.indicators[min(bisect_right(ends, offset), len(ends) - 1)]
    return Place(row.place.unit, row.place.project, indicator.id)


def _lines_of(live: LivePages, number: int, indicator: str) -> range:
    """Return which lines of its cell an indicator stands on."""
    source = live.rows[number].source
    if not isinstance(source, Project):
        return range(0)
    place = next((n for n, each in enumerate(source.indicators) if each.id == indicator), None)
    if place is None:
        return range(0)
    bounds = [0, *accumulate(_lengths(source, live.scheme))]
    begins = [0, *accumulate(map(len, live.laid(number).cells[_INDICATORS]))]
    first, last = bisect_right(begins, bounds[place]) - 1, bisect_right(begins, bounds[place + 1] - 1) - 1
    return range(first, last + 1)


def _lengths(project: Project, scheme: str) -> Iterator[int]:
    """Yield how many letters each indicator has in its cell; line ends are none."""
    for text in indicator_texts(project.indicators, catalogue_of(scheme)):
        yield len(printed_text(text).replace("\n", ""))
