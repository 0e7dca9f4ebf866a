"""A foreign file being read while the window goes on living."""

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import Draft
from gzgoals.core.worker import Progress, Reading

_EVERY = 30
"""Milliseconds between two looks at what has come."""


class ReadingJob(QObject):
    """Follows a `Reading` from the event loop.

    Signals
    -------
    progressed(done, of)
        So many of so many pages are read.
    finished(Draft)
        The file is read.
    failed(message)
        It cannot be read; the message is a whole Chinese sentence.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def cancel(self) -> None:
        """Stop the reading; nothing is said of it any more."""
        self._timer.stop()
        self._reading.stop()

    def _on_timeout(self) -> None:
        try:
            heard = self._reading.heard()
            while isinstance(heard, Progress):
                self.progressed.emit(*heard)
                heard = self._reading.heard() if self._timer.isActive() else None
        except GzgoalsError as error:
            self._timer.stop()
            self.failed.emit(str(error))
            return
        if isinstance(heard, Draft):
            self._timer.stop()
            self.finished.emit(heard)
