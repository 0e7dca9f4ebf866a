"""Waiting for work with its progress in sight and a way to stop it; quick work is not seen."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget

from gzgoals.core.errors import GzgoalsError
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.paper import CancelledError, Report
from gzgoals.gui.window.job import Job

PATIENCE = 400
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


def waited_for(window: QWidget, text: str, job: Job) -> bytes | None:
    """Return the bytes that a job makes beside the window, None where the user would rather not wait.

    Raises `GzgoalsError` with what the job says when it cannot.
    """
    dialog = _dialog(window, text)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    try:
        return _Waiting(job, dialog).outcome()
    finally:
        dialog.reset()
        dialog.deleteLater()


def _dialog(window: QWidget, text: str) -> QProgressDialog:
    dialog = QProgressDialog("", "取消", 0, 0, window)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called like markup
    dialog.setLabel(label)
    dialog.setWindowTitle("绩效目标表")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(PATIENCE)
    return dialog


class _Waiting:
    """Waits for a job beside a dialog that can cancel it; the window is painted meanwhile, and takes no keys."""

    def __init__(self, job: Job, dialog: QProgressDialog) -> None:
        self._job, self._dialog = job, dialog
        self._loop = QEventLoop(dialog)
        self._data: bytes | None = None
        self._trouble = ""
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        dialog.canceled.connect(self._on_canceled)

    def outcome(self) -> bytes | None:
        """Return the bytes, None once cancelled; raises `GzgoalsError` with what the job says when it cannot."""
        self._loop.exec()
        if self._trouble:
            raise GzgoalsError(self._trouble)
        return self._data

    def _on_progressed(self, done: int, of: int) -> None:
        self._dialog.setMaximum(of)
        self._dialog.setValue(done)

    def _on_finished(self, data: bytes) -> None:
        self._data = data
        self._loop.quit()

    def _on_failed(self, message: str) -> None:
        self._trouble = message
        self._loop.quit()

    def _on_canceled(self) -> None:
        self._job.cancel()
        self._loop.quit()
