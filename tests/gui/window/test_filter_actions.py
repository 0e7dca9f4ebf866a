"""The filters of the project tree in the menu and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.gui.models.project_filter import Mark
from gzgoals.gui.window.main_window import MainWindow
from hands import compose

START = GoalTable(year=2026, units=(Unit(id="u", name="本级", projects=(Project(id="p", name="物业费"),)),))


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(START)


def test_keys_go_to_the_filter_and_back_to_the_tree(window: MainWindow, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.form.grid.view, Qt.Key.Key_F, keys)
    assert QApplication.focusWidget() is window.tree.filter
    compose(window.tree.filter, "没有")
    qtbot.keyClick(window.tree.filter, Qt.Key.Key_Escape)
    assert window.tree.filter.text() == ""
    qtbot.keyClick(window.tree.filter, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.tree.view


def test_an_action_shows_whether_its_filter_is_on(window: MainWindow) -> None:
    action = window.actions_by_key["filter_error"]
    assert action.isCheckable()
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert window.tree.filtering.wanted.marks == {Mark.ERROR}
    window.tree.filtering.clear()
    assert not action.isChecked()


def test_everything_can_be_shown_only_where_something_is_left_out(window: MainWindow) -> None:
    assert not window.actions_by_key["filter_off"].isEnabled()
    window.actions_by_key["filter_fine"].trigger()
    window.actions_by_key["filter_off"].trigger()
    assert window.tree.filtering.wanted.is_all


def test_the_year_before_must_be_remembered(window: MainWindow) -> None:
    assert not window.actions_by_key["filter_changed"].isEnabled()
    assert "选择上年的表" in window.actions_by_key["filter_changed"].statusTip()
