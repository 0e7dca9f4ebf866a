"""The dialog of the office's rules: what it shows and what it wishes, by real keys and clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.checks.offices.office_file import NO_OFFICE_FILE
from gzgoals.gui.dialogs.office_rules import OfficeRulesDialog, OfficeState

BESIDE = OfficeState("", Path("/表/检查规则.json"), ("第 1 行：甲。", "第 2 行：乙。"), 3)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[OfficeRulesDialog]:
    """Give the dialog, shown."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = OfficeRulesDialog(BESIDE, parent)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    parent.close()


def test_the_state_is_a_sentence() -> None:
    assert OfficeState().text == "按内置规则检查"
    assert BESIDE.text == "按“检查规则.json”检查：采用 3 项设置，2 处未能采用"
    assert OfficeState("", BESIDE.path, (), 3).text == "按“检查规则.json”检查：采用 3 项设置"
    assert OfficeState("", BESIDE.path, ("坏。",)).text == "“检查规则.json”未能采用，按内置规则检查"


def test_complaints_are_shown_one_by_one(dialog: OfficeRulesDialog) -> None:
    assert dialog.summary.text() == f"{BESIDE.text}。"
    assert dialog.complaints.toPlainText() == "第 1 行：甲。\n第 2 行：乙。"
    dialog.show_state(OfficeState())
    assert not dialog.complaints.isVisible()
    assert not dialog.edit.isEnabled()


@pytest.mark.parametrize(
    ("state", "button"),
    [(BESIDE, "beside"), (OfficeState(NO_OFFICE_FILE), "none"), (OfficeState("/甲.json", Path("/甲.json")), "file")],
)
def test_the_button_of_the_choice_is_set(dialog: OfficeRulesDialog, state: OfficeState, button: str) -> None:
    dialog.show_state(state)
    assert getattr(dialog, button).isChecked()
    assert dialog.path.text() == ("/甲.json" if button == "file" else "")


def test_the_arrow_keys_choose(dialog: OfficeRulesDialog, qtbot: QtBot) -> None:
    chosen = QSignalSpy(dialog.chosen)
    dialog.beside.setFocus()
    qtbot.keyClick(dialog.beside, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.none, Qt.Key.Key_Up)
    assert [chosen.at(count) for count in range(chosen.count())] == [[NO_OFFICE_FILE], [""]]


def test_a_file_that_was_chosen_can_be_gone_back_to(dialog: OfficeRulesDialog, qtbot: QtBot) -> None:
    assert not dialog.file.isEnabled()
    dialog.show_state(OfficeState("/甲.json", Path("/甲.json")))
    dialog.show_state(OfficeState(NO_OFFICE_FILE))
    chosen = QSignalSpy(dialog.chosen)
    dialog.none.setFocus()
    qtbot.keyClick(dialog.none, Qt.Key.Key_Up)
    assert chosen.at(0) == ["/甲.json"]


def test_the_buttons_wish(dialog: OfficeRulesDialog, qtbot: QtBot) -> None:
    for button, signal in (
        (dialog.choose, dialog.file_wanted),
        (dialog.example, dialog.example_wanted),
        (dialog.edit, dialog.edit_wanted),
    ):
        spy = QSignalSpy(signal)
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert spy.count() == 1


def test_escape_closes(dialog: OfficeRulesDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
