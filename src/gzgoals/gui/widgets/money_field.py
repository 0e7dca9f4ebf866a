"""An amount in 万元."""

from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from gzgoals.core.table import amount_of, amount_text
from gzgoals.gui.widgets.text_field import TextField, one_line

_LARGE = "99,999.99"
"""An amount as large as projects have it, all of which is to be seen."""
_AROUND = 18
"""Pixels."""


class MoneyField(TextField):
    """A `TextField` whose value is an amount: a `Decimal`, or the text while it is not a number.

    What is typed stays as typed until the field is left; then a number is shown with its two places.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(_LARGE) + _AROUND, least.height())

    def value(self) -> object:
        return amount_of(one_line(self.text()))

    def set_value(self, value: object) -> None:
        if value != self.value():
            self._show(_shown(value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.text() != (tidy := _shown(self.value())):
            self._show(tidy)
        super().focusOutEvent(event)


def _shown(value: object) -> str:
    return amount_text(value) if isinstance(value, Decimal | str) else ""
