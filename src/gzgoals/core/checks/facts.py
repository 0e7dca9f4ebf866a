"""What the checks of other projects need to know of a project, and what the others make of it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from gzgoals.core.checks.among import MOST_ALIKE, Among, Measured
from gzgoals.core.checks.columns import TARGETS
from gzgoals.core.checks.money import may_be_yuan
from gzgoals.core.checks.objective import is_unwritten, is_waived
from gzgoals.core.checks.reading import read
from gzgoals.core.checks.structure import name_key
from gzgoals.core.table import Project

_TELLING = 5


class Facts(NamedTuple):
    """What a project is compared by; `total` in 万元, the keys without blanks.

    `objective` is empty where none is written or it is waived.
    `bare` are telling numbers that its targets have without a measure, each with the indicator's id; `measured` such
    numbers with a measure, each with the target as printed.
    """

    total: Decimal
    may_be_yuan: bool
    name: str
    objective: str
    indicators: tuple[tuple[str, ...], ...]
    bare: tuple[tuple[Decimal, str], ...]
    measured: tuple[tuple[Decimal, str], ...]


def facts_of(project: Project) -> Facts:
    """Return what a project is compared by."""
    bare, measured = _numbers(project)
    total = project.funding.total
    is_none = is_unwritten(project.objective) or is_waived(project.objective)
    objective = "" if is_none else name_key(project.objective)
    indicators = tuple((each.category, each.name, each.cycle.text, each.annual.text) for each in project.indicators)
    return Facts(total, may_be_yuan(total), name_key(project.name), objective, indicators, bare, measured)


def _numbers(project: Project) -> tuple[tuple[tuple[Decimal, str], ...], tuple[tuple[Decimal, str], ...]]:
    bare, measured = [], []
    for indicator in project.indicators:
        for side in TARGETS:
            reading = read(getattr(indicator, side))
            if is_telling(reading.number):
                if reading.measure:
                    measured.append((reading.low, reading.text))
                else:
                    bare.append((reading.low, indicator.id))
    return tuple(dict.fromkeys(bare)), tuple(dict.fromkeys(measured))


def is_telling(number: str) -> bool:
    """Tell whether a number is so particular that it means the same thing wherever it stands (`11733.38`)."""
    return len(number.replace(",", "").replace(".", "").strip("+-0")) >= _TELLING


def among_all(projects: Sequence[Sequence[Project]], facts: Sequence[Sequence[Facts]], year: int) -> Iterator[Among]:
    """Yield every project among the others, in the table's order; both are given a sequence a unit."""
    flat = [each for unit in facts for each in unit]
    middle = _median(flat)
    objectives = _alike(each.objective for each in flat)
    indicators = _alike(each.indicators for each in flat)
    names = [project.name for unit in projects for project in unit]
    measured = _measured(flat)
    number = -1
    for unit, unit_facts in zip(projects, facts, strict=True):
        twins = _alike(each.name for each in unit_facts)
        for row, (project, fact) in enumerate(zip(unit, unit_facts, strict=True)):
            number += 1
            earlier = [place for place in twins[fact.name] if place < row] if fact.name else []
            same = [place for place in objectives[fact.objective] if place != number] if fact.objective else []
            near = max((place for place in same if place < number), default=same[0] if same else None)
            count = len(indicators[fact.indicators]) if fact.indicators else 0
            yield Among(
                project,
                year,
                twin=earlier[-1] + 1 if earlier else 0,
                median=middle if fact.may_be_yuan else None,
                same_objective=None if near is None else names[near],
                same_indicators=min(count, MOST_ALIKE) if count > 1 else 0,
                measured=tuple(_others(fact, number, measured, names)),
            )


def _alike(keys: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    places = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    return places


def _measured(facts: Sequence[Facts]) -> dict[Decimal, list[tuple[int, str]]]:
    found = defaultdict(list)
    for place, each in enumerate(facts):
        for value, text in each.measured:
            found[value].append((place, text))
    return found


def _others(
    fact: Facts, number: int, measured: dict[Decimal, list[tuple[int, str]]], names: Sequence[str]
) -> Iterator[Measured]:
    for value, indicator in fact.bare:
        others = [(place, text) for place, text in measured.get(value, ()) if place != number]
        before = [each for each in others if each[0] < number]
        if others:
            place, text = before[-1] if before else others[0]
            yield Measured(indicator, names[place], text)


def _median(facts: Sequence[Facts]) -> Decimal | None:
    """Return the median of the totals above zero in 万元, or None when no project is to be measured by it."""
    if not any(each.may_be_yuan for each in facts):
        return None
    return median(each.total for each in facts if each.total > 0)
