"""A line or a few of text in a cell, parts of which stand out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

Spans = Sequence[tuple[int, int]]


def paint_spanned(
    painter: QPainter, rect: QRectF, text: str, spans: Spans, colours: tuple[QColor, QColor], *, wraps: bool = True
) -> None:
    """Paint `text` in the painter's font inside `rect`; each of `spans`, from and to, is bold and coloured.

    `colours` are the text's own and that of the spans; what finds no room is left out. Unless it `wraps`, it is one
    line.
    """
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(_wrapping(wraps=wraps))
    layout.setFormats([_format(_in_qt(text, span), colours[1]) for span in spans if span[0] < len(text)])
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


def in_qt(text: str, place: int) -> int:
    """Return a place in a text as Qt counts it, to whom a letter beyond the first 65,536 is two."""
    return place + sum(letter > "\uffff" for letter in text[:place])


def _in_qt(text: str, span: tuple[int, int]) -> tuple[int, int]:
    return in_qt(text, span[0]), in_qt(text, span[1])


def _wrapping(*, wraps: bool) -> QTextOption:
    modes = QTextOption.WrapMode
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if wraps else modes.NoWrap)
    return option


def _format(span: tuple[int, int], colour: QColor) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = span[0], span[1] - span[0]
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(colour)
    found.format = form
    return found
