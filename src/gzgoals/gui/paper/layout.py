"""Rows laid out: every cell's text broken into lines for its column, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.breaking import broken
from gzgoals.gui.paper.columns import TITLES, Column, fitted
from gzgoals.gui.paper.fonts import Fonts
from gzgoals.gui.paper.progress import Progress
from gzgoals.gui.paper.rows import PrintedRow, printed_rows, printed_text
from gzgoals.gui.paper.setup import Sheet

FORM_TITLE = "项目支出绩效目标表（含转移支付项目）"
MONEY_UNIT = "单位：万元"
LINE_SPACING = 1.4
_INDENT = 2
_PARAGRAPH_INDENT = "\u3000" * 2


class LaidRow(NamedTuple):
    """A row as the lines of its seven cells; `indent` of the name in units, `leads` as in `PrintedRow`."""

    cells: tuple[tuple[str, ...], ...]
    indent: int = 0
    leads: bool = False

    @property
    def height(self) -> int:
        """The lines of its tallest cell, at least one."""
        return max(1, *(len(lines) for lines in self.cells))

    @property
    def head(self) -> int:
        """The lines of the name and amounts, which a break should leave together."""
        return max(len(lines) for lines in self.cells[:5])


@dataclass(frozen=True, slots=True)
class Form:
    """What is the same on every page: the sheet, its columns and fonts, the title, the caption and the header row."""

    sheet: Sheet
    columns: tuple[Column, ...]
    fonts: Fonts
    title: tuple[str, ...]
    caption: tuple[str, ...]
    header: LaidRow

    @property
    def pitch(self) -> int:
        """The distance from line to line, in units."""
        return round(self.fonts.size * LINE_SPACING)


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole table, ready to be parted into pages."""

    form: Form
    rows: tuple[LaidRow, ...]


def lay_out(table: GoalTable, sheet: Sheet, type_size: float, progress: Progress) -> Layout:
    """Lay out a table for a sheet, the type size in points.

    Raises `MissingFontError` where there is no Chinese font, and `CancelledError` when `progress` says so.
    """
    rows = list(printed_rows(table))
    fonts, columns = fitted(rows, sheet, type_size)
    form = form_of(printed_text(f"部门名称：{table.department}"), sheet, columns, fonts)
    laid = []
    for count, row in enumerate(rows):
        laid.append(laid_row(row, form))
        progress.laid_out(count + 1, len(rows))
    return Layout(form, tuple(laid))


def form_of(caption: str, sheet: Sheet, columns: tuple[Column, ...], fonts: Fonts) -> Form:
    """Return the form with these columns and the department's `caption`."""
    beside_caption = sheet.width - QFontMetricsF(fonts.text).horizontalAdvance(MONEY_UNIT) - 2 * fonts.size
    return Form(
        sheet,
        columns,
        fonts,
        title=broken(FORM_TITLE, fonts.title, sheet.width),
        caption=broken(caption, fonts.text, beside_caption),
        header=LaidRow(
            tuple(
                broken(title, fonts.heading, column.inner_width) for title, column in zip(TITLES, columns, strict=True)
            )
        ),
    )


def laid_row(row: PrintedRow, form: Form) -> LaidRow:
    """Lay out one row; it depends on nothing but the row and the form, so it may be kept for a row that stays."""
    indent = row.depth * _INDENT * form.fonts.size
    texts: Sequence[str] = (row.name, *row.amounts, _with_indents(row.objective), row.indicators)
    widths = [column.inner_width for column in form.columns]
    widths[0] -= indent
    cells = tuple(broken(text, form.fonts.text, width) for text, width in zip(texts, widths, strict=True))
    return LaidRow(cells, indent, row.leads)


def _with_indents(text: str) -> str:
    """Return a text with its paragraphs indented where there are several: so they show whatever their length."""
    if "\n" not in text:
        return text
    return "\n".join(_PARAGRAPH_INDENT + line if line.strip() else line for line in text.split("\n"))
