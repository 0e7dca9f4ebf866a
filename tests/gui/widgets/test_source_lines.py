"""The lines of a text that was read: what stands out, and what a click picks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.core.exchange.source import NOWHERE, Spot
from gzgoals.gui.widgets.source_lines import SourceLines


@pytest.fixture
def view(qtbot: QtBot) -> SourceLines:
    view = SourceLines([f"第{number}行" for number in range(1, 201)])
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    return view


def line_in_view(view: SourceLines, number: int) -> bool:
    cursor = QTextCursor(view.document().findBlockByNumber(number - 1))
    return bool(view.viewport().rect().contains(view.cursorRect(cursor)))


def test_the_lines_of_a_spot_stand_out_and_come_into_view(view: SourceLines) -> None:
    view.show_spots([Spot(line=150).until(153)])
    assert [line for line in range(1, 201) if view.is_lit(line)] == [150, 151, 152, 153]
    assert line_in_view(view, 150)


def test_no_place_in_particular_stands_out_nowhere(view: SourceLines) -> None:
    view.show_spots([Spot(line=3)])
    view.show_spots([NOWHERE])
    assert not any(map(view.is_lit, range(1, 201)))


def test_a_click_picks_the_line(view: SourceLines, qtbot: QtBot) -> None:
    picked = QSignalSpy(view.picked)
    cursor = QTextCursor(view.document().findBlockByNumber(4))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert picked.at(0) == [Spot(line=5)]


def test_enter_picks_the_line_of_the_cursor(view: SourceLines, qtbot: QtBot) -> None:
    picked = QSignalSpy(view.picked)
    view.show_spots([Spot(line=7)])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert picked.at(0) == [Spot(line=7)]


def test_lines_that_stand_out_look_otherwise(view: SourceLines) -> None:
    before = view.grab().toImage()
    view.show_spots([Spot(line=2)])
    assert view.grab().toImage() != before


def test_the_text_is_read_only(view: SourceLines, qtbot: QtBot) -> None:
    before = view.toPlainText()
    qtbot.keyClicks(view, "x")
    assert view.toPlainText() == before
