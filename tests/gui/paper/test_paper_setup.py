"""A page's setup, and the area that it leaves to print on."""

import pytest
from pydantic import ValidationError
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.setup import Sheet, page_layout, sheet_of

MM = 20 * 72 / 25.4


def sheet(setup: PageSetup) -> Sheet:
    return sheet_of(page_layout(setup), setup)


def test_the_default_is_a4_landscape_with_fourteen_millimetres_around() -> None:
    assert sheet(PageSetup()) == Sheet(left=794, top=794, right=842 * 20 - 794, bottom=595 * 20 - 794)


@pytest.mark.parametrize(
    ("setup", "width", "height"),
    [
        (PageSetup(orientation="portrait"), 595, 842),
        (PageSetup(size="A3"), 1191, 842),
        (PageSetup(size="A3", orientation="portrait"), 842, 1191),
    ],
)
def test_size_and_orientation_make_the_page(setup: PageSetup, width: int, height: int) -> None:
    page = page_layout(setup).fullRect(QPageLayout.Unit.Point)
    assert (page.width(), page.height()) == (width, height)


def test_a_device_that_needs_larger_margins_gets_them() -> None:
    margins = QMarginsF(30, 5, 5, 25)
    layout = QPageLayout(
        QPageSize(QSizeF(300, 200), QPageSize.Unit.Millimeter),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Millimeter,
        margins,
    )
    area = sheet_of(layout, PageSetup())
    assert area.left == pytest.approx(30 * MM, abs=20)
    assert area.top == pytest.approx(14 * MM, abs=1)
    assert area.right == pytest.approx((300 - 14) * MM, abs=20)
    assert area.bottom == pytest.approx((200 - 25) * MM, abs=20)


def test_margins_that_leave_no_page_are_refused() -> None:
    with pytest.raises(ValidationError):
        PageSetup(side_margin=200)
