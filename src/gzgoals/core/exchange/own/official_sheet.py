"""The official sheet of our workbooks: its rows, each no longer than a sheet can show, and the texts of its cells."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from gzgoals.core.exchange.own.fitting import pieces
from gzgoals.core.exchange.own.official import OfficialRow, captions_above, official_rows
from gzgoals.core.exchange.printed.wording import COLUMNS, FULL_TITLE
from gzgoals.core.table import Amount, GoalTable

NAME_WIDTH, OBJECTIVE_WIDTH, INDICATORS_WIDTH = 22, 28, 48
"""Of the columns of texts, in half-width characters."""

_DIGITS = 15
INDENT = 2
"""Half-width characters that a sheet puts before an indented name."""

_BLANK: tuple[Amount, Amount, Amount, Amount] = ("", "", "", "")


def sheet_rows(table: GoalTable) -> Iterator[OfficialRow]:
    """Yield the official rows; what is too long for one goes on in the next, below a blank name and no amounts."""
    for row in official_rows(table):
        names = pieces(row.name, NAME_WIDTH - 2 * INDENT)
        texts = (pieces(row.objective, OBJECTIVE_WIDTH), pieces(row.indicators, INDICATORS_WIDTH))
        if len(names) == len(texts[0]) == len(texts[1]) == 1:
            yield row
            continue
        for place, (name, objective, indicators) in enumerate(zip_longest(names, *texts, fillvalue="")):
            yield OfficialRow(name, _BLANK if place else row.amounts, objective, indicators, row.depth)


def official_cells(table: GoalTable) -> Iterator[tuple[str, ...]]:
    """Yield the texts of the whole sheet as they are read from it."""
    yield (FULL_TITLE,)
    yield captions_above(table)
    yield COLUMNS
    for row in sheet_rows(table):
        yield (row.name, *(_seen(amount) for amount in row.amounts), row.objective, row.indicators)


def kept(amount: Amount) -> Amount:
    """Return an amount as a cell can keep it: a number of up to 15 digits, anything else as its text."""
    if not isinstance(amount, Decimal) or (amount.is_finite() and len(amount.normalize().as_tuple().digits) <= _DIGITS):
        return amount
    return f"{amount.normalize():f}"


def _seen(amount: Amount) -> str:
    """Return an amount as it is read from a cell that shows nothing for zero."""
    if not isinstance(amount, Decimal):
        return amount
    return f"{amount.normalize():f}" if amount else ""
