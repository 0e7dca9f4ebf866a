"""Exports for office programs from the window: made beside it, with progress that can be cancelled."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QProgressDialog

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.formats import FORMATS, Format
from gzgoals.core.files import replace_file
from gzgoals.core.table import GoalTable
from gzgoals.core.visible import visible_line
from gzgoals.gui.dialogs.files import ask_save
from gzgoals.gui.dialogs.messages import tell
from gzgoals.gui.session import Session
from gzgoals.gui.window.file_commands import FileCommands
from gzgoals.gui.window.job import Job, Note
from gzgoals.gui.window.status import say_exported

_PATIENCE = 400
"""Milliseconds that an export may take before the user is told of it."""


class ExportCommands:
    """What the exports as Excel, Word, csv and template do."""

    def __init__(self, window: QMainWindow, session: Session, files: FileCommands, commit: Callable[[], None]) -> None:
        self._window = window
        self._session = session
        self._files = files
        self._commit = commit

    def export(self, key: str) -> None:
        """Ask for a file and write the table as one of the `FORMATS`."""
        self._commit()
        kind = FORMATS[key]
        suggestion = self._files.suggestion(kind.suffix, kind.export)
        path = ask_save(self._window, suggestion, f"导出{kind.word}", f"{kind.word} (*{kind.suffix})")
        if path is None:
            return
        try:
            data = self._made(kind, path)
            if data is not None:
                replace_file(path, data)
                say_exported(self._window, path)
        except GzgoalsError as error:
            tell(self._window, str(error))

    def _made(self, kind: Format, path: Path) -> bytes | None:
        """Return the file's bytes, None where the user would rather not wait; raises `GzgoalsError` with the reason."""
        dialog = QProgressDialog(f"正在导出“{visible_line(path.name)}”…", "取消", 0, 0, self._window)
        dialog.setWindowTitle("绩效目标表")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_PATIENCE)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        waiting = _Waiting(export_job(self._session.table, kind, dialog), dialog)
        try:
            return waiting.outcome()
        finally:
            dialog.reset()
            dialog.deleteLater()


def export_job(table: GoalTable, kind: Format, parent: QObject) -> Job:
    """Begin to make the bytes of a file of this kind; nothing is written anywhere yet."""

    def work(note: Note) -> bytes:
        def report(done: int, of: int) -> bool:
            note(done, of)
            return True

        return kind.write(table, report)

    return Job(work, f"{kind.word}没有导出，程序出了错，已记录。请重试。", parent)


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
