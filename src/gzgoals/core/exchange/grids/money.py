"""Amounts in whatever unit a sheet writes them, brought to 万元."""

import re
import unicodedata
from decimal import Decimal

from gzgoals.core.exchange.grids.cells import amount_in
from gzgoals.core.table import Amount

_PARTS_OF_WAN = {
    "元": Decimal("0.0001"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "万": Decimal(1),
    "亿元": Decimal(10_000),
}
_UNIT = re.compile(
    r"[（(【\[](?:金额)?(?:单位:?)?(?:人民币)?([千万亿]?元)[】\])）]|单位:(?:人民币)?([千万亿]?元)|^([千万亿]?元)$"
)
_WRITTEN = re.compile(r"(.*?[0-9])\s*(?:人民币)?([千万亿]?元|万)(?:整)?")
_CENT = Decimal("0.01")


def unit_in(text: str) -> str:
    """Return the unit of money that a caption tells (元, 千元, 万元, 亿元), nothing when it tells none."""
    found = _UNIT.search("".join(unicodedata.normalize("NFKC", text).split()))
    return next(filter(None, found.groups()), "") if found else ""


def money_in(cell: str, unit: str) -> Amount:
    """Return the amount in a cell in 万元; a unit beside the number counts before the table's (`unit`, else 万元)."""
    text = cell.strip()
    if found := _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text)):
        text, unit = found[1], found[2]
    amount = amount_in(text)
    if isinstance(amount, str):
        return amount_in(cell)
    return in_wan(amount, unit)


def in_wan(amount: Decimal, unit: str) -> Decimal:
    """Return an amount of a unit in 万元, with as many digits as it takes to be the same amount."""
    wan = amount * _PARTS_OF_WAN.get(unit, Decimal(1))
    exact = wan.quantize(_CENT)
    return exact if exact == wan else wan.normalize()
