"""Nothing is cut: whatever a device cannot print on at its edges, all stands inside of that."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFontMetricsF, QPageLayout
from PySide6.QtPrintSupport import QPrinter

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper import Marks, document_title, indicator_listing, prepare_printer, print_listing, print_table
from gzgoals.gui.paper.fonts import paper_fonts
from gzgoals.gui.paper.form_document import lay_out_forms, print_forms
from gzgoals.gui.paper.layout import Face, Layout, lay_out
from gzgoals.gui.paper.pages import pages
from gzgoals.gui.paper.painting import draft_mark
from gzgoals.gui.paper.placing import Align, Placed, Style, foot_lines, placed
from gzgoals.gui.paper.progress import Progress
from gzgoals.gui.paper.project_form import form_setup
from gzgoals.gui.paper.setup import UNITS_PER_POINT, page_layout, paper_of, sheet_of
from last_year import sample, two_years

pytestmark = pytest.mark.usefixtures("qapp")

MM = 72 / 25.4
MARKS = Marks(day="打印日期：2026年11月24日", draft=True)
MARGINS = st.builds(QMarginsF, *[st.integers(0, 40)] * 4)
SETUPS = st.builds(
    PageSetup,
    size=st.sampled_from(["A4", "A3"]),
    orientation=st.sampled_from(["landscape", "portrait"]),
    side_margin=st.integers(0, 30),
    end_margin=st.integers(0, 30),
    signed=st.booleans(),
)


def with_least(layout: QPageLayout, least: QMarginsF) -> QPageLayout:
    """Return a page's layout as that of a device which leaves so many millimetres at the edges blank."""
    edgy = QPageLayout(layout.pageSize(), layout.orientation(), layout.margins(), QPageLayout.Unit.Millimeter, least)
    edgy.setMode(layout.mode())
    edgy.setMargins(layout.margins())  # smaller ones stay where a whole page is painted
    return edgy


def assert_inside(page: Placed, face: Face, layout: QPageLayout, least: QMarginsF) -> None:
    """Every rule, letter and the mark of a draft stand where the device can print."""
    sheet = layout.fullRect(QPageLayout.Unit.Point)
    left, top = least.left() * MM * UNITS_PER_POINT - 1, least.top() * MM * UNITS_PER_POINT - 1
    right = (sheet.width() - least.right() * MM) * UNITS_PER_POINT + 1
    bottom = (sheet.height() - least.bottom() * MM) * UNITS_PER_POINT + 1
    fonts = {Style.TEXT: face.fonts.text, Style.HEADING: face.fonts.heading, Style.TITLE: face.fonts.title}
    for rule in page.rules:
        assert left <= min(rule.x1, rule.x2) <= max(rule.x1, rule.x2) <= right
        assert top <= min(rule.y1, rule.y2) <= max(rule.y1, rule.y2) <= bottom
    for line in page.lines:
        metrics = QFontMetricsF(fonts[line.style])
        assert left <= line.left
        assert metrics.horizontalAdvance(line.text.rstrip()) <= line.right - line.left + 1
        assert line.right <= right
        assert top <= line.baseline - 0.88 * fonts[line.style].pixelSize()
        assert line.baseline + 0.12 * fonts[line.style].pixelSize() <= bottom
    mark = draft_mark(face).boundingRect()
    assert left <= mark.left() < mark.right() <= right
    assert top <= mark.top() < mark.bottom() <= bottom


def assert_all_inside(layout: Layout, device: QPageLayout, least: QMarginsF) -> None:
    every_page = list(pages(layout))
    for page in every_page:
        assert_inside(placed(page, layout.form, len(every_page)), layout.form.face, device, least)


@settings(max_examples=30, deadline=None)
@given(SETUPS, MARGINS)
def test_table_and_lists_stand_where_the_device_can_print(setup: PageSetup, least: QMarginsF) -> None:
    device = with_least(page_layout(setup), least)
    paper = paper_of(device, setup, MARKS)
    assert_all_inside(lay_out(sample(), paper, Progress(None)), device, least)
    assert_all_inside(indicator_listing(sample()).laid_out(paper, Progress(None)), device, least)


@settings(max_examples=20, deadline=None)
@given(SETUPS, MARGINS)
def test_forms_stand_where_the_device_can_print(setup: PageSetup, least: QMarginsF) -> None:
    setup = form_setup(setup)
    device = with_least(page_layout(setup), least)
    document = lay_out_forms(two_years(), device, setup, Progress(None), MARKS)
    for page in document.placed(document.numbers):
        assert_inside(page, document.face, device, least)


@given(st.sampled_from(["A4", "A3"]), st.integers(5, 24), st.integers(0, 40), st.booleans(), st.integers(1, 9999))
def test_page_number_and_day_do_not_meet(
    size: Literal["A4", "A3"], type_size: int, margin: int, is_dated: bool, number: int
) -> None:
    setup = PageSetup(size=size, orientation="portrait", side_margin=margin)
    face = Face(sheet_of(page_layout(setup), setup), paper_fonts(type_size * UNITS_PER_POINT), MARKS)
    if not is_dated:
        face = replace(face, marks=Marks())
    page, *day = foot_lines(face, number, number)
    metrics = QFontMetricsF(face.fonts.text)
    width = metrics.horizontalAdvance(page.text)
    end = face.sheet.left + width if page.align is Align.LEFT else (page.left + page.right + width) / 2
    assert len(day) == is_dated or (not day and margin > 20) or number > 99
    for each in day:
        assert end < each.right - metrics.horizontalAdvance(each.text)
        assert "2026年11月24日" in each.text


def test_the_page_number_stands_in_the_middle_as_long_as_the_day_leaves_it_alone() -> None:
    usual = PageSetup(orientation="portrait")
    sheet = sheet_of(page_layout(usual), usual)
    small, large = (Face(sheet, paper_fonts(points * UNITS_PER_POINT), MARKS) for points in (12, 18))
    assert [line.align for line in foot_lines(small, 1, 6)] == [Align.CENTRE, Align.RIGHT]
    assert [line.align for line in foot_lines(large, 1, 6)] == [Align.LEFT, Align.RIGHT]


class EdgyPrinter(QPrinter):
    """A printer that cannot print near the edges of its paper, however small the margins are that it is asked for."""

    least = QMarginsF(17, 9, 12, 21)

    def pageLayout(self) -> QPageLayout:
        return with_least(super().pageLayout(), self.least)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    printer = EdgyPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    prepare_printer(printer, document_title(sample()), NO_MARGINS)
    return printer


NO_MARGINS = PageSetup(side_margin=0, end_margin=0, signed=True)
PRINTS = {
    "table": lambda printer: print_table(sample(), printer, NO_MARGINS, marks=MARKS),
    "list": lambda printer: print_listing(indicator_listing(sample()), printer, NO_MARGINS, marks=MARKS),
    "forms": lambda printer: print_forms(two_years(), printer, NO_MARGINS, marks=MARKS),
}


@pytest.mark.parametrize("kind", PRINTS)
def test_what_is_printed_without_margins_keeps_off_the_printers_edges(printer: QPrinter, kind: str) -> None:
    PRINTS[kind](printer)
    least = EdgyPrinter.least
    assert printer.pageLayout().margins().isNull()
    for page in pypdfium2.PdfDocument(printer.outputFileName()):
        for left, bottom, right, top in (each.get_bounds() for each in page.get_objects()):
            assert left >= least.left() * MM - 1
            assert bottom >= least.bottom() * MM - 1
            assert right <= page.get_width() - least.right() * MM + 1
            assert top <= page.get_height() - least.top() * MM + 1
