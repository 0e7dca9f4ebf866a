"""What of a widget is painted anew."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

_ROUNDS = 5
"""What is shown settles in several rounds: rows get other heights after their texts."""


class Painted(QObject):
    """Gathers the region of a widget that is painted, from now on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._region = QRegion()
        _settle()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._region = self._region.united(event.region())
        return False

    @property
    def region(self) -> QRegion:
        """What has been painted, once all that was to be is."""
        _settle()
        return self._region


def _settle() -> None:
    for _ in range(_ROUNDS):
        QApplication.processEvents()
