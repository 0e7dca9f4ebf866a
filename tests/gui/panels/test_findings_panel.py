"""The findings panel under a user's hands: links, menu, keys, filters and steps."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWhatsThis
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Finding, Severity, check, explain
from gzgoals.core.edits import get_value, remove_project
from gzgoals.core.table import TABLE, Place
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.finding_choice import Grouping
from gzgoals.gui.panels import findings_panel
from gzgoals.gui.panels.findings_panel import FindingsPanel
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.finding_delegate import placed
from hands import compose
from tables_to_check import amounts, indicator, project, table

KEYS = Qt.Key
START = table(
    project(
        name="物业费",
        funding=amounts("0.50"),
        indicators=(indicator("案件数", "11", "12"), indicator("事故数", "12", "0"), indicator("", "12", "95%")),
    ),
    project(name="租赁费", objective="", indicators=(indicator("租用车位数", "11", "20"),)),
)
"""Found, as it is listed: N01 p1#3, G01 p2; S04 p1, V02 p1#1 and p1#2, S04 p2, V02 p2#1; M05 p1."""


@pytest.fixture
def session() -> Session:
    return Session(START)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> FindingsPanel:
    panel = FindingsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def drawn(panel: FindingsPanel) -> str:
    """Draw the list as `N01p1 G01p2 …`, families as `Vp1(2)`."""
    words = []
    for row in panel.model.rows:
        if row.is_head:
            words.append("|")
        elif row.finding:
            words.append(f"{row.finding.rule}{row.finding.place.project}")
        else:
            words.append(f"{row.findings[0].rule[0]}{row.findings[0].place.project}({len(row.findings)})")
    return " ".join(words)


def row_of(panel: FindingsPanel, wanted: str) -> int:
    return drawn(panel).split().index(wanted)


def rect_of(panel: FindingsPanel, row: int, column: int) -> QRect:
    return panel.view.visualRect(panel.model.index(row, column))


def click(panel: FindingsPanel, qtbot: QtBot, at: QPoint) -> None:
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click_link(panel: FindingsPanel, qtbot: QtBot, row: int, label: str) -> None:
    links = panel.model.index(row, 4).data(Role.LINKS)
    where = {link.label: rect for rect, link in placed(rect_of(panel, row, 4), panel.view.font(), links)}
    click(panel, qtbot, where[label].center())


def go_to(panel: FindingsPanel, row: int) -> None:
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(row, 0))


def entry(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().partition("\t")[0] == text).trigger()


def finding(rule: str, project_id: str) -> Finding:
    return next(each for each in check(START).findings if (each.rule, each.place.project) == (rule, project_id))


def test_all_findings_are_listed_the_gravest_first(panel: FindingsPanel) -> None:
    assert drawn(panel) == "N01p1 G01p2 S04p1 Vp1(2) S04p2 V02p2 M05p1"
    assert panel.bar.counts.text() == "显示 8 / 共 8"


def test_a_click_on_a_row_goes_to_the_cell(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.located) as located:
        click(panel, qtbot, rect_of(panel, row_of(panel, "V02p2"), 3).center())
    assert located.args == [Place("u", "p2", "i1", "annual.measure")]


def test_a_click_on_a_fix_mends_in_one_step(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.told) as told:
        click_link(panel, qtbot, row_of(panel, "V02p2"), "补“个”")
    assert told.args == ["已补“个”，按 Ctrl+Z 可撤销。"]
    assert get_value(session.table, Place("u", "p2", "i1", "annual.measure")) == "个"
    assert drawn(panel) == "N01p1 G01p2 S04p1 Vp1(2) S04p2 M05p1"
    assert session.history.undo_label == "补“个”"
    session.undo()
    assert session.table is START
    assert "V02p2" in drawn(panel)


def test_the_mouse_shows_what_is_a_link(panel: FindingsPanel, qtbot: QtBot) -> None:
    cell = rect_of(panel, 2, 4)
    qtbot.mouseMove(panel.view.viewport(), QPoint(cell.left() + 14, cell.center().y()))
    assert panel.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(panel.view.viewport(), rect_of(panel, 2, 3).center())
    assert panel.view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_press_that_leaves_the_link_does_nothing(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    cell = rect_of(panel, row_of(panel, "V02p2"), 4)
    qtbot.mousePress(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 14, cell.center().y()))
    qtbot.mouseRelease(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect_of(panel, 0, 3).center())
    assert session.table is START


def test_a_click_or_the_arrow_keys_open_a_family(panel: FindingsPanel, qtbot: QtBot) -> None:
    row = row_of(panel, "Vp1(2)")
    click(panel, qtbot, rect_of(panel, row, 3).center())
    assert drawn(panel) == "N01p1 G01p2 S04p1 Vp1(2) V02p1 V02p1 S04p2 V02p2 M05p1"
    go_to(panel, row + 2)
    qtbot.keyClick(panel.view, KEYS.Key_Left)
    assert panel.view.currentIndex().row() == row
    qtbot.keyClick(panel.view, KEYS.Key_Left)
    assert drawn(panel) == "N01p1 G01p2 S04p1 Vp1(2) S04p2 V02p2 M05p1"
    qtbot.keyClick(panel.view, KEYS.Key_Right)
    assert "V02p1 V02p1" in drawn(panel)


