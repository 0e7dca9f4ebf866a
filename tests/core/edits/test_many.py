"""Many fields are put at once, as if one after the other."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.edits import put_value, put_values
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Unit

UNITS = tuple(
    Unit(
        id=unit,
        projects=tuple(
            Project(id=unit + project, indicators=tuple(Indicator(id=unit + project + each) for each in "xyz"))
            for project in "pq"
        ),
    )
    for unit in "ab"
)
START = GoalTable(year=2026, units=UNITS)
PLACES = (
    TABLE.at("department"),
    Place("a", field="name"),
    Place("a", "ap", field="objective"),
    Place("b", "bq", field="name"),
    Place("b", "bq", "bqx", "name"),
    Place("b", "bq", "bqx", "annual.value"),
    Place("b", "bq", "bqx", "annual.measure"),
    Place("b", "bq", "bqz", "category"),
)


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(("", "一", "二")))))
def test_it_is_as_if_they_were_put_one_after_the_other(values: Sequence[tuple[Place, str]]) -> None:
    one_by_one = START
    for place, value in values:
        one_by_one = put_value(one_by_one, place, value)
    assert put_values(START, values) == one_by_one


def test_what_is_not_named_is_shared() -> None:
    new = put_values(START, [(Place("b", "bq", "bqx", "name"), "新"), (Place("b", "bq", "bqz", "name"), "新")])
    assert new.units[0] is START.units[0]
    assert new.units[1].projects[0] is START.units[1].projects[0]
    assert new.units[1].projects[1].indicators[1] is START.units[1].projects[1].indicators[1]


def test_putting_what_is_there_changes_nothing() -> None:
    assert put_values(START, [(Place("b", "bq", "bqx", "name"), "")]) is START


@pytest.mark.parametrize(
    "gone", [Place("c", field="name"), Place("a", "bp", field="name"), Place("a", "ap", "bqx", "name")]
)
def test_a_place_that_is_gone_is_told(gone: Place) -> None:
    with pytest.raises(PlaceGoneError):
        put_values(START, [(TABLE.at("department"), "新"), (gone, "新")])
