"""Printed totals go when an edit has settled them, and only then."""

from decimal import Decimal

from gzgoals.core.edits import put_value, without_settled
from gzgoals.core.table import Funding, GoalTable, Place, Project, Stated, Unit

HERE = Place("u", "p")
SOURCE = HERE.at("funding.appropriation")
TEN, TWELVE = Decimal("10.00"), Decimal("12.00")
ZERO = Decimal("0.00")
TWELVES = Stated(total=TWELVE, appropriation=TWELVE, special_account=ZERO, other=ZERO)


def table(amount: Decimal) -> GoalTable:
    project = Project(id="p", funding=Funding(appropriation=amount, stated_total=TWELVE))
    return GoalTable(year=2026, units=(Unit(id="u", projects=(project,), stated=TWELVES),), stated=TWELVES)


def test_totals_that_still_contradict_are_kept() -> None:
    start = table(TEN)
    assert without_settled(start, SOURCE) is start


def test_totals_that_agree_at_last_are_dropped_at_every_level() -> None:
    settled = without_settled(put_value(table(TEN), SOURCE, TWELVE), SOURCE)
    assert settled.stated is None
    assert settled.units[0].stated is None
    assert settled.units[0].projects[0].funding.stated_total is None


def test_an_edit_elsewhere_leaves_a_projects_total_alone() -> None:
    start = table(TWELVE)
    assert without_settled(start, Place("u")).units[0].projects[0].funding.stated_total == TWELVE


def test_a_table_without_printed_totals_stays_itself() -> None:
    plain = GoalTable(year=2026, units=(Unit(id="u", projects=(Project(id="p"),)),))
    assert without_settled(plain, SOURCE) is plain
