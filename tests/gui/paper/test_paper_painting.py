"""What is painted beside text and rules: the mark of a draft."""

import pytest

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.fonts import paper_fonts
from gzgoals.gui.paper.layout import Face
from gzgoals.gui.paper.painting import draft_mark
from gzgoals.gui.paper.setup import page_layout, sheet_of

pytestmark = pytest.mark.usefixtures("qapp")

SETUPS = [
    PageSetup(),
    PageSetup(orientation="portrait"),
    PageSetup(size="A3"),
    PageSetup(orientation="portrait", side_margin=60, end_margin=0),
    PageSetup(side_margin=0, end_margin=60),
]


@pytest.mark.parametrize("setup", SETUPS)
def test_the_mark_of_a_draft_is_whole_large_and_amid_the_sheet(setup: PageSetup) -> None:
    sheet = sheet_of(page_layout(setup), setup)
    mark = draft_mark(Face(sheet, paper_fonts(210))).boundingRect()
    assert sheet.left < mark.left() < mark.right() < sheet.right
    assert sheet.top < mark.top() < mark.bottom() < sheet.bottom
    assert mark.center().x() == pytest.approx((sheet.left + sheet.right) / 2, abs=1)
    assert mark.center().y() == pytest.approx((sheet.top + sheet.bottom) / 2, abs=1)
    assert mark.width() > sheet.width * 0.7 or mark.height() > (sheet.bottom - sheet.top) * 0.6
