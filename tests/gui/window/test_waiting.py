"""Waiting for a job beside the window."""

import threading

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from gzgoals.core.errors import GzgoalsError
from gzgoals.gui.window import waiting
from gzgoals.gui.window.job import Job, Note
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.waiting import awaited

FELL = "没有做成。"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog is shown without delay."""
    monkeypatch.setattr(waiting, "_PATIENCE", 0)


def dialog() -> QProgressDialog | None:
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog) and each.isVisible())
    return next(shown, None)


def test_what_is_quick_is_done_unseen(window: MainWindow) -> None:
    assert awaited(window, "正在做…", lambda parent: Job(lambda _: 7, FELL, parent)) == 7
    assert dialog() is None


def test_what_cannot_be_done_is_told(window: MainWindow) -> None:
    def work(_note: Note) -> object:
        raise GzgoalsError("表太大。")

    with pytest.raises(GzgoalsError, match="表太大。"):
        awaited(window, "正在做…", lambda parent: Job(work, FELL, parent))


@pytest.mark.usefixtures("at_once")
def test_what_takes_long_is_cancelled_by_the_user_and_the_window_has_the_keyboard_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    window.tree.view.setFocus()

    def cancel() -> None:
        if shown := dialog():
            qtbot.keyClick(shown, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(10, cancel)

    def begin(parent: QObject) -> Job:
        QTimer.singleShot(10, cancel)
        return Job(lambda _: go_on.wait(10), FELL, parent)

    assert awaited(window, "正在做…", begin) is None
    go_on.set()
    assert dialog() is None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.tree.view)
