"""The look-ups for badges."""

from hypothesis import given

from gzgoals.core.checks import Counts, Severity, check
from gzgoals.core.table import TABLE, GoalTable, Place
from tables_to_check import GOOD, MESSY, PROJECT, UNIT, amounts, drawn, indicator, project, table

FIRST = Place("u", "p1", "i1")
CHECKED = check(
    table(
        project(funding=amounts("0.50"), indicators=(indicator("案件数", "11", "5"), *GOOD.indicators)),
        project(name="", indicators=GOOD.indicators),
    )
)
NOTHING = Counts()


def at(place: Place) -> list[str]:
    return [drawn(finding) for finding in CHECKED.at(place)]


def test_a_place_shows_what_is_found_below_it() -> None:
    amount = "M05 p1 funding funding.appropriation"
    measure = "V02 p1#1 annual.measure cycle.measure"
    assert at(TABLE) == at(UNIT) == [amount, measure, "P01 p2 name"]
    assert at(PROJECT) == [amount, measure]
    assert at(FIRST) == [measure]


def test_a_field_shows_what_marks_it_too() -> None:
    assert at(FIRST.at("cycle")) == at(FIRST.at("annual.measure")) == ["V02 p1#1 annual.measure cycle.measure"]
    assert at(PROJECT.at("funding.appropriation")) == ["M05 p1 funding funding.appropriation"]
    assert at(PROJECT.at("funding.other")) == []


def test_a_badge_shows_the_gravest_and_the_number() -> None:
    assert CHECKED.tally(TABLE) == CHECKED.tally(UNIT) == Counts(1, 1, 1)
    assert CHECKED.tally(PROJECT) == Counts(1, 1)
    assert CHECKED.tally(PROJECT.at("funding")) == Counts(1)
    assert CHECKED.tally(PROJECT.at("objective")) == NOTHING


def test_findings_are_counted_by_severity() -> None:
    assert [CHECKED.counts[severity] for severity in Severity] == [1, 1, 1]


def test_a_place_that_the_table_does_not_hold_has_no_findings() -> None:
    assert CHECKED.tally(Place("x")) == CHECKED.tally(Place("x", "p1")) == CHECKED.tally(Place("u", "x")) == NOTHING


@given(MESSY)
def test_a_look_up_is_a_search_through_all_findings(whole: GoalTable) -> None:
    checked = check(whole)
    places = [Place(unit.id, each.id) for unit in whole.units for each in unit.projects]
    for place in (TABLE, *(Place(unit.id) for unit in whole.units), *places):
        below = [finding for finding in checked.findings if place.holds(finding.place)]
        assert list(checked.at(place)) == below
        assert checked.tally(place).open == len(below)
