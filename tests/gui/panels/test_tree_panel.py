"""The project tree: filter, selection, drag and drop."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Severity
from gzgoals.core.edits import add_project, remove_project, replaced
from gzgoals.core.table import TABLE, Funding, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.core.years import last_year_of
from gzgoals.gui.models.project_filter import Mark, Sieve, Wanted, news_of
from gzgoals.gui.models.project_rows import ROOT, TreeRow, project_tree
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Session
from hands import compose


def project(key: str, name: str) -> Project:
    return Project(id=key, name=name, funding=Funding(appropriation=Decimal("1.00"), other=Decimal("0.50")))


START = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(
            id="A", name="本级", projects=(project("a", "物业费"), project("b", "租赁费"), project("c", "信息化运维"))
        ),
        Unit(id="B", name="法庭", projects=(project("d", "物业费（法庭）"),)),
    ),
)


_RATE = Target(operator="≥", value="95", measure="%")
GOOD = Project(
    objective="保障办公用房正常运转，满足全院干警日常办公需要，提升服务保障水平。",
    indicators=tuple(
        Indicator(category=code, name=name, cycle=_RATE, annual=_RATE)
        for code, name in (("11", "物业服务覆盖率"), ("12", "设施完好率"), ("22", "保障率"), ("31", "干警满意度"))
    ),
)
"""What nothing is wrong with."""


@pytest.fixture
def panel(qtbot: QtBot) -> TreePanel:
    panel = TreePanel(Session(START))
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def session(panel: TreePanel) -> Session:
    return panel._session


def shown(panel: TreePanel) -> str:
    """Draw the tree as `A:abc B:d`."""
    model = panel.model
    top = model.index(0, 0)
    units = [model.index(row, 0, top) for row in range(model.rowCount(top))]
    return " ".join(
        f"{model.key(unit)}:{''.join(model.key(model.index(row, 0, unit)) for row in range(model.rowCount(unit)))}"
        for unit in units
    )


def order(session: Session) -> str:
    return " ".join(f"{unit.id}:{''.join(each.id for each in unit.projects)}" for unit in session.table.units)


@pytest.mark.parametrize(
    ("text", "left"), [("物业", "A:a B:d"), ("租", "A:b"), ("法庭", "B:d"), ("没有", ""), ("", "A:abc B:d")]
)
def test_the_filter_keeps_what_holds_the_text(panel: TreePanel, text: str, left: str) -> None:
    compose(panel.filter, text)
    assert shown(panel) == left


def test_filtering_away_what_is_shown_leaves_it_shown(panel: TreePanel, session: Session) -> None:
    session.show(Place("A", "c"))
    compose(panel.filter, "租")
    assert session.place == Place("A", "c")
    assert not panel.view.selectionModel().hasSelection()
    panel.filter.clear()
    assert panel.model.key(panel.view.currentIndex()) == "c"


def test_going_to_what_the_filter_hides_shows_it_until_it_is_left(
    panel: TreePanel, session: Session, qtbot: QtBot
) -> None:
    compose(panel.filter, "租")
    session.go(Place("B", "d", field="name"))
    assert panel.model.key(panel.view.currentIndex()) == "d"
    assert shown(panel) == "A:b B:d"
    session.go(Place("A", "b", field="name"))
    qtbot.waitUntil(lambda: shown(panel) == "A:b")
    session.go(Place("B"))
    assert panel.model.key(panel.view.currentIndex()) == "B"


def test_the_keys_walk_through_the_projects(panel: TreePanel, session: Session, qtbot: QtBot) -> None:
    assert session.place == Place("A", "a")
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert session.place == Place("A", "b")
    for _ in range(4):
        qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert session.place == TABLE


@pytest.mark.parametrize(
    ("key", "onto", "row", "expected"),
    [
        ("a", "A", 2, "A:bac B:d"),
        ("a", "A", 3, "A:bca B:d"),
        ("c", "A", 0, "A:cab B:d"),
        ("a", "B", -1, "A:bc B:da"),
        ("d", "b", -1, "A:adbc B:"),
        ("B", ROOT, 0, "B:d A:abc"),
        ("A", ROOT, -1, "B:d A:abc"),
        ("A", "B", 0, "A:abc B:d"),
        ("a", ROOT, 0, "A:abc B:d"),
    ],
)
def test_a_drop_moves_the_thing_as_one_step(
    panel: TreePanel, session: Session, key: str, onto: str, row: int, expected: str
) -> None:
    panel.model.dragged.emit([key], onto, row, False)
    assert order(session) == shown(panel) == expected
    session.undo()
    assert session.table is START


def test_a_drop_among_filtered_rows_lands_beside_the_row_that_is_shown(panel: TreePanel, session: Session) -> None:
    compose(panel.filter, "费")
    assert shown(panel) == "A:ab B:d"
    session.put("修改项目名称", Place("A", "b", field="name"), "另项")
    session.put("修改项目名称", Place("A", "c", field="name"), "水电费")
    assert shown(panel) == "A:ac B:d"
    panel.model.dragged.emit(["c"], "A", 0, False)
    assert order(session) == "A:cab B:d"
    panel.model.dragged.emit(["c"], "A", 2, False)
    assert order(session) == "A:abc B:d"


def test_what_is_left_out_is_told_and_brought_back_by_one_key(panel: TreePanel, qtbot: QtBot) -> None:
    assert not panel.filtering.bar.isVisible()
    compose(panel.filter, "物业")
    panel.filtering.toggle(Mark.ANY)
    assert panel.filtering.bar.isVisible()
    assert panel.filtering.told.text() == "显示 2 / 4 个项目：有问题、“物业”"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert not panel.filtering.bar.isVisible()
    assert shown(panel) == "A:abc B:d"


def test_one_click_shows_everything_again(panel: TreePanel, qtbot: QtBot) -> None:
    panel.filtering.toggle(Mark.FINE)
    assert shown(panel) == ""
    qtbot.mouseClick(panel.filtering.off, Qt.MouseButton.LeftButton)
    assert shown(panel) == "A:abc B:d"


def test_the_project_being_edited_stays_in_sight_until_it_is_left(
    panel: TreePanel, session: Session, qtbot: QtBot
) -> None:
    compose(panel.filter, "物业")
    session.put("修改项目名称", Place("A", "a", field="name"), "水电费")
    assert shown(panel) == "A:a B:d"
    assert panel.model.key(panel.view.currentIndex()) == "a"
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert session.place == Place("B", "d")
    qtbot.waitUntil(lambda: shown(panel) == "B:d")
    assert session.place == Place("B", "d")


def test_the_field_hears_that_its_filter_is_cleared_and_others_once(panel: TreePanel) -> None:
    """Else the button that clears it would stay in the empty field."""
    compose(panel.filter, "物业")
    emptied, edited = QSignalSpy(panel.filter.textChanged), QSignalSpy(panel.filtering.edited)
    panel.filtering.clear()
    assert (emptied.count(), edited.count()) == (1, 1)


def test_typing_another_filter_holds_nothing(panel: TreePanel, session: Session) -> None:
    compose(panel.filter, "物业")
    session.put("修改项目名称", Place("A", "a", field="name"), "水电费")
    compose(panel.filter, "费")
    assert shown(panel) == "B:d"


def test_an_amount_that_comes_within_the_limit_brings_its_project(panel: TreePanel, session: Session) -> None:
    compose(panel.filter, ">100")
    assert shown(panel) == ""
    session.put("修改其他资金", Place("B", "d", field="funding.other"), Decimal("100.00"))
    assert shown(panel) == "B:d"


def test_a_mended_problem_lets_its_project_go(panel: TreePanel, session: Session) -> None:
    panel.filtering.toggle(Mark.ERROR)
    assert shown(panel) == "A:abc B:d"
    session.show(Place("B", "d"))
    session.put("修改绩效目标", Place("A", "a", field="objective"), GOOD.objective)
    session.put("修改绩效指标", Place("A", "a", field="indicators"), GOOD.indicators)
    assert not session.checked.tally(Place("A", "a")).by_severity[Severity.ERROR]
    assert shown(panel) == "A:bc B:d"


def test_the_year_before_is_asked_only_where_it_is_remembered(panel: TreePanel, session: Session, qtbot: QtBot) -> None:
    panel.filtering.toggle(Mark.CHANGED)
    assert shown(panel) == "A:abc B:d"
    assert not panel.filtering.can(Mark.CHANGED)
    session.open(replaced(START, last_year=last_year_of(START)))
    panel.filtering.toggle(Mark.CHANGED)
    assert shown(panel) == ""
    session.put("修改项目名称", Place("A", "b", field="name"), "租金")
    assert shown(panel) == "A:b"
    session.undo()  # which goes to where it happened
    assert shown(panel) == "A:b"
    session.show(Place("B", "d"))
    qtbot.waitUntil(lambda: shown(panel) == "")


def test_an_amount_is_asked_for_behind_what_is_typed(panel: TreePanel) -> None:
    compose(panel.filter, "物业")
    panel.filtering.ask_amount()
    assert panel.filter.text() == "物业 >"
    panel.filtering.ask_amount()
    assert panel.filter.text() == "物业 >"


def test_the_sums_follow_every_edit(panel: TreePanel, session: Session) -> None:
    assert panel.sums.text().startswith("合计 6.00 万元 · 4 个项目 · 0 项指标")
    session.put("修改其他资金", Place("A", "a", field="funding.other"), Decimal("1234.50"))
    assert panel.sums.text().startswith("合计 1,240.00 万元")
    assert "其他资金 1,236.00" in panel.sums.text()


def test_a_bold_amount_has_as_much_room_around_it_as_a_plain_one(panel: TreePanel) -> None:
    option = QStyleOptionViewItem()
    panel.view.initViewItemOption(option)
    plain = QFont(option.font)
    bold = QFont(option.font)
    bold.setBold(True)

    def room(key: str, font: QFont) -> int:
        index = panel.model.index_of(key, 1)
        return panel.view.itemDelegate().sizeHint(option, index).width() - QFontMetrics(font).horizontalAdvance(
            index.data()
        )

    assert room(ROOT, bold) == room("A", plain)


PLACES = (Place("A"), Place("A", "a"), Place("A", "b"), Place("A", "c"), Place("B"), Place("B", "d"))
NAMES = st.sampled_from(["物业费", "租赁费", "法庭", "", "待定"])
EDITS = st.one_of(
    st.tuples(st.sampled_from(PLACES), st.just("name"), NAMES),
    st.tuples(st.sampled_from(PLACES[1:4]), st.just("funding.other"), st.decimals(-9, 999, places=2)),
    st.tuples(st.just(TABLE), st.just("department"), NAMES),
    st.tuples(st.sampled_from(PLACES[1:4]), st.just("comes and goes"), st.none()),
)


def drawn(panel: TreePanel, parent: QModelIndex) -> list[object]:
    """Return what the tree shows: each row's texts and badge with the rows below it."""
    model = panel.model
    return [
        (
            [model.index(row, column, parent).data() for column in (0, 1)],
            model.index(row, 2, parent).data(Qt.ItemDataRole.AccessibleTextRole),
            drawn(panel, model.index(row, 0, parent)),
        )
        for row in range(model.rowCount(parent))
    ]


