"""A dialog is shown until it is answered, and is then no more."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.table import GoalTable, LastYear
from gzgoals.core.years import compare
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.compare import CompareDialog
from gzgoals.gui.dialogs.preview import PreviewDialog

ANSWERS = QDialog.DialogCode


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A widget to ask above."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> list[QDialog.DialogCode]:
    """What every dialog is answered, the last one of the list."""
    answers = [ANSWERS.Rejected]
    monkeypatch.setattr(QDialog, "exec", lambda _: answers[-1])
    return answers


def left(parent: QWidget) -> list[QDialog]:
    """Return the dialogs that still live once the events have had their turn."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return parent.findChildren(QDialog)


def test_the_answer_is_told_and_the_dialog_freed(parent: QWidget, answer: list[QDialog.DialogCode]) -> None:
    answer.append(ANSWERS.Accepted)
    assert accepted(QDialog(parent))
    answer.append(ANSWERS.Rejected)
    assert not accepted(QDialog(parent))
    assert left(parent) == []


@pytest.mark.usefixtures("answer")
def test_a_comparison_that_was_closed_is_freed(parent: QWidget) -> None:
    CompareDialog.tell(compare(LastYear(year=2025), GoalTable(year=2026)), parent, None)
    assert left(parent) == []


@pytest.mark.usefixtures("answer")
def test_a_preview_that_was_closed_is_freed(parent: QWidget) -> None:
    assert not PreviewDialog.ask(QPrinter(), lambda _: None, parent)
    assert left(parent) == []
