"""An indicator as the rules look at it: its parts read once, for all of them."""

from typing import NamedTuple

from gzgoals.core.checks.terms.reading import Reading, read
from gzgoals.core.table import Catalogue, Indicator, Target


class Look(NamedTuple):
    """An indicator with what its parts say.

    `name` is without blanks at its ends; `level` and `role` are the roles in the catalogue of its first and second
    level (`output` and `quantity`, in every scheme), empty where the category is not known.
    """

    indicator: Indicator
    name: str
    level: str
    role: str
    cycle: Reading
    annual: Reading


def look_at(indicator: Indicator, catalogue: Catalogue) -> Look:
    """Return the indicator as the rules look at it."""
    level, role = catalogue.roles.get(indicator.category) or (catalogue.role(indicator.category), "")
    cycle = read(indicator.cycle)
    annual = cycle if _same(indicator.cycle, indicator.annual) else read(indicator.annual)
    return Look(indicator, indicator.name.strip(), level, role, cycle, annual)


def _same(one: Target, other: Target) -> bool:
    """Tell whether two targets are equal, quicker than they would tell themselves."""
    return one is other or (
        one.value == other.value and one.measure == other.measure and one.operator == other.operator
    )