def expected(row: TreeRow) -> object:
    texts = [row.name, f"{row.amount:,.2f}"]
    return (texts, row.badge.words, [expected(child) for child in row.children])


def come_and_gone(session: Session, place: Place) -> None:
    """Remove a project and add another in its name, last in its unit."""
    session.apply("删除项目", lambda table: remove_project(table, place), place)
    session.apply("新增项目", lambda table: add_project(table, place, project(place.project, "物业费")), place)


def made_sieve(session: Session, wanted: Wanted) -> Sieve:
    return Sieve(wanted, session.checked, news_of(session.comparison))


@pytest.mark.usefixtures("qapp")
@given(
    wanted=st.sampled_from(["", "费", "法庭", "wy", ">100", "<1.5 费"]),
    marks=st.sets(st.sampled_from(list(Mark)), max_size=2),
    edits=st.lists(EDITS, max_size=12),
)
def test_after_any_edits_the_tree_shows_what_a_new_one_would(
    wanted: str, marks: set[Mark], edits: list[tuple[Place, str, object]]
) -> None:
    session = Session(replaced(START, last_year=last_year_of(START)))
    panel = TreePanel(session)
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.filter.setText(wanted)
    for mark in marks:
        panel.filtering.toggle(mark)
    for place, field, value in edits:
        if field == "comes and goes":
            come_and_gone(session, place)
        else:
            session.put("修改", place.at(field), value)
        everything = panel.filtering.wanted.is_all
        sieve = None if everything else made_sieve(session, panel.filtering.wanted)
        tree = project_tree(session.table, session.checked, sieve, panel._held)
        assert drawn(panel, QModelIndex()) == [expected(tree)]
    assert tester.model() is panel.model
    panel.deleteLater()


def test_an_edit_is_announced_at_its_rows_alone(panel: TreePanel, session: Session) -> None:
    announced = QSignalSpy(panel.model.dataChanged)
    session.put("修改其他资金", Place("B", "d", field="funding.other"), Decimal("7.00"))
    keys = [
        panel.model.key(top.siblingAtRow(row))
        for top, bottom, _ in (announced.at(number) for number in range(announced.count()))
        for row in range(top.row(), bottom.row() + 1)
    ]
    assert sorted(keys) == sorted([ROOT, "B", "d"])


def test_the_amounts_have_room_for_the_longest_of_them(panel: TreePanel, session: Session) -> None:
    panel.resize(500, 400)
    session.put("修改其他资金", Place("A", "a", field="funding.other"), Decimal("123456789.00"))
    session.put("修改其他资金", Place("A", "b", field="funding.other"), Decimal("-123456789.00"))
    hints = [panel.view.sizeHintForIndex(panel.model.index_of(key, 1)).width() for key in (ROOT, "A", "a", "b")]
    assert panel.view.columnWidth(1) >= max(hints)
