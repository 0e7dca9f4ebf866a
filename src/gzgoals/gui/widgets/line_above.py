"""A line above a list: while one types into it, the keys that walk up and down go to the list."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def walk_below(line: QLineEdit, below: QAbstractScrollArea) -> None:
    """Let the arrows, and a page at a time, walk through the list `below` while the line keeps the keyboard."""
    line.installEventFilter(_Walking(line, below))


class _Walking(QObject):
    def __init__(self, line: QLineEdit, below: QAbstractScrollArea) -> None:
        super().__init__(line)
        self._below = below

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        walks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALKING
        if walks:
            QApplication.sendEvent(self._below, event)
        return walks
