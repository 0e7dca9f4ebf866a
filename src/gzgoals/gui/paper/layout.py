"""Rows laid out: every cell's text broken into lines for its column, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.core.exchange.printed.own import LINE_SPACING
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.breaking import broken
from gzgoals.gui.paper.columns import Column, fitted
from gzgoals.gui.paper.fonts import Fonts
from gzgoals.gui.paper.kinds import OFFICIAL, SheetRow, TableKind, official
from gzgoals.gui.paper.marks import NUMBERED, Marks
from gzgoals.gui.paper.progress import Progress
from gzgoals.gui.paper.rows import printed_rows, printed_text
from gzgoals.gui.paper.setup import Paper, Sheet

_INDENT = 2


class Extent(NamedTuple):
    """How many lines each cell of a row has: all that it takes to part rows into pages; the rest as in `SheetRow`."""

    lines: tuple[int, ...]
    leads: bool = False
    joined: bool = False

    @property
    def height(self) -> int:
        """The lines of its tallest cell, at least one."""
        return max(1, *self.lines)

    def head(self, columns: int) -> int:
        """Return the lines of the first columns, which a break should leave together."""
        return max(self.lines[:columns])

    def below(self, done: int, *, shared: bool) -> "Extent":
        """Return what is left below so many lines, without the first cell where that is `shared` with the row above."""
        if not (done or shared):
            return self
        lines = [max(0, count - done) for count in self.lines]
        return self._replace(lines=(0, *lines[1:]) if shared else tuple(lines))


class LaidRow(NamedTuple):
    """A row as the lines of its cells; `indent` of the first in units, the rest as in `SheetRow`."""

    cells: tuple[tuple[str, ...], ...]
    indent: int = 0
    leads: bool = False
    joined: bool = False
    right: tuple[int, ...] = ()

    @property
    def extent(self) -> Extent:
        """How many lines it has."""
        return Extent(tuple(map(len, self.cells)), self.leads, self.joined)

    @property
    def height(self) -> int:
        """The lines of its tallest cell, at least one."""
        return self.extent.height

    def piece(self, start: int, end: int, *, shared: bool) -> "LaidRow":
        """Return some lines of every cell, none of the first one where that is `shared` with the row above."""
        cells = tuple(lines[start:end] for lines in self.cells)
        return self._replace(cells=((), *cells[1:]) if shared else cells)


@dataclass(frozen=True, slots=True)
class Face:
    """What pages of any kind have in common: the sheet, the fonts, and what is printed beside the table."""

    sheet: Sheet
    fonts: Fonts
    marks: Marks = NUMBERED

    @property
    def pitch(self) -> int:
        """The distance from line to line, in units."""
        return round(self.fonts.size * LINE_SPACING)


@dataclass(frozen=True, slots=True)
class Form:
    """What is the same on every page: kind and sheet, columns and fonts, the title, the caption and the header row.

    `repeated` tells that the header row stands on every page, `together` that rows are parted only where they must be.
    """

    kind: TableKind
    sheet: Sheet
    columns: tuple[Column, ...]
    fonts: Fonts
    title: tuple[str, ...]
    caption: tuple[str, ...]
    header: LaidRow
    repeated: bool = True
    together: bool = False
    marks: Marks = NUMBERED

    @property
    def face(self) -> Face:
        """What pages of other kinds have too."""
        return Face(self.sheet, self.fonts, self.marks)

    @property
    def pitch(self) -> int:
        """The distance from line to line, in units."""
        return round(self.fonts.size * LINE_SPACING)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole table, ready to be parted into pages."""

    form: Form
    rows: tuple[LaidRow, ...]


def lay_out(table: GoalTable, paper: Paper, progress: Progress) -> Layout:
    """Lay out the official table; raises as `lay_out_rows` does."""
    return lay_out_rows(list(printed_rows(table)), official(paper.setup), caption_of(table), paper, progress)


def caption_of(table: GoalTable) -> str:
    """Return what stands to the left above the official table."""
    return printed_text(f"部门名称：{table.department}")


def lay_out_rows(rows: Sequence[SheetRow], kind: TableKind, caption: str, paper: Paper, progress: Progress) -> Layout:
    """Lay out rows of a kind of table.

    Raises `MissingFontError` where there is no Chinese font, and `CancelledError` when `progress` says so.
    """
    fonts, columns = fitted(rows, paper.sheet, paper.setup, kind)
    form = set_up(form_of(caption, paper.sheet, columns, fonts, kind), paper.setup, paper.marks)
    laid = []
    for count, row in enumerate(rows):
        laid.append(laid_row(row, form))
        progress.laid_out(count + 1, len(rows))
    return Layout(form, tuple(laid))


def set_up(form: Form, setup: PageSetup, marks: Marks) -> Form:
    """Return the form as a setup wants its pages, with what they bear beside the table."""
    return replace(form, repeated=setup.header_repeated, together=setup.together, marks=marks)


def form_of(caption: str, sheet: Sheet, columns: tuple[Column, ...], fonts: Fonts, kind: TableKind = OFFICIAL) -> Form:
    """Return the form of a kind of table with these columns and the department's `caption`."""
    beside_caption = sheet.width - QFontMetricsF(fonts.text).horizontalAdvance(kind.aside) - 2 * fonts.size
    return Form(
        kind,
        sheet,
        columns,
        fonts,
        title=broken(kind.title, fonts.title, sheet.width),
        caption=broken(caption, fonts.text, beside_caption),
        header=LaidRow(
            tuple(
                broken(title, fonts.heading, column.inner_width)
                for title, column in zip(kind.titles, columns, strict=True)
            )
        ),
    )


def laid_row(row: SheetRow, form: Form) -> LaidRow:
    """Lay out one row; it depends on nothing but the row and the form, so it may be kept for a row that stays."""
    indent = row.depth * _INDENT * form.fonts.size
    widths = [column.inner_width for column in form.columns]
    widths[0] -= indent
    cells = tuple(broken(text, form.fonts.text, width) for text, width in zip(row.texts, widths, strict=True))
    return LaidRow(cells, indent, row.leads, row.joined, row.right)
