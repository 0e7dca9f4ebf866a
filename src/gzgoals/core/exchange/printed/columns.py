"""Which column each printed amount stands in, where zeros were left blank: told by the unit rows and the 合计 row.

A row prints its 总计 and then only what is not zero, so two or three amounts leave the columns open. Of all readings
that add up to the rows above, the likeliest is taken: money is 财政拨款 unless the name or the sums say otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from gzgoals.core.exchange.printed.assignment import Assignment, Choice, assign, nearest
from gzgoals.core.exchange.printed.outline import Group, Outline
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.table import Amount, worth

Split = tuple[Amount, Amount, Amount]
"""Amounts in 财政拨款, 财政专户拨款 and 其他资金, in 万元."""

HINTS = {"其他收入": 2, "其他资金": 2, "自有资金": 2, "自有": 2, "专户": 1}
"""Words in a project's name that tell the column of its money."""

_ZERO = Decimal("0.00")
_MILLIONTHS = 1_000_000
_PRICES = (0, 11, 10)
_HINTED, _AGAINST_HINT = 1, (20, 30, 30)


@dataclass(frozen=True, slots=True)
class SettledGroup:
    """How a unit's amounts were read.

    `head` is the printed unit row (None without one); `solved` tells that the projects add up to it (or to the 合计),
    `unique` that no other reading is as likely, `open` that another reading of the rows above would add up too.
    """

    head: Split | None
    projects: tuple[Split, ...]
    solved: bool
    unique: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """How all amounts were read; `total` is the 合计 row's, None without one."""

    total: Split | None
    groups: tuple[SettledGroup, ...]


class _Option(NamedTuple):
    """One reading of a unit row with the cheapest reading of the projects below that adds up to it."""

    above: Split
    projects: tuple[Split, ...]
    cost: int
    solved: bool
    unique: bool


def hint_of(name: str) -> str:
    """Return the word in a project's name that tells the column of its money, or nothing."""
    return next((word for word in HINTS if word in name), "")


def settle(outline: Outline) -> Settled:
    """Read every amount into its column, the whole table at once."""
    totals = readings(outline.total) if outline.total else []
    lone = len(outline.groups) == 1
    options = [
        _options(group, readings(group.head) if group.head else totals if lone else []) for group in outline.groups
    ]
    if not outline.total:
        picked = [_likeliest(several) for several in options]
        undecided = [sum(option.solved for option in several) > 1 for several in options]
        return Settled(None, tuple(map(_settled, outline.groups, picked, undecided)))
    total, picked, is_open = _matched(totals, options)
    return Settled(
        total, tuple(_settled(group, pick, is_open) for group, pick in zip(outline.groups, picked, strict=True))
    )


def readings(row: Row) -> list[Split]:
    """Return every way to put a row's amounts into columns, in their printed order."""
    parts = row.amounts[1:]
    found: dict[Split, None] = {}
    for columns in combinations(range(3), len(parts)):
        split: list[Amount] = [_ZERO, _ZERO, _ZERO]
        for column, part in zip(columns, parts, strict=True):
            split[column] = part
        found[split[0], split[1], split[2]] = None
    return list(found)


def sums_of(splits: Sequence[Split]) -> tuple[Decimal, Decimal, Decimal]:
    """Return the sum of each column."""
    first, second, third = (sum((worth(split[column]) for split in splits), _ZERO) for column in range(3))
    return first, second, third


def _settled(group: Group, option: _Option, is_open: bool) -> SettledGroup:
    head = option.above if group.head else None
    return SettledGroup(head, option.projects, option.solved, option.unique, is_open)


def _options(group: Group, above: Sequence[Split]) -> list[_Option]:
    """Return the readings of a unit row that its projects add up to, else the one that they come nearest to."""
    splits = [readings(row) for row in group.projects]
    choices = [
        [Choice(_millionths(split[1]), _millionths(split[2]), _price(split, row.name)) for split in several]
        for row, several in zip(group.projects, splits, strict=True)
    ]
    for search in (assign, nearest):
        options = [
            _Option(head, _picked(splits, found), found.cost, solved=search is assign, unique=found.unique)
            for head in above
            if (found := search(choices, _millionths(head[1]), _millionths(head[2])))
        ]
        if options:
            return options if search is assign else [_likeliest(options)]
    picks = tuple(row.index(min(row, key=lambda choice: choice.cost)) for row in choices)
    projects = _picked(splits, Assignment(picks, 0, unique=False))
    return [_Option(_nearest(above, sums_of(projects)), projects, 0, solved=False, unique=False)]


def _picked(splits: Sequence[Sequence[Split]], found: Assignment) -> tuple[Split, ...]:
    return tuple(several[pick] for several, pick in zip(splits, found.picks, strict=True))


def _matched(totals: Sequence[Split], options: Sequence[Sequence[_Option]]) -> tuple[Split, list[_Option], bool]:
    """Return the reading of the 合计 row and of each unit that fit together, and whether another 合计 would fit too."""
    choices = [
        [Choice(_millionths(option.above[1]), _millionths(option.above[2]), option.cost) for option in several]
        for several in options
    ]
    fitting = [
        (found, total)
        for total in totals
        if (found := assign(choices, _millionths(total[1]), _millionths(total[2]))) is not None
    ]
    if fitting:
        found, total = min(fitting, key=lambda fit: fit[0].cost)
        picked = [
            several[pick]._replace(unique=several[pick].unique and found.unique)
            for several, pick in zip(options, found.picks, strict=True)
        ]
        return total, picked, len(fitting) > 1
    picked = [_likeliest(several) for several in options]
    return _nearest(totals, sums_of([option.above for option in picked])), picked, True


def _likeliest(options: Sequence[_Option]) -> _Option:
    return min(options, key=lambda option: option.cost)


def _nearest(splits: Sequence[Split], sums: tuple[Decimal, Decimal, Decimal]) -> Split:
    return min(splits, key=lambda split: sum(abs(worth(a) - b) for a, b in zip(split, sums, strict=True)), default=sums)


def _price(split: Split, name: str) -> int:
    hint = HINTS.get(hint_of(name))
    if hint is None:
        return sum(price for price, amount in zip(_PRICES, split, strict=True) if worth(amount))
    return sum(
        _HINTED if column == hint else _AGAINST_HINT[column] for column, amount in enumerate(split) if worth(amount)
    )


def _millionths(amount: Amount) -> int:
    return int(worth(amount) * _MILLIONTHS)
