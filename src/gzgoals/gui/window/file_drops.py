"""Files dropped onto the window are opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Watches a window and has `open_path` open the first file that is dropped onto it."""

    def __init__(self, window: QWidget, open_path: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._open = open_path
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or (path := _file_in(event.mimeData())) is None:
            return False  # an entering and a moving drag are kinds of it
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # Where the file was dragged from waits until the drop is over, which a dialog must not hold up.
            QTimer.singleShot(0, self, partial(self._open, path))
        return True


def _file_in(data: QMimeData) -> Path | None:
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
