"""Where pages are that lie one below the other, however they are scrolled and however large they are seen."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize

Size = tuple[float, float]
Box = tuple[float, float, float, float]

GAP = 12
"""Pixels around and between pages."""


class PageStack:
    """Pages of these `sizes` in points, at a `scale` of so many pixels a point; they are counted from 1."""

    def __init__(self, sizes: Sequence[Size] = (), scale: float = 1.0) -> None:
        self.sizes = tuple(sizes)
        self.scale = scale
        self._above = (0.0, *accumulate(height for _, height in sizes))

    def scaled(self, scale: float) -> "PageStack":
        """Return the same pages at another scale."""
        return PageStack(self.sizes, scale)

    @property
    def widest(self) -> float:
        """How wide the widest page is, in points."""
        return max((width for width, _ in self.sizes), default=1.0)

    @property
    def whole(self) -> QSize:
        """How much room all pages take, in pixels."""
        width = self.widest * self.scale if self.sizes else 0.0
        return QSize(int(width + 2 * GAP), int(self._above[-1] * self.scale + GAP * (len(self.sizes) + 1)))

    def top(self, page: int) -> float:
        """Return how far a page is below the top of them all."""
        return GAP * page + self._above[page - 1] * self.scale

    def rect(self, page: int, seen: QSize, at: QPoint) -> QRectF:
        """Return where a page is in a view of this size that is scrolled by so much."""
        width, height = (each * self.scale for each in self.sizes[page - 1])
        left = max((seen.width() - width) / 2, GAP) - at.x()
        return QRectF(left, self.top(page) - at.y(), width, height)

    def box(self, page: int, box: Box, seen: QSize, at: QPoint) -> QRectF:
        """Return where a box on a page is in the view."""
        corner = self.rect(page, seen, at).topLeft()
        left, top, right, bottom = (each * self.scale for each in box)
        return QRectF(corner.x() + left, corner.y() + top, right - left, bottom - top)

    def visible(self, seen: QSize, at: QPoint) -> list[int]:
        """Return the pages in view, of which there may be thousands more."""
        pages = range(1, len(self.sizes) + 1)
        first = max(1, bisect_right(pages, float(at.y()), key=self.top) - 1)
        last = bisect_right(pages, float(at.y() + seen.height()), key=self.top)
        whole = QRectF(0, 0, seen.width(), seen.height())
        return [page for page in range(first, last + 1) if self.rect(page, seen, at).intersects(whole)]

    def point(self, point: QPointF, seen: QSize, at: QPoint) -> tuple[int, float, float] | None:
        """Return on which page a point of the view lies and where there, in points; None between pages."""
        for page in self.visible(seen, at):
            rect = self.rect(page, seen, at)
            if rect.contains(point):
                return page, (point.x() - rect.left()) / self.scale, (point.y() - rect.top()) / self.scale
        return None
