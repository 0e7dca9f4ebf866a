"""A table that is not checked yet: what is known of it, and how much a check would look at."""

from decimal import Decimal

import pytest

from gzgoals.core.checks import Office, Renewed, check, renewed
from gzgoals.core.checks.checking.unchecked import indicators_anew, renewed_in, unchecked
from gzgoals.core.edits import add_project, move_project, put_value, remove_project
from gzgoals.core.table import TABLE, Funding, GoalTable, Indicator, Place, Project, Unit


def project(key: str, indicators: int) -> Project:
    funding = Funding(other=Decimal("1.00"))
    return Project(id=key, funding=funding, indicators=tuple(Indicator() for _ in range(indicators)))


A, C = Place("u", "a"), Place("v", "c")
START = GoalTable(
    year=2026,
    units=(Unit(id="u", projects=(project("a", 1), project("b", 2))), Unit(id="v", projects=(project("c", 4),))),
)
RENAMED = put_value(START, C.at("name"), "物业费")


def test_it_has_no_findings_but_the_sums() -> None:
    known = unchecked(START)
    assert known.findings == ()
    assert known.tally(TABLE).open == known.tally(A).open == 0
    assert known.figures == check(START).figures


def test_the_sums_follow_an_edit() -> None:
    new = put_value(START, A.at("funding.other"), Decimal("5.00"))
    assert unchecked(new, unchecked(START)).figures == check(new).figures


@pytest.mark.parametrize(
    ("table", "count"),
    [
        (START, 0),
        (RENAMED, 4),
        (put_value(START, A.at("name"), "物业费"), 1),
        (remove_project(START, A), 0),
        (add_project(START, Place("v"), project("d", 3)), 3),
        (put_value(START, TABLE.at("scheme"), "2021"), 7),
        (put_value(START, TABLE.at("department"), "某法院"), 0),
    ],
)
def test_only_what_is_another_object_is_looked_at_anew(table: GoalTable, count: int) -> None:
    assert indicators_anew(table, check(START)) == count


def test_all_is_looked_at_where_nothing_is_known_or_the_rules_are_others() -> None:
    assert indicators_anew(START, None) == 7
    assert indicators_anew(START, check(START), Office()) == 7


def test_what_differs_between_tables_is_what_differs_between_their_outcomes() -> None:
    before = check(START)
    assert renewed_in(START, RENAMED) == renewed(before, check(RENAMED, before)) == Renewed(((1, 0),), (1,))
    assert renewed_in(START, START) == Renewed((), ())


@pytest.mark.parametrize(
    "table", [remove_project(START, A), move_project(START, A, "u", 1), move_project(START, A, "v", 0)]
)
def test_where_rows_have_come_gone_or_moved_nothing_is_told(table: GoalTable) -> None:
    assert renewed_in(START, table) is None
