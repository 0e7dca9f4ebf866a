"""Rows of the official table in one of our own documents: their styles tell what they are, whatever they look like."""

import re
from decimal import Decimal

from gzgoals.core.exchange.grids.cells import amount_in, indicators_in
from gzgoals.core.exchange.grids.header import AMOUNTS, Header, Role
from gzgoals.core.exchange.printed.rows import Rank, Row
from gzgoals.core.exchange.printed.styled import styled_indicators
from gzgoals.core.exchange.printed.styles import Style
from gzgoals.core.exchange.source import NOWHERE, GridRow, StyledCell
from gzgoals.core.table import Amount, amount_of

_RANKS = {str(Style.TOTAL): Rank.TOTAL, str(Style.UNIT): Rank.UNIT, str(Style.PROJECT): Rank.PROJECT}
_LONG_NUMBER = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,20})?")


def rank_of(row: GridRow, header: Header) -> Rank | None:
    """Return what a row is by the style of its name, None where it has none of ours."""
    return _RANKS.get(row.styled_cell(header.column(Role.NAME)).style)


def styled_row(row: GridRow, rank: Rank, header: Header) -> Row:
    """Return a row as its styles tell it, to the last character; paragraphs of a name are one."""
    indicators = header.column(Role.INDICATORS)
    printed = styled_indicators(row.styled_cell(indicators).parts)
    return Row(
        row.spots or (NOWHERE,),
        row.styled_cell(header.column(Role.NAME)).line,
        tuple(_amount(row.styled_cell(header.column(role))) for role in AMOUNTS),
        objective=row.styled_cell(header.column(Role.OBJECTIVE)).text,
        printed=indicators_in(row.cell(indicators)) if printed is None else printed,
        leads=rank is not Rank.PROJECT,
        told=rank,
    )


def _amount(cell: StyledCell) -> Amount:
    """Return an amount; a draft that someone has made a number is one."""
    text = cell.line
    if cell.style == Style.DRAFT:
        return amount_of(text)
    plain = text.replace(",", "").strip()
    amount = amount_in(text)
    return Decimal(plain) if isinstance(amount, str) and _LONG_NUMBER.fullmatch(plain) else amount
