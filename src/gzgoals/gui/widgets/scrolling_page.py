"""A page that scrolls up and down where there is no room for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_AROUND = 8
"""Pixels that are seen around what is brought into sight."""


class ScrollingPage(QScrollArea):
    """Shows a form, as wide as there is room, never scrolled sideways."""

    def __init__(self, form: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self.setWidget(form)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def bring(self, part: QWidget, around: int = _AROUND) -> None:
        """Bring a part of the form into sight, with so many pixels above and below."""
        self.ensureWidgetVisible(part, 0, around)

    def minimumSizeHint(self) -> QSize:
        hidden = self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        bar = 0 if hidden else self.verticalScrollBar().sizeHint().width()
        return QSize(self._form.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the form may need more width than before, which a scroll area tells nobody
        return super().eventFilter(watched, event)
