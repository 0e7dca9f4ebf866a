"""The rows of a printed table: name, amounts, objective and indicators, however their cells were wrapped."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator
from gzgoals.core.exchange.source import OpenBreak, Spot


class Rank(Enum):
    """What a row of the official table is."""

    TOTAL = "合计"
    UNIT = "单位"
    PROJECT = "项目"


_CELL_WORDS = ("实施周期指标值", "年度指标值")


@dataclass(frozen=True, slots=True)
class Row:
    """One row in print; the first of its `spots` is where its amounts stand, more follow where it goes on over pages.

    `amounts` are 总计 and then, in the order of their columns, those that were printed: all three, or only those that
    are not zero. `leads` tells a row that stands above others (合计, a department, a unit) from a project; `unsure`
    that its name's beginning was guessed, `unpaid` that no amount was printed. `note` stood below the last row. Of
    `open_breaks` in the objective nothing tells whether paragraphs end there. `told` is what the source itself says
    that the row is, whatever its texts look like.
    """

    spots: tuple[Spot, ...]
    name: str
    amounts: tuple[Decimal | str, ...]
    objective: str = ""
    printed: tuple[PrintedIndicator, ...] = ()
    leads: bool = False
    unsure: bool = False
    unpaid: bool = False
    note: str = ""
    open_breaks: tuple[OpenBreak, ...] = ()
    told: Rank | None = None

    @property
    def mixed(self) -> bool:
        """Tell whether words stand in its texts that belong to a cell of their own: another row's text got in."""
        if self.told:
            return False
        texts = [self.name, self.objective, *(part for p in self.printed for part in (p.name, p.cycle, p.annual))]
        return any(word in text for text in texts for word in _CELL_WORDS)

    @property
    def spot(self) -> Spot:
        """Where the row begins in its source."""
        return self.spots[0]
