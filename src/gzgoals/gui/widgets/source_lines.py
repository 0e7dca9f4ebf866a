"""The lines of a text that was read, numbered; those that matter just now stand out, and a click picks a line."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from gzgoals.core.exchange.source import Spot
from gzgoals.gui.widgets.look import look_of

_BAR = 3  # pixels of the bar beside lines that stand out: colour alone would not tell them


class SourceLines(QPlainTextEdit):
    """A text to look at.

    Signals
    -------
    picked(Spot)
        The user has clicked a line, or pressed Enter on it.
    """

    picked = Signal(object)

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("\n".join(lines), parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName("原文件的文字")
        self._lit: tuple[range, ...] = ()
        self._margin = _Numbers(self)
        self.updateRequest.connect(self._on_update_requested)
        self._make_room()

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Let the lines of `spots` stand out, and bring the first of them into view."""
        lit = sorted((spot.line, max(spot.last, spot.line)) for spot in spots if spot.line)
        self._lit = tuple(range(first, last + 1) for first, last in lit)
        if self._lit:
            self._bring_into_view(range(self._lit[0].start, self._lit[-1].stop))
        self._margin.update()
        self.viewport().update()

    def zoom(self, steps: int) -> None:
        """Show the text larger (1) or smaller (-1)."""
        self.zoomIn(steps)
        self._make_room()

    def fit(self) -> None:
        """Show the text in the size of the program's own."""
        self.setFont(QApplication.font())
        self._make_room()

    def is_lit(self, line: int) -> bool:
        """Tell whether a line stands out, counted from 1."""
        return any(line in lines for lines in self._lit)

    def paint_numbers(self, painter: QPainter, below: int) -> None:
        """Paint the numbers of the lines in view, down to the pixel `below`."""
        look = look_of(self.palette())
        width = self._margin.width()
        for line, top, height in self._lines_in_view(below):
            if self.is_lit(line):
                painter.fillRect(QRect(0, round(top), width, round(height)), QColor(look.warning_fill))
                painter.fillRect(QRect(width - _BAR, round(top), _BAR, round(height)), QColor(look.warning))
            painter.setPen(QColor(look.muted))
            room = QRect(0, round(top), width - _BAR - 7, self.fontMetrics().height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(line))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill = QColor(look_of(self.palette()).warning_fill)
        for line, top, height in self._lines_in_view(event.rect().bottom()):
            if self.is_lit(line):
                painter.fillRect(QRect(0, round(top), self.viewport().width(), round(height)), fill)
        painter.end()
        super().paintEvent(event)

    def _lines_in_view(self, below: int) -> Iterator[tuple[int, float, float]]:
        """Yield the number, the top and the height of each line in view, down to the pixel `below`."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= below:
            height = self.blockBoundingRect(block).height()
            yield block.blockNumber() + 1, top, height
            top += height
            block = block.next()

    def _bring_into_view(self, lines: range) -> None:
        """Scroll so that the lines stand in the upper half, and put the keyboard's place there."""
        cursor = QTextCursor(self.document().findBlockByNumber(lines[0] - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        down = max(self.viewport().height() // (3 * self.fontMetrics().lineSpacing()), 1)
        if len(lines) > down:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)

    def _make_room(self) -> None:
        digits = len(str(max(self.blockCount(), 1)))
        self.setViewportMargins(self.fontMetrics().horizontalAdvance("0" * (digits + 1)) + _BAR + 14, 0, 0, 0)
        self._place_margin()

    def _place_margin(self) -> None:
        inside = self.contentsRect()
        self._margin.setGeometry(inside.left(), inside.top(), self.viewportMargins().left(), inside.height())

    def _on_update_requested(self, rect: QRect, scrolled: int) -> None:
        if scrolled:
            self._margin.scroll(0, scrolled)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def _pick(self) -> None:
        self.picked.emit(Spot(line=self.textCursor().blockNumber() + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margin()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._pick()
            return
        super().keyPressEvent(event)


class _Numbers(QWidget):
    """The margin in which the lines' numbers stand."""

    def __init__(self, lines: SourceLines) -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self) -> QSize:
        return QSize(self._lines.viewportMargins().left(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._lines.font())
        painter.fillRect(event.rect(), QColor(look_of(self.palette()).header))
        self._lines.paint_numbers(painter, event.rect().bottom())
        painter.end()
