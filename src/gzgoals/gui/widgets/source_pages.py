"""The pages of a PDF that was read: drawn when they come into view, with the places that matter outlined."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gzgoals.core.exchange.source import Spot
from gzgoals.gui.widgets.look import look_of

Draw = Callable[[int, float], QImage | None]
"""Draws a page, counted from 1, at so many pixels a point; None while that is still being done elsewhere."""

_GAP = 12  # pixels around and between pages
_KEPT = 12  # pictures of pages that are kept
_SOON = 15  # milliseconds until a page that is being drawn is asked for again
_STEP = 1.2
_LEAST, _MOST = 0.2, 6.0  # logical pixels a point


class SourcePages(QAbstractScrollArea):
    """Pages one below the other; `sizes` are theirs in points, `draw` makes their pictures.

    Signals
    -------
    picked(Spot)
        The user has clicked a place on a page.
    scrolled(int, float)
        Another page is in view, or in another size: its number and how many pixels a point takes.
    """

    picked = Signal(object)
    scrolled = Signal(int, float)

    def __init__(self, sizes: Sequence[tuple[float, float]], draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("原文件的页面")
        self._sizes = tuple(sizes)
        self._above = (0.0, *accumulate(height for _, height in sizes))
        self._draw = draw
        self._fits = True
        self._scale = 1.0
        self._spots: tuple[Spot, ...] = ()
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_one)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> int:
        """The number of the page in the middle of the view."""
        middle = self.viewport().height() / 2
        return next((page for page in self._pages() if self._rect(page).bottom() >= middle), len(self._sizes))

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Outline the boxes of `spots`, and bring the first of them into view."""
        self._spots = tuple(spot for spot in spots if 1 <= spot.page <= len(self._sizes))
        if self._spots:
            self._bring_into_view(self._spots[0])
        self.viewport().update()

    def zoom(self, steps: int) -> None:
        """Show the pages larger (1) or smaller (-1)."""
        self._fits = False
        self._resize(min(max(self._scale * _STEP**steps, _LEAST), _MOST))

    def fit(self) -> None:
        """Show the pages as wide as the view."""
        self._fits = True
        widest = max((width for width, _ in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * _GAP
        self._resize(min(max(room / widest, _LEAST), _MOST))

    def box_of(self, spot: Spot) -> QRectF:
        """Return where a spot is in the view; the whole page where it has no box."""
        page = self._rect(spot.page)
        if spot.box is None:
            return page
        left, top, right, bottom = (each * self._scale for each in spot.box)
        return QRectF(page.left() + left, page.top() + top, right - left, bottom - top)

    def _pages(self) -> range:
        return range(1, len(self._sizes) + 1)

    def _rect(self, page: int) -> QRectF:
        """Return where a page is in the view."""
        top = _GAP * page + self._above[page - 1] * self._scale
        width, height = (each * self._scale for each in self._sizes[page - 1])
        left = max((self.viewport().width() - width) / 2, _GAP) - self.horizontalScrollBar().value()
        return QRectF(left, top - self.verticalScrollBar().value(), width, height)

    def _visible(self) -> list[int]:
        seen = QRectF(self.viewport().rect())
        return [page for page in self._pages() if self._rect(page).intersects(seen)]

    def _resize(self, scale: float) -> None:
        """Show the pages at `scale`, what was in the middle of the view staying there."""
        bar = self.verticalScrollBar()
        middle = self.viewport().height() / 2
        share = (bar.value() + middle) * scale / self._scale
        self._scale = scale
        self._set_bars()
        bar.setValue(round(share - middle) if bar.value() else 0)
        self.viewport().update()
        self._on_scrolled()

    def _set_bars(self) -> None:
        seen = self.viewport().size()
        widest = max((width for width, _ in self._sizes), default=0.0) * self._scale + 2 * _GAP
        tallest = self._above[-1] * self._scale + _GAP * (len(self._sizes) + 1)
        for bar, whole, part in (
            (self.horizontalScrollBar(), widest, seen.width()),
            (self.verticalScrollBar(), tallest, seen.height()),
        ):
            bar.setRange(0, max(int(whole) - part, 0))
            bar.setPageStep(part)
            bar.setSingleStep(40)

    def _bring_into_view(self, spot: Spot) -> None:
        box, seen = self.box_of(spot), self.viewport().rect()
        bar = self.verticalScrollBar()
        if box.top() < _GAP or box.bottom() > seen.height() - _GAP:
            room = max((seen.height() - box.height()) / 2, 2.0 * _GAP)
            bar.setValue(round(bar.value() + box.top() - room))

    def _draw_one(self) -> None:
        """Draw one page that is in view and has no picture yet, then come back for the next: the window stays alive."""
        scale = round(self._scale * self.devicePixelRatioF(), 4)
        missing = next((page for page in self._visible() if (page, scale) not in self._pictures), None)
        if missing is None:
            return
        picture = self._draw(missing, scale)
        if picture is None:
            self._timer.start(_SOON)
            return
        self._pictures[missing, scale] = picture
        while len(self._pictures) > max(_KEPT, 2 * len(self._visible())):
            self._pictures.popitem(last=False)
        self.viewport().update()
        self._timer.start(0)

    def _picture(self, page: int) -> QImage | None:
        """Return the sharp picture of a page, or another one of it until that is drawn."""
        key = (page, round(self._scale * self.devicePixelRatioF(), 4))
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        self._timer.start(0)
        return next((picture for (other, _), picture in self._pictures.items() if other == page), None)

    def _paint_spot(self, painter: QPainter, spot: Spot) -> None:
        look = look_of(self.palette())
        box = self.box_of(spot).adjusted(-1, -1, 1, 1)
        fill = QColor("#ffc83d")  # on paper, which is white in either theme
        fill.setAlphaF(0.16)
        painter.setPen(QPen(QColor(look.warning), 2))
        painter.setBrush(fill)
        painter.drawRect(box)

    def _on_scrolled(self, _value: int = 0) -> None:
        self.viewport().update()
        self.scrolled.emit(self.page, self._scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_of(self.palette())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(look.window))
        for page in self._visible():
            rect = self._rect(page)
            painter.fillRect(rect, Qt.GlobalColor.white)
            if (picture := self._picture(page)) is not None:
                painter.drawImage(rect, picture)
            painter.setPen(QColor(look.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
        for spot in self._spots:
            self._paint_spot(painter, spot)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(560, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        else:
            self._resize(self._scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else no release would follow

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick(event.position())

    def _pick(self, point: QPointF) -> None:
        for page in self._visible():
            rect = self._rect(page)
            if rect.contains(point):
                x, y = (point.x() - rect.left()) / self._scale, (point.y() - rect.top()) / self._scale
                self.picked.emit(Spot(page=page, box=(x, y, x, y)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        actions = {
            Qt.Key.Key_PageDown: bar.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: bar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_Home: bar.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: bar.SliderAction.SliderToMaximum,
        }
        if (action := actions.get(Qt.Key(event.key()))) is not None:
            bar.triggerAction(action)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)
