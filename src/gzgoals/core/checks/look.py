"""An indicator as the rules look at it: its parts read once, for all of them."""

from typing import NamedTuple

from gzgoals.core.checks.reading import Reading, read
from gzgoals.core.table import Catalogue, Indicator


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
    category = catalogue.by_code.get(indicator.category)
    role = category.role if category and category.parent else ""
    cycle = read(indicator.cycle)
    annual = cycle if indicator.annual == indicator.cycle else read(indicator.annual)
    return Look(indicator, indicator.name.strip(), catalogue.role(indicator.category), role, cycle, annual)
