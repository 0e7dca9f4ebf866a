"""Amounts in 万元: exact decimals where a plain number was written, the very text where it was not."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

_CENT = Decimal("0.01")
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
    if not number:
        number = abs(number)  # there is no minus zero
    exponent = number.as_tuple().exponent
    return number.quantize(_CENT) if isinstance(exponent, int) and exponent > -2 else number


def _read(value: object) -> object:
    return amount_of(value) if isinstance(value, str) else value


Amount = Annotated[Decimal | str, BeforeValidator(_read, json_schema_input_type=str)]
"""An amount in 万元: a `Decimal` of at least two places, or the text of a draft that is not a number (yet)."""


def worth(amount: Decimal | str) -> Decimal:
    """Return what an amount counts for in a sum, in 万元: a draft counts for nothing."""
    return amount if isinstance(amount, Decimal) else Decimal("0.00")


def amount_text(amount: Decimal | str) -> str:
    """Return an amount as it stands in a field or a file: `1600.22`, or the draft itself."""
    return amount if isinstance(amount, str) else f"{amount:f}"


def money_text(amount: Decimal | str) -> str:
    """Return an amount as it is printed and shown in lists: `1,600.22`, or the draft itself."""
    return amount if isinstance(amount, str) else f"{amount:,f}"
