"""Pixels that follow the size of the type: widths and heights are thought of at 100 % and the usual ten points."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

USUAL_SIZE = 10
"""Points, at which a pixel is a pixel."""
_USUAL_DPI = 96

TITLE_BAR = 40
"""Pixels that the desktop's frame may take above a window."""


def type_scale(widget: QWidget) -> float:
    """Return how large a widget's type is, against the usual one."""
    points = widget.font().pointSizeF()
    if points <= 0:  # it was set in pixels
        points = QFontInfo(widget.font()).pointSizeF()
    return points / USUAL_SIZE * widget.logicalDpiY() / _USUAL_DPI


def scaled(widget: QWidget, pixels: float) -> int:
    """Return how many pixels a widget needs for what takes so many in the usual type."""
    return round(pixels * type_scale(widget))


def fitting(widget: QWidget, size: QSize) -> QSize:
    """Return how large a dialog is to be that takes `size` in the usual type: as its type needs, but on the screen."""
    room = widget.screen().availableSize() - QSize(0, TITLE_BAR)
    return QSize(scaled(widget, size.width()), scaled(widget, size.height())).boundedTo(room)


def follow_type(widget: QWidget, fit: Callable[[], None]) -> None:
    """Call `fit` now, and whenever the widget gets another type."""
    fit()
    widget.installEventFilter(_Follower(widget, fit))


class _Follower(QObject):
    """Tells of another type."""

    def __init__(self, widget: QWidget, fit: Callable[[], None]) -> None:
        super().__init__(widget)
        self._fit = fit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange and watched is self.parent():
            self._fit()
        return False
