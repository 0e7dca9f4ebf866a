"""Waiting for a file: quick reading shows nothing, slow reading shows its progress and can be stopped."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import Draft
from gzgoals.core.table import GoalTable
from gzgoals.gui.dialogs import reading
from gzgoals.gui.dialogs.reading import ReadingDialog

DRAFT = Draft(GoalTable(year=2026))


class Job(QObject):
    """A job that does, step by step, what a test wants; each step comes through the event loop."""

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, *steps: Callable[["Job"], None]) -> None:
        super().__init__()
        self._steps = list(steps)
        self.cancelled = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)(self)

    def cancel(self) -> None:
        self.cancelled = True


def shown() -> ReadingDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    return dialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user is told at once, and the dialog may wait for an answer."""
    monkeypatch.setattr(reading, "PATIENCE", 0)
    monkeypatch.setattr(QDialog, "exec", EXEC)


EXEC = QDialog.exec


def test_what_is_read_quickly_shows_no_dialog(parent: QWidget) -> None:
    assert ReadingDialog.read("表.pdf", Job(lambda job: job.finished.emit(DRAFT)), parent) is DRAFT


def test_what_cannot_be_read_is_told_in_the_jobs_own_words(parent: QWidget) -> None:
    with pytest.raises(BadFileError, match="是扫描件"):
        ReadingDialog.read("表.pdf", Job(lambda job: job.failed.emit("“表.pdf”是扫描件。")), parent)


@pytest.mark.usefixtures("slow")
def test_progress_is_shown_until_the_job_is_done(parent: QWidget) -> None:
    seen: list[tuple[int, int, str]] = []

    def look(job: Job) -> None:
        if not isinstance(QApplication.activeModalWidget(), ReadingDialog):
            job._steps.insert(0, look)
            return
        job.progressed.emit(3, 17)
        dialog = shown()
        seen.append((dialog.bar.value(), dialog.bar.maximum(), dialog.label.text()))
        job.finished.emit(DRAFT)

    assert ReadingDialog.read("<b>表</b>.pdf", Job(look), parent) is DRAFT
    assert seen == [(3, 17, "正在读取“<b>表</b>.pdf”…")]


@pytest.mark.usefixtures("slow")
def test_escape_stops_the_job(parent: QWidget, qtbot: QtBot) -> None:
    def press(job: Job) -> None:
        if isinstance(QApplication.activeModalWidget(), ReadingDialog):
            qtbot.keyClick(shown(), Qt.Key.Key_Escape)
        else:
            job._steps.insert(0, press)

    job = Job(press)
    assert ReadingDialog.read("表.pdf", job, parent) is None
    assert job.cancelled


@pytest.mark.usefixtures("slow")
def test_the_dialog_is_freed(parent: QWidget, qtbot: QtBot) -> None:
    held: list[weakref.ref[ReadingDialog]] = []

    def look(job: Job) -> None:
        if not isinstance(QApplication.activeModalWidget(), ReadingDialog):
            job._steps.insert(0, look)
            return
        held.append(weakref.ref(shown()))
        job.finished.emit(DRAFT)

    ReadingDialog.read("表.pdf", Job(look), parent)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and held[0]() is None)
    assert parent.findChildren(ReadingDialog) == []
