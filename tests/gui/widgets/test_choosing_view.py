"""Lists in which rows are ticked, by hand and by key."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.models.cells import Cell, Editor
from gzgoals.gui.models.rows_model import Column, RowsModel
from gzgoals.gui.widgets.choosing_view import ChoosingView

KEYS = Qt.Key
STATES = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked, None: Qt.CheckState.PartiallyChecked}


@dataclass(frozen=True)
class Thing:
    key: str
    ticked: bool | None = False
    name: str = "名"
    years: bool = False


COLUMNS = (
    Column[Thing]("ticked", "", lambda row: Cell(check=STATES[row.ticked])),
    Column[Thing]("name", "名称", lambda row: Cell(row.name, editor=Editor.TEXT, spans=((0, 1),))),
    Column[Thing]("years", "年份", lambda row: Cell("2025 → 2026", check=STATES[row.years])),
)


class Chooser(QWidget):
    """A list that does what is wished, with a field behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.model: RowsModel[Thing] = RowsModel(COLUMNS, parent=self)
        self.view = ChoosingView(self.model, {"ticked": 36, "years": 140}, parent=self)
        self.after = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(self.after)
        self.model.wished.connect(self.change)
        self.model.set_rows([Thing("a"), Thing("b", ticked=True), Thing("c", ticked=None)])

    def change(self, key: str, column: str, text: str) -> None:
        value: Any = text if column == "name" else bool(text)
        self.model.set_rows([replace(row, **{column: value}) if row.key == key else row for row in self.model.rows])

    @property
    def ticks(self) -> list[bool | None]:
        return [row.ticked for row in self.model.rows]


@pytest.fixture
def chooser(qtbot: QtBot) -> Chooser:
    chooser = Chooser()
    qtbot.addWidget(chooser)
    chooser.resize(500, 300)
    with qtbot.waitActive(chooser):
        chooser.show()
        chooser.activateWindow()
    chooser.view.setFocus()
    return chooser


def cell(chooser: Chooser, row: int, column: int) -> QModelIndex:
    return chooser.model.index(row, column)


def click(chooser: Chooser, qtbot: QtBot, index: QModelIndex, left: int = -1) -> None:
    where = chooser.view.visualRect(index).center()
    if left >= 0:
        where.setX(chooser.view.visualRect(index).left() + left)
    qtbot.mouseClick(chooser.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_model_is_sound(chooser: Chooser) -> None:
    tester = QAbstractItemModelTester(chooser.model, QAbstractItemModelTester.FailureReportingMode.Fatal, chooser.model)
    assert tester.model() is chooser.model


def test_a_click_anywhere_in_a_cell_that_is_all_tick_box_ticks(chooser: Chooser, qtbot: QtBot) -> None:
    click(chooser, qtbot, cell(chooser, 0, 0))
    click(chooser, qtbot, cell(chooser, 1, 0))
    click(chooser, qtbot, cell(chooser, 2, 0))
    assert chooser.ticks == [True, False, True]


def test_a_click_on_the_text_beside_a_box_only_selects(chooser: Chooser, qtbot: QtBot) -> None:
    click(chooser, qtbot, cell(chooser, 0, 2))
    assert not chooser.model.rows[0].years
    click(chooser, qtbot, cell(chooser, 0, 2), left=12)
    assert chooser.model.rows[0].years


def test_the_space_bar_ticks_the_row_from_any_of_its_cells(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.view.setCurrentIndex(cell(chooser, 0, 1))
    qtbot.keyClick(chooser.view, KEYS.Key_Space)
    assert chooser.ticks == [True, True, None]
    chooser.view.setCurrentIndex(cell(chooser, 0, 2))
    qtbot.keyClick(chooser.view, KEYS.Key_Space)
    assert chooser.model.rows[0].years


def test_the_space_bar_ticks_all_selected_rows_alike(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.view.setCurrentIndex(cell(chooser, 0, 0))
    for row in (1, 2):
        chooser.view.selectionModel().select(cell(chooser, row, 0), QItemSelectionModel.SelectionFlag.Select)
    qtbot.keyClick(chooser.view, KEYS.Key_Space)
    assert chooser.ticks == [True, True, True]


def test_keys_type_into_a_text_and_enter_goes_down(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.view.setCurrentIndex(cell(chooser, 0, 1))
    qtbot.keyClicks(chooser.view, "x")
    editor = chooser.view.viewport().findChild(QLineEdit)
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert chooser.model.rows[0].name == "x"
    assert chooser.view.currentIndex().row() == 1


def test_tab_leaves_the_list(chooser: Chooser, qtbot: QtBot) -> None:
    qtbot.keyClick(chooser.view, KEYS.Key_Tab)
    assert QApplication.focusWidget() is chooser.after


def test_a_tick_changes_the_picture(chooser: Chooser) -> None:
    before = chooser.view.grab().toImage()
    chooser.change("a", "ticked", "✓")
    assert chooser.view.grab().toImage() != before
