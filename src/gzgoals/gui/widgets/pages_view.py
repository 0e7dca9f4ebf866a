"""Pages one below the other: drawn when they come into view, zoomed, clicked, with the areas that matter outlined."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gzgoals.gui.widgets.look import look_of

Draw = Callable[[int, float], QImage | None]
"""Draws a page, counted from 1, at so many pixels a point; None while that is still being done elsewhere."""

_GAP = 12  # pixels around and between pages
_KEPT = 12  # pictures of pages that are kept
_SOON = 15  # milliseconds until a page that is being drawn is asked for again
_STEP = 1.2
_LEAST, _MOST = 0.2, 6.0  # logical pixels a point


class Outline(NamedTuple):
    """An area to be outlined: its page and its box there in points, the whole page without one.

    One that is `soft` is only tinted.
    """

    page: int
    box: tuple[float, float, float, float] | None = None
    soft: bool = False


class PagesView(QAbstractScrollArea):
    """Pages one below the other; `sizes` are theirs in points, `draw` makes their pictures.

    Signals
    -------
    clicked(int, float, float)
        The user has clicked a page: its number and the point on it, in points.
    scrolled(int, float)
        Another page is in view, or in another size: its number and how many pixels a point takes.
    """

    clicked = Signal(int, float, float)
    scrolled = Signal(int, float)

    def __init__(self, sizes: Sequence[tuple[float, float]], draw: Draw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw = draw
        self._fits = True
        self._scale = 1.0
        self._outlines: tuple[Outline, ...] = ()
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._stale: set[int] = set()
        self._set_sizes(sizes)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_one)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> int:
        """The number of the page in the middle of the view."""
        middle = self.viewport().height() / 2
        return next((page for page in self._visible() if self._rect(page).bottom() >= middle), len(self._sizes))

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def pictured(self) -> frozenset[int]:
        """The pages of which there are pictures."""
        return frozenset(page for page, _ in self._pictures)

    @property
    def outlined(self) -> tuple[Outline, ...]:
        """The areas that are outlined."""
        return self._outlines

    def set_pages(self, sizes: Sequence[tuple[float, float]], changed: Sequence[int]) -> None:
        """Show other pages; those `changed` are drawn anew, and till then shown as they were."""
        self._stale |= set(changed)
        if tuple(sizes) != self._sizes:
            self._set_sizes(sizes)
            self._stale -= {page for page in self._stale if page > len(self._sizes)}
            for key in [key for key in self._pictures if key[0] > len(self._sizes)]:
                del self._pictures[key]
            if self._fits:
                self.fit()
            else:
                self._resize(self._scale)
        self.viewport().update()

    def _set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        self._sizes = tuple(sizes)
        self._above = (0.0, *accumulate(height for _, height in sizes))

    def outline(self, areas: Sequence[Outline], *, follow: bool = True) -> None:
        """Outline `areas` and, where asked to `follow`, bring the first of them into view."""
        self._outlines = tuple(area for area in areas if 1 <= area.page <= len(self._sizes))
        if self._outlines and follow:
            self._bring_into_view(self._outlines[0])
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Bring the beginning of a page into view."""
        page = min(max(page, 1), len(self._sizes))
        self.verticalScrollBar().setValue(round(_GAP * (page - 1) + self._above[page - 1] * self._scale))

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

    def fit_page(self) -> None:
        """Show the page in view as a whole."""
        self._fits = False
        page = self.page
        width, height = self._sizes[page - 1] if self._sizes else (1.0, 1.0)
        seen = self.viewport().size()
        self._resize(
            min(max(min((seen.width() - 2 * _GAP) / width, (seen.height() - 2 * _GAP) / height), _LEAST), _MOST)
        )
        self.show_page(page)

    def rect_of(self, area: Outline) -> QRectF:
        """Return where an area is in the view; the whole page where it has no box."""
        page = self._rect(area.page)
        if area.box is None:
            return page
        left, top, right, bottom = (each * self._scale for each in area.box)
        return QRectF(page.left() + left, page.top() + top, right - left, bottom - top)

    @property
    def scale(self) -> float:
        """How many pixels a point takes."""
        return self._scale

    def point_on_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return on which page a point of the view lies and where there, in points; None between pages."""
        for page in self._visible():
            rect = self._rect(page)
            if rect.contains(point):
                return page, (point.x() - rect.left()) / self._scale, (point.y() - rect.top()) / self._scale
        return None

    def visible_rects(self) -> list[QRectF]:
        """Return where the pages in view are."""
        return [self._rect(page) for page in self._visible()]

    def _rect(self, page: int) -> QRectF:
        """Return where a page is in the view."""
        top = _GAP * page + self._above[page - 1] * self._scale
        width, height = (each * self._scale for each in self._sizes[page - 1])
        left = max((self.viewport().width() - width) / 2, _GAP) - self.horizontalScrollBar().value()
        return QRectF(left, top - self.verticalScrollBar().value(), width, height)

    def _visible(self) -> range:
        """Return the pages in view, of which there may be thousands more."""
        if not self._sizes:
            return range(0)
        seen = float(self.verticalScrollBar().value())
        pages = range(1, len(self._sizes) + 1)
        first = max(1, bisect_right(pages, seen, key=self._top) - 1)
        last = bisect_right(pages, seen + self.viewport().height(), key=self._top)
        whole = QRectF(self.viewport().rect())
        shown = [page for page in range(first, max(last, first) + 1) if page <= len(pages)]
        shown = [page for page in shown if self._rect(page).intersects(whole)]
        return range(shown[0], shown[-1] + 1) if shown else range(0)

    def _top(self, page: int) -> float:
        return _GAP * page + self._above[page - 1] * self._scale

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

    def _bring_into_view(self, area: Outline) -> None:
        box, seen = self.rect_of(area), self.viewport().rect()
        bar = self.verticalScrollBar()
        if box.top() < _GAP or box.bottom() > seen.height() - _GAP:
            room = max((seen.height() - box.height()) / 2, 2.0 * _GAP)
            bar.setValue(round(bar.value() + box.top() - room))

    def _draw_one(self) -> None:
        """Draw one page that is in view and has no picture yet, then come back for the next: the window stays alive."""
        scale = round(self._scale * self.devicePixelRatioF(), 4)
        pages = self._visible()
        missing = next((page for page in pages if page in self._stale or (page, scale) not in self._pictures), None)
        if missing is None:
            return
        picture = self._draw(missing, scale)
        if picture is None:
            self._timer.start(_SOON)
            return
        if missing in self._stale:
            self._stale.remove(missing)
            for key in [key for key in self._pictures if key[0] == missing]:
                del self._pictures[key]
        self._pictures[missing, scale] = picture
        while len(self._pictures) > max(_KEPT, 2 * len(pages)):
            self._pictures.popitem(last=False)
        self.viewport().update()
        self._timer.start(0)

    def _picture(self, page: int) -> QImage | None:
        """Return the sharp picture of a page, or another or former one of it until that is drawn."""
        key = (page, round(self._scale * self.devicePixelRatioF(), 4))
        if page in self._stale:
            self._timer.start(0)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        self._timer.start(0)
        return next((picture for (other, _), picture in self._pictures.items() if other == page), None)

    def _paint_outline(self, painter: QPainter, area: Outline) -> None:
        look = look_of(self.palette())
        box = self.rect_of(area).adjusted(-1, -1, 1, 1)
        fill = QColor("#ffc83d")  # on paper, which is white in either theme
        fill.setAlphaF(0.1 if area.soft else 0.16)
        painter.setPen(Qt.PenStyle.NoPen if area.soft else QPen(QColor(look.warning), 2))
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
        for area in self._outlines:
            self._paint_outline(painter, area)
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
        if (on := self.point_on_page(point)) is not None:
            self.clicked.emit(*on)

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
