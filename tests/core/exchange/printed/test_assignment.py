"""The search for readings that add up, compared with trying everything."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.exchange.printed.assignment import Choice, assign, nearest

choices = st.builds(Choice, special=st.integers(-2, 9), other=st.integers(-2, 9), cost=st.integers(0, 20))
rows = st.lists(st.lists(choices, min_size=1, max_size=3), max_size=6)


def all_ways(several: list[list[Choice]], special: int, other: int) -> list[int]:
    """Return the cost of every way to make the sums."""
    return [
        sum(choice.cost for choice in way)
        for way in product(*several)
        if (sum(choice.special for choice in way), sum(choice.other for choice in way)) == (special, other)
    ]


@given(rows, st.data())
def test_the_cheapest_way_is_found_and_known_to_be_the_only_one(
    several: list[list[Choice]], data: st.DataObject
) -> None:
    way = [data.draw(st.sampled_from(row)) for row in several]
    special, other = sum(choice.special for choice in way), sum(choice.other for choice in way)
    costs = all_ways(several, special, other)
    found = assign(several, special, other)
    assert found is not None
    picked = [row[pick] for row, pick in zip(several, found.picks, strict=True)]
    assert (sum(c.special for c in picked), sum(c.other for c in picked)) == (special, other)
    assert found.cost == sum(choice.cost for choice in picked) == min(costs)
    assert found.unique == (costs.count(min(costs)) == 1)


@given(rows, st.integers(0, 60), st.integers(0, 60))
def test_sums_that_cannot_be_made_are_told(several: list[list[Choice]], special: int, other: int) -> None:
    assert (assign(several, special, other) is None) == (not all_ways(several, special, other))


def test_sums_that_contradict_a_little_are_come_near_to() -> None:
    row = [Choice(0, 0, 0), Choice(100, 0, 11), Choice(0, 100, 10)]
    found = nearest([row, row], 0, 105)
    assert found is not None
    assert sorted(found.picks) == [0, 2]
    assert not found.unique


def test_sums_that_contradict_much_are_given_up() -> None:
    assert nearest([[Choice(0, 0, 0), Choice(0, 100, 10)]], 0, 150) is None


def test_hundreds_of_undecided_rows_end_in_bounded_time_without_a_claim_to_know_all() -> None:
    amounts = sorted(pow(7, number, 10**9 + 7) for number in range(300))
    several = [[Choice(0, 0, 0), Choice(0, amount, 10)] for amount in amounts]
    found = assign(several, 0, amounts[150] + amounts[151])
    assert found is not None
    assert found.cost == 20
    assert not found.unique
