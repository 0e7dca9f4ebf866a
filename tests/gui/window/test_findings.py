"""Findings in the window: keys that step and mend, reasons, and all of a kind in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Finding, Mend
from gzgoals.core.edits import get_value
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.models.cells import Role
from gzgoals.gui.window import finding_commands, status
from gzgoals.gui.window.main_window import MainWindow
from tables_to_check import indicator, project, table

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
START = table(
    project(name="物业费", indicators=(indicator("案件数", "11", "12"), indicator("事故数", "12", "0"))),
    project(name="租赁费", indicators=(indicator("案件数", "11", "30"),), objective=""),
)
"""Found, as it is listed: G01 p2; S04 p1, V02 twice in p1, S04 p2, V02 p2."""


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(START)


def go_to(window: MainWindow, rule: str) -> Finding:
    """Step with F8 until a finding of this rule is current."""
    for _ in window.session.checked.findings:
        window.findings.step(1)
        current = window.findings.current()
        if current and current.rule == rule:
            return current
    raise AssertionError(rule)


def open_rules(window: MainWindow) -> list[str]:
    return [finding.rule for finding in window.session.checked.findings if not finding.is_answered]


def test_ctrl_dot_applies_the_first_fix_of_the_finding_that_f8_went_to(window: MainWindow, qtbot: QtBot) -> None:
    found = go_to(window, "V02")
    qtbot.keyClick(window.form.grid.view, KEYS.Key_Period, CTRL)
    assert get_value(window.session.table, found.place) == "件"
    assert window.statusBar().currentMessage() == "已补“件”，按 Ctrl+Z 可撤销。"
    window.undo()
    assert window.session.table is START


def test_f8_says_what_is_wrong_and_what_mends_it_while_another_tab_is_open(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []

    class Reader:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            spoken.append(event.message())

    monkeypatch.setattr(status, "QAccessible", Reader)
    qtbot.keyClick(window, KEYS.Key_F8)
    assert (window.statusBar().currentMessage(), spoken) == ("", [])
    window.tabs.open(window.compare)
    qtbot.keyClick(window, KEYS.Key_F8)
    assert window.statusBar().currentMessage() == spoken[0] == "警告：缺少效益指标（Ctrl+. 可增加效益指标）"


def test_f8_says_what_is_wrong_while_the_lists_are_pushed_together(window: MainWindow, qtbot: QtBot) -> None:
    window.tabs.room.setSizes([window.tabs.room.height(), 0])
    QApplication.processEvents()
    qtbot.keyClick(window, KEYS.Key_F8)
    assert window.statusBar().currentMessage() == "错误：绩效目标未填写"


@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_ctrl_dot_tells_of_f8_where_nobody_went_to_a_finding(
    window: MainWindow, qtbot: QtBot, shift: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(window.form.grid.view, KEYS.Key_Period, CTRL | shift)
    assert window.session.table is START
    assert window.statusBar().currentMessage() == "请先按 F8 转到要修正的问题。"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("G01", "“绩效目标未填写”没有现成的修正，请直接修改。"),
        ("V02", "“缺少计量单位”没有现成的修正，可直接修改，或用“检查 → 说明理由”保留。"),
    ],
)
@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_ctrl_dot_tells_what_can_be_done_where_there_is_no_fix(
    window: MainWindow, qtbot: QtBot, rule: str, told: str, shift: Qt.KeyboardModifier
) -> None:
    window.session.open(table(project(name="租赁费", indicators=(indicator("其他事项", "11", "30"),), objective="")))
    go_to(window, rule)
    qtbot.keyClick(window.form.grid.view, KEYS.Key_Period, CTRL | shift)
    assert window.statusBar().currentMessage() == told


def test_ctrl_dot_leaves_alone_what_is_answered(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding_commands, "ask_reason", lambda *_: "只有案件数")
    found = go_to(window, "V02")
    window.findings.explain(found)
    qtbot.keyClick(window.form.grid.view, KEYS.Key_Period, CTRL)
    assert get_value(window.session.table, found.place) == ""
    assert window.statusBar().currentMessage() == "这处问题已说明理由，可以保留。"


def test_ctrl_dot_says_that_nothing_is_wrong_where_nothing_is(window: MainWindow, qtbot: QtBot) -> None:
    window.session.open(GoalTable(year=2026, department="某法院"))
    qtbot.keyClick(window, KEYS.Key_Period, CTRL)
    assert window.statusBar().currentMessage() == "没有发现需要修正的问题。"


def test_all_of_a_kind_are_mended_as_one_step(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_two(_parent: object, _table: GoalTable, mends: tuple[Mend, ...], kind: str) -> tuple[Finding, ...]:
        assert (len(mends), kind) == (3, "补计量单位")
        return tuple(mend.finding for mend in mends[:2])

    monkeypatch.setattr(finding_commands, "ask_mending", take_two)
    go_to(window, "V02")
    qtbot.keyClick(window, KEYS.Key_Period, CTRL | SHIFT)
    assert window.session.history.undo_label == "修正 2 处缺少计量单位"
    assert open_rules(window).count("V02") == 1
    assert window.statusBar().currentMessage() == "已修正 2 处，按 Ctrl+Z 可一步撤销。"
    window.undo()
    assert window.session.table is START


def test_leaving_the_preview_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_commands, "ask_mending", lambda *_: ())
    go_to(window, "V02")
    window.actions_by_key.trigger("mend_findings")
    assert window.session.table is START


def test_a_kind_with_nothing_to_mend_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(finding_commands, "tell", lambda _parent, text, _details: told.append(text))
    window.findings.mending_wanted.emit((), "补计量单位")
    assert told == ["没有可以一并修正的内容。"]


def test_a_warning_is_answered_and_its_mark_goes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_commands, "ask_reason", lambda _parent, _finding, where, _former: f"理由：{where}")
    found = go_to(window, "V02")
    cell = window.form.grid.model.index_of(found.place.indicator, "annual.measure")
    assert cell.data(Role.MARK) is found.severity
    window.actions_by_key.trigger("explain_finding")
    assert window.session.table.explanations[0].reason == "理由：物业费 · 指标 1 · 年度值"
    assert cell.data(Role.MARK) is None
    assert "✓ 已说明：12 缺少计量单位（理由：理由：物业费" in cell.data(Qt.ItemDataRole.ToolTipRole)
    window.undo()
    assert cell.data(Role.MARK) is found.severity


def test_a_lapsed_reason_is_asked_for_with_what_it_was_written_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def ask(_parent: object, finding: Finding, _where: str, former: str) -> str:
        asked.append((finding.reason, former))
        return "只有案件数"

    monkeypatch.setattr(finding_commands, "ask_reason", ask)
    found = go_to(window, "V02")
    window.findings.explain(found)
    window.session.put("改", found.place.at("annual.value"), "13")
    window.findings.explain(next(each for each in window.session.checked.findings if each.lapsed))
    assert asked == [("", ""), ("只有案件数", "12；12")]


@pytest.mark.parametrize("answer", [None, ""])
def test_no_reason_is_kept_when_none_is_given(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: str | None
) -> None:
    monkeypatch.setattr(finding_commands, "ask_reason", lambda *_: answer)
    go_to(window, "V02")
    window.actions_by_key.trigger("explain_finding")
    assert window.session.table is START


def test_an_error_is_kindly_said_to_need_mending(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(finding_commands, "tell", lambda _parent, text, _details: told.append(text))
    go_to(window, "G01")
    window.actions_by_key.trigger("explain_finding")
    assert told == ["错误需要改正，不能以理由代替。"]
    assert window.session.table is START


def test_an_answered_field_of_the_form_is_told_but_not_outlined(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding_commands, "ask_reason", lambda *_: "小额")
    window.session.put("改金额", Place("u", "p1", field="funding.appropriation"), "0.50")
    field = window.form.project_form.amounts["appropriation"]
    assert field.property("severity") == "hint"
    window.findings.explain(go_to(window, "M05"))
    assert field.property("severity") == ""
    assert "✓ 已说明：" in field.accessibleDescription()
    assert "理由：小额" in field.accessibleDescription()


def test_a_project_whose_findings_are_all_answered_says_so(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_commands, "ask_reason", lambda *_: "不适用")
    for _ in range(3):
        current = next(each for each in window.session.checked.findings if not each.is_answered)
        assert current.place.project == "p1"
        window.findings.explain(current)
    window.session.show(Place("u", "p1"))
    assert window.form.project_form.badge.accessibleName() == "已说明 3"
    badge = window.tree.model.index_of("p1", 2)
    assert badge.data(Qt.ItemDataRole.AccessibleTextRole) == "已说明 3"


def test_a_key_goes_into_the_list_whatever_tab_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.show_comparison()
    qtbot.keyClick(window, KEYS.Key_F8, CTRL)
    assert QApplication.focusWidget() is window.findings.view
    assert window.findings.view.currentIndex().row() == 0
