"""Which budget year is being made now."""

from gzgoals.core.today import today


def coming_year() -> int:
    """Return the coming budget year: budgets are made in the year before."""
    return today().year + 1
