"""A line of text."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gzgoals.gui.widgets.window_undo import free_undo_keys

NO_LIMIT = 2**31 - 1
"""The length to allow where a text is never to be cut."""


def one_line(text: str) -> str:
    """Return a pasted text as a single line: breaks and tabs become blanks, those at the end are dropped."""
    return text.rstrip("\r\n\t").translate(_BREAKS)


_BREAKS = str.maketrans(dict.fromkeys("\r\n\t\u2028\u2029", " "))


class TextField(QLineEdit):
    """A line of text whose history is the table's: `edited(str)` fires at each key, `left` when the field is left."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(NO_LIMIT)
        free_undo_keys(self)
        self._showing = False
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self.focusNextChild)

    def value(self) -> object:
        """What the text stands for."""
        return one_line(self.text())

    def set_value(self, value: object) -> None:
        """Show `value` and put the cursor behind the part that differs."""
        if value != self.value():
            self._show(str(value))

    def rewind(self) -> None:
        """Put the cursor at the beginning, as when another thing is shown."""
        self.home(False)

    def _show(self, text: str) -> None:
        after = end_of_difference(self.text(), text)
        self._showing = True
        self.setText(text)
        self._showing = False
        self.setCursorPosition(after)

    def _on_text_changed(self) -> None:
        # `textEdited` would not tell of what a screen reader or voice input has written.
        if not self._showing:
            self.edited.emit(self.value())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # a file is for the window to open
        else:
            super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def end_of_difference(old: str, new: str) -> int:
    """Return where in `new` the part ends that differs from `old`."""
    tail = 0
    while tail < min(len(old), len(new)) and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return len(new) - tail
