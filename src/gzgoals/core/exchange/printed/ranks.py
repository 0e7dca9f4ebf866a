"""Which rows lead others, told by the totals alone, for a text that has lost its indentation."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

_TRIES = 20
_MISPRINTED = 10
_EMPTY = 2


def leading_rows(totals: Sequence[Decimal], bare: Sequence[bool]) -> set[int]:
    """Return the rows that are units: bare ones (no objective, no indicators) whose total is the sum of what follows.

    The rows begin with a unit, unless the first is not bare: then there is none. Of several readings the one with
    the fewest misprinted totals is taken, then the one with the fewest bare projects. A first row above all units,
    the department's, leads too.
    """
    if not any(bare[:1]):
        return set()
    leading = _units(totals, bare)
    if any(bare[1:2]) and not _add_up(totals, leading):
        below = {row + 1 for row in _units(totals[1:], bare[1:])}
        if len(below) > 1 and _add_up(totals, below):
            return {0} | below
    return leading


def _units(totals: Sequence[Decimal], bare: Sequence[bool]) -> set[int]:
    following = _cheapest_followers(totals, [index for index, is_bare in enumerate(bare) if is_bare])
    leading = set()
    row = 0
    while row < len(totals):
        leading.add(row)
        row = following[row]
    return leading


def _add_up(totals: Sequence[Decimal], leading: set[int]) -> bool:
    """Tell whether the total of each leading row is the sum of those up to the next."""
    places = sorted(leading)
    ends = [*places[1:], len(totals)]
    return all(totals[place] == sum(totals[place + 1 : end]) for place, end in zip(places, ends, strict=True))


def _cheapest_followers(totals: Sequence[Decimal], candidates: Sequence[int]) -> dict[int, int]:
    """Return for each candidate which row leads next if it leads; the end is a candidate too."""
    sums = list(accumulate(totals, initial=Decimal(0)))
    ends = [*candidates, len(totals)]
    where_sum: dict[Decimal, list[int]] = {}
    for order, end in enumerate(ends):
        where_sum.setdefault(sums[end], []).append(order)
    cost = [0] * len(ends)
    following: dict[int, int] = {}
    for order in range(len(candidates) - 1, -1, -1):
        row = candidates[order]
        exact = where_sum.get(sums[row + 1] + totals[row], [])
        begin = bisect_right(exact, order)
        choices = [(cost[end] + _price(order, end, row, ends, 0), end) for end in exact[begin : begin + _TRIES]]
        near = range(order + 1, min(order + 1 + _TRIES, len(ends)))
        choices += [(cost[end] + _price(order, end, row, ends, _MISPRINTED), end) for end in near]
        cost[order], best = min(choices)
        following[row] = ends[best]
    return following


def _price(order: int, end: int, row: int, ends: Sequence[int], misprint: int) -> int:
    """Return the price of one unit: a misprinted total, bare rows taken for projects, no project at all."""
    return misprint + (end - order - 1) + (_EMPTY if ends[end] == row + 1 else 0)
