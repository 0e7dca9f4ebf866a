"""Waiting for work that is done beside the window: unseen while it is quick, else with progress and a way out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from gzgoals.core.errors import GzgoalsError
from gzgoals.gui.window.job import Job

_PATIENCE = 400
"""Milliseconds that the work may take before the user is told of it."""


def awaited(window: QWidget, words: str, begin: Callable[[QObject], Job]) -> Any:
    """Return what comes of a job, None where the user would rather not wait; `words` say what is being done.

    The window is painted meanwhile, and takes no keys: what the user does comes after the work. `begin` begins the job
    with the parent that it is to have. Raises `GzgoalsError` with what the job says when it cannot be done.
    """
    had_keyboard = window.isActiveWindow()
    dialog = QProgressDialog(words, "取消", 0, 0, window)
    dialog.setWindowTitle("绩效目标表")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(_PATIENCE)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    try:
        return _Waiting(begin(dialog), dialog).outcome()
    finally:
        dialog.reset()
        dialog.deleteLater()
        if had_keyboard and QApplication.activeWindow() in (None, dialog):
            window.activateWindow()  # not every desktop gives it back by itself


class _Waiting:
    """Waits for a job beside a dialog that can cancel it."""

    def __init__(self, job: Job, dialog: QProgressDialog) -> None:
        self._job, self._dialog = job, dialog
        self._loop = QEventLoop(dialog)
        self._over = False
        self._outcome: object = None
        self._trouble = ""
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        dialog.canceled.connect(self._on_canceled)
        dialog.rejected.connect(self._on_canceled)  # Esc, before the dialog has become the active window

    def outcome(self) -> object:
        """Return what came of the job, None once cancelled; raises `GzgoalsError` with what the job says."""
        QTimer.singleShot(_PATIENCE, self._loop, self._loop.quit)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._over:
            self._dialog.show()  # by itself it waits for a first word of progress
            self._loop.exec()
        if self._trouble:
            raise GzgoalsError(self._trouble)
        return self._outcome

    def _end(self) -> None:
        self._over = True
        self._loop.quit()

    def _on_progressed(self, done: int, of: int) -> None:
        self._dialog.setMaximum(of)
        self._dialog.setValue(done)

    def _on_finished(self, outcome: object) -> None:
        self._outcome = outcome
        self._end()

    def _on_failed(self, message: str) -> None:
        self._trouble = message
        self._end()

    def _on_canceled(self) -> None:
        self._job.cancel()
        self._end()
