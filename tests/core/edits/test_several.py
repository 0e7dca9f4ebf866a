"""Several units and projects at once, and their amounts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.edits import (
    Scaling,
    add_projects,
    add_units,
    move_projects,
    move_units,
    remove_things,
    rescaled,
    with_scaled,
)
from gzgoals.core.edits.amounts import STEPS
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import Amount, Funding, GoalTable, Place, Project, Unit


def table(drawing: str) -> GoalTable:
    """Read a table drawn as `A:abc B:d`."""
    units = []
    for unit in drawing.split():
        key, _, projects = unit.partition(":")
        units.append(Unit(id=key, projects=tuple(Project(id=each) for each in projects)))
    return GoalTable(year=2026, units=tuple(units))


def drawn(table: GoalTable) -> str:
    return " ".join(f"{unit.id}:{''.join(project.id for project in unit.projects)}" for unit in table.units)


START = table("A:abc B:d C:")


@pytest.mark.parametrize(
    ("ids", "unit", "index", "expected"),
    [
        ("ac", "A", 1, "A:acb B:d C:"),
        ("ab", "A", 3, "A:cab B:d C:"),
        ("bd", "C", 0, "A:ac B: C:bd"),
        ("da", "B", 1, "A:bc B:ad C:"),
        ("abc", "A", 0, "A:abc B:d C:"),
    ],
)
def test_projects_move_together_in_their_order(ids: str, unit: str, index: int, expected: str) -> None:
    assert drawn(move_projects(START, list(ids), unit, index)) == expected


def test_moving_what_is_gone_says_so() -> None:
    with pytest.raises(PlaceGoneError):
        move_projects(START, ["a", "x"], "B", 0)
    with pytest.raises(PlaceGoneError):
        move_projects(START, ["a"], "X", 0)


def test_units_move_together() -> None:
    assert drawn(move_units(START, ["A", "C"], 2)) == "B:d A:abc C:"


def test_units_and_projects_are_removed_together_and_the_rest_is_the_same() -> None:
    left = remove_things(START, [Place("A", "b"), Place("B")])
    assert drawn(left) == "A:ac C:"
    assert left.units[1] is START.units[2]
    assert remove_things(START, []) is START


def test_projects_and_units_are_added_in_their_order() -> None:
    assert drawn(add_projects(START, Place("A"), [Project(id="x"), Project(id="y")], 1)) == "A:axybc B:d C:"
    assert drawn(add_units(START, table("X: Y:").units, 1)) == "A:abc X: Y: B:d C:"


@pytest.mark.parametrize(
    ("amount", "percent", "step", "expected"),
    [
        ("549.00", "-5", "百元", "521.55"),
        ("549.00", "-5", "千元", "521.6"),
        ("549.00", "-5", "万元", "522.00"),
        ("0.125", "0", "百元", "0.13"),
        ("0.115", "0", "百元", "0.12"),
        ("-0.125", "0", "百元", "-0.13"),
        ("0.12345", "0", "元", "0.1235"),
        ("100.00", "3.33", "百元", "103.33"),
        ("100.00", "-100", "百元", "0.00"),
        ("-0.001", "0", "百元", "0.00"),
        ("999999999999999.9999999999", "1000", "元", "11000000000000000"),
    ],
)
def test_amounts_are_scaled_and_rounded_half_up(amount: str, percent: str, step: str, expected: str) -> None:
    scaled = Scaling(Decimal(percent), step).of(Decimal(amount))
    assert isinstance(scaled, Decimal)
    assert scaled == Decimal(expected)
    assert str(scaled)[0] != "-" or scaled < 0


@given(st.decimals(0, 10**9, places=2), st.decimals(-100, 1000, places=2), st.sampled_from(list(STEPS)))
def test_a_rounded_amount_lies_on_its_step_and_within_half_of_it(amount: Decimal, percent: Decimal, step: str) -> None:
    scaled = Scaling(percent, step).of(amount)
    assert isinstance(scaled, Decimal)
    assert scaled % STEPS[step] == 0
    assert abs(scaled - amount * (100 + percent) / 100) <= STEPS[step] / 2
    assert Scaling(Decimal(0), step).of(scaled) == scaled


def funded(key: str, amount: Amount, stated_total: Decimal | None = None) -> Project:
    return Project(id=key, funding=Funding(appropriation=amount, stated_total=stated_total))


def test_the_amounts_of_chosen_projects_alone_change_and_drafts_stay() -> None:
    unit = Unit(id="u", projects=(funded("a", Decimal("10.00")), funded("b", "五百"), funded("c", Decimal("7.00"))))
    before = GoalTable(year=2026, units=(unit,))
    places = [Place("u", "a"), Place("u", "b")]
    after = with_scaled(before, places, Scaling(Decimal(-10)))
    assert [project.funding.appropriation for project in after.units[0].projects] == [
        Decimal("9.00"), "五百", Decimal("7.00"),
    ]  # fmt: skip
    assert after.units[0].projects[2] is unit.projects[2]
    told = rescaled(before, places, Scaling(Decimal(-10)))
    assert [(each.before, each.after, each.draft) for each in told] == [
        (Decimal("10.00"), Decimal("9.00"), False),
        (Decimal("0.00"), Decimal("0.00"), True),
    ]


def test_a_printed_total_that_agrees_with_the_new_sum_has_nothing_more_to_say() -> None:
    project = funded("a", Decimal("10.00"), stated_total=Decimal("9.00"))
    before = GoalTable(year=2026, units=(Unit(id="u", projects=(project,)),))
    after = with_scaled(before, [Place("u", "a")], Scaling(Decimal(-10)))
    assert after.units[0].projects[0].funding.stated_total is None
