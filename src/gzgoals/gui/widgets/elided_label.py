"""A line of text that gives way: where there is no room for all of it, it ends in dots and its tooltip tells it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from gzgoals.core.visible import visible_line
from gzgoals.gui.models.tips import tip


class ElidedLabel(QLabel):
    """Plain text, set to the right or the `left`, that needs no width of its own."""

    def __init__(self, parent: QWidget | None = None, *, left: bool = False) -> None:
        super().__init__(parent)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_text(self, text: str) -> None:
        """Show `text`."""
        self.setText(visible_line(text))
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()
