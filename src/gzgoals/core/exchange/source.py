"""Where in a source something stands, and the source itself as it can be shown beside what was read from it."""

from dataclasses import dataclass, replace
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right and bottom on a page, in points from the page's upper left corner."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a source; numbers count from 1, and what does not apply is 0 or empty.

    A text has lines (`line` to `last`), a PDF pages with a `box` on them, an office document sheets (or tables) of rows
    and columns; `last` is the last row there.
    """

    line: int = 0
    page: int = 0
    sheet: str = ""
    row: int = 0
    column: int = 0
    last: int = 0
    box: Box | None = None

    @property
    def text(self) -> str:
        """The spot in the officer's words: `第 3 行`, `第 2 页`, `“预算表”B5`; nothing for no spot."""
        if self.line:
            return f"第 {self.line} 行"
        if self.page:
            return f"第 {self.page} 页"
        cell = f"{_letters(self.column)}{self.row}" if self.column else f"第 {self.row} 行" if self.row else ""
        return f"“{self.sheet}”{cell}" if self.sheet else cell

    @property
    def order(self) -> tuple[int, int, float]:
        """What spots of one source are sorted by, from its beginning to its end; sheets stay as they come."""
        return (self.page, self.line or self.row, self.box[1] if self.box else 0.0)

    def until(self, last: int) -> "Spot":
        """Return the spot reaching down to the line or row `last`."""
        return replace(self, last=last)


NOWHERE = Spot()
"""No place in particular: the source as a whole."""


@dataclass(frozen=True, slots=True)
class OpenBreak:
    """A break between two lines of a cell of which nothing tells whether a paragraph ends there.

    `before` is how the line before it ends; `parted` tells that it was read as a paragraph's end.
    """

    before: str
    parted: bool


class StyledPart(NamedTuple):
    """A piece of text in one of our styles of characters, an empty one for any other."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class StyledCell:
    """A cell of a document with our styles, to the last character; `style` is that of its first paragraph."""

    style: str = ""
    paragraphs: tuple[tuple[StyledPart, ...], ...] = ()

    @property
    def parts(self) -> tuple[StyledPart, ...]:
        """The pieces of all paragraphs."""
        return tuple(part for paragraph in self.paragraphs for part in paragraph)

    @property
    def text(self) -> str:
        """The text with its paragraphs."""
        return "\n".join("".join(part.text for part in paragraph) for paragraph in self.paragraphs)

    @property
    def line(self) -> str:
        """The text without its paragraphs; line breaks that stand in it stay."""
        return "".join(part.text for part in self.parts)


NO_STYLED_CELL = StyledCell()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a ruled table or a sheet: the text of each cell, empty where nothing stands.

    Of merged cells the first holds the text. `indents` are how far each text is indented in its cell, in half-width
    characters. A row that continues over pages has more than one spot. `open_breaks` are those of each cell.
    `styled` are the cells of a row that our styles tell to be one of the official table.
    """

    cells: tuple[str, ...]
    spots: tuple[Spot, ...]
    indents: tuple[int, ...] = ()
    open_breaks: tuple[tuple[OpenBreak, ...], ...] = ()
    styled: tuple[StyledCell, ...] = ()

    def cell(self, column: int) -> str:
        """Return the text in a column, nothing beyond the last."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    def indent(self, column: int) -> int:
        """Return how far the text in a column is indented."""
        return self.indents[column] if 0 <= column < len(self.indents) else 0

    def breaks(self, column: int) -> tuple[OpenBreak, ...]:
        """Return the open breaks of the text in a column."""
        return self.open_breaks[column] if 0 <= column < len(self.open_breaks) else ()

    def styled_cell(self, column: int) -> StyledCell:
        """Return the cell in a column as our styles tell it."""
        return self.styled[column] if 0 <= column < len(self.styled) else NO_STYLED_CELL


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table or a sheet as rows of cells; `name` is the sheet's.

    `above` are the lines of text over the table, `below` those under it; `title` is what the document calls itself.
    `hidden` is a sheet that its workbook does not show; `own` tells a table that this program printed, with the year
    and the department in that title; `mark` is what it noted of an official sheet when it wrote that.
    `captions` is the line above a table that has our styles, `head` the second row of an official sheet as it stands.
    """

    rows: tuple[GridRow, ...]
    name: str = ""
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    title: str = ""
    hidden: bool = False
    own: bool = False
    mark: str = ""
    captions: tuple[StyledPart, ...] = ()
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What was read, to be shown: the lines of a text, the grids of an office document, or the bytes of a PDF.

    `page_sizes` are width and height of each page of a PDF as it is shown, in points.
    """

    lines: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    pdf: bytes = b""
    page_sizes: tuple[tuple[float, float], ...] = ()


def _letters(column: int) -> str:
    """Return a column's letters as spreadsheets write them: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
