"""Tick boxes, in lists and alone, painted in the program's own colours: the style's are lost on a dark ground."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from gzgoals.gui.widgets.look import Look, look_of

_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
_DASH = ((0.25, 0.5), (0.75, 0.5))


def paint_tick_box(painter: QPainter, rect: QRectF, state: Qt.CheckState, look: Look) -> None:
    """Paint a tick box that fills `rect`: empty, ticked, or with a dash where it is ticked in part."""
    empty = Qt.CheckState(state) == Qt.CheckState.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.muted if empty else look.accent), 1.2))
    painter.setBrush(QColor(look.card if empty else look.accent))
    box = rect.adjusted(0.6, 0.6, -0.6, -0.6)
    painter.drawRoundedRect(box, 3, 3)
    if not empty:
        joins = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(QColor(look.on_accent), box.height() * 0.14, *joins))
        points = _TICK if Qt.CheckState(state) == Qt.CheckState.Checked else _DASH
        painter.drawPolyline([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])
    painter.restore()


class TickBox(QCheckBox):
    """A check box with our own tick box in the place of the style's."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        where = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        paint_tick_box(painter, QRectF(where), self.checkState(), look_of(self.palette()))
        painter.end()
