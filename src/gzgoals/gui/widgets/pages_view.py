"""Pages one below the other: drawn when they come into view, zoomed, clicked, with the areas that matter outlined."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gzgoals.gui.widgets.look import look_of
from gzgoals.gui.widgets.page_stack import GAP, PageStack

Draw = Callable[[int, float], QImage | None]
"""Draws a page, counted from 1, at so many pixels a point; None while that is still being done elsewhere."""

_KEPT = 12  # pictures of pages that are kept
_ROOM = 8 << 20  # bytes that those not in sight may take, two or three: on a fine screen one alone takes a dozen MB
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
        self._outlines: tuple[Outline, ...] = ()
        self._pictures: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._stale: set[int] = set()
        self._stack = PageStack(sizes)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_one)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> int:
        """The number of the page in the middle of the view."""
        middle = self.viewport().height() / 2
        return next((page for page in self._visible() if self._rect(page).bottom() >= middle), self.page_count)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._stack.sizes)

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
        if tuple(sizes) != self._stack.sizes:
            self._stack = PageStack(sizes, self.scale)
            self._stale -= {page for page in self._stale if page > self.page_count}
            for key in [key for key in self._pictures if key[0] > self.page_count]:
                del self._pictures[key]
            if self._fits:
                self.fit()
            else:
                self._resize(self.scale)
        self.viewport().update()

    def outline(self, areas: Sequence[Outline], *, follow: bool = True) -> None:
        """Outline `areas` and, where asked to `follow`, bring the first of them into view."""
        self._outlines = tuple(area for area in areas if 1 <= area.page <= self.page_count)
        if self._outlines and follow:
            self._bring_into_view(self._outlines[0])
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Bring the beginning of a page into view."""
        if self.page_count:
            page = min(max(page, 1), self.page_count)
            self.verticalScrollBar().setValue(round(self._stack.top(page)) - GAP)

    def zoom(self, steps: int) -> None:
        """Show the pages larger (1) or smaller (-1)."""
        self._fits = False
        self._resize(min(max(self.scale * _STEP**steps, _LEAST), _MOST))

    def fit(self) -> None:
        """Show the pages as wide as the view."""
        self._fits = True
        room = self.viewport().width() - 2 * GAP
        self._resize(min(max(room / self._stack.widest, _LEAST), _MOST))

    def fit_page(self) -> None:
        """Show the page in view as a whole."""
        self._fits = False
        page = self.page
        width, height = self._stack.sizes[page - 1] if self.page_count else (1.0, 1.0)
        seen = self.viewport().size() - QSize(2 * GAP, 2 * GAP)
        self._resize(min(max(min(seen.width() / width, seen.height() / height), _LEAST), _MOST))
        self.show_page(page)

    def rect_of(self, area: Outline) -> QRectF:
        """Return where an area is in the view; the whole page where it has no box."""
        if area.box is None:
            return self._rect(area.page)
        return self._stack.box(area.page, area.box, self.viewport().size(), self._origin)

    @property
    def scale(self) -> float:
        """How many pixels a point takes."""
        return self._stack.scale

    def point_on_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return on which page a point of the view lies and where there, in points; None between pages."""
        return self._stack.point(point, self.viewport().size(), self._origin)

    def visible_rects(self) -> list[QRectF]:
        """Return where the pages in view are."""
        return [self._rect(page) for page in self._visible()]

    @property
    def _origin(self) -> QPoint:
        """How far the pages are scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _rect(self, page: int) -> QRectF:
        return self._stack.rect(page, self.viewport().size(), self._origin)

    def _visible(self) -> list[int]:
        return self._stack.visible(self.viewport().size(), self._origin)

    def _resize(self, scale: float) -> None:
        """Show the pages at `scale`, what was in the middle of the view staying there."""
        bar = self.verticalScrollBar()
        middle = self.viewport().height() / 2
        share = (bar.value() + middle) * scale / self.scale
        self._stack = self._stack.scaled(scale)
        self._set_bars()
        bar.setValue(round(share - middle) if bar.value() else 0)
        self.viewport().update()
        self._on_scrolled()

    def _set_bars(self) -> None:
        seen = self.viewport().size()
        whole = self._stack.whole
        for bar, room, part in (
            (self.horizontalScrollBar(), whole.width(), seen.width()),
            (self.verticalScrollBar(), whole.height(), seen.height()),
        ):
            bar.setRange(0, max(room - part, 0))
            bar.setPageStep(part)
            bar.setSingleStep(40)

    def _bring_into_view(self, area: Outline) -> None:
        box, seen = self.rect_of(area), self.viewport().rect()
        bar = self.verticalScrollBar()
        if box.top() < GAP or box.bottom() > seen.height() - GAP:
            room = max((seen.height() - box.height()) / 2, 2.0 * GAP)
            bar.setValue(round(bar.value() + box.top() - room))

    def _draw_one(self) -> None:
        """Draw one page that is in view and has no picture yet, then come back for the next: the window stays alive."""
        scale = round(self.scale * self.devicePixelRatioF(), 4)
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
        self._forget_pictures({(page, scale) for page in pages})
        self.viewport().update()
        self._timer.start(0)

    def _forget_pictures(self, in_sight: Collection[tuple[int, float]]) -> None:
        """Let go of the pictures that were not in sight for longest, where there are too many or they are too large."""
        beyond = [key for key in self._pictures if key not in in_sight]
        room = sum(self._pictures[key].sizeInBytes() for key in beyond)
        for key in beyond:
            if len(self._pictures) <= max(_KEPT, 2 * len(in_sight)) and room <= _ROOM:
                return
            room -= self._pictures.pop(key).sizeInBytes()

    def _picture(self, page: int) -> QImage | None:
        """Return the sharp picture of a page, or another or former one of it until that is drawn."""
        key = (page, round(self.scale * self.devicePixelRatioF(), 4))
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
        self.scrolled.emit(self.page, self.scale)

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
            self._resize(self.scale)

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
