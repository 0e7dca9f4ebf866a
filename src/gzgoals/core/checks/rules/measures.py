"""That a target's number has a measure, one that fits the indicator's name."""

from collections.abc import Iterator
from functools import cache, lru_cache, partial
from typing import Any

from gzgoals.core.checks.rules.sides import mends, spots
from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.columns import TARGETS
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rate_names import is_growth, is_satisfaction
from gzgoals.core.checks.terms.reading import Reading, half_width, plain_measure, read
from gzgoals.core.checks.terms.rule import Around, Only, Pair, Spot, remedy, rule
from gzgoals.core.checks.terms.words import needs_no_measure
from gzgoals.core.edits import find_indicator, replaced
from gzgoals.core.table import GoalTable, Indicator, Target, is_number, split_target


@rule(
    "V02",
    Severity.WARNING,
    Look,
    Only(lambda name, _: not needs_no_measure(name), lambda reading, _: bool(_bare(reading))),
)
def number_without_measure(look: Look, _: Around) -> Iterator[Spot]:
    """A target is a plain number of nobody knows what."""
    dated = look.role == "timeliness"
    yield from spots(look, "measure", partial(_without_measure, dated=dated))


@rule("V03", Severity.HINT, Among)
def measured_elsewhere(among: Among, _: Around) -> Iterator[Spot]:
    """A telling number without a measure stands in another project with one."""
    if not among.measured:
        return
    indicators = {each.id: each for each in among.project.indicators}
    for found in among.measured:
        bare = _bare_sides(indicators[found.indicator], read(split_target(found.text)))
        if bare and not needs_no_measure(indicators[found.indicator].name.strip()):
            message = f"“{found.project}”的同一数值写作 {found.text}"
            also = tuple(f"{side}.measure" for side in bare[1:])
            own = getattr(indicators[found.indicator], bare[0]).text
            yield Spot(f"{bare[0]}.measure", message, also, found.indicator, value=f"{own}；{found.text}")


@rule(
    "V17",
    Severity.HINT,
    Look,
    Only(
        lambda name, around: bool(around.words.proper_measure(name)),
        lambda reading, _: bool(reading.number),
        pair=Pair(
            lambda name, around: around.words.proper_measure(name),
            lambda reading: reading.measure,
            lambda usual, measure: _is_unlike(measure, usual),
        ),
    ),
)
def measure_unusual(look: Look, around: Around) -> Iterator[Spot]:
    """The measure is another one than indicators of this name have."""
    usual = around.words.proper_measure(look.name)
    cycle, annual, name = look.cycle, look.annual, look.name
    if _is_odd(annual, usual, name) or (cycle is not annual and _is_odd(cycle, usual, name)):
        message = f"“{name}”的单位通常为 {usual}"
        yield from spots(look, "measure", lambda each: message if _is_odd(each, usual, name) else "")


def _bare(reading: Reading) -> str:
    return reading.number if not reading.measure else ""


def _without_measure(reading: Reading, dated: bool) -> str:
    number = _bare(reading)
    return f"{number} 缺少计量单位" if number and not (dated and _is_date(number)) else ""


def _is_date(number: str) -> bool:
    """Tell whether a deadline is written as a number: `20261231`, `2026.12`."""
    year, month = number[:4], number[4:6] if len(number) == 8 else number[5:]
    dotted = len(number) in (6, 7) and number[4] == "."
    if not (year.isdecimal() and month.isdecimal() and (dotted or len(number) == 8)):
        return False
    return year.startswith(("19", "20")) and 1 <= int(month) <= 12


def _bare_sides(indicator: Indicator, measured: Reading) -> list[str]:
    """Return the sides with just this number and no measure, the annual one first."""
    readings = {side: read(getattr(indicator, side)) for side in ("annual", "cycle")}
    return [side for side, reading in readings.items() if _bare(reading) and reading.low == measured.low]


def _is_odd(reading: Reading, usual: str, name: str) -> bool:
    return bool(reading.number) and not _fits(reading.measure, usual, name)


def _fits(measure: str, usual: str, name: str) -> bool:
    """Tell whether a measure is the usual one or its like: counts are alike, and anything may grow by some percent."""
    if _is_like(measure, usual):
        return True
    plain = plain_measure(measure)
    return (plain == "%" and is_growth(name)) or (plain == "分" and is_satisfaction(name))


@lru_cache(maxsize=8192)
def _is_like(measure: str, usual: str) -> bool:
    plain = plain_measure(measure)
    fitting = _fitting().get(plain_measure(usual))
    return plain != "%" if fitting is None else any(like in plain for like in fitting)


def _is_unlike(measure: str, usual: str) -> bool:
    return not _is_like(measure, usual)


@cache
def _fitting() -> dict[str, Any]:
    return dict(lexicon()["fitting_measures"])


@remedy("V02")
def add_measure(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Add the measure of the other target or the one that the name tells, to both where both have none."""
    indicator = find_indicator(table, finding.place)
    others = [read(getattr(indicator, side)).measure for side in TARGETS]
    for measure in dict.fromkeys((*others, around.words.usual_measure(indicator.name))):
        if measure:
            change = partial(_with_measure, measure=measure)
            yield from mends(table, finding, around, f"补“{measure}”", change, kind="补计量单位")


@remedy("V03")
def take_measure(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Add the measure that the same number has in the other project."""
    other = read(split_target(finding.value.rpartition("；")[2]))
    change = partial(_with_measure, measure=other.measure, only=other)
    if other.measure:
        yield from mends(table, finding, around, f"补“{other.measure}”", change, kind="补计量单位")


@remedy("V17")
def take_usual_measure(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Change the measure into the usual one, in both targets where both have another."""
    name = find_indicator(table, finding.place).name.strip()
    usual = around.words.proper_measure(name)
    change = partial(_with_usual, usual=usual, name=name)
    yield from mends(table, finding, around, f"改为“{usual}”", change, kind="改为通常的单位")


def _with_measure(target: Target, measure: str, only: Reading | None = None) -> Target:
    reading = read(target)
    if not _bare(reading) or (only and reading.low != only.low):
        return target
    parts = split_target(target.text)
    return replaced(parts, measure=measure + parts.measure)


def _with_usual(target: Target, usual: str, name: str) -> Target:
    reading, parts = read(target), split_target(half_width(target.text))
    if not _is_odd(reading, usual, name) or not is_number(parts.value):
        return target
    return replaced(parts, measure=usual + parts.measure.removeprefix(reading.measure))
