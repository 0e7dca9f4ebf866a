"""A label of several pieces, with lines that break only between them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gzgoals.gui.widgets.type_size import follow_type

Line = tuple[str, Sequence[str]]
"""What stands between the pieces of a line, and the pieces."""


class PiecesLabel(QLabel):
    """Shows lines of pieces; a line that is wider than the label goes on below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_type(self, self._fit)

    def set_lines(self, *lines: Line) -> None:
        """Show these lines."""
        self._lines = lines
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        text = "\n".join(self._broken(between, pieces) for between, pieces in self._lines)
        if text != self.text():
            self.setText(text)

    def _broken(self, between: str, pieces: Sequence[str]) -> str:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        done, line = "", ""
        for piece in pieces:
            longer = f"{line}{between}{piece}" if line else piece
            if line and metrics.horizontalAdvance(longer) > room:
                done, line = f"{done}{line}\n", piece
            else:
                line = longer
        return done + line
