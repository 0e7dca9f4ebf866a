"""Waiting while a file is read: nothing is seen of it when that is quick, else its progress and a way to stop it."""

from typing import Any, Protocol

from PySide6.QtCore import QEventLoop, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import Draft
from gzgoals.core.visible import visible_line
from gzgoals.gui.widgets.type_size import scaled

PATIENCE = 400
"""Milliseconds that reading may take before the user is told of it."""


class ReadingJob(Protocol):
    """A source being read somewhere else; a `QObject` whose signals come through the event loop, in this thread.

    Signals: `progressed(int done, int of)`, then `finished(Draft)` or `failed(str)`, once, and none after `cancel`.
    """

    progressed: Any
    finished: Any
    failed: Any

    def cancel(self) -> None:
        """Stop reading; nothing more is heard of it."""


class ReadingDialog(QDialog):
    """Shows how far a job has come; rejected when the user would rather not wait."""

    def __init__(self, name: str, job: ReadingJob, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("正在读取")
        self.draft: Draft | None = None
        self.trouble = ""
        self._over = False
        self.label = QLabel(f"正在读取“{visible_line(name)}”…", self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("读取进度")
        self.far = QLabel(self)
        self.far.setObjectName("caption")
        self.cancel = QPushButton("取消", self)
        self._lay_out()
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        self.cancel.clicked.connect(self.reject)

    @classmethod
    def read(cls, name: str, job: ReadingJob, parent: QWidget) -> Draft | None:
        """Wait for a job that reads the source called `name`, and return the draft; None when the user has stopped it.

        Raises `BadFileError` with what the job says when it cannot.
        """
        dialog = cls(name, job, parent)
        dialog._wait_unseen()
        if not dialog._over and dialog.exec() == QDialog.DialogCode.Rejected:
            job.cancel()
        dialog.deleteLater()
        if dialog.trouble:
            raise BadFileError(dialog.trouble)
        return dialog.draft

    def _wait_unseen(self) -> None:
        """Wait a little for the job; what the user does meanwhile comes after it."""
        loop = QEventLoop(self)
        self.finished.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.finished.disconnect(loop.quit)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.far, 1)
        foot.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        for part in (self.label, self.bar):
            layout.addWidget(part)
        layout.addLayout(foot)
        self.setMinimumWidth(scaled(self, 420))

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.far.setText(f"已读 {done} / {of}")

    @Slot(object)
    def _on_finished(self, draft: Draft) -> None:
        self._end(draft=draft)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._end(trouble=message)

    def _end(self, draft: Draft | None = None, trouble: str = "") -> None:
        self.draft, self.trouble, self._over = draft, trouble, True
        self.done(QDialog.DialogCode.Accepted)
