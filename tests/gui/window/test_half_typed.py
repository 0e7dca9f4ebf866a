"""What the user is in the middle of is neither lost nor put elsewhere, whatever comes between."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import get_value
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.widgets.choice_editor import ChoiceEditor
from gzgoals.gui.window.main_window import MainWindow
from hands import go_to_cell

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
HERE, CELL = Place("u", "p"), Place("u", "p", "i", "annual.value")
INDICATOR = Indicator(id="i", category="12", name="完好率", annual=Target(value="95", measure="%"))
START = GoalTable(
    year=2026,
    units=(
        Unit(id="u", name="本级", projects=(Project(id="p", name="物业费", indicators=(INDICATOR,)), Project(id="q"))),
        Unit(id="v", name="法庭", projects=(Project(id="s", name="租赁费"),)),
    ),
)


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(START)


def begin(window: MainWindow, qtbot: QtBot, key: str, column: str, text: str) -> None:
    """Type `text` into a cell and leave it open."""
    view = go_to_cell(window, key, column)
    qtbot.keyClicks(view, text[0])
    if text[1:]:
        qtbot.keyClicks(view.viewport().findChild(QLineEdit), text[1:])


def value(window: MainWindow, place: Place) -> object:
    return get_value(window.session.table, place)


def open_list(window: MainWindow) -> ChoiceEditor:
    boxes = window.form.grid.view.viewport().findChildren(ChoiceEditor)
    box = next(box for box in boxes if box.isVisible())
    assert box.list.isVisible()
    return box


def test_a_key_on_a_choice_opens_its_list_and_looks_there(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot, "i", "first", "3")
    box = open_list(window)
    assert window.session.table is START
    assert box.choice == "3-满意度指标"
    qtbot.keyClick(box, KEYS.Key_Return)
    assert value(window, Place("u", "p", "i", "category")) == "31"


def test_a_list_that_is_left_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    mixed = "3-满意度指标；12-质量指标"
    window.session.put("修改", Place("u", "p", "i", "category"), mixed)
    begin(window, qtbot, "i", "first", " ")
    open_list(window)
    window.form.project_form.name.setFocus()
    assert value(window, Place("u", "p", "i", "category")) == mixed


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    arguments = (QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(widget, QWheelEvent(middle, QPointF(widget.mapToGlobal(middle)), *arguments, phase, False))


def test_the_wheel_changes_no_choice(window: MainWindow, qtbot: QtBot) -> None:
    window.session.show(TABLE)
    for field in window.form.table_form.wiring.fields:
        turn_wheel(field.widget)
    window.session.show(HERE)
    begin(window, qtbot, "i", "second", " ")
    turn_wheel(open_list(window))
    window.form.project_form.name.setFocus()
    assert window.session.table is START


@pytest.mark.parametrize("do", [MainWindow.undo, lambda window: window.files.may_close(), MainWindow.redo])
def test_a_half_typed_year_is_taken_in(window: MainWindow, qtbot: QtBot, do: Callable[[MainWindow], object]) -> None:
    window.session.show(TABLE)
    year = window.form.table_form.wiring.fields[1].widget
    year.setFocus()
    year.selectAll()
    qtbot.keyClicks(year, "2031")
    do(window)
    reached = {step.table.year for step in (window.session.history.now, *window.session.history.future)}
    assert 2031 in reached


def test_a_half_typed_year_never_gets_into_another_table(window: MainWindow, qtbot: QtBot) -> None:
    window.session.show(TABLE)
    year = window.form.table_form.wiring.fields[1].widget
    year.setFocus()
    year.selectAll()
    qtbot.keyClicks(year, "2031")
    window.files.new()
    assert window.session.table.year != 2031
    assert not window.session.history.past


def test_ctrl_z_works_from_the_year(window: MainWindow, qtbot: QtBot) -> None:
    window.session.show(TABLE)
    year = window.form.table_form.wiring.fields[1].widget
    year.setFocus()
    qtbot.keyClick(year, KEYS.Key_Up)
    qtbot.keyClick(year, KEYS.Key_Z, CTRL)
    assert window.session.table is START


def test_leaving_the_last_row_for_another_field_stays_there(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot, NEW, "name", "abc")
    window.form.project_form.objective.setFocus()
    assert QApplication.focusWidget() is window.form.project_form.objective
    assert [each.name for each in window.session.table.units[0].projects[0].indicators] == ["完好率", "abc"]


def test_undoing_a_new_indicator_leaves_the_keyboard_in_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot, NEW, "name", "abc")
    qtbot.keyClick(window.form.grid.view.viewport().findChild(QLineEdit), KEYS.Key_Return)
    qtbot.keyClick(window.form.grid.view, KEYS.Key_Z, CTRL)
    assert window.session.table is START
    assert QApplication.focusWidget() is window.form.grid.view


@pytest.mark.parametrize("action", ["copy_thing", "thing_down", "remove_thing", "add_project", "copy_indicators"])
def test_an_action_takes_in_the_open_cell_first(window: MainWindow, qtbot: QtBot, action: str) -> None:
    begin(window, qtbot, "i", "annual.value", "77")
    window.actions_by_key.trigger(action)
    first, *_ = (*window.session.history.past[1:], window.session.history.now)
    assert get_value(first.table, CELL) == "77"
    assert first.label == "修改年度指标值·值"


def test_tab_goes_over_a_choice_without_opening_it(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot, "i", "name", "abc")
    view = window.form.grid.view
    qtbot.keyClick(view.viewport().findChild(QLineEdit), KEYS.Key_Tab)
    qtbot.keyClick(view, KEYS.Key_Tab)
    assert view.currentIndex() == window.form.grid.model.index_of("i", "cycle.value")


def test_undoing_a_move_into_another_unit_shows_the_project_there(window: MainWindow) -> None:
    window.session.show(Place("v", "s"))
    window.actions_by_key.trigger("thing_up")
    assert window.session.place == Place("u", "s")
    window.undo()
    assert window.session.place == Place("v", "s")


def test_f8_goes_on_where_a_finding_was_mended(window: MainWindow) -> None:
    keys = [row.key for row in window.findings.model.rows]
    window.findings.step(1)
    window.session.put("写明", HERE.at("objective"), "保障。")
    assert keys[0] not in [row.key for row in window.findings.model.rows]
    window.findings.step(1)
    assert window.findings.view.currentIndex().row() == 0
