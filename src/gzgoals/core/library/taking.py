"""What an indicator becomes when an entry of the library is chosen for it: what stands there already stays."""

from gzgoals.core.edits import replaced
from gzgoals.core.library.item import Entry, Seen
from gzgoals.core.table import Indicator, Target, is_number


def taken(indicator: Indicator, entry: Entry) -> Indicator:
    """Return the indicator with the entry's name, and with its category and targets where it has none of its own."""
    seen = entry.targets[0] if entry.targets else None
    return replaced(
        indicator,
        name=entry.name,
        category=indicator.category or entry.category,
        cycle=_filled(indicator.cycle, _sides(seen, "cycle")),
        annual=_filled(indicator.annual, _sides(seen, "annual")),
    )


def _sides(seen: Seen | None, side: str) -> Target:
    """Return the target of one side, the other's where that one is empty."""
    if seen is None:
        return Target()
    cycle, annual = seen.cycle, seen.annual
    return (cycle if cycle.text else annual) if side == "cycle" else (annual if annual.text else cycle)


def _filled(own: Target, other: Target) -> Target:
    """Return a target filled up from another one: as a whole where it is empty, else only by what it is counted in.

    A value without a sign means exactly that value, so no sign is added to one.
    """
    if not own.text:
        return other
    if own.value and not own.measure and is_number(own.value) and is_number(other.value):
        return replaced(own, measure=other.measure)
    if own.value:
        return own
    operator, measure = own.operator or other.operator, own.measure or other.measure
    return replaced(own, operator=operator, value=other.value, measure=measure)
