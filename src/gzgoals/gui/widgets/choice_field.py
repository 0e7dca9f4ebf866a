"""One of a few choices."""

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QWidget

from gzgoals.core.lookup import ranked


class _LookedUpList(QListView):
    """A list in which keys go to what fits them by any part, code or pinyin, as in the cells of the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed, self._when = "", 0.0

    def keyboardSearch(self, search: str) -> None:
        now = time.monotonic()
        pause = QApplication.keyboardInputInterval() / 1000
        self._typed = self._typed + search if now - self._when < pause else search
        self._when = now
        model = self.model()
        labels = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        if found := ranked(self._typed, labels):
            self.setCurrentIndex(model.index(found[0][0], 0))


class ChoiceField(QComboBox):
    """A drop-down of (value, label) pairs; `edited(value)` fires when the user picks."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, choices: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(_LookedUpList(self))
        for value, label in choices:
            self.addItem(label, value)
        self.activated.connect(self._on_activated)

    def value(self) -> object:
        """The value picked, whatever its label."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Show `value`, with itself as the label when it is none of the choices."""
        if value == self.value():
            return
        if (index := self._index_of(value)) < 0:
            self.addItem(str(value), value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def _index_of(self, value: object) -> int:
        """Return which choice is `value`, -1 for none; Qt's own search knows no Python values."""
        return next((index for index in range(self.count()) if self.itemData(index) == value), -1)

    def rewind(self) -> None:
        """Do nothing: a choice has no cursor."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change the choice

    def _on_activated(self, _index: int) -> None:
        self.edited.emit(self.value())
        self.left.emit()
