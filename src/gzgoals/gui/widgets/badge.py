"""Badges: the gravest severity as a sign and a colour, and how many problems there are, or that all are explained."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gzgoals.gui.models.cells import Badge
from gzgoals.gui.widgets.look import SIGNS, Look, look_of


def badge_size(badge: Badge, font: QFont) -> QSize:
    """Return the room that a badge takes in a line of `font`."""
    metrics = QFontMetricsF(_small(font))
    height = metrics.height() + 2
    width = metrics.horizontalAdvance(_text(badge)) + height * 0.8 if _text(badge) else height
    return QSize(round(max(width, height)), round(height))


def paint_badge(painter: QPainter, rect: QRectF, badge: Badge, look: Look) -> None:
    """Paint a badge in the middle of `rect`: a pill with sign and number, or a tick where all is well.

    What is explained has a pale pill, which does not call for anything.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = badge_size(badge, painter.font()).toSizeF()
    painter.setFont(_small(painter.font()))
    pill = QRectF(QPointF(), size)
    pill.moveCenter(rect.center())
    if badge.severity is None and not _text(badge):
        _paint_tick(painter, pill, QColor(look.fine))
    elif badge.severity is None:
        painter.setPen(QPen(QColor(look.border), 1))
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(look.muted))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _text(badge))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.severity(badge.severity))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(look.on_badge))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _text(badge))
    painter.restore()


def _paint_tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    side = rect.height()
    left, top = rect.center().x() - side / 2, rect.top()
    painter.setPen(QPen(colour, side * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    points = ((0.24, 0.52), (0.43, 0.70), (0.76, 0.30))
    painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in points])


def _text(badge: Badge) -> str:
    if badge.severity is None and not badge.label:
        return "已说明" if badge.answered else ""
    if badge.severity is None or badge.label:
        return badge.words
    return f"{SIGNS[badge.severity]} {badge.count or badge.severity.word}"


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setBold(False)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


class BadgeLabel(QWidget):
    """A badge as a widget; hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_badge(self, badge: Badge) -> None:
        """Show `badge`."""
        if badge != self._badge:
            self._badge = badge
            self.setAccessibleName(badge.words)
            self.setToolTip(badge.words)
            self.updateGeometry()
            self.update()
        self.setVisible(bool(_text(badge)))

    def sizeHint(self) -> QSize:
        return badge_size(self._badge, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._badge, look_of(self.palette()))
        painter.end()
