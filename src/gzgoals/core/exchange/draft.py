"""What a reader hands over: the table as far as it was understood, every doubt about it, and where it came from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gzgoals.core.exchange.source import Source, Spot
from gzgoals.core.table import GoalTable, Place

Report = Callable[[int, int], None]
"""Is told how many of how many pages or sheets have been read."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was inferred rather than read.

    `spot` is where it stands in the source, `place` where it went in the table; `read` says what was understood and
    `why` on what grounds: both are parts of a Chinese sentence without its full stop.
    """

    spot: Spot
    place: Place
    read: str
    why: str

    @property
    def text(self) -> str:
        """The doubt as one Chinese sentence."""
        where = self.spot.text
        return f"{where} {self.read}，{self.why}。" if where else f"{self.read}，{self.why}。"


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it was read from a foreign file, with the doubts to be looked at before it is used.

    `origins` tells for the id of each unit and project where in the `source` it stands; `summed` that the source has a
    row of 合计 to compare with.
    """

    table: GoalTable
    doubts: tuple[Doubt, ...] = ()
    origins: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    source: Source = field(default_factory=Source)
    summed: bool = False
