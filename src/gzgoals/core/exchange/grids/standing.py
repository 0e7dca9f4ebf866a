"""Which rows of the official table lead others (合计, a department, a unit): by indentation, by sums, by emptiness."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gzgoals.core.exchange.printed.ranks import leading_rows
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.table import worth

_LEAST_INDENT = 2


def with_ranks(rows: Sequence[Row], indents: Sequence[int]) -> list[Row]:
    """Return the rows with those that lead marked so; `indents` are how far their names are indented.

    A leading row has neither objective nor indicators. Indentation tells most; where it is lost, or contradicts the
    sums while another reading fits them, the sums tell.
    """
    bare = [not row.objective and not row.printed for row in rows]
    outermost = min(indents, default=0)
    leading = {
        place
        for place, row in enumerate(rows)
        if bare[place]
        and compact(row.name) in TOTAL_NAMES
        and (place == 0 or indents[place] < outermost + _LEAST_INDENT)
    }
    others = [place for place in range(len(rows)) if place not in leading]
    leading |= {others[place] for place in _leading([rows[p] for p in others], [indents[p] for p in others], outermost)}
    return [replace(row, leads=True, unpaid=False) if place in leading else row for place, row in enumerate(rows)]


def _leading(rows: Sequence[Row], indents: Sequence[int], outermost: int) -> set[int]:
    totals = [worth(row.amounts[0]) for row in rows]
    bare = [not row.objective and not row.printed for row in rows]
    if all(bare) and not any(totals):
        return set(range(len(rows))) if max(indents, default=0) == outermost else _outer(indents, bare, outermost)
    indented = _outer(indents, bare, outermost)
    if len(indented) < len(rows) and indented and _adds_up(totals, indented):
        return indented
    summed = leading_rows(totals, bare)
    if max(indents, default=0) < outermost + _LEAST_INDENT or (summed and _adds_up(totals, summed)):
        return summed
    return indented


def _outer(indents: Sequence[int], bare: Sequence[bool], outermost: int) -> set[int]:
    return {place for place, indent in enumerate(indents) if bare[place] and indent < outermost + _LEAST_INDENT}


def _adds_up(totals: Sequence[Decimal], leading: set[int]) -> bool:
    """Tell whether each leading row's total is the sum of the rows up to the next; a department's may repeat all."""
    places = sorted(leading)
    if not places:
        return False
    ends = [*places[1:], len(totals)]
    fits = [totals[place] == sum(totals[place + 1 : end], Decimal(0)) for place, end in zip(places, ends, strict=True)]
    if not fits[0] and len(fits) > 1 and ends[0] == places[0] + 1:
        below = sum(totals[place] for place in places[1:])
        return totals[places[0]] == below and all(fits[1:])
    return all(fits)
