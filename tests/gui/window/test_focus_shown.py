"""Where the keyboard is can be seen, not only what is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from evidence.surfaces import go_to_project, two_years
from gzgoals.gui.widgets.look import LIGHT
from gzgoals.gui.window.main_window import MainWindow

LISTS: dict[str, Callable[[MainWindow], QAbstractItemView]] = {
    "tree": lambda window: window.tree.view,
    "findings": lambda window: window.findings.view,
    "readiness": lambda window: window.readiness.view,
}


@pytest.fixture(autouse=True)
def filled(window: MainWindow) -> None:
    window.views.set_theme("light")
    window.session.open(two_years(), saved=True)
    go_to_project(window, 1)
    window.resize(1400, 860)


def colours_at_the_edge(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(1, y).name() for y in range(picture.height())}


@pytest.mark.parametrize("name", LISTS)
def test_the_chosen_row_has_a_bar_while_its_list_has_the_keyboard(window: MainWindow, name: str, qtbot: QtBot) -> None:
    view, show = LISTS[name](window), {"findings": window.show_findings, "readiness": window.show_readiness}
    show.get(name, view.setFocus)()
    qtbot.waitUntil(lambda: view.hasFocus() and view.model().rowCount() > 0)
    if not view.currentIndex().isValid():
        view.setCurrentIndex(view.model().index(0, 0))
    qtbot.waitUntil(lambda: LIGHT.accent in colours_at_the_edge(view.viewport()))
    window.form.project_form.name.setFocus()
    assert LIGHT.accent not in colours_at_the_edge(view.viewport())
    assert LIGHT.selected in colours_at_the_edge(view.viewport())


def test_the_tabs_show_that_they_have_the_keyboard(window: MainWindow) -> None:
    bar = window.tabs.tabBar()

    def ground() -> QColor:
        return bar.grab().toImage().pixelColor(bar.tabRect(0).center().x(), bar.tabRect(0).top() + 5)

    bar.setFocus()
    assert ground() == QColor(LIGHT.selected)
    window.form.project_form.name.setFocus()
    assert ground() != QColor(LIGHT.selected)
