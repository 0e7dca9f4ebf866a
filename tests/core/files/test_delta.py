"""The difference between two tables as a line: the later one comes back whole."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.edits import add_project, copy_project, move_project, move_unit, put_value, remove_project
from gzgoals.core.errors import BadFileError
from gzgoals.core.files.delta import delta as pieces_of_delta
from gzgoals.core.files.delta import with_delta
from gzgoals.core.table import TABLE, GoalTable, LastYear, Place, Project
from tables_to_check import GOOD, table

PROJECT = Place("u", "p1")


def delta(old: GoalTable, new: GoalTable) -> bytes:
    return b"".join(pieces_of_delta(old, new))


@given(tables(), tables())
def test_any_table_comes_back_from_any_other(old: GoalTable, new: GoalTable) -> None:
    assert with_delta(old, delta(old, new)) == new


Edit = Callable[[GoalTable], GoalTable]


@st.composite
def edits(draw: st.DrawFn, whole: GoalTable) -> Edit:
    places = [Place(unit.id, project.id) for unit in whole.units for project in unit.projects]
    if not places:
        return lambda old: put_value(old, TABLE.at("department"), draw(st.text(max_size=9)))
    place, row = draw(st.sampled_from(places)), draw(st.integers(0, 3))
    changes: list[Edit] = [
        lambda old: put_value(old, place.at("objective"), draw(st.text(max_size=9))),
        lambda old: put_value(old, Place(place.unit, field="name"), draw(st.text(max_size=9))),
        lambda old: put_value(old, TABLE.at("last_year"), LastYear(year=2025, units=old.units)),
        lambda old: remove_project(old, place),
        lambda old: add_project(old, place, copy_project(Project(name="新")), row),
        lambda old: move_project(old, place, draw(st.sampled_from(old.units)).id, row),
        lambda old: move_unit(old, Place(place.unit), min(row, len(old.units) - 1)),
    ]
    return draw(st.sampled_from(changes))


@given(tables(), st.data())
def test_a_chain_of_edits_comes_back_step_by_step(first: GoalTable, data: st.DataObject) -> None:
    now = again = first
    for _ in range(data.draw(st.integers(1, 6))):
        new = data.draw(edits(now))(now)
        again = with_delta(again, delta(now, new))
        now = new
        assert again == now


def test_a_line_holds_only_the_project_that_was_typed_in() -> None:
    old = table(GOOD, *(Project(name=f"项目{number}", objective="很长的目标。" * 40) for number in range(50)))
    line = delta(old, put_value(old, PROJECT.at("name"), "新名称"))
    assert b"\n" not in line
    assert "新名称" in line.decode()
    assert "项目7" not in line.decode()


@pytest.mark.parametrize("line", [b"", b"{}", b'{"units": ["x"]} {}', b"[" * 100_000, "不是".encode()])
def test_what_is_no_difference_is_refused(line: bytes) -> None:
    with pytest.raises(BadFileError):
        with_delta(table(GOOD), line)


def test_a_year_before_that_is_told_comes_in_pieces() -> None:
    old = table(*(Project(name=f"项目{number}", objective="很长的目标。" * 40) for number in range(50)))
    pieces = list(pieces_of_delta(old, put_value(old, TABLE.at("last_year"), LastYear(year=2025, units=old.units))))
    assert max(map(len, pieces)) < len(b"".join(pieces)) / 25


def test_a_difference_from_another_table_is_refused() -> None:
    old = table(GOOD, GOOD)
    line = delta(old, put_value(old, PROJECT.at("name"), "新名称"))
    with pytest.raises(BadFileError):
        with_delta(GoalTable(year=2026), line)
