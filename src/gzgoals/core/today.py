"""Which day it is where the officer sits."""

import datetime as dt


def today() -> dt.date:
    """Return the day in the local time zone."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
