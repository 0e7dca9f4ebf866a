"""How a page lies: from the PDF's own coordinates to points from the upper left, both as read and as shown."""

from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gzgoals.core.exchange.source import Box

_QUARTERS = 4


class Orientation(NamedTuple):
    """A page's visible box in its own coordinates, the quarter turns that put its text upright, and those it shows."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0
    shown: int = 0

    def upright(self, x1: float, y1: float, x2: float, y2: float) -> Box:
        """Return a box of the page's own coordinates as left, top, right, bottom of the page with upright text."""
        return _turned(self, self.turns, x1, y1, x2, y2)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the page's own coordinates by its distances from the left and the top, upright."""
        if not self.turns:
            return x - self.left, self.top - y
        left, top, _, _ = _turned(self, self.turns, x, y, x, y)
        return left, top

    def visible(self, box: Box) -> Box:
        """Return an upright box as it lies on the page as it is shown."""
        if self.turns == self.shown:
            return box
        width, height = self.right - self.left, self.top - self.bottom
        if self.turns % 2:
            width, height = height, width
        page = Orientation(0, 0, width, height)
        left, top, right, bottom = box
        return _turned(page, (self.shown - self.turns) % _QUARTERS, left, height - bottom, right, height - top)


def orientation_of(page: Any, turns: int) -> Orientation:
    """Return how a page lies whose text is turned by `turns` quarters clockwise when it is read."""
    left, bottom, right, top = page.get_cropbox()
    return Orientation(left, bottom, right, top, turns, pdfium.FPDFPage_GetRotation(page))


def _turned(page: Orientation, turns: int, x1: float, y1: float, x2: float, y2: float) -> Box:
    left, right = min(x1, x2), max(x1, x2)
    low, high = min(y1, y2), max(y1, y2)
    if turns == 0:
        return left - page.left, page.top - high, right - page.left, page.top - low
    if turns == 1:
        return low - page.bottom, left - page.left, high - page.bottom, right - page.left
    if turns == 2:
        return page.right - right, low - page.bottom, page.right - left, high - page.bottom
    return page.top - high, page.right - right, page.top - low, page.right - left
