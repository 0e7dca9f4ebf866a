"""Pages as they will print, whose columns can be made wider or narrower by dragging their rules."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gzgoals.gui.widgets.look import look_of
from gzgoals.gui.widgets.pages_view import Draw, PagesView

_NEAR = 4.0
"""Pixels from a rule within which it is taken hold of."""


class PreviewPages(PagesView):
    """Pages with movable column rules.

    Signals
    -------
    rule_moved(int, float)
        The user has dragged the rule with this number to this place, in points from the sheet's left edge.
    """

    rule_moved = Signal(int, float)

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__((), draw, parent)
        self.setAccessibleName("版面预览")
        self.viewport().setMouseTracking(True)
        self._rules: tuple[float, ...] = ()
        self._held: int | None = None
        self._at = 0.0

    @property
    def rules(self) -> tuple[float, ...]:
        """The rules that can be dragged, in points from the sheet's left edge."""
        return self._rules

    def set_rules(self, rules: Sequence[float]) -> None:
        """Let these rules be dragged, given in points from the sheet's left edge."""
        self._rules = tuple(rules)

    def rule_near(self, point: QPointF) -> int | None:
        """Return the number of the rule at a point of the view, None where there is none."""
        if (on := self.point_on_page(point)) is None:
            return None
        near = [abs(rule - on[1]) * self.scale for rule in self._rules]
        best = min(range(len(near)), key=near.__getitem__, default=None)
        return best if best is not None and near[best] <= _NEAR else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            on = self.point_on_page(event.position())
            if on is not None:
                self._at = on[1]
                self.viewport().update()
            return
        over = self.rule_near(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self.rule_near(event.position())
            self._at = self._rules[self._held] if self._held is not None else 0.0

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if self._at != self._rules[held]:
            self.rule_moved.emit(held, self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self.viewport().update()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._held is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(look_of(self.palette()).accent), 1, Qt.PenStyle.DashLine))
        for page in self.visible_rects():
            x = page.left() + self._at * self.scale
            painter.drawLine(QPointF(x, page.top()), QPointF(x, page.bottom()))
        painter.end()
