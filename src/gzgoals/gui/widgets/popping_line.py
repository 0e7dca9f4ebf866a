"""A line to type in a cell, with a list that pops up below it: what all editors have that work so."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gzgoals.gui.models.rows_model import Column, R
from gzgoals.gui.widgets.pop_list import PopList
from gzgoals.gui.widgets.text_field import NO_LIMIT
from gzgoals.gui.widgets.window_undo import free_undo_keys


class PoppingLine(QLineEdit, Generic[R]):
    """A line with a list of rows, of which at most `most` are seen at once; each kind of editor fills the list itself.

    Signals
    -------
    picked()
        A row was clicked.
    """

    picked = Signal()

    def __init__(self, parent: QWidget, columns: Sequence[Column[R]], most: int) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setMaxLength(NO_LIMIT)
        free_undo_keys(self, own_first=True)
        self._decided = False  # whether the user has said that the current row is meant
        self.list: PopList[R] = PopList(self, columns, most)
        self.list.clicked.connect(self._on_list_clicked)

    def handles(self, event: QKeyEvent) -> bool:
        """Do what a key does in the list, and tell whether it does anything there."""
        raise NotImplementedError

    def _say(self, words: str) -> None:
        """Have a screen reader say what is current now."""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if words and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_list_clicked(self, key: str) -> None:
        self.list.go_to([row.key for row in self.list.model.rows].index(key))
        self._decided = True
        self.picked.emit()
