"""A table being written as some kind of file in a thread while the window goes on living."""

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.formats import Format, StoppedError
from gzgoals.core.table import GoalTable
from gzgoals.gui.background import Background

_EVERY = 100
"""Milliseconds between two words of progress."""


class ExportJob(QObject):
    """Makes the bytes of a file; nothing is written anywhere yet.

    Signals
    -------
    progressed(done, of)
        So many of so many rows are made.
    finished(bytes)
        The file is made.
    failed(message)
        It cannot be made; the message is a whole Chinese sentence.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, table: GoalTable, kind: Format, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._far = (0, 0)
        self._cancelled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(lambda: self._on_done(f"{kind.word}没有导出，程序出了错，已记录。请重试。"))
        self._background.ask(lambda: self._made(table, kind))

    def cancel(self) -> None:
        """Stop the work; nothing is said of it any more."""
        self._cancelled = True
        self._timer.stop()
        self._background.drop()

    def _made(self, table: GoalTable, kind: Format) -> bytes | str | None:
        try:
            return kind.write(table, self._note)
        except StoppedError:
            return None
        except GzgoalsError as error:
            return str(error)

    def _note(self, done: int, of: int) -> bool:
        """Take note in the thread of how far it is; the window asks from time to time."""
        self._far = (done, of)
        return not self._cancelled

    def _on_timeout(self) -> None:
        if self._far[1]:
            self.progressed.emit(*self._far)

    def _on_done(self, outcome: object) -> None:
        self._timer.stop()
        if isinstance(outcome, bytes):
            self.finished.emit(outcome)
        elif isinstance(outcome, str):
            self.failed.emit(outcome)
