"""A header of two storeys: neighbouring columns of one group share a title above their own."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gzgoals.gui.widgets.look import Look, look_of

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GroupHeader(QHeaderView):
    """Horizontal titles; `groups` names the group of each column, empty where it stands alone."""

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._groups = tuple(groups)
        self.setSectionsClickable(False)
        self.sectionResized.connect(lambda *_: self.viewport().update())

    def sizeHint(self) -> QSize:
        storeys = 2 if any(self._groups) else 1
        return QSize(super().sizeHint().width(), storeys * (self.fontMetrics().height() + 8))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = look_of(self.palette())
        title = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        asked = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        side = asked if isinstance(asked, Qt.AlignmentFlag) else _LEFT
        painter.save()
        if group := self._groups[logicalIndex]:
            half = rect.height() // 2
            span = self._span(logicalIndex, rect)
            painter.setClipRect(rect)
            _paint_box(
                painter, QRect(span.left(), rect.top(), span.width(), half), group, look, Qt.AlignmentFlag.AlignCenter
            )
            _paint_box(painter, rect.adjusted(0, half, 0, 0), title, look, side)
        else:
            _paint_box(painter, rect, title, look, side)
        painter.restore()

    def _span(self, logical: int, rect: QRect) -> QRect:
        """Return the room that all columns of one group take together."""
        group = self._groups[logical]
        members = [index for index, each in enumerate(self._groups) if each == group]
        left = rect.left() - sum(self.sectionSize(index) for index in members if index < logical)
        return QRect(left, rect.top(), sum(self.sectionSize(index) for index in members), rect.height())


def _paint_box(painter: QPainter, rect: QRect, title: str, look: Look, alignment: Qt.AlignmentFlag) -> None:
    painter.fillRect(rect, QColor(look.header))
    painter.setPen(QColor(look.border))
    painter.drawLine(rect.topRight(), rect.bottomRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.setPen(QColor(look.muted))
    painter.drawText(rect.adjusted(8, 0, -8, 0), alignment, title)
