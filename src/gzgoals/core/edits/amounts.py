"""Amounts of many projects at once: raised or cut by a percentage, and rounded."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from gzgoals.core.edits.many import put_values
from gzgoals.core.edits.replace import find_project
from gzgoals.core.edits.stated import without_settled
from gzgoals.core.table import Amount, GoalTable, Place, Project, exact_sum, worth

STEPS = {"元": Decimal("0.0001"), "百元": Decimal("0.01"), "千元": Decimal("0.1"), "万元": Decimal(1)}
"""What can be rounded to, in 万元."""

_SOURCES = ("appropriation", "special_account", "other")
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_EXACT = 200
"""Digits, enough for any amount; the usual 28 would not do."""


@dataclass(frozen=True, slots=True)
class Scaling:
    """By how many percent amounts change, and to which of `STEPS` they are rounded, half up."""

    percent: Decimal = Decimal(0)
    step: str = "百元"

    def of(self, amount: Amount) -> Amount:
        """Return what an amount becomes; a draft stays as it is."""
        if isinstance(amount, str):
            return amount
        with localcontext(prec=_EXACT):
            step = STEPS[self.step]
            changed = amount * (_HUNDRED + self.percent) / _HUNDRED
            rounded = (changed / step).quantize(Decimal(1), ROUND_HALF_UP) * step
            cents = rounded.quantize(_CENT)
            plain = cents if cents == rounded else rounded.normalize()
        return plain or Decimal("0.00")  # there is no minus zero


@dataclass(frozen=True, slots=True)
class Rescaled:
    """A project whose amounts change: its place, its total before and after, and whether an amount is no number."""

    place: Place
    name: str
    before: Decimal
    after: Decimal
    draft: bool


def rescaled(table: GoalTable, places: Collection[Place], scaling: Scaling) -> tuple[Rescaled, ...]:
    """Return what becomes of the projects at `places`."""
    found = []
    for place in places:
        project = find_project(table, place)
        after = exact_sum(worth(new) for _, new in _changes(project, scaling))
        draft = any(isinstance(getattr(project.funding, source), str) for source in _SOURCES)
        found.append(Rescaled(place, project.name, project.funding.total, after, draft))
    return tuple(found)


def with_scaled(table: GoalTable, places: Collection[Place], scaling: Scaling) -> GoalTable:
    """Return the table with the amounts of the projects at `places` scaled and rounded."""
    values = [
        (place.at(f"funding.{source}"), new)
        for place in places
        for source, new in _changes(find_project(table, place), scaling)
    ]
    table = put_values(table, values)
    for place in places:
        if find_project(table, place).funding.stated_total is not None:
            table = without_settled(table, place)
    return table


def _changes(project: Project, scaling: Scaling) -> Iterator[tuple[str, Amount]]:
    for source in _SOURCES:
        yield source, scaling.of(getattr(project.funding, source))
