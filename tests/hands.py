"""What a user's hands do beyond plain keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from gzgoals.gui.widgets.grid_view import GridView
    from gzgoals.gui.window.main_window import MainWindow


def compose(widget: QWidget, text: str) -> None:
    """Type Chinese as an input method does: a preview first, then the text (Qt's test keys know only Latin ones)."""
    QApplication.sendEvent(widget, QInputMethodEvent("pin'yin", []))
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def go_to_cell(window: MainWindow, key: str, column: str) -> GridView:
    """Give the keyboard to the cell of an indicator, by its id, in a column of the grid; return the grid."""
    view, index = window.form.grid.view, window.form.grid.model.index_of(key, column)
    assert index.isValid()
    view.setFocus()
    view.setCurrentIndex(index)
    return view
