"""The two targets of an indicator looked at alike: one finding where they are the same, one mend for both."""

from collections.abc import Callable, Iterator
from functools import partial

from gzgoals.core.checks.rules.placeholder import placeholder_in
from gzgoals.core.checks.terms.columns import TARGETS
from gzgoals.core.checks.terms.finding import Finding, Fix
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rate_names import exceeds_share
from gzgoals.core.checks.terms.reading import Reading, contradict, read
from gzgoals.core.checks.terms.rule import Around, Spot
from gzgoals.core.edits import find_indicator, put_value, replaced
from gzgoals.core.table import GoalTable, Indicator, Place, Target

Change = Callable[[Target], Target]
"""What mends a target; it returns the very same one where there is nothing to mend."""


def spots(look: Look, part: str, message: Callable[[Reading], str]) -> Iterator[Spot]:
    """Yield where `message` says something of a target, with its `part` marked; of two with one text only once."""
    of_annual = message(look.annual)
    if look.cycle is look.annual or look.cycle.text == look.annual.text:
        if of_annual:
            yield Spot(f"annual.{part}", of_annual, (f"cycle.{part}",))
        return
    if of_cycle := message(look.cycle):
        yield Spot(f"cycle.{part}", of_cycle)
    if of_annual:
        yield Spot(f"annual.{part}", of_annual)


def mends(table: GoalTable, finding: Finding, around: Around, label: str, change: Change, kind: str = "") -> list[Fix]:
    """Return the fix that changes both targets, where it changes those that were found and adds no error."""
    before = find_indicator(table, finding.place)
    after = _mended(before, change)
    found = {cell.field.partition(".")[0] for cell in finding.cells}
    if any(getattr(after, side) == getattr(before, side) for side in found) or _adds_error(before, after, around):
        return []
    return [Fix(label, partial(_with_mended, place=finding.place, change=change), kind)]


def _with_mended(table: GoalTable, place: Place, change: Change) -> GoalTable:
    mended = _mended(find_indicator(table, place), change)
    for side in TARGETS:
        table = put_value(table, place.at(side), getattr(mended, side))
    return table


def _mended(indicator: Indicator, change: Change) -> Indicator:
    return replaced(indicator, cycle=change(indicator.cycle), annual=change(indicator.annual))


def _adds_error(before: Indicator, after: Indicator, around: Around) -> bool:
    """Tell whether a change makes the targets contradict, exceed what a share can be, or hold a placeholder."""
    if contradict(read(after.cycle), read(after.annual)) and not contradict(read(before.cycle), read(before.annual)):
        return True
    return any(
        _is_wrong(after.name, getattr(after, side), around)
        and not _is_wrong(before.name, getattr(before, side), around)
        for side in TARGETS
    )


def _is_wrong(name: str, target: Target, around: Around) -> bool:
    return exceeds_share(name.strip(), read(target)) or bool(placeholder_in(target.text, around.words))
