"""The session: one road for every change, and the place it happened at."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from gzgoals.core.edits import remove_project
from gzgoals.core.errors import FileTroubleError
from gzgoals.core.files import read_table
from gzgoals.core.table import TABLE, GoalTable, LastYear, Place, Project, Unit
from gzgoals.gui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")

A, B, C = (Place("u", name) for name in "abc")


@pytest.fixture
def session() -> Session:
    projects = tuple(Project(id=name, name=name) for name in "abc")
    return Session(GoalTable(year=2026, units=(Unit(id="u", projects=projects), Unit(id="v"))))


def test_a_session_begins_at_the_first_project(session: Session) -> None:
    assert session.place == A


def test_an_empty_table_is_shown_as_itself() -> None:
    assert Session(GoalTable(year=2026)).place == TABLE


def test_an_edit_tells_the_tables_before_and_after(session: Session) -> None:
    old = session.table
    heard = QSignalSpy(session.changed)
    session.put("修改项目名称", A.at("name"), "租赁费")
    change = heard.at(0)[0]
    assert (change.old, change.new) == (old, session.table)
    assert session.table.units[0].projects[0].name == "租赁费"


def test_an_edit_that_changes_nothing_tells_nothing(session: Session) -> None:
    heard = QSignalSpy(session.changed)
    session.put("修改项目名称", A.at("name"), "a")
    assert heard.count() == 0
    assert not session.history.past


def test_undo_goes_back_to_where_it_happened(session: Session) -> None:
    session.put("修改金额", B.at("funding.other"), Decimal("3.00"))
    session.show(C)
    located = QSignalSpy(session.located)
    session.undo()
    assert session.place == B
    assert located.at(0)[0] == B.at("funding.other")


def test_a_removed_project_gives_way_to_its_neighbour(session: Session) -> None:
    session.show(B)
    session.apply("删除项目", lambda table: remove_project(table, B), B)
    assert session.place == C
    session.apply("删除项目", lambda table: remove_project(table, C), C)
    assert session.place == A


def test_undoing_a_removal_shows_the_project_again(session: Session) -> None:
    session.show(B)
    session.apply("删除项目", lambda table: remove_project(table, B), B)
    session.undo()
    assert session.place == B


def test_undoing_an_addition_shows_what_it_lay_in(session: Session) -> None:
    session.show(Place("v"))
    session.put("修改单位名称", Place("v", field="name"), "新名称")
    session.undo()
    assert session.place == Place("v")


def test_saved_work_is_not_modified_and_undo_comes_back_to_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "表.gzgoals"
    session.put("修改项目名称", A.at("name"), "租赁费")
    assert session.modified
    session.save(path)
    assert not session.modified
    assert read_table(path) == session.table
    session.undo()
    assert session.modified
    session.redo()
    assert not session.modified


def test_typing_after_a_save_is_a_step_of_its_own(session: Session, tmp_path: Path) -> None:
    session.put("修改项目名称", A.at("name"), "租", typed=True)
    session.save(tmp_path / "表.gzgoals")
    session.put("修改项目名称", A.at("name"), "租赁", typed=True)
    session.undo()
    assert not session.modified


def test_a_save_that_fails_keeps_the_work_open(session: Session, tmp_path: Path) -> None:
    session.put("修改项目名称", A.at("name"), "租赁费")
    with pytest.raises(FileTroubleError):
        session.save(tmp_path / "没有" / "表.gzgoals")
    assert session.modified
    assert session.path is None


def test_a_table_that_remembers_no_year_is_compared_with_nothing(session: Session) -> None:
    assert session.comparison is None
    assert session.last_project("a") is None


def test_the_comparison_follows_the_table_and_is_made_once() -> None:
    unit = Unit(id="u", projects=(Project(id="a", name="租赁费"),))
    session = Session(GoalTable(year=2026, units=(unit,), last_year=LastYear(year=2025, units=(unit,))))
    first = session.comparison
    assert first is not None
    assert first.changes == ()
    assert session.comparison is first
    session.put("修改项目名称", A.at("name"), "租赁")
    second = session.comparison
    assert second is not None
    assert [change.after for change in second.changes] == ["租赁"]
    assert session.last_project("a") is unit.projects[0]
