"""The rows of a printed table: name, amounts, objective and indicators, however their cells were wrapped."""

from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.exchange.indicator_text import PrintedIndicator


@dataclass(frozen=True, slots=True)
class Row:
    """One row in print; `line` is where its amounts stand.

    `amounts` are 总计 and then, in the order of their columns, those that were printed: all three, or only those that
    are not zero. `leads` tells a row that stands above others (合计, a department, a unit) from a project; `unsure`
    that its name's beginning was guessed, `unpaid` that no amount was printed. `note` stood below the last row.
    """

    line: int
    name: str
    amounts: tuple[Decimal | str, ...]
    objective: str = ""
    printed: tuple[PrintedIndicator, ...] = ()
    leads: bool = False
    unsure: bool = False
    unpaid: bool = False
    note: str = ""
