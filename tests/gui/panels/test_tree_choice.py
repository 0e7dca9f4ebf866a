"""Several rows of the tree: selected by hand, removed, copied, moved and dragged together."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import find_project, move_project
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Unit
from gzgoals.gui.models.project_rows import ROOT
from gzgoals.gui.models.tree_model import INDICATORS_MIME
from gzgoals.gui.panels import tree_commands
from gzgoals.gui.panels.tree_panel import TreePanel
from gzgoals.gui.session import Session

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
START = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(
            id="A",
            name="本级",
            projects=(
                Project(id="a", name="甲", indicators=(Indicator(id="i", name="一"), Indicator(id="j", name="二"))),
                Project(id="b", name="乙"),
                Project(id="c", name="丙"),
            ),
        ),
        Unit(id="B", name="法庭", projects=(Project(id="d", name="丁"),)),
    ),
)


@pytest.fixture
def panel(qtbot: QtBot) -> TreePanel:
    panel = TreePanel(Session(START))
    qtbot.addWidget(panel)
    panel.resize(400, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def session(panel: TreePanel) -> Session:
    return panel._session


def order(session: Session) -> str:
    """Draw the table as `A:abc B:d`; things that are new are drawn as ＋."""
    known = "ABabcd"
    return " ".join(
        f"{unit.id if unit.id in known else '＋'}:"
        + "".join(each.id if each.id in known else "＋" for each in unit.projects)
        for unit in session.table.units
    )


def chosen(panel: TreePanel) -> str:
    return " ".join(place.project or place.unit or "table" for place in panel.chosen())


def click(panel: TreePanel, qtbot: QtBot, key: str, modifiers: Qt.KeyboardModifier) -> None:
    at: QPoint = panel.view.visualRect(panel.model.index_of(key)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


def test_ctrl_and_shift_select_several_and_the_last_is_shown(panel: TreePanel, session: Session, qtbot: QtBot) -> None:
    click(panel, qtbot, "c", Qt.KeyboardModifier.NoModifier)
    click(panel, qtbot, "a", CTRL)
    assert (chosen(panel), session.place) == ("a c", Place("A", "a"))
    click(panel, qtbot, "c", SHIFT)
    assert (chosen(panel), session.place) == ("a b c", Place("A", "c"))
    qtbot.keyClick(panel.view, KEYS.Key_Down, SHIFT)
    qtbot.keyClick(panel.view, KEYS.Key_Down, SHIFT)
    assert (chosen(panel), session.place) == ("a b c B", Place("B", "d"))


def test_a_selection_lives_through_edits_made_elsewhere(panel: TreePanel, session: Session) -> None:
    panel.choose(["a", "b"])
    session.put("修改项目名称", Place("B", "d", field="name"), "新")
    assert chosen(panel) == "a b"


def test_a_unit_stands_for_its_projects_and_everything_for_all_units(panel: TreePanel, session: Session) -> None:
    panel.choose(["A", "b", "d"])
    assert chosen(panel) == "A d"
    assert [place.project for place in tree_commands.projects_at(session.table, panel.chosen())] == ["a", "b", "c", "d"]
    panel.view.selectAll()
    assert chosen(panel) == "A B"
    panel.choose([ROOT])
    assert panel.chosen() == (TABLE,)


def test_what_is_removed_together_is_named_and_one_step(panel: TreePanel, session: Session) -> None:
    panel.choose(["a", "c", "B"])
    tree_commands.remove(session, panel.chosen())
    assert (order(session), session.history.undo_label) == ("A:b", "删除 3 个单位和项目")
    session.undo()
    assert session.table is START
    panel.choose(["a", "c"])
    tree_commands.remove(session, panel.chosen())
    assert session.history.undo_label == "删除 2 个项目"


def test_copies_stand_below_what_they_are_copies_of(panel: TreePanel, session: Session) -> None:
    panel.choose(["a", "c", "d"])
    tree_commands.duplicate(session, panel.chosen())
    assert order(session) == "A:a＋bc＋ B:d＋"
    assert session.history.undo_label == "复制 3 个项目"


def test_undo_and_redo_select_again_what_was_selected_together(panel: TreePanel, session: Session) -> None:
    panel.choose("acd")
    tree_commands.remove(session, panel.chosen())
    session.undo()
    assert (chosen(panel), session.place) == ("a c d", Place("A", "a"))
    session.redo()
    assert chosen(panel) == "A"


def test_undo_of_copying_selects_what_was_copied_and_redo_the_copies(panel: TreePanel, session: Session) -> None:
    panel.choose("acd")
    copies = tree_commands.duplicate(session, panel.chosen())
    panel.choose(copies)
    session.undo()
    assert (chosen(panel), session.place) == ("a c d", Place("A", "a"))
    session.redo()
    assert (chosen(panel), session.place) == (" ".join(copies), Place("A", copies[0]))


def test_undo_selects_what_the_step_was_done_to_wherever_the_user_has_gone_since(
    panel: TreePanel, session: Session
) -> None:
    panel.choose("ab")
    tree_commands.move(session, 1, panel.chosen())
    session.show(Place("B", "d"))
    assert chosen(panel) == "d"
    session.undo()
    assert (chosen(panel), session.place) == ("a b", Place("A", "a"))
    session.show(Place("B", "d"))
    session.redo()
    assert (order(session), chosen(panel)) == ("A:cab B:d", "a b")


def test_undo_of_what_was_done_to_one_selects_that_one(panel: TreePanel, session: Session) -> None:
    session.show(Place("B", "d"))
    session.put("修改项目名称", Place("B", "d", field="name"), "新")
    session.show(Place("A", "a"))
    panel.choose("abc")
    session.undo()
    assert chosen(panel) == "d"


def test_a_step_done_after_undo_takes_the_place_of_what_was_selected_then(panel: TreePanel, session: Session) -> None:
    panel.choose("ab")
    tree_commands.move(session, 1, panel.chosen())
    session.undo()
    session.show(Place("B", "d"))
    session.put("修改项目名称", Place("B", "d", field="name"), "新")
    session.undo()
    assert chosen(panel) == "d"
    session.redo()
    assert chosen(panel) == "d"


@pytest.mark.parametrize(
    ("keys", "by", "expected"),
    [
        ("ab", 1, "A:cab B:d"),
        ("bc", -1, "A:bca B:d"),
        ("bc", 1, None),
        ("ac", 1, None),
        ("ad", 1, None),
        ("aB", 1, None),
        ("AB", 1, None),
    ],
)
def test_several_move_by_a_row_where_they_stand_together(
    panel: TreePanel, session: Session, keys: str, by: int, expected: str | None
) -> None:
    panel.choose(keys)
    places = panel.chosen()
    assert tree_commands.can_move(session, by, places) is (expected is not None)
    if expected:
        tree_commands.move(session, by, places)
        assert order(session) == expected
        assert panel.chosen() == places


def drag(panel: TreePanel, keys: str, onto: str, row: int, action: Qt.DropAction) -> None:
    model = panel.model
    data = model.mimeData([model.index_of(key, column) for key in keys for column in (0, 1)])
    target = model.index_of(ROOT if onto == "table" else onto)
    assert model.canDropMimeData(data, action, row, 0, target)
    model.dropMimeData(data, action, row, 0, target)


@pytest.mark.parametrize(
    ("drop", "expected"),
    [
        (("ac", "B", 0, MOVE), "A:b B:acd"),
        (("ad", "A", 2, MOVE), "A:badc B:"),
        (("ca", "b", -1, MOVE), "A:acb B:d"),
        (("ac", "B", -1, COPY), "A:abc B:d＋＋"),
        (("AB", "table", 0, COPY), "＋:＋＋＋ ＋:＋ A:abc B:d"),
        (("B", "table", 0, MOVE), "B:d A:abc"),
        (("aB", "A", 0, MOVE), "A:abc B:d"),
    ],
)
def test_several_are_dragged_together(
    panel: TreePanel, session: Session, drop: tuple[str, str, int, Qt.DropAction], expected: str
) -> None:
    drag(panel, *drop)
    assert order(session) == expected
    session.undo()
    assert session.table is START


def test_what_was_dragged_is_selected(panel: TreePanel) -> None:
    drag(panel, "ac", "B", 0, MOVE)
    assert chosen(panel) == "a c"


def indicators() -> QMimeData:
    data = QMimeData()
    data.setData(INDICATORS_MIME, b"i\nj\n" + b"new".ljust(65))
    return data


@pytest.mark.parametrize(("action", "left"), [(MOVE, 0), (COPY, 2)])
def test_indicators_are_dropped_on_another_project(
    panel: TreePanel, session: Session, action: Qt.DropAction, left: int
) -> None:
    told = QSignalSpy(panel.told)
    panel.model.dropMimeData(indicators(), action, -1, -1, panel.model.index_of("d"))
    there = find_project(session.table, Place("B", "d")).indicators
    assert [indicator.name for indicator in there] == ["一", "二"]
    assert len(find_project(session.table, Place("A", "a")).indicators) == left
    assert ({indicator.id for indicator in there} == {"i", "j"}) is (action is MOVE)
    assert "2 项指标" in told.at(0)[0]
    assert session.place == Place("A", "a")
    session.undo()
    assert session.table is START


def test_indicators_are_taken_by_projects_alone(panel: TreePanel) -> None:
    model = panel.model
    takes = {key: model.canDropMimeData(indicators(), MOVE, -1, -1, model.index_of(key)) for key in ("a", "A", ROOT)}
    assert takes == {"a": True, "A": False, ROOT: False}
    assert not model.canDropMimeData(indicators(), MOVE, 1, 0, model.index_of("A"))
    assert not model.canDropMimeData(indicators(), MOVE, -1, -1, QModelIndex())


def test_indicators_dropped_where_they_are_stay(panel: TreePanel, session: Session) -> None:
    panel.model.dropMimeData(indicators(), MOVE, -1, -1, panel.model.index_of("a"))
    assert session.table is START


def test_what_is_selected_is_told_as_it_is_now_however_often_it_was_asked_for(
    panel: TreePanel, session: Session
) -> None:
    panel.choose(["a", "c"])
    assert panel.chosen() == panel.chosen() == (Place("A", "a"), Place("A", "c"))
    session.apply("移动项目", lambda now: move_project(now, Place("A", "a"), "B", 0), Place("A", "a"))
    assert Place("A", "a") not in panel.chosen()
    panel.choose(["d"])
    assert panel.chosen() == (Place("B", "d"),)
    session.open(GoalTable(year=2026, units=(Unit(id="U", projects=(Project(id="p"),)),)))
    assert panel.chosen() == (Place("U", "p"),)
