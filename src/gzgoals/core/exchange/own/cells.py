"""Cells of our own rows as parts of a table: amounts, categories and targets, each as it was written."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gzgoals.core.exchange.grids.notation import sign_of, with_unknown_sign
from gzgoals.core.exchange.own.rows import BLANK_AMOUNT
from gzgoals.core.exchange.printed.indicator_text import category_of
from gzgoals.core.table import OPERATORS, Amount, Catalogue, Indicator, Target, amount_of

_ZERO = Decimal("0.00")
_LONG_NUMBER = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,20})?")


def indicator_in(cells: Sequence[str], catalogue: Catalogue) -> Indicator:
    """Return the indicator that the cells behind its number tell."""
    return Indicator(
        category=_category(cells[:4], catalogue),
        name=cells[4],
        cycle=_target(cells[5:8]),
        annual=_target(cells[8:11]),
    )


def _category(cells: Sequence[str], catalogue: Catalogue) -> str:
    """Return the category: by the finest code, or what the two names say where there is none that is known."""
    first_code, first, second_code, second = cells
    for code in (second_code.strip(), "" if second else first_code.strip()):
        if code and code in catalogue.by_code:
            return code
    if second_code or first_code:
        return category_of(_label(first_code, first), _label(second_code, second), catalogue)
    return category_of(first, second, catalogue)


def _label(code: str, name: str) -> str:
    return f"{code}-{name}".strip("-")


def _target(cells: Sequence[str]) -> Target:
    sign, value, measure = cells
    operator = next((known for known in OPERATORS if known == sign.strip()), None)
    if operator is None:
        operator, understood = sign_of(sign, number=True)
        value = value if understood else with_unknown_sign(sign, value)
    return Target(operator=operator, value=value, measure=measure)


def amount_in(cell: str) -> Amount:
    """Return the amount in a cell: nothing is zero, a dash one that is still to be filled in, or a draft."""
    if not cell.strip():
        return _ZERO
    if cell.strip() == BLANK_AMOUNT and not cell.startswith(BLANK_AMOUNT):
        return ""
    rest = cell.removeprefix(BLANK_AMOUNT)
    if rest != cell and (not rest.strip() or rest.strip().startswith(BLANK_AMOUNT)):
        return rest
    return amount_of(cell)


def total_in(cell: str) -> Decimal | None:
    """Return the total in a cell, which may have more digits than an amount, None for what is no number."""
    total = amount_of(cell.strip().replace(",", ""))
    if isinstance(total, str):
        return Decimal(total) if _LONG_NUMBER.fullmatch(total) else None
    return total
