"""What the projects of a table make of each other: an index of all, and which ones hear of a change of one."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from gzgoals.core.checks.checking.facts import Facts, Numbers
from gzgoals.core.checks.checking.groups import Groups
from gzgoals.core.checks.checking.in_order import InOrder
from gzgoals.core.checks.rules.money import TIMES_MEDIAN
from gzgoals.core.checks.terms.among import MOST_ALIKE, Among, Measured
from gzgoals.core.table import Project


class Peer(NamedTuple):
    """A project as the others see it.

    `number` counts through the table from 0; `unit` is its unit's row, `first` the number of the first project there.
    """

    number: int
    unit: int
    first: int
    facts: Facts


@dataclass(frozen=True, slots=True)
class Peers:
    """All projects by what they have in common, and their totals in 万元 in rising order.

    `totals` are those above zero, by which the median goes; `yuan` those that may have been typed in 元.
    """

    names: Groups[tuple[int, str]]
    objectives: Groups[str]
    indicators: Groups[bytes]
    bare: Groups[Decimal]
    measured: Groups[Decimal]
    totals: InOrder[Decimal]
    yuan: InOrder[tuple[Decimal, int]]

    @property
    def limit(self) -> Decimal | None:
        """From which total on an amount that may be 元 is doubted, in 万元; None where no project may be doubted."""
        if not len(self.yuan):
            return None
        half = len(self.totals) // 2
        middle = self.totals[half]
        return TIMES_MEDIAN * (middle if len(self.totals) % 2 else (self.totals[half - 1] + middle) / 2)

    def changed(self, old: Peer, new: Peer) -> tuple["Peers", set[int]]:
        """Return the index once a project is another one, and the numbers of all that may hear of it, itself too."""
        if old.facts == new.facts:
            return self, {old.number}
        after = Peers(
            names=self.names.moved(old.number, _names(old), _names(new)),
            objectives=self.objectives.moved(old.number, _objectives(old), _objectives(new)),
            indicators=self.indicators.moved(old.number, _indicators(old), _indicators(new)),
            bare=self.bare.moved(old.number, _numbers(old.facts.bare), _numbers(new.facts.bare)),
            measured=self.measured.moved(old.number, _numbers(old.facts.measured), _numbers(new.facts.measured)),
            totals=self.totals.moved(_totals(old), _totals(new)),
            yuan=self.yuan.moved(_yuan(old), _yuan(new)),
        )
        return after, {old.number, *_hearing(self, old, new), *_hearing(after, new, old), *_doubted_anew(self, after)}


def peers_of(peers: Sequence[Peer]) -> Peers:
    """Return the index of all projects, which are given in the table's order."""
    return Peers(
        Groups(_names(each) for each in peers),
        Groups(_objectives(each) for each in peers),
        Groups(_indicators(each) for each in peers),
        Groups(_numbers(each.facts.bare) for each in peers),
        Groups(_numbers(each.facts.measured) for each in peers),
        InOrder(total for each in peers for total in _totals(each)),
        InOrder(pair for each in peers for pair in _yuan(each)),
    )


class Standing(NamedTuple):
    """The index with what it does not hold itself: the table's year, its limit, and the facts of every project."""

    peers: Peers
    year: int
    limit: Decimal | None
    facts_at: Callable[[int], Facts]

    def among(self, peer: Peer, project: Project) -> Among:
        """Return a project among the others."""
        peers, facts = self.peers, peer.facts
        same_name = peers.names[peer.unit, facts.name] if facts.name else ()
        same_objective = peers.objectives[facts.objective] if facts.objective else ()
        alike = len(peers.indicators[facts.indicators]) if facts.indicators else 0
        earlier = bisect_left(same_name, peer.number)
        near = _nearest(same_objective, peer.number)
        return Among(
            project,
            self.year,
            twin=same_name[earlier - 1] - peer.first + 1 if earlier else 0,
            far_above_median=facts.may_be_yuan and self.limit is not None and facts.total >= self.limit,
            same_objective=None if near is None else self.facts_at(near).shown,
            same_indicators=min(alike, MOST_ALIKE) if alike > 1 else 0,
            measured=tuple(self._measured_elsewhere(peer)) if facts.bare else (),
        )

    def _measured_elsewhere(self, peer: Peer) -> Iterator[Measured]:
        for value, indicator in peer.facts.bare:
            near = _nearest(self.peers.measured[value], peer.number)
            if near is not None:
                other = self.facts_at(near)
                texts = [text for number, text in other.measured if number == value]
                yield Measured(indicator, other.shown, texts[-1] if near < peer.number else texts[0])


