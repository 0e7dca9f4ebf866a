"""Text of one or more paragraphs."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gzgoals.gui.widgets.text_field import end_of_difference
from gzgoals.gui.widgets.window_undo import free_undo_keys

_PARAGRAPH = "\u2029"  # what a document puts between its paragraphs
_FRAME = 12
"""Pixels around the text."""


class ParagraphField(QPlainTextEdit):
    """Paragraphs whose history is the table's: `edited(str)` fires at each key, `left` when the field is left."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        free_undo_keys(self)
        self._showing = False
        self._shown: object = ""
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> object:
        """The text to the letter, its paragraphs parted by line breaks."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def set_value(self, value: object) -> None:
        """Show `value` and put the cursor behind the part that differs."""
        old, new = self.value(), str(value)
        if new == old:
            return
        self._showing = True
        self.setPlainText(new)
        self._showing = False
        self._shown = self.value()
        cursor = self.textCursor()
        cursor.setPosition(end_of_difference(str(old), str(self._shown)))
        self.setTextCursor(cursor)

    def minimumSizeHint(self) -> QSize:
        """Show two lines at least."""
        return QSize(super().minimumSizeHint().width(), 2 * self.fontMetrics().lineSpacing() + _FRAME)

    def rewind(self) -> None:
        """Put the cursor at the beginning, as when another thing is shown."""
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_text_changed(self) -> None:
        # Also fires when only the look of the text has changed, as by an input method's preview.
        if not self._showing and self.value() != self._shown:
            self._shown = self.value()
            self.edited.emit(self._shown)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not source.hasUrls() and super().canInsertFromMimeData(source)  # a file is for the window to open

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
