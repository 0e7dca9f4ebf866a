"""The tables of docx files as grids, with the lines of text that stand between them."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

import docx
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from gzgoals.core.exchange.office.document_indents import Indents
from gzgoals.core.exchange.office.document_styles import OwnStyles
from gzgoals.core.exchange.office.document_tables import Place, TooWideError, cell_blocks, laid_out, table_text
from gzgoals.core.exchange.office.document_text import Element, Paragraph
from gzgoals.core.exchange.office.kinds import OfficeKind, office_kind, refusal
from gzgoals.core.exchange.office.packages import UNREADABLE, Package, broken, too_wide
from gzgoals.core.exchange.office.texts import cleaned
from gzgoals.core.exchange.printed.own import is_own
from gzgoals.core.exchange.printed.styles import RANKS, Style
from gzgoals.core.exchange.source import NO_STYLED_CELL, Grid, GridRow, Spot, StyledCell, StyledPart


def read_document_grids(data: bytes, source: str) -> tuple[Grid, ...]:
    """Return the tables of a docx in the order of its text; all rows of one are equally wide.

    Of merged cells the first holds the text. A table within a cell is a grid of its own behind the one it stands in,
    whose cell has its text too. Raises `BadFileError` naming `source` for a file that is no docx, is damaged, has a
    password or claims more than can be held.
    """
    kind = office_kind(data)
    if kind is not OfficeKind.DOCX:
        raise refusal(kind or OfficeKind.OTHER_COMPOUND, source)
    Package(data, source)
    try:
        document = docx.Document(BytesIO(data))
        reader = _Reader(Indents.by(document.styles.element), OwnStyles.by(document.styles.element))
        reader.read(document.element.body)
        own = is_own(document.core_properties.author)
        title = document.core_properties.title
    except TooWideError as error:
        raise too_wide(source) from error
    except (OpcError, LxmlError, LookupError, AttributeError, TypeError, *UNREADABLE) as error:
        raise broken(source) from error
    return tuple(replace(grid, own=True, title=title) for grid in reader.grids) if own else tuple(reader.grids)


class _Reader:
    """The tables of a document met one after another."""

    def __init__(self, indents: Indents, styles: OwnStyles) -> None:
        self.grids: list[Grid] = []
        self._indents = indents
        self._styles = styles
        self._captions: tuple[StyledPart, ...] = ()
        self._count = 0

    def read(self, body: Element) -> None:
        """Read a whole body; the lines that no table follows go to the last one."""
        lines: list[str] = []
        last = 0
        for block in cell_blocks(body):
            if isinstance(block, Paragraph):
                lines += _lines(block.text)
                if self._styles.of(block) == Style.CAPTIONS:
                    self._captions = self._styles.parts(block)
                continue
            before = len(self.grids)
            self._read_table(block, tuple(lines))
            if len(self.grids) > before:
                last, lines, self._captions = before, [], ()
        self.grids[last:] = [replace(grid, below=tuple(lines)) for grid in self.grids[last:]]

    def _read_table(self, table: Element, above: tuple[str, ...]) -> None:
        """Put a table with the tables in its cells behind the others; one without any text is left out."""
        self._count += 1
        name = f"表 {self._count}"
        layout = laid_out(table)
        texts = [[""] * layout.columns for _ in range(layout.rows)]
        indents = [[0] * layout.columns for _ in range(layout.rows)]
        styled: dict[int, list[StyledCell]] = {}
        for place in layout.places:
            content = list(cell_blocks(place.element))
            texts[place.row][place.column], indents[place.row][place.column] = self._cell(content)
            if self._styles.names:
                styled.setdefault(place.row, [NO_STYLED_CELL] * layout.columns)[place.column] = self._styles.cell(
                    content
                )
        if not any(map(any, texts)):
            return
        rows = (
            GridRow(tuple(cells), (Spot(sheet=name, row=row + 1),), tuple(steps), styled=_named(styled.get(row, ())))
            for row, (cells, steps) in enumerate(zip(texts, indents, strict=True))
        )
        self.grids.append(Grid(tuple(rows), name, above, captions=self._captions))
        for place in layout.places:
            self._read_within(place, above)

    def _read_within(self, place: Place, above: tuple[str, ...]) -> None:
        lines: list[str] = []
        for block in cell_blocks(place.element):
            if isinstance(block, Paragraph):
                lines += _lines(block.text)
            else:
                self._read_table(block, (*above, *lines))

    def _cell(self, content: Iterable[Paragraph | Element]) -> tuple[str, int]:
        """Return the text of a cell, and how far its first line is indented."""
        parts: list[str] = []
        step = 0
        for block in content:
            text = block.text if isinstance(block, Paragraph) else table_text(block)
            if isinstance(block, Paragraph) and text.strip() and not any(map(str.strip, parts)):
                step = self._indents.of(block.element)
            parts.append(text)
        text, blanks = cleaned("\n".join(parts))
        return text, step + blanks if text else 0


def _named(cells: Iterable[StyledCell]) -> tuple[StyledCell, ...]:
    """Return the cells of a row that has a name in one of our styles, nothing for any other row."""
    row = tuple(cells)
    return row if any(cell.style in RANKS for cell in row) else ()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in cleaned(text)[0].split("\n") if line.strip()]
