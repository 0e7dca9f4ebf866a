"""Forms and their pages as plain values in units: rows of cells that span columns, some of them over several rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.gui.paper.columns import PADDING
from gzgoals.gui.paper.placing import Align, Style


class FormCell(NamedTuple):
    """A cell as its lines between two edges; it reaches over `down` rows from its own.

    `again` are the lines that it shows instead where its row goes on, none where its own lines go on; `indent` is how
    far they stand in from its left edge.
    """

    lines: tuple[str, ...]
    left: int
    right: int
    down: int = 1
    align: Align = Align.LEFT
    style: Style = Style.TEXT
    again: tuple[str, ...] = ()
    indent: int = 0

    @property
    def inner_width(self) -> int:
        """The width between the paddings."""
        return self.right - self.left - 2 * PADDING - self.indent


class FormRow(NamedTuple):
    """A row: its cells from left to right, and those of the rows above that reach down to it left out.

    `heads` tells a row that stands again on every page with the rows below it.
    """

    cells: tuple[FormCell, ...]
    heads: bool = False

    @property
    def height(self) -> int:
        """The lines of its tallest cell that is its own alone, at least one."""
        return max([1, *(len(cell.lines) for cell in self.cells if cell.down == 1)])

    def rest(self, done: int) -> "FormRow":
        """Return what is left of a row of which so many lines stand on the pages before."""
        if not done:
            return self
        return self._replace(cells=tuple(_rest(cell, done) for cell in self.cells))

    def first(self, lines: int) -> "FormRow":
        """Return the row with no more than its first lines."""
        cells = (cell if cell.down > 1 else cell._replace(lines=cell.lines[:lines]) for cell in self.cells)
        return self._replace(cells=tuple(cells))


def _rest(cell: FormCell, done: int) -> FormCell:
    if cell.down > 1:
        return cell
    return cell._replace(lines=cell.again or cell.lines[done:])


class Form(NamedTuple):
    """One form from its first row to its last; `title` lines stand above it, `signatures` below."""

    rows: tuple[FormRow, ...]
    title: tuple[str, ...]
    signatures: tuple[str, ...] = ()


class Shown(NamedTuple):
    """A cell as it stands on a page, between its rules; `whole` text stands amid it, else at its top."""

    cell: FormCell
    row: int
    top: int
    bottom: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page of a form: what stands in which room. `begins` tells the form's first page, `signed` where it is signed.

    `end` is where the last rule stands.
    """

    form: Form
    cells: tuple[Shown, ...]
    begins: bool
    signed: bool
    end: int


def all_rules(page: FormPage) -> Sequence[tuple[int, int, int, int]]:
    """Return the rules around a page's cells, each as long as it can be."""
    across: dict[int, list[tuple[int, int]]] = {}
    down: dict[int, list[tuple[int, int]]] = {}
    for shown in page.cells:
        for y in (shown.top, shown.bottom):
            across.setdefault(y, []).append((shown.cell.left, shown.cell.right))
        for x in (shown.cell.left, shown.cell.right):
            down.setdefault(x, []).append((shown.top, shown.bottom))
    level = [(begin, y, end, y) for y, parts in sorted(across.items()) for begin, end in _joined(parts)]
    upright = [(x, begin, x, end) for x, parts in sorted(down.items()) for begin, end in _joined(parts)]
    return [*level, *upright]


def _joined(parts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield pieces of a line with those that touch put together."""
    begin, end = -1, -1
    for first, last in sorted(parts):
        if begin >= 0 and first > end:
            yield begin, end
            begin, end = first, last
        elif begin < 0:
            begin, end = first, last
        else:
            end = max(end, last)
    if begin >= 0:
        yield begin, end
