"""That a rate is written as a bound, can be reached, and is a share where it should be one."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from gzgoals.core.checks.rules.sides import mends, spots
from gzgoals.core.checks.terms.columns import TARGETS
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rate_names import (
    is_better_small,
    is_fixed,
    is_growth,
    is_rate,
    is_satisfaction,
    is_share,
)
from gzgoals.core.checks.terms.reading import WHOLE, Reading, read
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.edits import find_indicator, replaced
from gzgoals.core.table import GoalTable, Indicator, Operator, Target, split_target

_REACHABLE = "95"
_NOTHING = Decimal(0)


def _lacks_sign(reading: Reading) -> bool:
    return not reading.sign and reading.is_percent and bool(reading.number) and _NOTHING < reading.low < WHOLE


def _is_open(name: str, _: Around) -> bool:
    """Tell whether a rate of this name is good from some value on: neither growth nor laid down elsewhere."""
    return is_rate(name) and not is_growth(name) and not is_fixed(name)


@rule("V04", Severity.WARNING, Look, Only(_is_open, lambda reading, _: _lacks_sign(reading)))
def rate_without_sign(look: Look, _: Around) -> Iterator[Spot]:
    """A rate under 100% is to be met exactly, as it is written."""
    sign = _sign(look.indicator)
    yield from spots(
        look,
        "operator",
        lambda each: f"{each.amount} 未写比较符号，是否应为 {sign}" if _lacks_sign(each) else "",
    )


@rule("V06", Severity.ERROR, Look, Only(lambda name, _: is_share(name), lambda reading, _: reading.exceeds_whole))
def share_beyond_whole(look: Look, _: Around) -> Iterator[Spot]:
    """A share is over 100% or under 0."""
    yield from spots(look, "value", lambda each: f"{each.amount} 超出 0-100%" if each.exceeds_whole else "")


def _too_high(reading: Reading, highest: int) -> bool:
    return reading.is_percent and reading.low >= highest and reading.direction >= 0


@rule(
    "V07",
    Severity.HINT,
    Look,
    Only(
        lambda name, _: "满意" in name and is_satisfaction(name),
        lambda reading, around: _too_high(reading, around.words.limits.satisfaction),
    ),
)
def satisfaction_too_high(look: Look, around: Around) -> Iterator[Spot]:
    """Hardly anyone can satisfy everybody."""
    highest = around.words.limits.satisfaction
    yield from spots(
        look, "value", lambda each: f"满意度目标 {each.text} 过高，难以实现" if _too_high(each, highest) else ""
    )


def _sign(indicator: Indicator) -> Operator:
    """Return the operator that is meant: the other target's, or what the name tells."""
    directions = {read(getattr(indicator, side)).direction for side in TARGETS} - {0}
    if len(directions) == 1:
        return "≥" if directions == {1} else "≤"
    return "≤" if is_better_small(indicator.name.strip()) else "≥"


@remedy("V04")
def add_sign(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Make the rate a bound, in both targets where both have no operator."""
    sign = _sign(find_indicator(table, finding.place))
    yield from mends(table, finding, around, f"补“{sign}”", partial(_with_sign, sign=sign), kind="补比较符号")


@remedy("V07")
def lower_satisfaction(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Take what is usual, in both targets where both are too high."""
    change = partial(_lowered, highest=around.words.limits.satisfaction)
    if int(_REACHABLE) < around.words.limits.satisfaction:
        yield from mends(table, finding, around, f"改为“≥{_REACHABLE}%”", change)


def _with_sign(target: Target, sign: Operator) -> Target:
    return replaced(split_target(target.text), operator=sign) if _lacks_sign(read(target)) else target


def _lowered(target: Target, highest: int) -> Target:
    return Target(operator="≥", value=_REACHABLE, measure="%") if _too_high(read(target), highest) else target
