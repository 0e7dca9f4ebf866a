"""The cells of a docx table laid out by its grid columns, merged and spanning ones in their first place."""

from collections.abc import Iterator
from dataclasses import dataclass

from gzgoals.core.exchange.office.document_text import (
    Element,
    Paragraph,
    blocks,
    number,
    value,
    word,
)
from gzgoals.core.exchange.source import StyledPart

_MOST_COLUMNS = 1000
_MOST_CELLS = 2_000_000
_WRAPPERS = frozenset(map(word, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))


class TooWideError(Exception):
    """A table claims more cells than a document can have."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands that shows text: its row and first column, from 0."""

    row: int
    column: int
    element: Element


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as far as it is read: how many rows and columns it has, and where its cells stand."""

    rows: int
    columns: int
    places: tuple[Place, ...]


def laid_out(table: Element) -> Layout:
    """Return where the cells of a table stand, deleted rows aside; raises `TooWideError`.

    Cells that continue a merged one are left out, whatever hidden text they hold.
    """
    places: list[Place] = []
    rows = columns = 0
    above: set[int] = set()
    for rows, row in enumerate(_rows(table), 1):
        merged: set[int] = set()
        column = _count(row.find(word("trPr")), "gridBefore")
        for cell in _within(row, "tc"):
            properties = cell.find(word("tcPr"))
            if _starts(properties, column, above, merged) and not _deleted(properties):
                places.append(Place(rows - 1, column, cell))
            column += max(1, _count(properties, "gridSpan"))
            columns = max(columns, column)
            if columns > _MOST_COLUMNS or columns * rows > _MOST_CELLS:
                raise TooWideError
        above = merged
    return Layout(rows, columns, tuple(places))


def cell_blocks(cell: Element) -> Iterator[Paragraph | Element]:
    """Yield the paragraphs and tables of a cell; a paragraph that a deletion joins with the next is one with it."""
    before: tuple[StyledPart, ...] = ()
    waiting: Paragraph | None = None
    for block in blocks(cell):
        if not isinstance(block, Paragraph):
            if waiting:
                yield Paragraph(waiting.element, before)
            waiting, before = None, ()
            yield block
            continue
        first = waiting or block
        before += block.pieces
        waiting = first if block.open else None
        if not block.open:
            yield Paragraph(first.element, before)
            before = ()
    if waiting:
        yield Paragraph(waiting.element, before)


def table_text(table: Element) -> str:
    """Return the text of a table that stands in a cell: a line a row, its cells parted by tabs."""
    layout = laid_out(table)
    lines: list[list[str]] = [[] for _ in range(layout.rows)]
    for place in layout.places:
        text = "\n".join(
            block.text if isinstance(block, Paragraph) else table_text(block) for block in cell_blocks(place.element)
        ).strip()
        if text:
            lines[place.row].append(text)
    return "\n".join("\t".join(line) for line in lines if line)


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in _within(table, "tr") if not _removed(row.find(word("trPr"))))


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, also those in content controls and other wrappers."""
    for child in parent:
        if child.tag == word(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, name)


def _starts(properties: Element | None, column: int, above: set[int], merged: set[int]) -> bool:
    """Tell whether a cell is the first of those it is merged with; columns merged downwards are put into `merged`."""
    if properties is None:
        return True
    downwards = properties.find(word("vMerge"))
    sideways = properties.find(word("hMerge"))
    if downwards is not None:
        merged.add(column)
    continues = downwards is not None and value(downwards) != "restart" and column in above
    return not continues and (sideways is None or value(sideways) == "restart")


def _removed(properties: Element | None) -> bool:
    return properties is not None and properties.find(word("del")) is not None


def _deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find(word("cellDel")) is not None


def _count(properties: Element | None, name: str) -> int:
    return max(0, number(value(properties.find(word(name))))) if properties is not None else 0
