"""That a target's operator is one that the table uses, and points the right way."""

from collections.abc import Iterator
from functools import cache, lru_cache

from gzgoals.core.checks.rules.sides import mends, spots
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rate_names import is_better_small, is_rate
from gzgoals.core.checks.terms.reading import Reading, read, without_bound
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.edits import find_indicator, replaced
from gzgoals.core.table import GoalTable, Operator, Target, split_target

_MILD: dict[str, Operator] = {"＞": "≥", "＜": "≤"}


def _is_strict(reading: Reading) -> bool:
    return reading.sign in _MILD and not (reading.sign == "＞" and reading.number and not reading.low)


@rule("V05", Severity.HINT, Look, Only(target=lambda reading, _: _is_strict(reading)))
def operator_strict(look: Look, _: Around) -> Iterator[Spot]:
    """A bound is itself shut out, which is seldom meant; `＞0` is."""
    yield from spots(look, "operator", lambda each: "一般用“≥”“≤”表示" if _is_strict(each) else "")


def _may_be_dear(name: str, _: Around) -> bool:
    return not _is_gain(name)


@rule(
    "V15",
    Severity.WARNING,
    Look,
    Only(
        _may_be_dear,
        lambda reading, _: reading.direction > 0,
        lambda level, role: "cost" in (level, role),
    ),
)
def cost_at_least(look: Look, _: Around) -> Iterator[Spot]:
    """A cost may be as high as can be."""
    yield from spots(look, "operator", lambda each: "成本指标宜用“≤”" if each.direction > 0 else "")


@lru_cache(maxsize=1024)
def _is_gain(name: str) -> bool:
    """Tell whether something among the costs is the better the larger: what is saved, or how well money is used."""
    return any(word in name for word in _gains()) or (is_rate(name) and not is_better_small(name))


@cache
def _gains() -> tuple[str, ...]:
    return tuple(lexicon()["cost_gains"])


@remedy("V05")
def include_bound(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Let the bound itself be allowed, in both targets."""
    indicator = find_indicator(table, finding.place)
    side = getattr(indicator, finding.place.field.partition(".")[0])
    yield from mends(table, finding, around, f"改为“{_MILD[read(side).sign]}”", _mild, kind="改用“≥”“≤”")


@remedy("V15")
def at_most(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Make the cost an upper bound, in both targets."""
    yield from mends(table, finding, around, "改为“≤”", _at_most)


def _mild(target: Target) -> Target:
    reading = read(target)
    return replaced(split_target(target.text), operator=_MILD[reading.sign]) if _is_strict(reading) else target


def _at_most(target: Target) -> Target:
    if read(target).direction <= 0:
        return target
    turned = replaced(split_target(without_bound(target.text)), operator="≤")
    return turned if read(turned).direction < 0 else target
