"""Which rules may find something in an indicator, told by its name, its targets and its category, each asked once."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.reading import Reading, read
from gzgoals.core.checks.terms.rule import Around, Graded
from gzgoals.core.table import Indicator, Target

K = TypeVar("K")
V = TypeVar("V")

_REMEMBERED = 1 << 15
"""So many names, and so many targets, are remembered at most; then it begins anew."""

Said = tuple[str, ...]
"""What a name or a target says to the rules that look at both together, a word each."""

Rules = tuple[Graded[Look], ...]


class _Name(NamedTuple):
    """A name without blanks at its ends, which rules it lets through, a bit each, and what it says to pairs."""

    text: str
    rules: int
    said: Said


class _Target(NamedTuple):
    """What a target says, which rules it lets through, a bit each, and which ones beside a name, by what that says."""

    reading: Reading
    rules: int
    beside: dict[Said, int]


class _Home(NamedTuple):
    """The roles of a category of both levels, and which rules it lets through: a bit each."""

    level: str
    role: str
    rules: int


Lets = TypeVar("Lets")


class _Asked(NamedTuple, Generic[Lets]):
    """What asks one part of an indicator: the bits of the rules that do, and of all others, which any part lets."""

    asking: tuple[tuple[int, Lets], ...]
    others: int


class Sieve:
    """The rules about indicators, of which each indicator meets only those that may find something in it.

    It remembers what texts let through. Several threads may ask at once: at worst a text is looked at twice.
    """

    def __init__(self, rules: Rules, around: Around) -> None:
        self.rules = rules
        self._around = around
        self._alike = sum(1 << number for number, each in enumerate(rules) if not each.only.differing)
        self._of_name = _asked([each.only.name for each in rules])
        self._of_target = _asked([each.only.target for each in rules])
        self._of_home = _asked([each.only.role for each in rules])
        self._of_pair = _asked([each.only.pair for each in rules])
        self._names: dict[str, _Name] = {}
        self._targets: dict[tuple[str, str, str], _Target] = {}
        self._homes: dict[str, _Home] = {}
        self._beside: dict[Said, dict[Said, int]] = {}
        self._chosen: dict[int, Rules] = {0: ()}

    def sift(self, indicator: Indicator) -> tuple[Look, Rules] | None:
        """Return how the rules look at an indicator, and which of them may find something; None where none can."""
        cycle, annual = indicator.cycle, indicator.annual
        cycle_parts = cycle.operator, cycle.value, cycle.measure
        annual_parts = cycle_parts if annual is cycle else (annual.operator, annual.value, annual.measure)
        text, of_name, said = self._names.get(indicator.name) or self._name(indicator.name)
        level, role, of_home = self._homes.get(indicator.category) or self._home(indicator.category)
        reading, of_target, beside = self._targets.get(cycle_parts) or self._target(cycle, cycle_parts)
        so_far = of_name & of_home
        let = so_far & of_target & (beside.get(said) or self._pair(said, reading, beside))
        other = reading
        if annual_parts == cycle_parts:
            let &= self._alike
        else:
            other, of_target, beside = self._targets.get(annual_parts) or self._target(annual, annual_parts)
            let |= so_far & of_target & (beside.get(said) or self._pair(said, other, beside))
        if not let:
            return None
        look = Look(indicator, text, level, role, reading, other)
        return look, self._chosen.get(let) or self._choose(let)

    def _name(self, text: str) -> _Name:
        bare, around = text.strip(), self._around
        asking, others = self._of_name
        rules = others + sum(bit for bit, lets in asking if lets(bare, around))
        said = tuple(pair.name(bare, around) for _, pair in self._of_pair.asking)
        return _remember(self._names, text, _Name(bare, rules, said))

    def _target(self, target: Target, parts: tuple[str, str, str]) -> _Target:
        reading, around = read(target), self._around
        asking, others = self._of_target
        rules = others + sum(bit for bit, lets in asking if lets(reading, around))
        said = tuple(pair.target(reading) for _, pair in self._of_pair.asking)
        beside = self._beside.get(said)
        if beside is None:
            beside = _remember(self._beside, said, {})
        return _remember(self._targets, parts, _Target(reading, rules, beside))

    def _pair(self, said: Said, reading: Reading, beside: dict[Said, int]) -> int:
        """Return which rules a name and a target let through together, by what the name says, and remember it."""
        asking, others = self._of_pair
        words = zip(asking, said, strict=True)
        rules = others + sum(bit for (bit, pair), word in words if pair.lets(word, pair.target(reading)))
        return _remember(beside, said, rules)

    def _home(self, category: str) -> _Home:
        catalogue = self._around.catalogue
        level, role = catalogue.roles.get(category) or (catalogue.role(category), "")
        asking, others = self._of_home
        rules = others + sum(bit for bit, lets in asking if lets(level, role))
        return _remember(self._homes, category, _Home(level, role, rules))

    def _choose(self, let: int) -> Rules:
        return _remember(self._chosen, let, tuple(each for number, each in enumerate(self.rules) if let >> number & 1))


def _asked(lets: Sequence[Lets | None]) -> _Asked[Lets]:
    """Return what is asked of a part of an indicator by the rules, in their order."""
    asking = tuple((1 << number, each) for number, each in enumerate(lets) if each is not None)
    return _Asked(asking, sum(1 << number for number, each in enumerate(lets) if each is None))


def _remember(known: dict[K, V], key: K, value: V) -> V:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[key] = value
    return value
