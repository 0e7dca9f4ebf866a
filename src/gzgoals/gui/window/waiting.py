"""Waiting for work with its progress in sight and a way to stop it; quick work is not seen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QWidget

from gzgoals.core.errors import GzgoalsError
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.paper import CancelledError, Report
from gzgoals.gui.window.job import Job

_PATIENCE = 400
"""Milliseconds that work may take before the user is told of it."""


def with_progress(window: QWidget, text: str, work: Callable[[Report], None]) -> bool:
    """Do some work in the window's thread, as all that paints pages; where it fails, tell why.

    Tell whether it was done.
    """
    dialog = _dialog(window, text)

    def report(done: int, of: int) -> bool:
        dialog.setMaximum(of)
        dialog.setValue(done)
        return not dialog.wasCanceled()

    try:
        work(report)
    except CancelledError:
        return False
    except GzgoalsError as error:
        tell(window, str(error))
        return False
    else:
        return True
    finally:
        dialog.reset()
        dialog.deleteLater()


def awaited(window: QWidget, text: str, begin: Callable[[QObject], Job]) -> Any:
    """Return what comes of a job beside the window, None where the user would rather not wait.

    The window is painted meanwhile, and takes no keys: what the user does comes after the work. `text` says what is
    being done; `begin` begins the job with the parent that it is to have. Raises `GzgoalsError` with what the job says
    when it cannot be done.
    """
    had_keyboard = window.isActiveWindow()
    dialog = _dialog(window, text)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    try:
        return _Waiting(begin(dialog), dialog).outcome()
    finally:
        dialog.reset()
        dialog.deleteLater()
        if had_keyboard and QApplication.activeWindow() in (None, dialog):
            window.activateWindow()  # not every desktop gives it back by itself


def _dialog(window: QWidget, text: str) -> QProgressDialog:
    dialog = QProgressDialog("", "取消", 0, 0, window)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called like markup
    dialog.setLabel(label)
    dialog.setWindowTitle("绩效目标表")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(_PATIENCE)
    return dialog


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
