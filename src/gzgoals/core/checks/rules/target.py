"""That both of an indicator's targets are filled in and go together, and the fixes for them."""

from collections.abc import Iterator
from functools import cache, lru_cache, partial

from gzgoals.core.checks.rules.placeholder import placeholder_in
from gzgoals.core.checks.terms.columns import OTHER_SIDE, TARGETS
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.reading import contradict, plain_measure, read, same_measure
from gzgoals.core.checks.terms.rule import Around, Only, Spot, remedy, rule
from gzgoals.core.edits import find_indicator, put_value
from gzgoals.core.table import GoalTable, Place


@rule("V01", Severity.ERROR, Look, Only(target=lambda reading, _: reading.is_blank))
def target_missing(look: Look, _: Around) -> Iterator[Spot]:
    """A target has no value."""
    for side, word in TARGETS.items():
        if getattr(look, side).is_blank:
            yield Spot(f"{side}.value", f"“{word}”未填写")


@rule("V11", Severity.ERROR, Look, Only(differing=True))
def targets_contradict(look: Look, _: Around) -> Iterator[Spot]:
    """The targets differ in kind or measure, or one is a lower and the other an upper bound."""
    if contradict(look.cycle, look.annual):
        yield Spot("annual", "两列的单位或符号不一致", ("cycle",))


@rule("V12", Severity.WARNING, Look, Only(target=lambda reading, _: bool(reading.number), differing=True))
def cycle_below_annual(look: Look, _: Around) -> Iterator[Spot]:
    """Less is to be counted in the whole cycle than in the one year of it."""
    cycle, annual = look.cycle, look.annual
    if not cycle.number or not annual.number or cycle.low >= annual.low:
        return
    if same_measure(cycle.measure, annual.measure) and _adds_up(look.name, cycle.measure):
        yield Spot("cycle", f"实施周期 {cycle.amount} 小于年度 {annual.amount}", ("annual",))


@lru_cache(maxsize=8192)
def _adds_up(name: str, measure: str) -> bool:
    """Tell whether the years' numbers add up: cases do, but not rates, scores, durations, averages and prices."""
    plain = plain_measure(measure)
    if not plain or "/" in plain or plain in _never_added()["measures"]:
        return False
    return not any(word in name for word in _never_added()["names"])


@cache
def _never_added() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in lexicon()["never_added"].items()}


@remedy("V01")
def copy_other_side(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Take the other target, where that one is filled in."""
    side = finding.place.field.partition(".")[0]
    other = getattr(find_indicator(table, finding.place), OTHER_SIDE[side])
    reading = read(other)
    if not (reading.is_blank or reading.is_filler or placeholder_in(other.text, around.words)):
        yield Fix("同另一列", partial(put_value, place=finding.place.at(side), value=other))


@remedy("V11")
def unify(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Make one target the same as the other."""
    indicator = find_indicator(table, finding.place)
    yield Fix("年度同周期", partial(put_value, place=finding.place.at("annual"), value=indicator.cycle))
    yield Fix("周期同年度", partial(put_value, place=finding.place.at("cycle"), value=indicator.annual))


@remedy("V12")
def exchange_or_unify(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Exchange the targets, or make one the same as the other."""
    yield Fix("两列对调", partial(_exchanged, place=finding.place))
    yield from unify.offers(table, finding, around)


def _exchanged(table: GoalTable, place: Place) -> GoalTable:
    indicator = find_indicator(table, place)
    swapped = put_value(table, place.at("cycle"), indicator.annual)
    return put_value(swapped, place.at("annual"), indicator.cycle)
