"""Addresses and what lies below them."""

import pytest

from gzgoals.core.table import TABLE, Place


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (TABLE, Place("u", "p", "i", "name")),
        (Place("u"), Place("u", "p")),
        (Place("u", "p"), Place("u", "p", "", "objective")),
        (Place("u", "p", "i"), Place("u", "p", "i", "annual.value")),
        (Place("u", "p", "i", "annual"), Place("u", "p", "i", "annual.value")),
        (Place("u", "p", "", "funding"), Place("u", "p", "", "funding.other")),
    ],
)
def test_a_place_holds_what_lies_below_it(upper: Place, lower: Place) -> None:
    assert upper.holds(lower)
    assert not lower.holds(upper)


@pytest.mark.parametrize("place", [TABLE, Place("u"), Place("u", "p", "", "name"), Place("u", "p", "i", "annual")])
def test_a_place_holds_itself(place: Place) -> None:
    assert place.holds(place)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Place("u"), Place("v", "p")),
        (Place("u", "p", "", "name"), Place("u", "p", "i", "name")),
        (Place("u", "p", "i", "annual"), Place("u", "p", "i", "annually")),
    ],
)
def test_a_place_does_not_hold_its_neighbours(one: Place, other: Place) -> None:
    assert not one.holds(other)


def test_the_thing_of_a_field_is_its_place_without_the_field() -> None:
    assert Place("u", "p", "i", "name").thing == Place("u", "p", "i")
