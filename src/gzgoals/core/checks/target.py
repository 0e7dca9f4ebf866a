"""What an indicator's two targets should be like, and the fixes for them."""

from collections.abc import Iterator
from functools import partial

from gzgoals.core.checks.columns import OTHER_SIDE, TARGETS
from gzgoals.core.checks.finding import Finding, Fix, Severity
from gzgoals.core.checks.look import Look
from gzgoals.core.checks.placeholder import placeholder_in
from gzgoals.core.checks.reading import Reading, read, same_measure
from gzgoals.core.checks.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import find_indicator, put_value, replaced
from gzgoals.core.table import GoalTable, Place, split_target


@rule("V01", Severity.ERROR, Look)
def target_missing(look: Look, _: Around) -> Iterator[Spot]:
    """A target has no value."""
    for side, word in TARGETS.items():
        if getattr(look, side).is_blank:
            yield Spot(f"{side}.value", f"“{word}”未填写")


@rule("V02", Severity.WARNING, Look)
def number_without_measure(look: Look, _: Around) -> Iterator[Spot]:
    """A target is a plain number of nobody knows what; two equal targets make one finding."""
    bare = {side: number for side in TARGETS if (number := _bare_number(getattr(look, side)))}
    if len(bare) == 2 and look.indicator.cycle.text == look.indicator.annual.text:
        yield Spot("annual.measure", f"{bare['annual']} 缺少计量单位", ("cycle.measure",))
    else:
        for side, number in bare.items():
            yield Spot(f"{side}.measure", f"{number} 缺少计量单位")


@rule("V11", Severity.ERROR, Look)
def targets_contradict(look: Look, _: Around) -> Iterator[Spot]:
    """The targets differ in kind or measure, or one is a lower and the other an upper bound."""
    cycle, annual = look.cycle, look.annual
    if cycle is annual:
        return
    if cycle.is_blank or annual.is_blank:
        return
    differ = cycle.is_quantity != annual.is_quantity or not same_measure(cycle.measure, annual.measure)
    if differ or cycle.direction * annual.direction < 0:
        yield Spot("annual", "两列的单位或符号不一致", ("cycle",))


def _bare_number(reading: Reading) -> str:
    return reading.number if not reading.measure else ""


@remedy("V01")
def copy_other_side(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Take the other target, where that one is filled in."""
    side = finding.place.field.partition(".")[0]
    other = getattr(find_indicator(table, finding.place), OTHER_SIDE[side])
    if not read(other).is_blank and not placeholder_in(other.text, around.words):
        yield Fix("同另一列", partial(put_value, place=finding.place.at(side), value=other))


@remedy("V02")
def add_measure(table: GoalTable, finding: Finding, around: Around) -> Iterator[Fix]:
    """Add the measure of the other target or the one that the name tells, to both where both have none."""
    indicator = find_indicator(table, finding.place)
    others = [read(getattr(indicator, side)).measure for side in TARGETS]
    for measure in dict.fromkeys((*others, around.words.usual_measure(indicator.name))):
        if measure:
            yield Fix(f"补“{measure}”", partial(_with_measure, place=finding.place, measure=measure), kind="补计量单位")


def _with_measure(table: GoalTable, place: Place, measure: str) -> GoalTable:
    indicator = find_indicator(table, place)
    for side in TARGETS:
        if _bare_number(read(getattr(indicator, side))):
            parts = split_target(getattr(indicator, side).text)
            table = put_value(table, place.at(side), replaced(parts, measure=measure + parts.measure))
    return table


@remedy("V11")
def unify(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Make one target the same as the other."""
    indicator = find_indicator(table, finding.place)
    yield Fix("年度同周期", partial(put_value, place=finding.place.at("annual"), value=indicator.cycle))
    yield Fix("周期同年度", partial(put_value, place=finding.place.at("cycle"), value=indicator.annual))