def _nearest(group: Sequence[int], number: int) -> int | None:
    """Return the nearest before `number`, or else after it."""
    place = bisect_left(group, number)
    if place:
        return group[place - 1]
    after = bisect_right(group, number)
    return group[after] if after < len(group) else None


def _hearing(peers: Peers, one: Peer, other: Peer) -> Iterator[int]:
    """Yield who may hear that the project, which in `peers` is `one`, was or will be `other`."""
    facts, others, number = one.facts, other.facts, one.number
    renamed = facts.shown != others.shown
    if facts.name and facts.name != others.name:
        yield from _neighbours(peers.names[one.unit, facts.name], number)
    if facts.objective and (renamed or facts.objective != others.objective):
        yield from _neighbours(peers.objectives[facts.objective], number)
    if facts.indicators != others.indicators and len(group := peers.indicators[facts.indicators]) <= MOST_ALIKE:
        yield from group
    if facts.measured and (renamed or facts.measured != others.measured):
        for value in _numbers(facts.measured):
            yield from _bare_near(peers.bare[value], peers.measured[value], number)


def _neighbours(group: Sequence[int], number: int) -> Sequence[int]:
    place = bisect_left(group, number)
    return group[max(place - 1, 0) : place + 2]


def _bare_near(bare: Sequence[int], measured: Sequence[int], number: int) -> Iterator[int]:
    """Yield the projects that have a bare number and go by the measured one of the project `number`.

    Those go by it for which it is the nearest before, up to the next measured one itself; where it is the first, also
    those before it; and where it is the second, the first, which does not go by itself.
    """
    place = bisect_left(measured, number)
    start = bisect_right(bare, number)
    end = bisect_right(bare, measured[place + 1]) if place + 1 < len(measured) else len(bare)
    yield from bare[start:end]
    if place < 2:
        yield from bare[0 if place == 0 else bisect_left(bare, measured[0]) : bisect_right(bare, measured[0])]


def _doubted_anew(before: Peers, after: Peers) -> Iterator[int]:
    """Yield the projects whose total lies between the limit that was and the one that is."""
    old, new = before.limit, after.limit
    if old != new and old is not None and new is not None:
        low, high = sorted((old, new))
        yield from (number for _, number in after.yuan.between((low, -1), (high, -1)))


def _names(peer: Peer) -> tuple[tuple[int, str], ...]:
    return ((peer.unit, peer.facts.name),) if peer.facts.name else ()


def _objectives(peer: Peer) -> tuple[str, ...]:
    return (peer.facts.objective,) if peer.facts.objective else ()


def _indicators(peer: Peer) -> tuple[bytes, ...]:
    return (peer.facts.indicators,) if peer.facts.indicators else ()


def _numbers(numbers: Numbers) -> tuple[Decimal, ...]:
    return tuple(number for number, _ in numbers)


def _totals(peer: Peer) -> tuple[Decimal, ...]:
    return (peer.facts.total,) if peer.facts.total > 0 else ()


def _yuan(peer: Peer) -> tuple[tuple[Decimal, int], ...]:
    return ((peer.facts.total, peer.number),) if peer.facts.may_be_yuan else ()
