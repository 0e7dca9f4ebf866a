"""Amounts in 万元: exact decimals where a plain number was written, the very text where it was not."""

import re
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import reduce
from typing import Annotated

from pydantic import BeforeValidator

_CENT = Decimal("0.01")
_ZERO = Decimal("0.00")
_EXACT = Context(prec=200)
"""Digits enough for any sum of amounts: the usual 28 would round, and then the order would count."""
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,10})?")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")


def amount_of(text: str) -> Decimal | str:
    """Read an amount in 万元 as a user or a file writes it.

    Thousands may be separated; full-width digits count as digits. A plain number comes back as a `Decimal` with at
    least two places, anything else (nothing, `五百`, `1.2.3`) as the text itself, so that no draft is ever lost.
    """
    plain = text.translate(_HALF_WIDTH).strip()
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        return text
    number = Decimal(plain)
    exponent = number.as_tuple().exponent
    if not number:  # one zero is shared by all: most projects have two; and there is no minus zero
        return _ZERO if isinstance(exponent, int) and exponent >= -2 else abs(number)
    return number.quantize(_CENT) if isinstance(exponent, int) and exponent > -2 else number


def _read(value: object) -> object:
    return amount_of(value) if isinstance(value, str) else value


Amount = Annotated[Decimal | str, BeforeValidator(_read, json_schema_input_type=str)]
"""An amount in 万元: a `Decimal` of at least two places, or the text of a draft that is not a number (yet)."""


def worth(amount: Decimal | str) -> Decimal:
    """Return what an amount counts for in a sum, in 万元: a draft counts for nothing."""
    return amount if isinstance(amount, Decimal) else _ZERO


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    """Return the exact sum of amounts, the same in any order, with two places or as many as it needs."""
    whole = reduce(_EXACT.add, amounts, _ZERO)
    cents = whole.quantize(_CENT, context=_EXACT)
    return cents if cents == whole else whole.normalize(_EXACT)


def amount_text(amount: Decimal | str) -> str:
    """Return an amount as it stands in a field or a file: `1600.22`, or the draft itself."""
    return amount if isinstance(amount, str) else f"{amount:f}"


def money_text(amount: Decimal | str) -> str:
    """Return an amount as it is printed and shown in lists: `1,600.22`, or the draft itself."""
    return amount if isinstance(amount, str) else f"{amount:,f}"
