"""Units told from projects by their totals alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.exchange.printed.ranks import leading_rows

shapes = st.lists(st.lists(st.integers(1, 10**6), min_size=1, max_size=5), min_size=1, max_size=5)


def leading(totals: list[int], bare: list[bool]) -> list[int]:
    return sorted(leading_rows([Decimal(total) for total in totals], bare))


@given(shapes)
def test_bare_rows_that_sum_up_what_follows_lead(shape: list[list[int]]) -> None:
    totals: list[int] = []
    bare: list[bool] = []
    units: list[int] = []
    for projects in shape:
        units.append(len(totals))
        totals += [sum(projects), *projects]
        bare += [True, *([False] * len(projects))]
    assert leading(totals, bare) == units


@pytest.mark.parametrize(
    ("totals", "bare", "expected"),
    [
        pytest.param([], [], [], id="no rows"),
        pytest.param([5, 3], [False, True], [], id="no unit row"),
        pytest.param([9, 4, 5, 7, 7], [True, True, False, True, False], [0, 3], id="a bare project"),
        pytest.param([8, 4, 5, 7, 7], [True, False, False, True, False], [0, 3], id="a misprinted unit"),
        pytest.param([16, 9, 9, 7, 7], [True, True, False, True, False], [0, 1, 3], id="a department above"),
    ],
)
def test_the_likeliest_ranks_are_taken(totals: list[int], bare: list[bool], expected: list[int]) -> None:
    assert leading(totals, bare) == expected
