"""Finding and replacing: the list follows the table, and one step replaces what is ticked."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import get_value, remove_project
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.panels import find_panel
from gzgoals.gui.panels.find_panel import FindPanel
from gzgoals.gui.session import Session
from hands import compose

KEYS = Qt.Key
TARGET = Target(operator="≥", value="95", measure="%")
START = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(
            id="A",
            name="本级",
            projects=(
                Project(id="a", name="物业费", objective="缴费。", indicators=(Indicator(id="i", annual=TARGET),)),
                Project(id="b", name="租赁费"),
            ),
        ),
        Unit(id="B", name="法庭", projects=(Project(id="c", name="水费"),)),
    ),
)
NAME_A, GOAL_A = Place("A", "a", field="name"), Place("A", "a", field="objective")
NAME_B, NAME_C = Place("A", "b", field="name"), Place("B", "c", field="name")
EVERY = [NAME_A, GOAL_A, NAME_B, NAME_C]


@pytest.fixture
def panel(qtbot: QtBot) -> FindPanel:
    panel = FindPanel(Session(START))
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


@pytest.fixture
def session(panel: FindPanel) -> Session:
    return panel._session


def listed(panel: FindPanel) -> list[Place]:
    return [row.key for row in panel.model.rows]


def look_for(panel: FindPanel, text: str, new: str = "") -> None:
    compose(panel.bar.text, text)
    if new:
        compose(panel.bar.new, new)


def tick(panel: FindPanel, qtbot: QtBot, place: Place) -> None:
    panel.view.setCurrentIndex(panel.model.index_of(place))
    qtbot.keyClick(panel.view, KEYS.Key_Space)
    qtbot.waitUntil(lambda: not panel._soon.isActive())


def test_what_is_found_is_listed_and_counted_while_typing(panel: FindPanel) -> None:
    look_for(panel, "费")
    assert listed(panel) == EVERY
    assert panel.bar.counts.text() == "找到 4 处，在 3 个项目中"
    look_for(panel, "用")
    assert listed(panel) == []
    assert panel.bar.counts.text() == "没有找到"


def test_nothing_is_told_of_nothing(panel: FindPanel) -> None:
    assert panel.bar.counts.text() == ""
    assert not panel.bar.ticked.isEnabled()
    assert not panel.bar.every.isEnabled()


def test_where_nothing_is_found_the_way_out_is_told(panel: FindPanel, qtbot: QtBot) -> None:
    assert panel._nothing.isVisible()
    look_for(panel, "≥95%")
    assert "请只查找“95”" in panel._nothing.text()
    panel.bar.text.setText("法庭")
    assert not panel._nothing.isVisible()
    box = next(box for where, box in panel.bar.where.items() if where.value == "单位名称")
    qtbot.keyClick(box, KEYS.Key_Space)
    assert "更多字段" in panel._nothing.text()


def test_a_field_that_is_not_ticked_is_not_looked_in(panel: FindPanel, qtbot: QtBot) -> None:
    look_for(panel, "费")
    box = next(box for where, box in panel.bar.where.items() if where.value == "项目名称")
    qtbot.keyClick(box, KEYS.Key_Space)
    assert listed(panel) == [GOAL_A]


@pytest.mark.parametrize(("scope", "found"), [("unit", EVERY[:3]), ("project", [NAME_B]), ("all", EVERY)])
def test_the_part_of_the_table_follows_what_is_shown(
    panel: FindPanel, session: Session, scope: str, found: list[Place]
) -> None:
    look_for(panel, "费")
    panel.bar.scope.set_value(scope)
    panel.bar.scope.edited.emit(scope)
    session.show(Place("A", "b"))
    assert listed(panel) == found


def test_only_the_selected_projects_are_looked_in(panel: FindPanel) -> None:
    panel.set_chosen((Place("B"), Place("A", "a")))
    look_for(panel, "费")
    assert listed(panel) == [NAME_A, GOAL_A, NAME_C]
    panel.set_chosen(())
    assert listed(panel) == EVERY


@pytest.mark.parametrize(("option", "text", "found"), [("whole", "水费", [NAME_C]), ("wildcards", "?业", [NAME_A])])
def test_an_option_says_what_counts_as_found(panel: FindPanel, option: str, text: str, found: list[Place]) -> None:
    panel.bar.option(option).trigger()
    look_for(panel, text)
    assert listed(panel) == found
    assert panel.bar.options.text() == "选项 1 ▾"


def test_all_ticked_hits_are_replaced_in_one_step(panel: FindPanel, session: Session) -> None:
    look_for(panel, "费", "费用")
    assert panel.replaced(every=False) == 4
    assert [get_value(session.table, place) for place in EVERY] == ["物业费用", "缴费用。", "租赁费用", "水费用"]
    assert session.history.undo_label == "替换 4 处"
    session.undo()
    assert session.table is START
    assert listed(panel) == EVERY


def test_a_hit_without_a_tick_is_left_unless_all_are_wanted(panel: FindPanel, session: Session, qtbot: QtBot) -> None:
    look_for(panel, "费", "款")
    tick(panel, qtbot, NAME_B)
    assert panel.bar.ticked.text() == "替换勾选的 3 处"
    panel.replaced(every=False)
    assert get_value(session.table, NAME_B) == "租赁费"
    assert listed(panel) == [NAME_B]
    panel.replaced(every=True)
    assert get_value(session.table, NAME_B) == "租赁款"


def test_after_all_is_replaced_the_list_says_so(panel: FindPanel) -> None:
    look_for(panel, "费", "款")
    panel.replaced(every=False)
    assert panel.bar.counts.text() == "已替换 4 处"
    assert "Ctrl+Z" in panel._nothing.text()


def test_nothing_to_come_in_its_place_takes_it_away(panel: FindPanel, session: Session) -> None:
    look_for(panel, "费")
    assert panel.bar.ticked.text() == "删去勾选的 4 处"
    panel.replaced(every=False)
    assert get_value(session.table, GOAL_A) == "缴。"


def test_what_already_stands_there_is_no_replacement(panel: FindPanel, session: Session) -> None:
    look_for(panel, "费", "费")
    assert not panel.bar.ticked.isEnabled()
    assert panel.replaced(every=True) == 0
    assert session.table is START


def test_ticks_live_through_edits_elsewhere(panel: FindPanel, session: Session, qtbot: QtBot) -> None:
    look_for(panel, "费")
    tick(panel, qtbot, NAME_B)
    session.put("修改项目名称", NAME_C, "水电")
    session.put("修改绩效目标", GOAL_A, "缴费免费。")
    assert [(row.key, row.ticked) for row in panel.model.rows] == [(NAME_A, True), (GOAL_A, True), (NAME_B, False)]
    assert panel.model.rows[1].hit.text == "缴费免费。"


def test_ticks_do_not_live_on_to_another_text(panel: FindPanel, qtbot: QtBot) -> None:
    look_for(panel, "费")
    tick(panel, qtbot, NAME_B)
    panel.bar.text.clear()
    look_for(panel, "租赁")
    assert panel.model.rows[0].ticked


def test_the_keys_go_from_hit_to_hit_and_round(panel: FindPanel, session: Session) -> None:
    look_for(panel, "费")
    session.show(Place("A", "b"))
    at = []
    for by in (1, 1, 1, -1, -1):
        panel.step(by)
        at.append(panel.view.currentIndex().row())
    assert at == [2, 3, 0, 3, 2]
    assert session.place == Place("A", "b")


def test_the_first_hit_is_the_next_one_behind_what_is_shown(panel: FindPanel, session: Session) -> None:
    session.show(Place("A", "b"))
    look_for(panel, "水")
    panel.step(1)
    assert session.place == Place("B", "c")
    panel.bar.text.setText("物业")
    panel.step(1)
    assert session.place == Place("A", "a")


def test_the_keys_go_on_where_a_hit_was_mended(panel: FindPanel, session: Session) -> None:
    look_for(panel, "费")
    panel.step(1)
    session.put("修改项目名称", NAME_A, "物业")
    panel.step(1)
    assert listed(panel)[panel.view.currentIndex().row()] == GOAL_A


def test_enter_in_the_list_goes_to_the_cell(panel: FindPanel, session: Session, qtbot: QtBot) -> None:
    look_for(panel, "费")
    qtbot.keyClick(panel.bar.text, KEYS.Key_Down)
    qtbot.keyClick(panel.view, KEYS.Key_End, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(session.located) as told:
        qtbot.keyClick(panel.view, KEYS.Key_Return)
    assert told.args == [NAME_C]


def test_a_click_on_a_tick_only_ticks(panel: FindPanel, session: Session, qtbot: QtBot) -> None:
    look_for(panel, "费")
    rect = panel.view.visualRect(panel.model.index_of(NAME_C, "ticked"))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: not panel.model.rows[3].ticked)
    assert session.place == Place("A", "a")
    rect = panel.view.visualRect(panel.model.index_of(NAME_C, "before"))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert session.place == Place("B", "c")


@pytest.mark.parametrize("leave", [lambda panel: panel.bar.text, lambda panel: panel.bar.new], ids=["text", "new"])
def test_escape_goes_back_to_the_work(panel: FindPanel, qtbot: QtBot, leave: Callable[[FindPanel], object]) -> None:
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(leave(panel), KEYS.Key_Escape)


def test_more_than_can_be_listed_is_replaced_all_the_same(
    panel: FindPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_panel, "LISTED", 2)
    look_for(panel, "费", "款")
    assert listed(panel) == EVERY[:2]
    assert "还有 2 处" in panel.more.text()
    panel.step(-1)
    assert session.place == Place("B", "c")
    assert panel.replaced(every=False) == 4


def test_another_table_is_looked_through_anew(panel: FindPanel, session: Session) -> None:
    look_for(panel, "费")
    session.open(GoalTable(year=2027, units=(Unit(id="z", name="费", projects=()),)))
    assert listed(panel) == [Place("z", field="name")]


def test_a_large_table_is_looked_through_beside_the_window(
    panel: FindPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_panel, "AT_ONCE", 0)
    look_for(panel, "费", "款")
    assert panel.bar.counts.text() == "正在查找…"
    qtbot.waitUntil(lambda: listed(panel) == EVERY)
    session.put("修改项目名称", NAME_A, "物业")
    qtbot.waitUntil(lambda: listed(panel) == EVERY[1:])


def test_what_is_replaced_is_never_out_of_date(
    panel: FindPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_panel, "AT_ONCE", 0)
    look_for(panel, "费", "款")
    session.put("修改项目名称", NAME_A, "水电费")
    assert panel.replaced(every=False) == 4
    assert get_value(session.table, NAME_A) == "水电款"


EDITS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(EVERY), st.sampled_from(["费", "款", "水费", ""])),
        st.tuples(st.just(None), st.just("undo")),
        st.tuples(st.just(None), st.just("remove")),
    ),
    max_size=8,
)


@pytest.mark.usefixtures("qapp")
@given(EDITS)
def test_after_any_edits_the_list_is_what_a_new_one_would_be(edits: list[tuple[Place | None, str]]) -> None:
    session = Session(START)
    panel = FindPanel(session)
    panel.show()
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.bar.text.setText("费")
    for place, text in edits:
        if place is None and text == "undo":
            session.undo()
        elif place is None:
            if any(each.id == "b" for each in session.table.units[0].projects):
                session.apply("删除项目", lambda table: remove_project(table, Place("A", "b")), Place("A", "b"))
        elif place != NAME_B or any(each.id == "b" for each in session.table.units[0].projects):
            session.put("修改", place, text)
        fresh = FindPanel(session)
        fresh.bar.text.setText("费")
        assert panel.model.rows == fresh.model.rows
        fresh.deleteLater()
    assert tester.model() is panel.model
    panel.deleteLater()
