"""The years that captions tell: of columns that differ by them the own year's is read, the others are left out."""

import re
from collections.abc import Iterable, Mapping, Sequence

from gzgoals.core.exchange.grids.captions import ABOVE, PARTS_OF_MONEY, Column, Part, Period, period_of, plain
from gzgoals.core.exchange.source import GridRow

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ROWS_ABOVE = 6
_OF_YEARS = (*PARTS_OF_MONEY, Part.OPERATOR, Part.VALUE, Part.MEASURE, Part.OBJECTIVE)


def years_above(rows: Sequence[GridRow], begin: int) -> frozenset[int]:
    """Return the years that the rows right above a header tell."""
    rows = rows[max(0, begin - _ROWS_ABOVE) : begin]
    return frozenset(int(year) for row in rows for cell in row.cells for year in _YEAR.findall(cell))


def years_of(captions: Sequence[tuple[str, str]], columns: Mapping[int, Column]) -> dict[int, int]:
    """Return which year each column is of whose captions tell a single one."""
    told = {place: _year(*captions[place]) for place, (part, _) in columns.items() if part in _OF_YEARS}
    return {place: year for place, year in told.items() if year is not None}


def own_year(years: Mapping[int, int], titled: Iterable[int]) -> int | None:
    """Return the table's year by those of its columns: the one that its title tells too, else the latest."""
    named = set(years.values()) & set(titled)
    return next(iter(named)) if len(named) == 1 else max(years.values(), default=None)


def of_other_years(years: Mapping[int, int], columns: Mapping[int, Column], own: int | None) -> frozenset[int]:
    """Return the columns of other years that stand beside one of the own year, or of no year, for the same thing."""
    parts = {part for place, (part, period) in columns.items() if period is not Period.CYCLE and _is(years, place, own)}
    return frozenset(place for place, year in years.items() if year != own and columns[place][0] in parts)


def _is(years: Mapping[int, int], place: int, own: int | None) -> bool:
    return years.get(place, own) == own


def _year(group: str, own: str) -> int | None:
    """Return the year in a column's own caption, else in the nearest above; a span of years is none."""
    for caption in (own, *reversed(group.split(ABOVE))):
        if period_of(plain(caption)) is Period.CYCLE:
            return None
        if years := {int(year) for year in _YEAR.findall(plain(caption))}:
            return years.pop() if len(years) == 1 else None
    return None
