"""A line or a few of text in a cell, parts of which stand out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

Spans = Sequence[tuple[int, int]]


def paint_spanned(painter: QPainter, rect: QRectF, text: str, spans: Spans, colours: tuple[QColor, QColor]) -> None:
    """Paint `text` in the painter's font, wrapped inside `rect`; each of `spans`, from and to, is bold and coloured.

    `colours` are the text's own and that of the spans; what finds no room is left out.
    """
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(_wrapping())
    layout.setFormats([_format(span, colours[1]) for span in spans])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(colours[0])
    layout.draw(painter, QPointF(rect.left(), rect.top() + max((rect.height() - height) / 2, 0)))
    painter.restore()


def _wrapping() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _format(span: tuple[int, int], colour: QColor) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = span[0], span[1] - span[0]
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(colour)
    found.format = form
    return found
