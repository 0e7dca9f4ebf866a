"""A large table of our own being read in a thread while the window goes on living."""

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange import Draft
from gzgoals.core.files import parse_table
from gzgoals.gui.background import Background

LARGE_FILE = 1 << 20
"""Bytes from which on reading a table would be felt: some 250 projects."""

_EVERY = 100
"""Milliseconds between two words of progress."""


class _CancelledError(Exception):
    """Nobody waits for the table any more."""


class TableJob(QObject):
    """Reads the bytes of a `.gzgoals` file; `source` is the file's name for messages.

    Signals
    -------
    progressed(done, of)
        So many of so many projects are read.
    finished(Draft)
        The table is read.
    failed(message)
        It cannot be read; the message is a whole Chinese sentence.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, data: bytes, source: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._far = (0, 0)
        self._cancelled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(lambda: self._on_done(f"“{source}”没有读成，程序出了错，已记录。请重试。"))
        self._background.ask(lambda: self._read(data, source))

    def cancel(self) -> None:
        """Stop the reading; nothing is said of it any more."""
        self._cancelled = True
        self._timer.stop()
        self._background.drop()

    def _read(self, data: bytes, source: str) -> Draft | str | None:
        try:
            return Draft(parse_table(data, source, self._note))
        except GzgoalsError as error:
            return str(error)
        except _CancelledError:
            return None

    def _note(self, done: int, of: int) -> None:
        """Take note in the thread of how far it is; the window asks from time to time."""
        self._far = (done, of)
        if self._cancelled:
            raise _CancelledError

    def _on_timeout(self) -> None:
        if self._far[1]:
            self.progressed.emit(*self._far)

    def _on_done(self, outcome: Draft | str) -> None:
        self._timer.stop()
        if isinstance(outcome, Draft):
            self.finished.emit(outcome)
        else:
            self.failed.emit(outcome)
