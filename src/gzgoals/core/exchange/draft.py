"""What a reader hands over: the table as far as it was understood, and every doubt about it."""

from dataclasses import dataclass

from gzgoals.core.table import GoalTable, Place


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was inferred rather than read.

    `line` counts from 1 in the source (0 = no line), `place` says where it went in the table, `read` what was
    understood and `why` on what grounds; both are parts of a Chinese sentence without its full stop.
    """

    line: int
    place: Place
    read: str
    why: str

    @property
    def text(self) -> str:
        """The doubt as one Chinese sentence."""
        return f"{f'第 {self.line} 行 ' if self.line else ''}{self.read}，{self.why}。"


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it was read from a foreign file, with the doubts to be looked at before it is used."""

    table: GoalTable
    doubts: tuple[Doubt, ...] = ()