@pytest.mark.parametrize("key", [KEYS.Key_Return, KEYS.Key_Space, KEYS.Key_Enter])
def test_enter_and_space_ask_what_can_be_done(panel: FindingsPanel, qtbot: QtBot, key: Qt.Key) -> None:
    go_to(panel, 2)
    with qtbot.waitSignal(panel.view.menu_wanted) as wanted:
        qtbot.keyClick(panel.view, key)
    assert wanted.args is not None
    assert wanted.args[0] == 2
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()


def test_the_menu_of_a_warning_holds_everything(panel: FindingsPanel) -> None:
    menu = panel.menu(row_of(panel, "V02p2"))
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "定位到单元格",
        "补“个”\tCtrl+.",
        "全部同类：补计量单位…",
        "说明理由…",
        "只看此类问题",
        "为何检查\tF1",
    ]


def test_an_error_cannot_be_explained_away(panel: FindingsPanel) -> None:
    texts = [action.text() for action in panel.menu(0).actions()]
    assert "说明理由…" not in texts


def test_the_menu_goes_mends_and_filters(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    row = row_of(panel, "V02p2")
    with qtbot.waitSignal(session.located):
        entry(panel.menu(row), "定位到单元格")
    with qtbot.waitSignal(panel.mending_wanted) as wanted:
        entry(panel.menu(row), "全部同类：补计量单位…")
    assert wanted.args is not None
    assert [each.place.project for each in wanted.args[0]] == ["p1", "p1", "p2"]
    assert wanted.args[1] == "补计量单位"
    entry(panel.menu(row), "只看此类问题")
    assert drawn(panel) == "Vp1(2) V02p2"
    assert panel.bar.rule.currentText() == "V02 缺少计量单位"
    entry(panel.menu(1), "补“个”")
    assert drawn(panel) == "Vp1(2)"


def test_a_family_is_mended_by_its_own_link(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.mending_wanted) as wanted:
        click_link(panel, qtbot, row_of(panel, "Vp1(2)"), "全部补计量单位…")
    assert wanted.args is not None
    assert [each.place.indicator for each in wanted.args[0]] == ["i1", "i2"]


def test_the_menu_of_a_group_mends_all_in_it(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.bar.grouping.set_value(Grouping.RULE)
    panel.bar.edited.emit()
    head = drawn(panel).split().index("V02p2") - 2
    assert panel.model.rows[head].is_head
    with qtbot.waitSignal(panel.mending_wanted) as wanted:
        entry(panel.menu(head), "全部同类：补计量单位…（缺少计量单位）")
    assert wanted.args is not None
    assert len(wanted.args[0]) == 3


def test_a_link_asks_for_the_reason(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.explain_wanted) as wanted:
        click_link(panel, qtbot, row_of(panel, "S04p1"), "说明理由…")
    assert wanted.args == [finding("S04", "p1")]


def test_a_reason_is_taken_back_from_the_menu(panel: FindingsPanel, session: Session) -> None:
    session.apply("说明理由", lambda table: explain(table, finding("S04", "p1"), "运转类"), Place("u", "p1"))
    assert panel.bar.answered.accessibleName() == "已说明 1"
    entry(panel.menu(row_of(panel, "S04p1")), "撤回理由")
    assert panel.bar.answered.accessibleName() == "已说明 0"
    assert session.table.explanations == ()


def test_f1_tells_why(panel: FindingsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda _at, text, _widget: told.append(text))
    go_to(panel, row_of(panel, "S04p1"))
    qtbot.keyClick(panel.view, KEYS.Key_F1)
    go_to(panel, row_of(panel, "Vp1(2)"))
    qtbot.keyClick(panel.view, KEYS.Key_F1)
    assert "为何检查：只有产出" in told[0]
    assert "V02 缺少计量单位：" in told[1]


def test_badges_toggle_what_is_shown(panel: FindingsPanel, qtbot: QtBot) -> None:
    warnings = panel.bar.toggles[Severity.WARNING]
    assert warnings.accessibleName() == "警告 5"
    qtbot.mouseClick(warnings, Qt.MouseButton.LeftButton)
    assert drawn(panel) == "N01p1 G01p2 M05p1"
    assert panel.bar.counts.text() == "显示 3 / 共 8"
    qtbot.keyClick(warnings, KEYS.Key_Space)
    assert len(panel.model.rows) == 7


def test_a_text_filters_and_down_goes_into_the_list(panel: FindingsPanel, qtbot: QtBot) -> None:
    compose(panel.bar.text, "租")
    assert drawn(panel) == "G01p2 S04p2 V02p2"
    qtbot.keyClick(panel.bar.text, KEYS.Key_Down)
    assert panel.view.currentIndex().row() == 0
    qtbot.keyClick(panel.bar.text, KEYS.Key_Escape)
    assert len(panel.model.rows) == 7


def test_nothing_that_fits_is_told_as_such(panel: FindingsPanel) -> None:
    compose(panel.bar.text, "查无此项")
    assert panel._nothing.isVisible()
    assert panel._nothing.text() == "没有符合条件的问题，可放宽上面的筛选。"


def test_only_the_project_that_is_edited(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.bar.only_here, Qt.MouseButton.LeftButton)
    assert drawn(panel) == "N01p1 S04p1 Vp1(2) M05p1"
    session.show(Place("u", "p2"))
    assert drawn(panel) == "G01p2 S04p2 V02p2"
    session.show(Place("u"))
    assert len(panel.model.rows) == 7


def test_f8_walks_through_all_and_opens_families(panel: FindingsPanel, session: Session) -> None:
    seen = []
    for _ in range(8):
        panel.step(1)
        current = panel.current()
        assert current is not None
        seen.append(f"{current.rule}{current.place.project}")
    assert seen == ["N01p1", "G01p2", "S04p1", "V02p1", "V02p1", "S04p2", "V02p2", "M05p1"]
    assert session.place == Place("u", "p1")
    panel.step(1)
    assert panel.view.currentIndex().row() == 0
    panel.step(-1)
    assert panel.current() == finding("M05", "p1")


def test_f8_backwards_opens_a_family_at_its_last(panel: FindingsPanel) -> None:
    go_to(panel, row_of(panel, "S04p2"))
    panel.step(-1)
    current = panel.current()
    assert current is not None
    assert (current.rule, current.place.indicator) == ("V02", "i2")


def test_f8_passes_over_what_is_answered(panel: FindingsPanel, session: Session) -> None:
    session.apply("说明理由", lambda table: explain(table, finding("S04", "p1"), "运转类"), Place("u", "p1"))
    go_to(panel, row_of(panel, "G01p2"))
    panel.step(1)
    current = panel.current()
    assert current is not None
    assert current.rule == "V02"


def test_f8_goes_on_where_a_finding_was_mended(panel: FindingsPanel, session: Session) -> None:
    panel.step(1)
    session.put("写明", Place("u", "p1", "i3", "name"), "完好率")
    panel.step(1)
    assert panel.current() == finding("G01", "p2")


def test_the_first_fix_is_applied_to_the_current_finding_alone(panel: FindingsPanel, session: Session) -> None:
    panel.bar.set_rule("S04")
    panel.step(1)
    panel.fix()
    assert len(session.table.units[0].projects[0].indicators) == 4
    assert session.history.undo_label == "增加效益指标"


def test_a_hint_is_switched_off_for_this_table_and_on_again(panel: FindingsPanel, session: Session) -> None:
    session.put("开启提示", TABLE.at("hints_off"), ())
    assert panel.bar.hints_off.isHidden()
    entry(panel.menu(row_of(panel, "M05p1")), "本表不再提示此类（金额不足一万元）")
    assert session.table.hints_off == ("M05",)
    assert "M05p1" not in drawn(panel)
    assert panel.bar.hints_off.text() == "已关闭 1 类提示 ▾"
    session.undo()
    assert panel.bar.hints_off.isHidden()
    session.redo()
    panel.bar.hints_off.menu().actions()[0].trigger()
    assert not session.table.hints_off
    assert "M05p1" in drawn(panel)


def test_the_current_finding_stays_current_while_others_come_and_go(panel: FindingsPanel, session: Session) -> None:
    go_to(panel, row_of(panel, "V02p2"))
    session.put("写明", Place("u", "p2", field="objective"), "保障。")
    session.put("改金额", Place("u", "p1", field="funding.appropriation"), Decimal("5.00"))
    assert panel.current() == finding("V02", "p2")
    panel.bar.grouping.set_value(Grouping.PROJECT)
    panel.bar.edited.emit()
    assert panel.current() == finding("V02", "p2")


def test_another_table_shows_all_of_its_findings(panel: FindingsPanel, session: Session) -> None:
    panel.bar.set_rule("V02")
    panel.bar.toggles[Severity.WARNING].click()
    session.open(table(project(objective="")))
    assert drawn(panel) == "G01p1"
    session.open(table(project()))
    assert panel._nothing.text() == "没有发现问题。"


def test_what_is_listed_beside_the_window_is_brought_up_to_edits_made_meanwhile(
    panel: FindingsPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings_panel, "_MANY", 0)
    unit, first = session.table.units[0], session.table.units[0].projects[0]
    session.apply("删除项目", partial(remove_project, place=Place(unit.id, unit.projects[1].id)), Place(unit.id))
    session.put("改金额", Place(unit.id, first.id, field="funding.appropriation"), Decimal("5.00"))
    qtbot.waitUntil(lambda: not panel._background.busy)
    fresh = FindingsPanel(session)
    qtbot.addWidget(fresh)
    assert drawn(panel) == drawn(fresh)
    assert panel.model.every.total == len(session.checked.findings)
