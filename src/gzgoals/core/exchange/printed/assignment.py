"""Choosing one of several readings for each row such that two columns add up, at the least cost.

The rows are parted in two halves; in each, the sums that its rows can make are followed up, the cheapest first and no
more than a bounded number, and then the halves are sought that together make the wanted sums.
"""

from collections.abc import Sequence
from typing import NamedTuple

_STEPS = 200_000
_TENTH = 10
_MOST_ROWS_NEAR = 300
_FEWEST_STATES, _MOST_STATES = 50, 4000

Sums = tuple[int, int]
"""What rows add to 财政专户拨款 and to 其他资金, in one small unit of money."""


class Choice(NamedTuple):
    """One reading of a row: what it adds to 财政专户拨款 and to 其他资金, in one small unit, and its cost."""

    special: int
    other: int
    cost: int


class Assignment(NamedTuple):
    """The cheapest reading of all rows: the index picked for each, and whether nothing else is as cheap.

    Whether it is the only one cannot be told, and `unique` is false, once the search had to be cut short.
    """

    picks: tuple[int, ...]
    cost: int
    unique: bool


class _State(NamedTuple):
    cost: int
    ways: int
    before: Sums
    pick: int


class _Reach(NamedTuple):
    """The most that the rows still to come can add to 财政专户拨款, to 其他资金, and to both together."""

    special: int = 0
    other: int = 0
    both: int = 0

    def with_row(self, choices: Sequence[Choice]) -> "_Reach":
        """Return the reach with one more row to come."""
        return _Reach(
            self.special + max(choice.special for choice in choices),
            self.other + max(choice.other for choice in choices),
            self.both + max(choice.special + choice.other for choice in choices),
        )

    def covers(self, missing: Sums) -> bool:
        """Tell whether the rows still to come can add what is missing."""
        special, other = missing
        return 0 <= special <= self.special and 0 <= other <= self.other and special + other <= self.both


class _Half(NamedTuple):
    """Half of the rows: their indices, what their first rows can make, layer by layer, and whether it was cut."""

    order: Sequence[int]
    layers: list[dict[Sums, _State]]
    cut: bool


def assign(rows: Sequence[Sequence[Choice]], special: int, other: int) -> Assignment | None:
    """Pick a choice for each row so that the two columns add up to `special` and `other`.

    Returns None when no way was found; with very many undecided rows one may have been missed.
    """
    order = sorted(range(len(rows)), key=lambda row: -max(c.special + c.other for c in rows[row]))
    undecided = sum(len(row) > 1 for row in rows)
    limit = max(_FEWEST_STATES, min(_MOST_STATES, _STEPS // max(undecided, 1)))
    goal = (special, other)
    first = _followed(rows, order[::2], order[1::2], goal, limit)
    second = _followed(rows, order[1::2], order[::2], goal, limit)
    return _met(first, second, goal)


def nearest(rows: Sequence[Sequence[Choice]], special: int, other: int) -> Assignment | None:
    """Pick a choice for each row so that the two columns come close to sums that contradict the rows.

    Returns None when nothing cheap comes within a tenth of what the two columns hold, and for more rows than could
    tell anything by coming close.
    """
    if len(rows) > _MOST_ROWS_NEAR:
        return None
    layer: dict[Sums, _State] = {(0, 0): _State(0, 1, (0, 0), 0)}
    layers = [layer]
    limit = max(_FEWEST_STATES, min(_MOST_STATES, _STEPS // max(len(rows), 1)) // 4)
    for choices in rows:
        layer = _cheapest(_grown(layer, choices), limit)
        layers.append(layer)
    best = min(layer, key=lambda sums: (abs(special - sums[0]) + abs(other - sums[1]), layer[sums].cost))
    if _TENTH * (abs(special - best[0]) + abs(other - best[1])) > abs(special) + abs(other):
        return None
    picks = _picks(_Half(range(len(rows)), layers, True), best)
    return Assignment(tuple(picks[row] for row in range(len(picks))), layer[best].cost, unique=False)


def _followed(
    rows: Sequence[Sequence[Choice]], order: Sequence[int], rest: Sequence[int], goal: Sums, limit: int
) -> _Half:
    """Follow up what the rows of one half can make; `rest` are the rows of the other."""
    reaches = [_Reach()]
    for row in [*rest, *reversed(order)]:
        reaches.append(reaches[-1].with_row(rows[row]))
    signed = any(min(choice.special, choice.other) < 0 for row in rows for choice in row)
    layers: list[dict[Sums, _State]] = [{(0, 0): _State(0, 1, (0, 0), 0)}]
    cut = False
    for row, reach in zip(order, reversed(reaches[:-1]), strict=False):
        layer = _grown(layers[-1], rows[row])
        if not signed:
            layer = {
                sums: state for sums, state in layer.items() if reach.covers((goal[0] - sums[0], goal[1] - sums[1]))
            }
        if len(layer) > limit:
            cut = True
            layer = _cheapest(layer, limit)
        layers.append(layer)
    return _Half(order, layers, cut)


def _grown(layer: dict[Sums, _State], choices: Sequence[Choice]) -> dict[Sums, _State]:
    grown: dict[Sums, _State] = {}
    for sums, state in layer.items():
        for pick, (special, other, price) in enumerate(choices):
            reached = (sums[0] + special, sums[1] + other)
            cost = state.cost + price
            known = grown.get(reached)
            if known is None or cost < known.cost:
                grown[reached] = _State(cost, state.ways, sums, pick)
            elif cost == known.cost:
                grown[reached] = known._replace(ways=known.ways + state.ways)
    return grown


def _cheapest(layer: dict[Sums, _State], limit: int) -> dict[Sums, _State]:
    return layer if len(layer) <= limit else dict(sorted(layer.items(), key=lambda item: item[1].cost)[:limit])


def _met(first: _Half, second: _Half, goal: Sums) -> Assignment | None:
    """Join the halves where together they make the goal, the cheapest way."""
    best: tuple[int, Sums, Sums] | None = None
    ways = 0
    for sums, state in first.layers[-1].items():
        missing = (goal[0] - sums[0], goal[1] - sums[1])
        other = second.layers[-1].get(missing)
        if other is None:
            continue
        cost = state.cost + other.cost
        if best is None or cost < best[0]:
            best, ways = (cost, sums, missing), state.ways * other.ways
        elif cost == best[0]:
            ways += state.ways * other.ways
    if best is None:
        return None
    picks = {**_picks(first, best[1]), **_picks(second, best[2])}
    unique = ways == 1 and not first.cut and not second.cut
    return Assignment(tuple(picks[row] for row in range(len(picks))), best[0], unique)


def _picks(half: _Half, sums: Sums) -> dict[int, int]:
    picks = {}
    for layer, row in zip(reversed(half.layers[1:]), reversed(half.order), strict=True):
        picks[row] = layer[sums].pick
        sums = layer[sums].before
    return picks
