"""A long sorted sequence stays sorted whatever is taken out and put in."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.checking.in_order import InOrder

NUMBERS = st.integers(0, 300).map(Decimal)


@given(st.integers(0, 300), st.lists(st.tuples(st.integers(0, 10**6), NUMBERS), max_size=20))
def test_moving_is_sorting_all_anew(length: int, moves: list[tuple[int, Decimal]]) -> None:
    plain = [Decimal(number % 150) for number in range(length)]
    ordered = InOrder(plain)
    plain.sort()
    for place, new in moves:
        old = [plain[place % len(plain)]] if plain and place % 3 else []
        ordered = ordered.moved(old, [new] if place % 5 else [])
        plain = sorted([*_without(plain, old), *([new] if place % 5 else [])])
        assert [ordered[row] for row in range(len(ordered))] == plain
        assert list(ordered.between(Decimal(40), Decimal(90))) == [each for each in plain if 40 <= each < 90]


def _without(plain: list[Decimal], old: list[Decimal]) -> list[Decimal]:
    left = list(plain)
    for each in old:
        left.remove(each)
    return left


def test_many_more_than_at_first_are_kept_in_order() -> None:
    ordered = InOrder[Decimal]()
    for number in range(1000):
        ordered = ordered.moved([], [Decimal(number * 7919 % 1000)])
    assert [int(ordered[row]) for row in range(1000)] == list(range(1000))


def test_beyond_the_end_there_is_nothing() -> None:
    with pytest.raises(IndexError):
        InOrder([Decimal(1)])[1]
