"""The dialog that asks for a reason."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Finding, Severity
from gzgoals.core.table import Place
from gzgoals.gui.dialogs.explain import ExplainDialog, ask_reason

KEYS = Qt.Key
PLAIN = Finding("S04", Severity.WARNING, Place("u", "p"), "缺少效益指标", value="产出；产出")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def shown(parent: QWidget, finding: Finding, former: str = "") -> ExplainDialog:
    dialog = ExplainDialog(finding, "物业费 · 绩效指标", former, parent)
    dialog.show()
    return dialog


def lines(dialog: ExplainDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_it_tells_what_is_wrong_where_and_why(parent: QWidget) -> None:
    dialog = shown(parent, PLAIN)
    message, where, value, reason, _ = lines(dialog)
    assert (message, where, value) == ("缺少效益指标", "物业费 · 绩效指标", "所检查的内容：产出")
    assert reason.startswith("为何检查：")


def test_a_reason_is_needed_to_save(parent: QWidget, qtbot: QtBot) -> None:
    dialog = shown(parent, PLAIN)
    assert not dialog.save.isEnabled()
    assert dialog.withdraw.isHidden()
    qtbot.keyClicks(dialog.text, "  ok ")
    assert dialog.save.isEnabled()
    assert dialog.reason() == "ok"


def test_ctrl_enter_saves(parent: QWidget, qtbot: QtBot) -> None:
    dialog = shown(parent, PLAIN)
    qtbot.keyClicks(dialog.text, "ok")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.text, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_lapsed_reason_is_ready_to_be_renewed_or_taken_back(parent: QWidget, qtbot: QtBot) -> None:
    dialog = shown(parent, replace(PLAIN, reason="运转类", lapsed=True), "旧")
    assert "理由已失效：写理由时为“旧”，现在是“产出”。请核对后重新保存或撤回。" in lines(dialog)
    assert dialog.reason() == "运转类"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.withdraw, Qt.MouseButton.LeftButton)
    assert dialog.reason() == ""


@pytest.mark.parametrize(
    ("code", "answer"), [(QDialog.DialogCode.Accepted, "运转类"), (QDialog.DialogCode.Rejected, None)]
)
def test_leaving_it_changes_nothing(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, code: QDialog.DialogCode, answer: str | None
) -> None:
    monkeypatch.setattr(ExplainDialog, "exec", lambda _: code)
    assert ask_reason(parent, replace(PLAIN, reason="运转类"), "物业费") == answer
