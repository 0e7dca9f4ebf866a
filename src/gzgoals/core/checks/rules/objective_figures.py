"""Figures in the objective beside the targets of the indicators that they are about."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from gzgoals.core.checks.rules.figures_in_text import Figure, figures, has_figure
from gzgoals.core.checks.terms.columns import TARGETS
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.reading import WHOLE, Reading, read, same_measure
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import find_project, put_value, replaced
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Target, split_target


class Conflict(NamedTuple):
    """That the objective gives figures for an indicator's name, and none of them is that of a target.

    `sides` are the targets that can be compared, the annual one first.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    sides: tuple[str, ...]

    @property
    def target(self) -> Target:
        """The target that the figures are to be like."""
        target: Target = getattr(self.indicator, self.sides[0])
        return target


@rule("G07", Severity.WARNING, Project)
def figure_contradicts(project: Project, _: Around) -> Iterator[Spot]:
    """A figure in the objective is not that of the indicator of that name; bounds of the same number agree."""
    for conflict in _conflicts(project):
        written, target = _quote(project.objective, conflict.figures[0]), conflict.target.text
        yield Spot(
            conflict.sides[0],
            f"目标写“{written}”，指标为 {target}",
            conflict.sides[1:],
            conflict.indicator.id,
            f"{written}；{target}",
            above=("objective",),
        )


def _conflicts(project: Project) -> Iterator[Conflict]:
    text = project.objective
    if not has_figure(text):
        return
    named = _named(project, text)
    if not named:
        return
    for name, written in figures(text, named).items():
        conflict = _conflict(named[name], written)
        if conflict:
            yield conflict


def _named(project: Project, text: str) -> dict[str, Indicator]:
    """Return the indicators that the text mentions, by their names; two of one name are nobody's."""
    named: dict[str, Indicator] = {}
    twice = set()
    for indicator in project.indicators:
        name = indicator.name.strip()
        if name.endswith(("）", ")")):
            name = _BRACKETED.sub("", name).strip()
        if len(name) >= _SHORTEST and name in text:
            if name in named:
                twice.add(name)
            named[name] = indicator
    return {name: indicator for name, indicator in named.items() if name not in twice}


_BRACKETED = re.compile(r"[（(][^（）()]{0,6}[）)]\s*\Z")
_SHORTEST = 2


def _conflict(indicator: Indicator, written: list[Figure]) -> Conflict | None:
    readings = {side: read(getattr(indicator, side)) for side in reversed(TARGETS)}
    numbers = {side: reading for side, reading in readings.items() if reading.number}
    comparable = [figure for figure in written if any(_comparable(figure, each) for each in numbers.values())]
    if not comparable:
        return None
    if any(_value(each) == figure.number for each in numbers.values() for figure in comparable):
        return None
    sides = tuple(side for side, each in numbers.items() if _comparable(comparable[0], each))
    return Conflict(indicator, tuple(comparable), sides)


def _value(reading: Reading) -> Decimal:
    return Decimal(reading.number.replace(",", ""))


def _comparable(figure: Figure, reading: Reading) -> bool:
    """Tell whether a figure is in a target's measure, or one of the two is without any."""
    measure = _measure(figure.rest, reading.measure)
    if measure is None:
        return False
    if measure and reading.measure:
        return same_measure(measure, reading.measure)
    bare = figure.number if reading.measure else _value(reading)
    return bare > 1 or "%" not in (measure or reading.measure).replace("％", "%")


_WORDS_AFTER = "(?:及?以[上下内]|左右|等|的|和|与|及|并|或|目标|标准|水平)"
_AFTER = rf"(?=\Z|[\s，。；：、！？,;）)”’』」】]|{_WORDS_AFTER})"
_NONE = re.compile(_AFTER)
_PERCENT = re.compile("[%％]")
_MEASURE = re.compile(rf"([^\W\d_万亿千百十][^\W\d_]{{0,7}}?|[㎡℃]){_AFTER}")


def _measure(rest: str, like: str) -> str | None:
    """Return the measure that a text begins with, the one that is `like` another if it may be; None where unclear."""
    if percent := _PERCENT.match(rest):
        return percent[0]
    if like and rest.startswith(like) and _NONE.match(rest, len(like)):
        return like
    if _NONE.match(rest):
        return ""
    found = _MEASURE.match(rest)
    return found[1] if found else None


def _quote(text: str, figure: Figure) -> str:
    """Return the figure as it is written, from its name to its measure."""
    measure = _measure(figure.rest, "") or ""
    return text[figure.name_begin : figure.end] + measure


@remedy("G07")
def take_either(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Write the indicator's number into the objective, or the objective's into the target that it was compared with."""
    conflict = _conflict_at(find_project(table, finding.place), finding.place)
    if conflict is None:
        return
    number = read(conflict.target).number
    yield Fix(f"目标改为“{number}”", partial(_mend_objective, place=finding.place), kind="目标同指标")
    mended = _mended(conflict.target, conflict.figures[0])
    if mended is not None:
        yield Fix(f"指标改为“{mended.text}”", partial(_mend_targets, place=finding.place), kind="指标同目标")


def _conflict_at(project: Project, place: Place) -> Conflict | None:
    return next((each for each in _conflicts(project) if each.indicator.id == place.indicator), None)


def _mend_objective(table: GoalTable, place: Place) -> GoalTable:
    project = find_project(table, place)
    conflict = _conflict_at(project, place)
    if conflict is None:
        return table
    text, number = project.objective, read(conflict.target).number
    for figure in reversed(conflict.figures):
        text = text[: figure.begin] + number + text[figure.end :]
    return put_value(table, Place(place.unit, place.project, field="objective"), text)


def _mend_targets(table: GoalTable, place: Place) -> GoalTable:
    """Return the table with the objective's number in the target, and in the other one where they are the same."""
    conflict = _conflict_at(find_project(table, place), place)
    mended = _mended(conflict.target, conflict.figures[0]) if conflict else None
    if conflict is None or mended is None:
        return table
    for side in conflict.sides:
        if getattr(conflict.indicator, side).text == conflict.target.text:
            table = put_value(table, place.at(side), mended)
    return table


def _mended(target: Target, figure: Figure) -> Target | None:
    """Return the target with the figure's number; None where that would be a share of more than the whole."""
    parts, reading = split_target(target.text), read(target)
    too_much = reading.is_percent and figure.number > WHOLE >= reading.low
    if too_much or parts.value != reading.number:
        return None
    return replaced(parts, value=f"{figure.number:f}")
