"""A block: the texts of a rectangle of cells, as they travel between programs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gzgoals.core.errors import BadClipboardError

MOST_ROWS = 10_000
MOST_COLUMNS = 300
MOST_LETTERS = 16_000_000
"""What a clipboard may hold; a table of 100,000 indicators is opened from its file, not pasted."""

MOST_CELLS = 400_000
"""Of the tables of a page, which take much longer to read than a text does."""

ROWS_OF_A_SHEET = 1 << 20
"""What whole columns of a sheet have, mostly blank ones; more than any of them are copied by no one."""


def too_much() -> BadClipboardError:
    """Return the error that says that a table is too large to be pasted."""
    return BadClipboardError(f"剪贴板中的表格超过 {MOST_ROWS:,} 行或 {MOST_COLUMNS} 列，没有粘贴。请分几次复制。")


def too_long() -> BadClipboardError:
    """Return the error that says that there is more than can be pasted."""
    return BadClipboardError("剪贴板中的内容太多，没有粘贴。请分几次复制。")


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of equally many texts, line breaks within a text being LF."""

    rows: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Sequence[str]]) -> "Block":
        """Return the block of these rows, the shorter ones filled up with empty texts."""
        given = [tuple(row) for row in rows]
        width = max(map(len, given), default=0)
        return cls(tuple(row + ("",) * (width - len(row)) for row in given))

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def letters(self) -> int:
        """How many characters stand in all its cells."""
        return sum(len(text) for row in self.rows for text in row)

    @property
    def is_blank(self) -> bool:
        """Whether nothing but blanks stands in it."""
        return not any(text.strip() for row in self.rows for text in row)

    def without_blank_end(self) -> "Block":
        """Return the block without the blank rows at its end, as a whole column of a sheet has a million of them."""
        end = self.height
        while end and not any(text.strip() for text in self.rows[end - 1]):
            end -= 1
        return Block(self.rows[:end])
