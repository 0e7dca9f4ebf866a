"""What stands between the amounts of one row and those of the next: the first row's text and the second one's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.printed.indicator_text import find_cell
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.exchange.text.joining import indentation, joined

_CLOSED = re.compile(r"[。！？][”’」』）)】》]{0,4}$")
_OPENING, _CLOSING = "（(【《「『", "）)】》」』"


@dataclass(frozen=True, slots=True)
class Passage:
    """The pieces of lines between two runs of amounts.

    `pieces` are the rest of the first row's line (often empty), the whole lines, and what stands before the second
    run on its line. Those before `closed` are surely text of the first row: a 。 ends them or an indicator cell
    begins there (at the offset `cell` of the joined `text`, -1 for none); `ended` tells that they do end with 。.
    """

    pieces: tuple[str, ...]
    text: str
    begins: tuple[int, ...]
    closed: int
    cell: int
    ended: bool
    first: bool

    @property
    def bare(self) -> bool:
        """No piece is surely text: the first row may be a unit."""
        return self.closed == 1 and not self.pieces[0].strip()

    @property
    def at_boundary(self) -> bool:
        """A closed cell, or no text at all, stands before the second row."""
        return self.ended or (len(self.pieces) == 2 and self.bare)

    @property
    def names_total(self) -> bool:
        """The second row is the 合计."""
        return any(compact("".join(self.pieces[begin:])) in TOTAL_NAMES for begin in range(-1, -6, -1))

    def text_before(self, piece: int) -> str:
        """Return the joined text up to a piece."""
        return (self.text[: self.begins[piece]] if piece < len(self.begins) else self.text).strip()

    def indented_from(self, indent: int) -> int | None:
        """Return the piece with which the second row's name begins when it is indented, or None."""
        wide = [place for place in self._possible_names() if indentation(self.pieces[place]) >= indent]
        if not wide:
            return None
        begin = wide[-1]
        while begin - 1 in wide:
            begin -= 1
        return begin

    def name_begin(self, indent: int, *, after_leading: bool) -> tuple[int, bool]:
        """Return the piece with which the second row's name begins, and whether that had to be guessed."""
        last = len(self.pieces) - 1
        if indent and (begin := self.indented_from(indent)) is not None:
            return begin, False
        if self.first or (after_leading and self.bare):
            return min(self.closed, last), False
        nearest = max(last - (not self.pieces[last].strip()), 1)
        if self.ended:
            begin = min(self.closed, nearest)
            return begin, self.cell < 0 and begin < nearest
        return nearest, nearest > 1

    def _possible_names(self) -> list[int]:
        """Return the pieces from which a name may begin: not blank, behind what is surely text."""
        return [place for place in range(self.closed, len(self.pieces)) if self.pieces[place].strip()]


def passage_of(pieces: Sequence[str], *, after_row: bool) -> Passage:
    """Make a passage of its pieces; the first one of a table stands after no row."""
    text, begins = joined(pieces[:-1])
    cell = find_cell(text, begins) if after_row else -1
    cell_piece = max((place for place, begin in enumerate(begins) if begin <= cell), default=0) if cell >= 0 else 0
    end = _last_closed(pieces[:-1]) + 1 if after_row else 0
    closed = max(end, cell_piece + 1, 1)
    return Passage(tuple(pieces), text, tuple(begins), closed, cell, end > cell_piece, not after_row)


def _last_closed(pieces: Sequence[str]) -> int:
    """Return the last piece that ends with 。 outside of all brackets, else the last one with 。, else -1.

    A closing bracket without an opening one, as in `1）`, counts for nothing.
    """
    depth = 0
    outside = anywhere = -1
    for place, piece in enumerate(pieces):
        depth = max(depth + sum(map(piece.count, _OPENING)) - sum(map(piece.count, _CLOSING)), 0)
        if _CLOSED.search(piece.rstrip()[-6:]):
            anywhere = place
            outside = place if depth == 0 else outside
    return outside if outside >= 0 else anywhere
