"""Blanks stand in the PDF as characters, even where a line ends, so that any reader finds them."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.gui.paper import pdf_bytes
from gzgoals.gui.paper.shown_blanks import with_shown_blanks

pytestmark = pytest.mark.usefixtures("qapp")
BLANKS = {12: {0x13}}
BEFORE = b"BT\n/F12 210 Tf 1 0 0 -1 0 0 Tm\n60 -40 Td <000E> Tj\n100.5 0 Td <0013> Tj\n46.25 0 Td <000F> Tj\nET\n"
AFTER = b"BT\n/F12 210 Tf 1 0 0 -1 0 0 Tm\n60 -40 Td <000E0013> Tj\n146.7500000 0 Td <000F> Tj\nET\n"


def test_a_blank_is_shown_together_with_the_character_before_and_nothing_moves() -> None:
    assert with_shown_blanks(BEFORE, BLANKS) == AFTER


def test_a_blank_at_a_lines_end_is_shown_too() -> None:
    before = b"BT\n/F12 210 Tf 1 0 0 -1 0 0 Tm\n60 -40 Td <000E> Tj\n100.5 0 Td <0013> Tj\nET\n"
    after = b"BT\n/F12 210 Tf 1 0 0 -1 0 0 Tm\n60 -40 Td <000E0013> Tj\nET\n"
    assert with_shown_blanks(before, BLANKS) == after


def test_blanks_that_indent_a_line_stay_alone() -> None:
    indented = b"BT\n/F12 210 Tf 1 0 0 -1 0 0 Tm\n60 -40 Td <0013> Tj\n210 0 Td <0013> Tj\n210 0 Td <000E> Tj\nET\n"
    assert with_shown_blanks(indented, BLANKS) == indented


def test_the_same_number_in_another_font_is_no_blank() -> None:
    assert with_shown_blanks(BEFORE, {11: {0x13}}) == BEFORE


def test_every_blank_of_a_wrapped_text_is_a_character_of_the_page() -> None:
    objective = "Office 365 " * 20 + "完"
    units = (Unit(name="甲", projects=(Project(name="乙", objective=objective),)),)
    page = pypdfium2.PdfDocument(pdf_bytes(GoalTable(year=2026, department="甲", units=units)))[0]
    text = page.get_textpage()
    shown = [
        chr(pdfium.FPDFText_GetUnicode(text, place))
        for place in range(text.count_chars())
        if not pdfium.FPDFText_IsGenerated(text, place)
    ]
    assert objective in "".join(shown)
