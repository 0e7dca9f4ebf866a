"""A budget year."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from gzgoals.gui.widgets.spin_fields import inset
from gzgoals.gui.widgets.window_undo import free_undo_keys


class YearField(QSpinBox):
    """A year from 1900 to 9999; `edited(int)` fires when the user has typed a whole one or stepped."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(1900, 9999)
        self.setKeyboardTracking(False)
        free_undo_keys(self)
        inset(self)
        self._showing = False
        self.valueChanged.connect(self._on_value_changed)

    def set_value(self, value: object) -> None:
        """Show the year `value`."""
        if isinstance(value, int):
            self._showing = True
            self.setValue(value)
            self.lineEdit().setText(str(value))  # half a year may stand there
            self._showing = False

    def rewind(self) -> None:
        """Put the cursor at the beginning, as when another thing is shown."""
        self.lineEdit().home(False)

    def _on_value_changed(self, year: int) -> None:
        if not self._showing:
            self.edited.emit(year)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change the year

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
