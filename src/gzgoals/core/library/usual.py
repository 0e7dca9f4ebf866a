"""With which sign and measure the targets of indicators are usually written whose names end alike."""

from collections import Counter
from collections.abc import Iterable

from gzgoals.core.library.item import Entry
from gzgoals.core.table import Operator, Target, is_number

Way = tuple[Operator, str]
"""A sign and a measure."""

_BARE_SIGNS: tuple[Way, ...] = (("≥", ""), ("≤", ""))
_MOST_WAYS = 4
_LONGEST = 6
"""Characters of an ending."""
_ENOUGH = 3
"""Indicators that must share an ending for it to tell anything."""


class Usual:
    """Signs and measures by the endings of names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_ending: dict[str, Counter[Way]] = {}
        for entry in entries:
            target = entry.target
            if is_number(target.value):
                for length in range(1, min(_LONGEST, len(entry.name)) + 1):
                    known = self._by_ending.setdefault(entry.name[-length:], Counter())
                    known[target.operator, target.measure] += 1

    def targets(self, name: str, value: str) -> tuple[str, ...]:
        """Return ways to write a target with this value: those most usual for such a name, then the bare signs."""
        endings = (self._by_ending.get(name[-length:], Counter()) for length in range(_LONGEST, 0, -1))
        known = next((each for each in endings if each.total() >= _ENOUGH), Counter())
        ways = [way for way, _ in known.most_common() if any(way)][:_MOST_WAYS]
        return tuple(
            dict.fromkeys(
                Target(operator=sign, value=value, measure=measure).text for sign, measure in (*ways, *_BARE_SIGNS)
            )
        )
