"""The preview of all fixes of one kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import check, mended
from gzgoals.gui.dialogs.mend import MendDialog, ask_mending
from gzgoals.gui.models.finding_rows import fix_labels
from tables_to_check import indicator, project, table

TABLE = table(
    project(name="物业费", indicators=(indicator("面积", "11", "12"), indicator("事故数", "12", "0", "1"))),
    project(name="租赁费", indicators=(indicator("面积", "11", "30"),)),
)
CHECKED = check(TABLE)
MENDS = mended(CHECKED, [each for each in CHECKED.findings if each.rule == "V02"], "补计量单位")[1]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def dialog(parent: QWidget) -> MendDialog:
    dialog = MendDialog(TABLE, MENDS, "补计量单位", parent)
    dialog.show()
    return dialog


def test_each_row_tells_what_changes(dialog: MendDialog) -> None:
    assert [(row.owner, row.where, row.before, row.after) for row in dialog.model.rows] == [
        ("物业费", "指标 1 · 周期值、年度值", "12", "12平方米"),
        ("物业费", "指标 2 · 周期值、年度值", "0；1", "0起；1起"),
        ("租赁费", "指标 1 · 周期值、年度值", "30", "30平方米"),
    ]
    assert dialog.findChildren(QLabel)[0].text().startswith("“缺少计量单位”共 3 处可以一并修正：补计量单位。")


def test_what_is_not_ticked_is_left_alone(dialog: MendDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.go.text() == "修正 2 处"
    assert dialog.chosen() == tuple(mend.finding for mend in MENDS[1:])


def test_nothing_ticked_is_nothing_to_do(dialog: MendDialog, qtbot: QtBot) -> None:
    every, none = (button for button in dialog.findChildren(QPushButton) if button.text().startswith("全"))
    qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    assert not dialog.go.isEnabled()
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert dialog.go.isEnabled()
    assert len(dialog.chosen()) == 3


@pytest.mark.parametrize(("code", "count"), [(QDialog.DialogCode.Accepted, 3), (QDialog.DialogCode.Rejected, 0)])
def test_the_answer_is_what_is_to_be_mended(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, code: QDialog.DialogCode, count: int
) -> None:
    monkeypatch.setattr(MendDialog, "exec", lambda _: code)
    assert len(ask_mending(parent, TABLE, MENDS, "补计量单位")) == count


def test_no_column_is_empty(dialog: MendDialog, parent: QWidget) -> None:
    assert not dialog.view.isColumnHidden(2)
    nowhere = table(project(name="物业费", indicators=(indicator("面积", "11", "12"),)))
    checked = check(nowhere)
    (lacking,) = (each for each in checked.findings if "增加效益指标" in dict(fix_labels(checked, each)))
    other = MendDialog(nowhere, mended(checked, [lacking], "增加效益指标")[1], "增加效益指标", parent)
    assert [row.where for row in other.model.rows] == [""]
    assert other.view.isColumnHidden(2)
