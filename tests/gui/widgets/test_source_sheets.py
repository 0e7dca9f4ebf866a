"""The sheets of an office document that was read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.core.exchange.source import Grid, GridRow, Spot
from gzgoals.gui.widgets.source_sheets import SourceSheets


def grid(name: str, count: int, first: int = 1) -> Grid:
    rows = range(first, first + count)
    return Grid(tuple(GridRow((f"{name}{row}", "10.00"), (Spot(sheet=name, row=row),)) for row in rows), name)


@pytest.fixture
def sheets(qtbot: QtBot) -> SourceSheets:
    sheets = SourceSheets([grid("预算", 40), grid("A&B", 200, first=3)])
    qtbot.addWidget(sheets)
    sheets.resize(500, 300)
    sheets.show()
    return sheets


def selected(sheets: SourceSheets) -> list[int]:
    view = sheets.view(sheets.currentIndex())
    return [index.row() for index in view.selectionModel().selectedRows()]


def test_models_are_sound(sheets: SourceSheets) -> None:
    for number in range(sheets.count()):
        model = sheets.view(number).model()
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        assert tester.model() is model


def test_rows_stand_under_their_own_numbers_and_columns_under_letters(sheets: SourceSheets) -> None:
    model = sheets.view(1).model()
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == ["行", "A", "B"]
    assert [model.index(0, column).data() for column in range(3)] == ["3", "A&B3", "10.00"]


def test_the_rows_of_a_spot_are_selected_on_their_sheet(sheets: SourceSheets) -> None:
    picked = QSignalSpy(sheets.picked)
    sheets.show_spots([Spot(sheet="A&B", row=150, last=152)])
    assert sheets.currentIndex() == 1
    assert selected(sheets) == [147, 148, 149]
    assert picked.count() == 0


def test_the_column_of_a_cell_comes_into_view_too(qtbot: QtBot) -> None:
    rows = [
        GridRow(tuple(f"第{row}行很长的文字" for _ in range(20)), (Spot(sheet="宽", row=row),)) for row in range(1, 99)
    ]
    sheets = SourceSheets([Grid(tuple(rows), "宽")])
    qtbot.addWidget(sheets)
    sheets.resize(400, 300)
    sheets.show()
    sheets.show_spots([Spot(sheet="宽", row=60, column=15)])
    view = sheets.view(0)
    assert view.viewport().rect().contains(view.visualRect(view.model().index(59, 15)).center())


def test_a_click_picks_the_row(sheets: SourceSheets, qtbot: QtBot) -> None:
    picked = QSignalSpy(sheets.picked)
    view = sheets.view(0)
    where = view.visualRect(view.model().index(4, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert picked.at(0) == [Spot(sheet="预算", row=5)]


def test_arrow_keys_pick_rows(sheets: SourceSheets, qtbot: QtBot) -> None:
    sheets.show_spots([Spot(sheet="预算", row=5)])
    picked = QSignalSpy(sheets.picked)
    qtbot.keyClick(sheets.view(0), Qt.Key.Key_Down)
    assert picked.at(0) == [Spot(sheet="预算", row=6)]
