"""Adding, copying, removing and moving."""

from gzgoals.core.edits import (
    add_indicators,
    add_project,
    add_unit,
    copy_unit,
    move_indicator,
    move_project,
    move_unit,
    place_of,
    remove_indicators,
    remove_project,
    remove_unit,
)
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit


def project(name: str) -> Project:
    return Project(id=name, name=name, indicators=tuple(Indicator(id=f"{name}{n}") for n in "123"))


START = GoalTable(
    year=2026,
    units=(Unit(id="A", projects=(project("a"), project("b"), project("c"))), Unit(id="B", projects=(project("d"),))),
)


def drawn(table: GoalTable) -> str:
    return " ".join(f"{unit.id}:{''.join(project.id for project in unit.projects)}" for unit in table.units)


def indicators(table: GoalTable) -> str:
    return " ".join(indicator.id for indicator in table.units[0].projects[0].indicators)


def test_a_unit_comes_where_it_is_wanted_or_last() -> None:
    assert drawn(add_unit(START, Unit(id="C"), 1)) == "A:abc C: B:d"
    assert drawn(add_unit(START, Unit(id="C"))) == "A:abc B:d C:"


def test_a_project_comes_where_it_is_wanted_or_last() -> None:
    assert drawn(add_project(START, Place("A"), Project(id="x"), 0)) == "A:xabc B:d"
    assert drawn(add_project(START, Place("B"), Project(id="x"))) == "A:abc B:dx"


def test_indicators_come_together() -> None:
    new = add_indicators(START, Place("A", "a"), (Indicator(id="x"), Indicator(id="y")), 1)
    assert indicators(new) == "a1 x y a2 a3"


def test_what_is_removed_is_gone_and_nothing_else() -> None:
    assert drawn(remove_unit(START, Place("A"))) == "B:d"
    assert drawn(remove_project(START, Place("A", "b"))) == "A:ac B:d"
    assert indicators(remove_indicators(START, Place("A", "a"), {"a1", "a3"})) == "a2"


def test_a_project_moves_within_its_unit_counted_without_itself() -> None:
    assert drawn(move_project(START, Place("A", "a"), "A", 1)) == "A:bac B:d"
    assert drawn(move_project(START, Place("A", "a"), "A", 2)) == "A:bca B:d"
    assert drawn(move_project(START, Place("A", "c"), "A", 0)) == "A:cab B:d"


def test_a_project_moves_into_another_unit() -> None:
    assert drawn(move_project(START, Place("A", "b"), "B", 0)) == "A:ac B:bd"


def test_moving_to_where_it_stands_changes_nothing() -> None:
    assert move_project(START, Place("A", "b"), "A", 1) is START
    assert move_unit(START, Place("B"), 1) is START
    assert move_indicator(START, Place("A", "a", "a2"), 1) is START


def test_units_and_indicators_move() -> None:
    assert drawn(move_unit(START, Place("B"), 0)) == "B:d A:abc"
    assert indicators(move_indicator(START, Place("A", "a", "a1"), 2)) == "a2 a3 a1"


def test_a_copy_is_equal_but_for_its_ids() -> None:
    copy = copy_unit(START.units[0])
    assert [each.name for each in copy.projects] == ["a", "b", "c"]
    old = {START.units[0].id, *(p.id for p in START.units[0].projects)}
    assert not old & {copy.id, *(p.id for p in copy.projects)}


def test_a_thing_is_found_wherever_it_stands() -> None:
    assert place_of(START, "B") == Place("B")
    assert place_of(START, "d") == Place("B", "d")
    assert place_of(START, "b2") == Place("A", "b", "b2")
