"""Pictures of pages are kept while they are in sight and as long as they take little room."""

from functools import partial

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gzgoals.gui.widgets.pages_view import PagesView

PAGES = 40
A4 = (842.0, 595.0)
ROOM = 8 << 20


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    view = PagesView([A4] * PAGES, drawn)
    qtbot.addWidget(view)
    view.resize(900, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


def drawn(_page: int, scale: float) -> QImage:
    return QImage(round(A4[0] * scale), round(A4[1] * scale), QImage.Format.Format_RGB32)


def is_pictured(view: PagesView, page: int) -> bool:
    return page in view.pictured


def look_through(view: PagesView, qtbot: QtBot) -> None:
    """Bring one page after the other into view, each until it has its picture."""
    for page in range(1, PAGES + 1):
        view.show_page(page)
        qtbot.waitUntil(partial(is_pictured, view, page))


def test_a_dozen_pictures_of_small_pages_are_kept_the_last_ones(view: PagesView, qtbot: QtBot) -> None:
    view.zoom(-6)
    look_through(view, qtbot)
    assert len(view.pictured) == 12
    assert PAGES in view.pictured
    assert 1 not in view.pictured


def test_of_large_pages_only_as_many_are_kept_as_take_little_room(view: PagesView, qtbot: QtBot) -> None:
    view.zoom(4)
    look_through(view, qtbot)
    size = drawn(1, view.scale).sizeInBytes()
    assert len(view.pictured) <= ROOM // size + 3
    assert len(view.pictured) < 12
    assert PAGES in view.pictured
