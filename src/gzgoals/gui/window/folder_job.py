"""The tables of a folder being read for the library while the window goes on living."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.library import Shelved, read_folder
from gzgoals.gui.background import Background

_EVERY = 100
"""Milliseconds between two words of progress."""


_FELL = "文件夹没有读成，程序出了错，已记录。请重试。"


class _CancelledError(Exception):
    """Nobody waits for the tables any more."""


class FolderJob(QObject):
    """Reads the tables of a folder, but the one open from `beside`.

    Signals
    -------
    progressed(done, of)
        So many of so many tables are read.
    finished(Shelved)
        They all are.
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, folder: Path, beside: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._far = (0, 0)
        self._cancelled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(lambda: self._on_done(Shelved(skipped=(_FELL,))))
        self._background.ask(lambda: self._read(folder, beside))

    def cancel(self) -> None:
        """Stop the reading; nothing is said of it any more."""
        self._cancelled = True
        self._timer.stop()
        self._background.drop()

    def _read(self, folder: Path, beside: Path | None) -> Shelved | None:
        try:
            return read_folder(folder, self._note, beside)
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

    def _on_done(self, shelved: Shelved) -> None:
        self._timer.stop()
        self.finished.emit(shelved)
