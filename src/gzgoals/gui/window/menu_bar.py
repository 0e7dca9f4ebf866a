"""The menu bar, the bar of buttons and the menus that pop up, filled with the actions of a window."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from gzgoals.core.edits import History
from gzgoals.gui.window.actions import Actions, in_menu
from gzgoals.gui.window.menus import MENUS, SUBMENUS, TOOLBAR


def fill_menu_bar(window: QMainWindow, actions: Actions, recent: QMenu) -> None:
    """Fill the window's menu bar; `recent` is the menu of recent files."""
    for title, keys in MENUS:
        menu = window.menuBar().addMenu(title)
        for key in keys:
            if key == "recent":
                menu.addMenu(recent)
            elif key in SUBMENUS:
                name, several = SUBMENUS[key]
                actions.fill(menu.addMenu(name), several)
            else:
                actions.fill(menu, (key,))
        menu.aboutToShow.connect(actions.refresh)


def add_button_bar(window: QMainWindow, actions: Actions) -> QToolBar:
    """Give the window its bar of buttons."""
    bar = QToolBar("常用", window)
    bar.setObjectName("common")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for key in TOOLBAR:
        bar.addAction(actions[key]) if key else bar.addSeparator()
    window.addToolBar(bar)
    return bar


def pop_up(window: QMainWindow, actions: Actions, keys: Iterable[str], at: QPoint) -> None:
    """Show a menu of some actions at a point of the screen, at the mouse where there is none."""
    actions.refresh()
    menu = actions.fill(QMenu(window), keys)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at if not at.isNull() else QCursor.pos())


def name_steps(actions: Actions, history: History) -> None:
    """Say in undo and redo what they would undo and redo."""
    for key, word, label in (("undo", "撤销", history.undo_label), ("redo", "重做", history.redo_label)):
        action = actions[key]
        if action.text() != word + in_menu(label):
            action.setText(word + in_menu(label))
            action.setIconText(word)
