"""The pages of a PDF that was read: drawn only where they are seen, and clicked in points of the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.core.exchange.source import Spot
from gzgoals.gui.widgets.source_pages import SourcePages

A4 = (842.0, 595.0)


class Pages(SourcePages):
    """Pages that remember which of them were drawn, and how large."""

    def __init__(self, count: int) -> None:
        self.drawn: list[tuple[int, int]] = []
        super().__init__([A4] * count, self.picture)

    def picture(self, page: int, scale: float) -> QImage:
        width, height = round(A4[0] * scale), round(A4[1] * scale)
        self.drawn.append((page, width))
        picture = QImage(width, height, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.gray)
        return picture


@pytest.fixture
def pages(qtbot: QtBot) -> Pages:
    pages = Pages(300)
    qtbot.addWidget(pages)
    pages.resize(700, 600)
    with qtbot.waitExposed(pages):
        pages.show()
    qtbot.waitUntil(lambda: len(pages.drawn) >= 2)
    return pages


def test_only_pages_in_view_are_drawn_and_each_once(pages: Pages, qtbot: QtBot) -> None:
    qtbot.wait(30)
    assert sorted(page for page, _ in pages.drawn) == [1, 2]


def test_a_page_is_as_wide_as_the_view_and_drawn_pixel_by_pixel(pages: Pages) -> None:
    width = pages.box_of(Spot(page=1)).width()
    assert abs(width - (pages.viewport().width() - 24)) < 1
    assert abs(pages.drawn[-1][1] - width * pages.devicePixelRatioF()) < 2


def test_a_spot_far_down_comes_into_view_and_its_page_is_drawn(pages: Pages, qtbot: QtBot) -> None:
    spot = Spot(page=250, box=(50, 300, 800, 340))
    pages.show_spots([spot])
    assert pages.viewport().rect().contains(pages.box_of(spot).toRect())
    assert pages.page == 250
    qtbot.waitUntil(lambda: 250 in [page for page, _ in pages.drawn])


def test_a_click_picks_the_point_of_the_page(pages: Pages, qtbot: QtBot) -> None:
    picked = QSignalSpy(pages.picked)
    spot = Spot(page=2, box=(100, 100, 100, 100))
    where = pages.box_of(spot).topLeft().toPoint()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=where)
    point = picked.at(0)[0]
    assert point.page == 2
    assert abs(point.box[0] - 100) < 3
    assert abs(point.box[1] - 100) < 3


def test_a_click_beside_the_pages_picks_nothing(pages: Pages, qtbot: QtBot) -> None:
    picked = QSignalSpy(pages.picked)
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 100))
    assert picked.count() == 0


def test_larger_pages_are_drawn_anew_and_sharp(pages: Pages, qtbot: QtBot) -> None:
    before = pages.drawn[-1][1]
    pages.zoom(2)
    qtbot.waitUntil(lambda: pages.drawn[-1][1] > before)
    assert pages.drawn[-1][1] == round(before * 1.44) or abs(pages.drawn[-1][1] - before * 1.44) < 3
    pages.fit()
    assert abs(pages.box_of(Spot(page=1)).width() - (pages.viewport().width() - 24)) < 1


def test_the_page_in_view_is_told_while_scrolling_by_keys(pages: Pages, qtbot: QtBot) -> None:
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == 300
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 1


def test_no_more_pictures_are_kept_than_are_of_use(pages: Pages, qtbot: QtBot) -> None:
    for page in range(1, 61, 2):
        pages.show_spots([Spot(page=page, box=(0, 0, 10, 10))])
        qtbot.waitUntil(lambda page=page: page in [each for each, _ in pages.drawn])  # type: ignore[misc]
    assert len(pages._pictures) <= 12
