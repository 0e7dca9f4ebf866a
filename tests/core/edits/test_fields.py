"""Reading and writing one field by its place."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from gzgoals.core.edits import get_value, put_value
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import TABLE, Funding, GoalTable, Indicator, Place, Project, Unit

FIRST = Project(id="p1", name="一", indicators=(Indicator(id="i1"), Indicator(id="i2")))
SECOND = Project(id="p2", name="二", funding=Funding(other=Decimal("10.00")))
START = GoalTable(year=2026, units=(Unit(id="u1", projects=(FIRST, SECOND)), Unit(id="u2")))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (TABLE.at("department"), "广州互联网法院"),
        (TABLE.at("year"), 2027),
        (Place("u2", field="name"), "某单位"),
        (Place("u1", "p2", field="objective"), "满足需要。"),
        (Place("u1", "p2", field="funding.other"), Decimal("11.00")),
        (Place("u1", "p2", field="funding.other"), "待定"),
        (Place("u1", "p1", "i2", "category"), "12"),
        (Place("u1", "p1", "i2", "annual.measure"), "%"),
    ],
)
def test_what_is_put_stands_there(place: Place, value: object) -> None:
    assert get_value(put_value(START, place, value), place) == value


def test_everything_beside_the_edit_is_shared() -> None:
    new = put_value(START, Place("u1", "p1", "i2", "annual.value"), "95")
    assert new.units[1] is START.units[1]
    assert new.units[0].projects[1] is SECOND
    assert new.units[0].projects[0].indicators[0] is FIRST.indicators[0]
    assert new.units[0].projects[0].funding is FIRST.funding


def test_putting_what_is_there_changes_nothing() -> None:
    assert put_value(START, Place("u1", "p2", field="name"), "二") is START


@pytest.mark.parametrize(
    "place", [Place("u9", field="name"), Place("u2", "p1", field="name"), Place("u1", "p2", "i1", "name")]
)
def test_a_place_that_is_gone_is_told(place: Place) -> None:
    with pytest.raises(PlaceGoneError):
        put_value(START, place, "新")


def test_a_value_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(ValidationError):
        put_value(START, Place("u1", "p1", "i1", "annual.operator"), "≠")
