"""Paints the rows of the list of findings: levels set in below what they belong to, and deeds as links."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from gzgoals.gui.models.cells import Badge, Cell, Role
from gzgoals.gui.models.finding_rows import Deed, Link
from gzgoals.gui.widgets.badge import badge_size, paint_badge
from gzgoals.gui.widgets.cell_delegate import CellDelegate, Index, cell_of
from gzgoals.gui.widgets.look import Look, look_of

_ARROW = 20
"""Pixels that are kept free for the arrow of what opens."""
_STEP = 14
_GAP = 16
_MARGIN = 8


class FindingDelegate(CellDelegate):
    """A delegate for `FindingsModel`; `hovered` is the link under the mouse, with the row's key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.hovered: tuple[object, Link] | None = None

    def ground(self, index: Index, cell: Cell, look: Look) -> QColor | None:
        heads = index.model().index(index.row(), 1).data(Role.STRONG)
        return QColor(look.header) if heads else super().ground(index, cell, look)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, cell = look_of(option.palette), cell_of(index)
        if cell.links:
            self.paint_item(painter, option, index, cell, look)
            self._paint_links(painter, option, index, cell.links)
        elif cell.badge is not None:
            self.paint_item(painter, option, index, cell, look)
            self._paint_level(painter, option, cell, cell.badge)
            self._paint_hand(painter, option, index)
        else:
            super().paint(painter, option, index)

    def _paint_level(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, badge: Badge) -> None:
        look, rect, opened = look_of(option.palette), QRectF(option.rect), cell.opened
        painter.save()
        painter.setFont(option.font)
        if opened is not None:
            _paint_triangle(painter, QPointF(rect.left() + _ARROW / 2 + 1, rect.center().y()), look, opened=opened)
        left = rect.left() + _ARROW + _STEP * cell.depth
        paint_badge(
            painter, QRectF(left, rect.top(), badge_size(badge, option.font).width(), rect.height()), badge, look
        )
        painter.restore()

    def _paint_links(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, links: tuple[Link, ...]
    ) -> None:
        painter.save()
        painter.setPen(QColor(look_of(option.palette).accent))
        for rect, link in placed(option.rect, option.font, links):
            font = QFont(option.font)
            font.setUnderline(self.hovered == (index.data(Role.KEY), link))
            painter.setFont(font)
            text = QFontMetrics(font).elidedText(link.label, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def placed(room: QRect, font: QFont, links: tuple[Link, ...]) -> Iterator[tuple[QRect, Link]]:
    """Yield where each link stands in its cell: one after another from the left, the one for more at the right end.

    The first gives way where there is no room for all.
    """
    metrics = QFontMetrics(font)
    more = [link for link in links if link.deed is Deed.MORE]
    others = [link for link in links if link.deed is not Deed.MORE]
    right = room.right() - _MARGIN
    for link in more:
        right -= metrics.horizontalAdvance(link.label) + 4
        yield QRect(right, room.top(), metrics.horizontalAdvance(link.label) + 4, room.height()), link
        right -= _GAP
    left = room.left() + _MARGIN
    widths = [metrics.horizontalAdvance(link.label) + 1 for link in others]
    if others:
        widths[0] = max(min(widths[0], right - left - sum(widths[1:]) - _GAP * (len(widths) - 1)), 0)
    for link, width in zip(others, widths, strict=True):
        yield QRect(left, room.top(), width, room.height()), link
        left += width + _GAP


def link_at(point: QPoint, room: QRect, font: QFont, links: tuple[Link, ...]) -> Link | None:
    """Return the link at a point of a cell."""
    near = 4
    return next(
        (link for rect, link in placed(room, font, links) if rect.adjusted(-near, 0, near, 0).contains(point)), None
    )


def _paint_triangle(painter: QPainter, centre: QPointF, look: Look, *, opened: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.muted))
    points = ((-4, -2.5), (4, -2.5), (0, 3)) if opened else ((-2.5, -4), (-2.5, 4), (3, 0))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))
    painter.restore()
