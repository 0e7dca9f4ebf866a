"""What sheets of indicators and forms give: projects as they were found, with remarks for what was inferred."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gzgoals.core.exchange.printed.captions import NO_CAPTIONS, Captions
from gzgoals.core.exchange.source import NOWHERE, Spot
from gzgoals.core.table import Amount, Target, worth

ZERO = Decimal("0.00")
NO_MONEY = (ZERO, ZERO, ZERO, ZERO)

Amounts = tuple[Amount, ...]
"""总计 and the three sources, in 万元."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt before the thing has a place in a table; `field` is a field of what it hangs on."""

    spot: Spot
    read: str
    why: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class FoundIndicator:
    """An indicator: the texts of its two levels, its name and its targets."""

    first: str
    second: str
    name: str
    cycle: Target
    annual: Target
    spot: Spot = NOWHERE
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A project as it was found; `amounts` are None where its source has none, `unit` is empty where none is named.

    `sourced` tells that its money is parted by where it comes from, `unpaid` that it has none where others do,
    `form` that it has a form of its own.
    """

    name: str
    unit: str = ""
    amounts: Amounts | None = None
    objective: str = ""
    indicators: tuple[FoundIndicator, ...] = ()
    spots: tuple[Spot, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unpaid: bool = False
    sourced: bool = False
    sheet: str = ""
    department: str = ""
    form: bool = False

    @property
    def said(self) -> bool:
        """Whether anything but a name was found."""
        return bool(self.amounts or self.objective or self.indicators)


@dataclass(frozen=True, slots=True)
class SumRow:
    """A row of 合计 or 小计: what it printed, None for a column left blank, and over which projects it stands."""

    amounts: tuple[Amount | None, ...]
    spot: Spot

    def against(self, sums: Sequence[Decimal]) -> tuple[Decimal, ...]:
        """Return what it printed, with the sums themselves where it printed nothing."""
        pairs = zip(self.amounts, sums, strict=True)
        return tuple(own if amount is None else worth(amount) for amount, own in pairs)


@dataclass(frozen=True, slots=True)
class Gathering:
    """The projects of one sheet, or of several, with the rows of sums and what stands above the tables.

    `in_rows` tells that each row of the sheet names its project, so that the sheet's own name may be a unit's.
    """

    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...] = ()
    captions: Captions = NO_CAPTIONS
    department: str = ""
    title: str = ""
    total: SumRow | None = None
    in_rows: bool = False
    subtotals: Mapping[str, SumRow] = field(default_factory=dict)


def sums_of(pieces: Sequence[Piece]) -> tuple[Decimal, ...]:
    """Return the sums of 总计 and the three sources."""
    amounts = [piece.amounts or NO_MONEY for piece in pieces]
    return tuple(sum((worth(each[column]) for each in amounts), ZERO) for column in range(len(NO_MONEY)))
