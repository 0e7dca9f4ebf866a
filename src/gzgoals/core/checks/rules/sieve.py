"""Which rules may find something in an indicator, told by its name, its targets and its category, each asked once."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.reading import Reading, read
from gzgoals.core.checks.terms.rule import Around, Graded
from gzgoals.core.table import Indicator, Target

K = TypeVar("K")
V = TypeVar("V")

_REMEMBERED = 1 << 15
"""So many names, and so many targets, are remembered at most; then it begins anew."""

Rules = tuple[Graded[Look], ...]


class _Name(NamedTuple):
    """A name without blanks at its ends, and which rules it lets through: a bit each."""

    text: str
    rules: int


class _Target(NamedTuple):
    """What a target says, and which rules it lets through: a bit each."""

    reading: Reading
    rules: int


class _Home(NamedTuple):
    """The roles of a category of both levels, and which rules it lets through: a bit each."""

    level: str
    role: str
    rules: int


class Sieve:
    """The rules about indicators, of which each indicator meets only those that may find something in it.

    It remembers what texts let through. Several threads may ask at once: at worst a text is looked at twice.
    """

    def __init__(self, rules: Rules, around: Around) -> None:
        self._rules = rules
        self._around = around
        self._alike = sum(1 << number for number, each in enumerate(rules) if not each.only.differing)
        self._names: dict[str, _Name] = {}
        self._targets: dict[tuple[str, str, str], _Target] = {}
        self._homes: dict[str, _Home] = {}
        self._chosen: dict[int, Rules] = {0: ()}

    def sift(self, indicator: Indicator) -> tuple[Look, Rules] | None:
        """Return how the rules look at an indicator, and which of them may find something; None where none can."""
        cycle, annual = indicator.cycle, indicator.annual
        cycle_parts = cycle.operator, cycle.value, cycle.measure
        annual_parts = cycle_parts if annual is cycle else (annual.operator, annual.value, annual.measure)
        name = self._names.get(indicator.name) or self._name(indicator.name)
        home = self._homes.get(indicator.category) or self._home(indicator.category)
        of_cycle = self._targets.get(cycle_parts) or self._target(cycle, cycle_parts)
        let = name.rules & home.rules & of_cycle.rules
        of_annual = of_cycle
        if annual_parts == cycle_parts:
            let &= self._alike
        else:
            of_annual = self._targets.get(annual_parts) or self._target(annual, annual_parts)
            let |= name.rules & home.rules & of_annual.rules
        if not let:
            return None
        look = Look(indicator, name.text, home.level, home.role, of_cycle.reading, of_annual.reading)
        return look, self._chosen.get(let) or self._choose(let)

    def _name(self, text: str) -> _Name:
        bare = text.strip()
        lets = [each.only.name is None or each.only.name(bare, self._around) for each in self._rules]
        return _remember(self._names, text, _Name(bare, _bits(lets)))

    def _target(self, target: Target, parts: tuple[str, str, str]) -> _Target:
        reading = read(target)
        lets = [each.only.target is None or each.only.target(reading, self._around) for each in self._rules]
        return _remember(self._targets, parts, _Target(reading, _bits(lets)))

    def _home(self, category: str) -> _Home:
        catalogue = self._around.catalogue
        level, role = catalogue.roles.get(category) or (catalogue.role(category), "")
        lets = [each.only.role is None or each.only.role(level, role) for each in self._rules]
        return _remember(self._homes, category, _Home(level, role, _bits(lets)))

    def _choose(self, let: int) -> Rules:
        return _remember(self._chosen, let, tuple(each for number, each in enumerate(self._rules) if let >> number & 1))


def _bits(lets: Sequence[bool]) -> int:
    return sum(1 << number for number, let in enumerate(lets) if let)


def _remember(known: dict[K, V], key: K, value: V) -> V:
    if len(known) >= _REMEMBERED:
        known.clear()
    known[key] = value
    return value
