"""What is painted in and round a cell, and how high a text is that wraps there."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from gzgoals.gui.models.cells import Cell
from gzgoals.gui.widgets.look import Look


def ink(cell: Cell, look: Look) -> QColor:
    """Return the colour of a cell's text."""
    if cell.tone is not None:
        return look.tone(cell.tone)
    return QColor(look.muted if cell.dim else look.text)


@lru_cache(maxsize=4096)
def wrapped_height(text: str, font_text: str, width: int, lines: int) -> int:
    """Return how high a text is in a column of this width, one line at least and at most `lines`."""
    font = QFont()
    font.fromString(font_text)
    metrics = QFontMetrics(font)
    room = QRect(0, 0, width, metrics.lineSpacing() * lines)
    wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
    return max(min(wrapped.height(), room.height()), metrics.lineSpacing())


def paint_outline(painter: QPainter, rect: QRectF, colour: QColor, width: float = 1.5) -> None:
    """Paint a line round a cell, inside it."""
    painter.save()
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))
    painter.restore()


def paint_arrow(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paint the arrow of a cell in which something is chosen."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.muted))
    x, y = rect.right() - 9, rect.center().y()
    painter.drawPolygon(QPolygonF([QPointF(x - 3.5, y - 1.5), QPointF(x + 3.5, y - 1.5), QPointF(x, y + 2.5)]))
    painter.restore()
