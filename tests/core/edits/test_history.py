"""Undo, redo, and keystrokes that join into one step."""

from gzgoals.core.edits import History, Step, put_value
from gzgoals.core.edits.history import PAUSE
from gzgoals.core.table import GoalTable, Place, Unit

UNIT = Place("u")
NAME = Place("u", field="name")
TABLE = GoalTable(year=2026, units=(Unit(id="u", name="法院"), Unit(id="v", name="另一法院")))


def typed(history: History, text: str, at: float, place: Place = NAME) -> History:
    return history.applied(Step(put_value(history.now.table, place, text), "修改单位名称", place, typed=True, at=at))


def names(history: History) -> list[str]:
    return [step.table.units[0].name for step in (*history.past, history.now)]


def test_typing_without_a_pause_is_one_step() -> None:
    history = typed(typed(typed(History.of(TABLE), "广", 1.0), "广州", 1.5), "广州法院", 2.0)
    assert names(history) == ["法院", "广州法院"]


def test_a_pause_ends_the_step() -> None:
    history = typed(typed(History.of(TABLE), "广", 1.0), "广州", 1.0 + PAUSE)
    assert names(history) == ["法院", "广", "广州"]


def test_leaving_the_field_ends_the_step() -> None:
    history = typed(typed(History.of(TABLE), "广", 1.0).sealed(), "广州", 1.1)
    assert names(history) == ["法院", "广", "广州"]


def test_another_field_is_another_step() -> None:
    other = Place("v", field="name")
    history = typed(typed(History.of(TABLE), "广", 1.0), "深圳", 1.1, other)
    assert len(history.past) == 2


def test_typing_back_to_the_start_leaves_no_step() -> None:
    start = typed(History.of(TABLE), "法", 1.0)
    history = typed(start, "法院", 1.1)
    assert history.now.table is TABLE
    assert history.past == ()


def test_typing_after_undo_does_not_join_what_was_undone() -> None:
    history = typed(typed(History.of(TABLE), "广", 1.0).undone(), "深", 1.1)
    assert names(history) == ["法院", "深"]
    assert history.future == ()


def test_undo_all_gives_the_first_table_itself_and_redo_all_the_last() -> None:
    history = typed(typed(History.of(TABLE), "广", 1.0).sealed(), "广州", 9.0)
    last = history.now.table
    back = history.undone().undone().undone()
    assert back.now.table is TABLE
    assert back.redone().redone().redone().now.table is last


def test_steps_are_named_for_undo_and_redo() -> None:
    history = typed(History.of(TABLE), "广", 1.0)
    assert (history.undo_label, history.redo_label) == ("修改单位名称", "")
    assert (history.undone().undo_label, history.undone().redo_label) == ("", "修改单位名称")


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History.of(TABLE)
    assert typed(history, "法院", 1.0) is history
