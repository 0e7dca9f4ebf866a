"""A page painted; the device only decides how fine the lines are."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QTransform

from gzgoals.gui.paper.layout import Face
from gzgoals.gui.paper.placing import Align, Line, Placed, Style
from gzgoals.gui.paper.setup import UNITS_PER_INCH

_RULE_WIDTH = 10
_SLANT = 28  # degrees
_FAINT = "#e9e9e9"
_MARKED_WIDTH, _MARKED_HEIGHT = 0.75, 0.62
_WIDE_TYPE = 1000
"""The size at which the mark is drawn before it is made as large as the sheet lets it be."""
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
    painter.fillPath(draft_mark(face), QColor(_FAINT))


def draft_mark(face: Face) -> QPainterPath:
    """Return 草稿 amid the sheet, slantwise, as large as the sheet's width and height let it be."""
    sheet, font = face.sheet, QFont(face.fonts.title)
    height = sheet.bottom - sheet.top
    font.setPixelSize(_WIDE_TYPE)
    mark = QPainterPath()
    mark.addText(0, 0, font, "草稿")
    mark = QTransform().rotate(-_SLANT).map(mark)
    room = mark.boundingRect()
    scale = min(_MARKED_WIDTH * sheet.width / room.width(), _MARKED_HEIGHT * height / room.height())
    middle = QTransform.fromTranslate((sheet.left + sheet.right) / 2, (sheet.top + sheet.bottom) / 2)
    return middle.scale(scale, scale).translate(-room.center().x(), -room.center().y()).map(mark)


def _paint(painter: QPainter, line: Line) -> None:
    if line.align is Align.LEFT:
        painter.drawText(QPointF(line.left, line.baseline), line.text)
        return
    ascent = painter.fontMetrics().ascent()
    room = QRectF(line.left, line.baseline - ascent, line.right - line.left, ascent)
    painter.drawText(room, _FLAGS[line.align], line.text)
