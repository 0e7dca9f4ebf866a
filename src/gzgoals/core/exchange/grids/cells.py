"""Cells of a grid understood: an amount, a name, the indicators' run of text."""

import re
from decimal import Decimal

from gzgoals.core.exchange.grids.leveled_text import leveled_indicators
from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator, split_cell
from gzgoals.core.table import Amount, amount_of

_ZERO = Decimal("0.00")
_NOTHING = frozenset("-－—–/／")
_CURRENCY = re.compile(r"^(?:人民币|[￥¥])|万元$")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_BREAK_OF_WORDS = re.compile(r"(?<=[A-Za-z])\n(?=[0-9A-Za-z])")
_BREAK_WITHIN = re.compile(r"\n(?![0-9]{1,4}、)")

_ORGAN_CODE = re.compile(r"^(?:[\[【(（][0-9]{2,}[\]】)）]\s*|[0-9]{3,}\s*[-—_ ]\s*|[0-9]{6,})(?=[^\s0-9])")


def amount_in(cell: str) -> Amount:
    """Return the amount in a cell: nothing and a dash are zero, what is no number stays as it was written."""
    text = cell.strip()
    if not text or text in _NOTHING:
        return _ZERO
    amount = amount_of(text)
    if isinstance(amount, str):
        number = amount_of(_CURRENCY.sub("", "".join(text.split())))
        return number if isinstance(number, Decimal) else _BREAK.sub("", text)
    return amount


def name_in(cell: str) -> str:
    """Return a name as one line."""
    return _BREAK.sub("", _BREAK_OF_WORDS.sub(" ", cell.strip())) if "\n" in cell else cell.strip()


def organ_in(cell: str) -> str:
    """Return the name of a unit or department as one line, without the code before it: `[001]某院`, `001-某院`."""
    name = name_in(cell)
    return name[found.end() :] if (found := _ORGAN_CODE.match(name)) else name


def objective_in(cell: str) -> str:
    """Return an objective with its paragraphs, without the blanks around it and at the ends of its lines."""
    return "\n".join(line.rstrip() for line in cell.split("\n")).strip()


def indicators_in(cell: str) -> tuple[PrintedIndicator, ...]:
    """Return the indicators of a cell; text in which none can be told becomes the name of one.

    Lines within an indicator are put together; nothing that stands before the first number is lost.
    """
    text = _BREAK_WITHIN.sub("", _BREAK.sub("\n", cell.strip())) if "\n" in cell else cell.strip()
    if not text:
        return ()
    printed = split_cell(text) or leveled_indicators(cell)
    return printed or (PrintedIndicator("", "", text.replace("\n", " "), "", "", 1),)
