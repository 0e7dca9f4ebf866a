"""A page painted; the device only decides how fine the lines are."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from gzgoals.gui.paper.layout import Face
from gzgoals.gui.paper.placing import Align, Line, Placed, Style
from gzgoals.gui.paper.setup import UNITS_PER_INCH

_RULE_WIDTH = 10
_SLANT = 28  # degrees
_FAINT = "#e9e9e9"
_AS_IT_IS = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_FLAGS = {
    Align.CENTRE: _AS_IT_IS | Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: _AS_IT_IS | Qt.AlignmentFlag.AlignRight,
}


def paint_page(painter: QPainter, page: Placed, face: Face) -> None:
    """Paint one page; the painter's origin is the sheet's corner."""
    device = painter.device()
    painter.save()
    painter.scale(device.logicalDpiX() / UNITS_PER_INCH, device.logicalDpiY() / UNITS_PER_INCH)
    if face.marks.draft:
        _paint_draft_mark(painter, face)
    painter.setPen(QPen(Qt.GlobalColor.black, _RULE_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    painter.drawLines([QLineF(*rule) for rule in page.rules])
    fonts = {Style.TEXT: face.fonts.text, Style.HEADING: face.fonts.heading, Style.TITLE: face.fonts.title}
    style = None
    for line in page.lines:
        if line.style is not style:
            style = line.style
            painter.setFont(fonts[style])
        _paint(painter, line)
    painter.restore()


def _paint_draft_mark(painter: QPainter, face: Face) -> None:
    """Paint 草稿 slantwise behind the table, as outlines: text would be read back with the table's."""
    sheet, font = face.sheet, QFont(face.fonts.title)
    font.setPixelSize((sheet.bottom - sheet.top) * 2 // 5)
    path = QPainterPath()
    path.addText(0, 0, font, "草稿")
    painter.save()
    painter.translate((sheet.left + sheet.right) / 2, (sheet.top + sheet.bottom) / 2)
    painter.rotate(-_SLANT)
    painter.translate(-path.boundingRect().center())
    painter.fillPath(path, QColor(_FAINT))
    painter.restore()


def _paint(painter: QPainter, line: Line) -> None:
    if line.align is Align.LEFT:
        painter.drawText(QPointF(line.left, line.baseline), line.text)
        return
    ascent = painter.fontMetrics().ascent()
    room = QRectF(line.left, line.baseline - ascent, line.right - line.left, ascent)
    painter.drawText(room, _FLAGS[line.align], line.text)
