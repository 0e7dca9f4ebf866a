"""Columns as wide as their type needs, and as the user has dragged them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView
from pytestqt.qtbot import QtBot

from gzgoals.gui.widgets.column_widths import ColumnWidths
from gzgoals.gui.widgets.type_size import type_scale

KEYS = ("number", "name", "value")
USUAL = {"number": 40, "value": 100}


@pytest.fixture
def view(qtbot: QtBot) -> QTableView:
    view = QTableView()
    qtbot.addWidget(view)
    font = view.font()
    font.setPointSizeF(10)
    view.setFont(font)
    view.setModel(QStandardItemModel(3, 3, view))
    view.verticalHeader().hide()
    view.resize(600, 200)
    view.show()
    return view


@pytest.fixture
def widths(view: QTableView) -> ColumnWidths:
    return ColumnWidths(view, KEYS, USUAL, "some")


def drag(qtbot: QtBot, header: QHeaderView, column: int, by: int) -> None:
    edge = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) - 1, header.height() // 2)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(by, 0))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))


def test_one_column_takes_what_is_left(view: QTableView, widths: ColumnWidths) -> None:
    assert [view.columnWidth(column) for column in range(3)] == [40, view.viewport().width() - 140, 100]
    assert widths.own == {}


def test_larger_type_needs_wider_columns(view: QTableView, widths: ColumnWidths) -> None:
    font = view.font()
    font.setPointSizeF(16)
    view.setFont(font)
    scale = type_scale(view)
    assert scale == pytest.approx(1.6, abs=0.05)
    assert (view.columnWidth(0), view.columnWidth(2)) == (round(40 * scale), round(100 * scale))
    assert widths.own == {}


def test_what_the_user_drags_counts_and_is_told(view: QTableView, widths: ColumnWidths, qtbot: QtBot) -> None:
    drag(qtbot, view.horizontalHeader(), 0, 30)
    assert view.columnWidth(0) == 70
    assert widths.own == {"number": 70}
    widths.set_usual({"number": 50, "value": 90})
    assert (view.columnWidth(0), view.columnWidth(2)) == (70, 90)


def test_what_was_dragged_grows_with_the_type(view: QTableView, widths: ColumnWidths) -> None:
    widths.set_own({"value": 150})
    font = view.font()
    font.setPointSizeF(16)
    view.setFont(font)
    assert view.columnWidth(2) == round(150 * type_scale(view))
    assert widths.own == {"value": 150}


def test_the_usual_widths_come_back(view: QTableView, widths: ColumnWidths, qtbot: QtBot) -> None:
    drag(qtbot, view.horizontalHeader(), 0, 30)
    widths.set_own({})
    assert view.columnWidth(0) == 40


def test_a_width_that_makes_no_sense_is_mended_and_an_unknown_column_left_out(widths: ColumnWidths) -> None:
    widths.set_own({"number": 1, "value": 9999, "gone": 50})
    assert widths.own == {"number": 16, "value": 2000}


def test_in_a_narrow_view_what_takes_the_rest_stays_readable(view: QTableView, widths: ColumnWidths) -> None:
    view.resize(200, 200)
    assert view.columnWidth(1) == 96
    assert view.columnWidth(0) == 40
    view.resize(600, 200)
    assert view.columnWidth(1) == view.viewport().width() - 140
    assert widths.own == {}


def test_a_hidden_column_takes_no_room_and_has_its_width_when_it_is_shown(
    view: QTableView, widths: ColumnWidths
) -> None:
    view.setColumnHidden(2, True)
    widths.set_usual({"value": 80})
    view.setColumnHidden(2, False)
    widths.fit()
    assert view.columnWidth(2) == 80
    assert widths.own == {}


def test_where_little_is_left_others_give_way_down_to_what_they_need(view: QTableView, qtbot: QtBot) -> None:
    ColumnWidths(view, KEYS, USUAL, give={"value": 60})
    view.resize(600, 200)
    assert view.columnWidth(2) == 100
    view.resize(40 + 80 + 200 + 600 - view.viewport().width(), 200)
    qtbot.waitUntil(lambda: view.columnWidth(2) == 80)
    assert view.columnWidth(1) == 200
    view.resize(250, 200)
    qtbot.waitUntil(lambda: view.columnWidth(2) == 60)
    assert view.columnWidth(0) == 40


def test_what_the_user_has_dragged_does_not_give_way(view: QTableView, qtbot: QtBot) -> None:
    widths = ColumnWidths(view, KEYS, USUAL, give={"number": 20, "value": 60})
    widths.set_own({"value": 110})
    view.resize(250, 200)
    qtbot.waitUntil(lambda: view.columnWidth(0) == 20)
    assert view.columnWidth(2) == 110
