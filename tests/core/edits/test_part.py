"""A part of a table is a table of its own."""

from decimal import Decimal

from gzgoals.core.edits import part_of
from gzgoals.core.table import TABLE, GoalTable, Place, Project, Stated, Unit

ZERO = Decimal("0.00")
STATED = Stated(total=Decimal("9.00"), appropriation=Decimal("9.00"), special_account=ZERO, other=ZERO)
FIRST = Unit(id="a", name="甲", projects=tuple(Project(id=f"a{each}") for each in range(3)), stated=STATED)
SECOND = Unit(id="b", name="乙", projects=(Project(id="b0"),))
WHOLE = GoalTable(year=2026, department="某院", units=(FIRST, SECOND), stated=STATED)


def test_of_a_unit_all_projects_are_left() -> None:
    part = part_of(WHOLE, [Place("a")])
    assert part.units == (FIRST,)
    assert (part.department, part.year, part.stated) == ("某院", 2026, None)


def test_of_projects_their_units_are_left_without_the_sums_that_were_stated() -> None:
    part = part_of(WHOLE, [Place("b", "b0"), Place("a", "a2"), Place("a", "a0")])
    assert [[project.id for project in unit.projects] for unit in part.units] == [["a0", "a2"], ["b0"]]
    assert part.units[0].stated is None


def test_of_the_table_everything_is_left() -> None:
    assert part_of(WHOLE, [TABLE, Place("a", "a0")]) is WHOLE
    assert part_of(WHOLE, [Place("a"), Place("b")]) == WHOLE


def test_of_what_is_gone_nothing_is_left() -> None:
    assert part_of(WHOLE, [Place("a", "gone"), Place("c")]).units == ()
