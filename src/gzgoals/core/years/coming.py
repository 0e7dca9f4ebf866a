"""Which budget year is being made now."""

import datetime as dt


def coming_year() -> int:
    """Return the coming budget year: budgets are made in the year before."""
    return dt.datetime.now(tz=dt.UTC).astimezone().year + 1
