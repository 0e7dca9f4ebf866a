"""The grid under the hands of someone who never reaches for the mouse."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import replaced
from gzgoals.core.table import Indicator, Place, Target
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.widgets.grid_view import GridView
from gzgoals.gui.window import key_actions
from gzgoals.gui.window.main_window import MainWindow
from hands import compose, go_to_cell
from small_table import CONTENT, INTACT, RATE, with_indicators

KEYS = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DAYS = Target(operator="≤", value="5", measure="天")
TABLE = with_indicators(replaced(INTACT, annual=DAYS), replaced(CONTENT, cycle=DAYS), Indicator(id="k", name="时长"))


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(TABLE)


def choose(window: MainWindow, start: tuple[str, str], end: tuple[str, str]) -> GridView:
    """Select the block of cells from one corner to the other; the first corner stays current."""
    view, model = go_to_cell(window, *start), window.form.grid.model
    block = QItemSelection(model.index_of(*start), model.index_of(*end))
    view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.Select)
    return view


def where(window: MainWindow) -> tuple[str, str]:
    """Tell the current cell: the id of its indicator, its column."""
    grid = window.form.grid
    index = grid.view.currentIndex()
    return str(grid.model.rows[index.row()].key), grid.model.columns[index.column()].key


def keyboard() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def strike(qtbot: QtBot, *keys: Qt.Key | str) -> None:
    """Strike keys one after the other, each where the keyboard is by then."""
    for key in keys:
        for each in key if isinstance(key, str) else (key,):
            qtbot.keyClick(keyboard(), each)


def indicators(window: MainWindow) -> tuple[Indicator, ...]:
    place = window.session.place
    return next(each for each in window.session.table.units[0].projects if each.id == place.project).indicators


def steps(window: MainWindow) -> list[str]:
    """Tell the labels of all steps so far."""
    return [step.label for step in (*window.session.history.past, window.session.history.now)][1:]


# Going from cell to cell


def test_tab_passes_over_what_cannot_be_edited(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "annual.measure")
    strike(qtbot, KEYS.Key_Tab)
    assert where(window) == ("j", "first")
    strike(qtbot, KEYS.Key_Backtab)
    assert where(window) == ("i", "annual.measure")


def test_tab_comes_to_the_new_row_at_its_second_level(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "k", "annual.measure")
    strike(qtbot, KEYS.Key_Tab)
    assert where(window) == (NEW, "second")


def test_tab_behind_the_last_cell_leaves_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, NEW, "annual.measure")
    strike(qtbot, KEYS.Key_Tab)
    assert QApplication.focusWidget() is not view


def test_shift_tab_before_the_first_cell_leaves_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "first")
    strike(qtbot, KEYS.Key_Backtab)
    assert QApplication.focusWidget() is window.form.project_form.objective


def test_tab_into_the_grid_of_an_empty_project_stands_where_one_begins(window: MainWindow, qtbot: QtBot) -> None:
    window.session.show(Place("u", "q"))
    window.form.project_form.objective.setFocus()
    strike(qtbot, KEYS.Key_Tab)
    assert where(window) == (NEW, "second")


def test_enter_after_tabs_goes_down_to_where_they_began(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    strike(qtbot, "A", KEYS.Key_Tab, KEYS.Key_Tab, "9", KEYS.Key_Tab, KEYS.Key_Return)
    assert where(window) == ("j", "name")


def test_enter_without_tabs_goes_straight_down(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    strike(qtbot, KEYS.Key_Tab, KEYS.Key_Tab, KEYS.Key_Right, KEYS.Key_Return)
    assert where(window) == ("j", "cycle.measure")


def test_shift_enter_goes_up(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "j", "annual.value")
    qtbot.keyClick(view, KEYS.Key_Return, SHIFT)
    assert where(window) == ("i", "annual.value")


def test_a_new_row_is_typed_from_cell_to_cell(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, NEW, "name")
    strike(qtbot, "AB", KEYS.Key_Tab, KEYS.Key_Tab, ">=95%", KEYS.Key_Return)
    assert indicators(window)[-1].name == "AB"
    assert indicators(window)[-1].cycle == RATE
    assert where(window) == (NEW, "name")


def test_shift_tab_from_a_new_row_that_was_just_typed_stays_in_it(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, NEW, "name")
    strike(qtbot, "AB", KEYS.Key_Backtab)
    assert where(window) == (indicators(window)[-1].id, "second")


def test_a_figure_typed_at_the_sign_is_for_the_value(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "k", "cycle.operator")
    strike(qtbot, "20", KEYS.Key_Return)
    assert indicators(window)[2].cycle == Target(value="20")


def test_a_whole_target_typed_at_the_sign_comes_apart(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "k", "cycle.operator")
    strike(qtbot, ">=95%", KEYS.Key_Tab)
    assert indicators(window)[2].cycle == RATE
    assert steps(window) == ["填入实施周期指标值 ≥95%"]
    assert where(window) == ("k", "cycle.value")


def test_a_whole_target_typed_at_the_sign_of_the_new_row_begins_one(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, NEW, "annual.operator")
    strike(qtbot, "<=5h", KEYS.Key_Return)
    assert indicators(window)[-1].annual == Target(operator="≤", value="5", measure="h")


# Typing


def test_f2_keeps_what_stands_and_typing_replaces_it(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    strike(qtbot, KEYS.Key_F2, "A", KEYS.Key_Return)
    assert indicators(window)[0].name == "完好率A"
    go_to_cell(window, "i", "name")
    strike(qtbot, "B", KEYS.Key_Return)
    assert indicators(window)[0].name == "B"


def test_a_target_that_came_apart_is_told_and_one_step(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "k", "annual.value")
    strike(qtbot, ">=95%", KEYS.Key_Return)
    assert indicators(window)[2].annual == RATE
    assert steps(window) == ["填入年度指标值 ≥95%"]
    assert "Ctrl+Z" in window.statusBar().currentMessage()
    window.undo()
    assert window.session.table is TABLE


def test_undo_selects_the_cell_it_restored_alone_though_ctrl_is_held(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to_cell(window, "i", "name")
    strike(qtbot, "B", KEYS.Key_Return)
    view = go_to_cell(window, "k", "name")
    monkeypatch.setattr(QApplication, "keyboardModifiers", lambda: CTRL)
    qtbot.keyPress(view, KEYS.Key_Control, CTRL)
    window.undo()
    qtbot.keyRelease(view, KEYS.Key_Control)
    assert view.selected_cells() == {(0, view.currentIndex().column())}


def test_a_plain_value_is_told_as_a_change(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "cycle.value")
    strike(qtbot, "98", KEYS.Key_Return)
    assert steps(window) == ["修改实施周期指标值·值"]


# Filling and clearing


def test_ctrl_d_fills_down_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    view = choose(window, ("i", "second"), ("k", "cycle.value"))
    qtbot.keyClick(view, KEYS.Key_D, CTRL)
    filled = indicators(window)
    assert [each.name for each in filled] == ["完好率"] * 3
    assert [each.category for each in filled] == ["12"] * 3
    assert [each.cycle.text for each in filled] == ["≥95%", "≥95天", "≥95"]
    assert [each.annual for each in filled] == [each.annual for each in TABLE.units[0].projects[0].indicators]
    window.undo()
    assert window.session.table is TABLE


def test_ctrl_d_in_one_cell_takes_it_from_the_cell_above(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "j", "cycle.operator")
    qtbot.keyClick(view, KEYS.Key_D, CTRL)
    assert indicators(window)[1].cycle.text == "≥5天"
    assert indicators(window)[2] == TABLE.units[0].projects[0].indicators[2]


def test_ctrl_d_in_the_first_row_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "i", "name")
    qtbot.keyClick(view, KEYS.Key_D, CTRL)
    assert window.session.table is TABLE


def test_ctrl_d_in_the_new_row_begins_one_like_the_row_above(window: MainWindow, qtbot: QtBot) -> None:
    window.session.put("改", Place("u", "p", "k", "category"), "13")
    view = go_to_cell(window, NEW, "second")
    qtbot.keyClick(view, KEYS.Key_D, CTRL)
    new = indicators(window)[3]
    assert (new.category, new.name) == ("13", "")
    strike(qtbot, KEYS.Key_Tab)
    assert where(window) == (new.id, "name")


def test_ctrl_d_at_the_number_of_the_new_row_adds_no_empty_one(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, NEW, "number")
    qtbot.keyClick(view, KEYS.Key_D, CTRL)
    assert window.session.table is TABLE


def test_ctrl_d_over_everything_adds_no_row(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "i", "name")
    qtbot.keyClick(view, KEYS.Key_A, CTRL)
    qtbot.keyClick(view, KEYS.Key_D, CTRL)
    assert [each.name for each in indicators(window)] == ["完好率"] * 3


def test_ctrl_enter_fills_the_selection_with_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, ("i", "cycle.value"), ("k", "annual.value"))
    strike(qtbot, "<=7h")
    qtbot.keyClick(keyboard(), KEYS.Key_Return, CTRL)
    assert {side.text for each in indicators(window) for side in (each.cycle, each.annual)} == {"≤7h"}
    assert steps(window) == ["填充 6 个单元格"]


def test_ctrl_enter_fills_the_selection_from_the_current_cell(window: MainWindow, qtbot: QtBot) -> None:
    view = choose(window, ("i", "cycle.value"), ("k", "annual.value"))
    qtbot.keyClick(view, KEYS.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert [each.annual.text for each in indicators(window)] == ["≤95天", "≥95%", "95"]


def test_ctrl_enter_fills_while_the_tab_of_finding_is_shown_too(window: MainWindow, qtbot: QtBot) -> None:
    window.show_find()
    compose(keyboard(), "完好")
    qtbot.waitUntil(window.search.view.isVisible)
    choose(window, ("i", "cycle.value"), ("k", "cycle.value"))
    strike(qtbot, "7")
    qtbot.keyClick(keyboard(), KEYS.Key_Return, CTRL)
    assert [each.cycle.value for each in indicators(window)] == ["7"] * 3


def test_ctrl_enter_in_one_cell_takes_it_in_and_stays(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    strike(qtbot, "A")
    qtbot.keyClick(keyboard(), KEYS.Key_Return, CTRL)
    assert indicators(window)[0].name == "A"
    assert where(window) == ("i", "name")


def test_del_clears_all_selected_cells_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    view = choose(window, ("i", "first"), (NEW, "cycle.measure"))
    qtbot.keyClick(view, KEYS.Key_Delete)
    assert [(each.category, each.name, each.cycle) for each in indicators(window)] == [("", "", Target())] * 3
    assert [each.annual for each in indicators(window)] == [DAYS, RATE, Target()]
    assert steps(window) == ["清除 18 个单元格"]
    window.undo()
    assert window.session.table is TABLE


def test_del_in_the_new_row_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, NEW, "name")
    qtbot.keyClick(view, KEYS.Key_Delete)
    assert window.session.table is TABLE


def test_del_in_an_open_cell_deletes_a_letter(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    strike(qtbot, KEYS.Key_F2, KEYS.Key_Home, KEYS.Key_Delete, KEYS.Key_Return)
    assert indicators(window)[0].name == "好率"


def test_f4_makes_the_year_follow_the_cycle_in_all_selected_rows(window: MainWindow, qtbot: QtBot) -> None:
    view = choose(window, ("i", "name"), ("j", "name"))
    qtbot.keyClick(view, KEYS.Key_F4)
    assert [each.annual for each in indicators(window)] == [RATE, DAYS, Target()]
    assert steps(window) == ["年度同周期"]


def test_f4_in_an_open_cell_takes_in_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, NEW, "cycle.value")
    strike(qtbot, ">=95%", KEYS.Key_F4, KEYS.Key_Return)
    assert indicators(window)[3].annual == RATE
    assert where(window) == (NEW, "cycle.value")


# From project to project


def test_the_hand_stays_in_its_column_from_project_to_project(window: MainWindow, qtbot: QtBot) -> None:
    view = go_to_cell(window, "j", "name")
    qtbot.keyClick(view, KEYS.Key_PageDown, CTRL)
    assert window.session.place == Place("u", "q")
    assert where(window) == (NEW, "name")
    qtbot.keyClick(view, KEYS.Key_PageUp, CTRL)
    assert where(window) == ("i", "name")


def test_ctrl_g_from_the_grid_goes_on_in_the_grid(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_actions, "ask_project", lambda *_: Place("u", "q"))
    view = go_to_cell(window, "j", "name")
    qtbot.keyClick(view, KEYS.Key_G, CTRL)
    assert window.session.place == Place("u", "q")
    assert QApplication.focusWidget() is view
    assert where(window) == (NEW, "name")


def test_the_last_project_has_none_behind_it(window: MainWindow) -> None:
    window.actions_by_key.trigger("next_project")
    window.actions_by_key.trigger("next_project")
    assert window.session.place == Place("u", "q")
    assert not window.actions_by_key["next_project"].isEnabled()


# Input methods


def preview(text: str) -> None:
    QApplication.sendEvent(keyboard(), QInputMethodEvent(text, []))


def open_line(window: MainWindow) -> QWidget | None:
    return window.form.grid.view.editor


def test_the_cell_is_open_before_the_first_word_is_composed(window: MainWindow) -> None:
    go_to_cell(window, "i", "name")
    preview("w")
    line = open_line(window)
    assert isinstance(line, QLineEdit)
    assert line.cursorRect().x() > line.fontMetrics().horizontalAdvance("w") / 2


def test_words_composed_one_after_the_other_all_arrive_once(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    for word in ("完", "整", "率"):
        compose(keyboard(), word)
    strike(qtbot, KEYS.Key_Tab)
    assert indicators(window)[0].name == "完整率"
    assert where(window) == ("i", "cycle.operator")


def test_a_word_composed_in_the_new_row_makes_an_indicator(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, NEW, "name")
    compose(keyboard(), "完整率")
    strike(qtbot, KEYS.Key_Return)
    assert indicators(window)[-1].name == "完整率"


def test_a_word_that_is_given_up_leaves_the_cell_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    preview("wan")
    preview("")
    assert open_line(window) is None
    strike(qtbot, KEYS.Key_Tab)
    assert window.session.table is TABLE


def test_a_later_word_that_is_given_up_leaves_the_earlier_ones(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "i", "name")
    compose(keyboard(), "完")
    preview("zheng")
    preview("")
    strike(qtbot, KEYS.Key_Return)
    assert indicators(window)[0].name == "完"


def test_candidates_are_shown_at_the_cell(window: MainWindow) -> None:
    view = go_to_cell(window, "j", "name")
    cell = view.visualRect(view.currentIndex()).translated(view.viewport().pos())
    at = Qt.InputMethodQuery.ImCursorRectangle
    assert cell.intersects(view.inputMethodQuery(at))
    preview("man")
    assert cell.intersects(view.inputMethodQuery(at))


def test_undo_and_redo_say_what_they_did(window: MainWindow, qtbot: QtBot) -> None:
    go_to_cell(window, "k", "annual.value")
    strike(qtbot, ">=95%", KEYS.Key_Return)
    window.undo()
    assert window.statusBar().currentMessage() == "已撤销：填入年度指标值 ≥95%"
    window.redo()
    assert window.statusBar().currentMessage() == "已重做：填入年度指标值 ≥95%"
    window.statusBar().clearMessage()
    window.redo()
    assert not window.statusBar().currentMessage()
