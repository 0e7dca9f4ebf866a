"""Light or dark, larger or smaller: what the view menu does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from gzgoals.gui.app import application
from gzgoals.gui.widgets.look import DARK, LIGHT
from gzgoals.gui.window import theme
from gzgoals.gui.window.main_window import MainWindow

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
THEMES = ("theme_system", "theme_light", "theme_dark")


def ground() -> str:
    return application().palette().color(QPalette.ColorRole.Window).name()


def size() -> float:
    return QApplication.font().pointSizeF()


def chosen(window: MainWindow) -> list[str]:
    return [key for key in THEMES if window.actions_by_key[key].isChecked()]


def test_the_theme_that_is_chosen_is_marked_alone(window: MainWindow) -> None:
    assert chosen(window) == ["theme_system"]
    for key, look in (("theme_dark", DARK), ("theme_light", LIGHT)):
        window.actions_by_key[key].trigger()
        assert chosen(window) == [key]
        assert ground() == look.window


@pytest.mark.usefixtures("window")
def test_the_theme_follows_the_desktop_as_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = [True]
    monkeypatch.setattr(theme, "_is_dark", lambda _app, wanted: desktop[0] if wanted == "system" else wanted == "dark")
    hints = application().styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ground() == DARK.window
    desktop[0] = False
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert ground() == LIGHT.window


def test_a_theme_of_ones_own_does_not_follow_the_desktop(window: MainWindow) -> None:
    window.views.set_theme("dark")
    application().styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert ground() == DARK.window


@pytest.mark.parametrize("key", [KEYS.Key_Equal, KEYS.Key_Plus])
def test_the_type_grows_and_shrinks_by_keys_and_is_remembered(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(window, key, CTRL)
    assert (size(), window.settings.font_size) == (11, 11)
    qtbot.keyClick(window, KEYS.Key_Minus, CTRL)
    qtbot.keyClick(window, KEYS.Key_Minus, CTRL)
    assert (size(), window.settings.font_size) == (9, 9)
    qtbot.keyClick(window, KEYS.Key_0, CTRL)
    assert (size(), window.settings.font_size) == (10, 10)


def test_the_type_has_a_smallest_and_a_largest_size(window: MainWindow) -> None:
    for _ in range(20):
        window.actions_by_key["type_larger"].trigger()
    assert size() == 16
    assert not window.actions_by_key["type_larger"].isEnabled()
    for _ in range(20):
        window.actions_by_key["type_smaller"].trigger()
    assert size() == 9
    assert not window.actions_by_key["type_smaller"].isEnabled()
    window.views.restore_type()


def test_rows_and_columns_grow_with_the_type(window: MainWindow) -> None:
    views = [window.form.grid.view, window.findings.view, window.readiness.view, window.compare.view.view]

    def fixed(view: QTableView) -> int:
        return view.columnWidth(1 if view in (window.form.grid.view, window.compare.view.view) else 0)

    before = [(fixed(view), view.verticalHeader().defaultSectionSize()) for view in views[1:]]
    number = fixed(views[0])
    for _ in range(6):
        window.views.resize_type(1)
    for view, (width, height) in zip(views[1:], before, strict=True):
        assert fixed(view) == round(width * 1.6)
        assert view.verticalHeader().defaultSectionSize() > height * 1.2
    assert fixed(views[0]) == round(number * 1.6)
    window.views.restore_type()
    assert fixed(views[0]) == number


def test_the_usual_widths_come_back_and_are_no_longer_remembered(window: MainWindow) -> None:
    widths = window.form.grid.widths
    widths.set_own({"first": 200})
    window._remember(lambda settings: settings.replaced(widths={"grid": {"first": 200}}))
    window.actions_by_key["usual_widths"].trigger()
    assert widths.own == {}
    assert window.settings.widths == {}
