"""Work that takes a while, done in a thread while the window goes on living and is told how far it has come."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.errors import GzgoalsError
from gzgoals.gui.background import Background

_EVERY = 100
"""Milliseconds between two words of progress."""

Note = Callable[[int, int], None]
"""Takes note that so many of so many are done; raises an error that ends the work once nobody waits for it any more."""


class _CancelledError(Exception):
    """Nobody waits for the work any more."""


class Job(QObject):
    """Does a piece of work, which tells how far it is, and says what came of it.

    Signals
    -------
    progressed(done, of)
        So many of so many are done.
    finished(outcome)
        The work is done.
    failed(message)
        It cannot be done; the message is a whole Chinese sentence.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[Note], object], fell: str, parent: QObject | None = None) -> None:
        """Do `work`; `fell` is what is said where an error ends it that nobody foresaw."""
        super().__init__(parent)
        self._fell = fell
        self._far = (0, 0)
        self._cancelled = False
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_fell)
        self._background.ask(lambda: self._outcome(work))

    def cancel(self) -> None:
        """Stop the work; nothing is said of it any more."""
        self._cancelled = True
        self._timer.stop()
        self._background.drop()

    def _outcome(self, work: Callable[[Note], object]) -> object:
        try:
            return work(self._note)
        except (GzgoalsError, _CancelledError) as error:
            return error

    def _note(self, done: int, of: int) -> None:
        """Take note in the thread of how far it is; the window asks from time to time."""
        self._far = (done, of)
        if self._cancelled:
            raise _CancelledError

    def _on_timeout(self) -> None:
        if self._far[1]:
            self.progressed.emit(*self._far)

    def _on_done(self, outcome: object) -> None:
        self._timer.stop()
        if isinstance(outcome, GzgoalsError):
            self.failed.emit(str(outcome))
        else:
            self.finished.emit(outcome)

    def _on_fell(self) -> None:
        self._timer.stop()
        self.failed.emit(self._fell)
