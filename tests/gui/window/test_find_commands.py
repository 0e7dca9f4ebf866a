"""Finding and replacing in the window, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import get_value
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit
from gzgoals.gui.window import find_commands
from gzgoals.gui.window.main_window import MainWindow
from hands import compose, go_to_cell

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
START = GoalTable(
    year=2026,
    units=(
        Unit(
            id="u",
            name="本级",
            projects=(
                Project(id="p", name="物业费", indicators=(Indicator(id="i", name="物业服务面积"),)),
                Project(id="q", name="租赁费", objective="一、租赁。\n二、缴物业费𠮷。"),
            ),
        ),
    ),
)


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(START)


def focused() -> object:
    return QApplication.focusWidget()


def cell_editor(window: MainWindow) -> QLineEdit:
    field = window.form.grid.view.viewport().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def open_cell(window: MainWindow, qtbot: QtBot, text: str) -> None:
    view = go_to_cell(window, "i", "name")
    qtbot.keyClick(view, KEYS.Key_F2)
    field = cell_editor(window)
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_ctrl_f_looks_for_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.name
    field.setFocus()
    field.setSelection(0, 2)
    qtbot.keyClick(field, KEYS.Key_F, CTRL)
    assert window.search.isVisible()
    assert focused() is window.search.bar.text
    assert window.search.bar.text.text() == "物业"
    assert len(window.search.model.rows) == 3


def test_ctrl_f_looks_for_what_is_selected_in_an_open_cell(window: MainWindow, qtbot: QtBot) -> None:
    open_cell(window, qtbot, "XYZ")
    field = cell_editor(window)
    field.setSelection(1, 2)
    qtbot.keyClick(field, KEYS.Key_F, CTRL)
    assert window.search.bar.text.text() == "YZ"
    assert get_value(window.session.table, Place("u", "p", "i", "name")) == "XYZ"


def test_ctrl_h_goes_to_what_is_to_come_in_its_place(window: MainWindow, qtbot: QtBot) -> None:
    field = window.form.project_form.name
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, KEYS.Key_H, CTRL)
    assert focused() is window.search.bar.new
    assert window.search.bar.text.text() == "物业费"


def test_ctrl_h_asks_first_what_is_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.form.grid.view, KEYS.Key_H, CTRL)
    assert focused() is window.search.bar.text


def test_enter_and_f3_go_from_cell_to_cell(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key.trigger("find_text")
    compose(window.search.bar.text, "物业")
    qtbot.keyClick(window.search.bar.text, KEYS.Key_Return)
    assert focused() is window.form.project_form.name
    assert window.form.project_form.name.selectedText() == "物业"
    qtbot.keyClick(window.form.project_form.name, KEYS.Key_F3)
    assert focused() is window.form.grid.view
    assert window.form.grid.view.currentIndex() == window.form.grid.model.index_of("i", "name")
    qtbot.keyClick(window.form.grid.view, KEYS.Key_F3)
    assert window.session.place == Place("u", "q")
    assert window.form.project_form.objective.textCursor().selectedText() == "物业"
    qtbot.keyClick(window.form.project_form.objective, KEYS.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.place == Place("u", "p")


def test_f3_without_anything_to_look_for_asks_what(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.form.grid.view, KEYS.Key_F3)
    assert focused() is window.search.bar.text


def test_escape_goes_back_to_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key.trigger("find_text")
    qtbot.keyClick(window.search.bar.text, KEYS.Key_Escape)
    assert focused() is window.form.grid.view


def test_replacing_by_keys_alone_is_one_step(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key.trigger("replace_text")
    compose(window.search.bar.text, "物业")
    qtbot.keyClick(window.search.bar.text, KEYS.Key_H, CTRL)
    compose(window.search.bar.new, "后勤")
    qtbot.keyClick(window.search.bar.new, KEYS.Key_Return, CTRL)
    assert get_value(window.session.table, Place("u", "q", field="objective")) == "一、租赁。\n二、缴后勤费𠮷。"
    assert window.session.history.undo_label == "替换 3 处"
    assert "已替换 3 处" in window.statusBar().currentMessage()
    qtbot.keyClick(window.search.bar.new, KEYS.Key_Z, CTRL)
    assert window.session.table is START


def test_several_selected_projects_are_offered_to_be_looked_in(window: MainWindow) -> None:
    selection = window.tree.view.selectionModel()
    window.tree.view.setSelectionMode(window.tree.view.SelectionMode.ExtendedSelection)
    flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    selection.select(window.tree.model.index_of("q"), flags)
    window.actions_by_key.trigger("find_text")
    assert window.search.bar.scope.currentText() == "选定的 2 项"
    compose(window.search.bar.text, "本级")
    assert not window.search.model.rows


def test_a_unit_selected_with_its_projects_is_one_place_to_look_in(window: MainWindow) -> None:
    window.tree.choose(("u", "p"))
    window.actions_by_key["find_text"].trigger()
    assert window.search.bar.scope.currentText() == "选定的 1 项"
    assert window.search.query.within == (Place("u"),)


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few the hits, they are replaced beside the window."""
    monkeypatch.setattr(find_commands, "_MANY", 0)


@pytest.mark.usefixtures("beside")
def test_many_are_replaced_beside_the_window_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_key.trigger("replace_text")
    window.search.bar.text.setText("物业")
    window.search.bar.new.setText("后勤")
    qtbot.keyClick(window.search.bar.new, KEYS.Key_Return, CTRL)
    assert get_value(window.session.table, Place("u", "q", field="objective")) == "一、租赁。\n二、缴后勤费𠮷。"
    assert window.statusBar().currentMessage() == "已替换 3 处，按 Ctrl+Z 可一步撤销。"
    window.undo()
    assert window.session.table is START


@pytest.mark.usefixtures("beside")
def test_replacing_that_is_given_up_changes_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_commands, "awaited", lambda *_: None)
    window.actions_by_key.trigger("replace_text")
    window.search.bar.text.setText("物业")
    qtbot.keyClick(window.search.bar.new, KEYS.Key_Return, CTRL)
    assert window.session.table is START
    assert window.statusBar().currentMessage() == "没有替换，内容保持原样。"
