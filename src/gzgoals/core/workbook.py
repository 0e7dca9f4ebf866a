"""A workbook of one table to be printed and signed: texts stay texts, rows are as high as their lines."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | Decimal | None

_LINE_HEIGHT = 13.5
_MOST_LINES = 29
"""A row of a sheet ends at 409 points."""
_ROW_OF_HEADER = 2
_FONT = {"font_name": "宋体", "font_size": 10, "valign": "top"}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "left": {"valign": "vcenter"},
    "right": {"align": "right", "valign": "vcenter"},
    "header": {
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "text_wrap": True,
        "border": 1,
        "bg_color": "#EEEEEE",
    },
    "unit": {"bold": True, "border": 1, "text_wrap": True},
    "text": {"border": 1, "text_wrap": True},
    "money": {"border": 1, "num_format": "#,##0.00"},
    "change": {"border": 1, "num_format": "+#,##0.00;-#,##0.00;0.00"},
    "share": {"border": 1, "num_format": "+0.0%;-0.0%;0.0%"},
}


class SheetColumn(NamedTuple):
    """A column: its title, its width in characters, and the style of its numbers."""

    title: str
    width: int
    number: str = "money"


class SheetLine(NamedTuple):
    """A row of the table: a cell for each column, and the style of its texts."""

    cells: tuple[Cell, ...]
    style: str = "text"


@dataclass(frozen=True)
class SheetKind:
    """A kind of sheet: its name, title and columns; `signatures` are the words to sign behind, by their columns."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    signatures: Mapping[int, str] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The last column's number, from 0."""
        return len(self.columns) - 1


def workbook(kind: SheetKind, captions: Mapping[int, str], lines: Iterable[SheetLine]) -> bytes:
    """Return a workbook (xlsx) of one sheet, A4 landscape, with `captions` below the title by their columns.

    A text longer than a row can be goes on in the next one; texts are never taken for formulas.
    """
    from xlsxwriter.workbook import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    formats = {name: book.add_format({**_FONT, **options}) for name, options in _FORMATS.items()}
    sheet = book.add_worksheet(kind.name)
    _write_heading(sheet, formats, kind, captions)
    row = _ROW_OF_HEADER + 1
    for line in lines:
        for part in _parts(line, kind):
            _write_line(sheet, formats, row, part, kind)
            row += 1
    _write_signatures(sheet, formats, row + 1, kind)
    _set_page(sheet, row + 1, kind)
    book.close()
    return stream.getvalue()


def _parts(line: SheetLine, kind: SheetKind) -> Iterator[SheetLine]:
    """Yield a line as a row, and as further ones where a text is longer than a row can be."""
    pieces = [_pieces(cell, column.width) for cell, column in zip(line.cells, kind.columns, strict=True)]
    for parts in zip_longest(*pieces, fillvalue=""):
        yield SheetLine(tuple(parts), line.style)


def _pieces(cell: Cell, width: int) -> list[Cell]:
    """Return a text cut into what one row can show; a number as it is."""
    if not isinstance(cell, str):
        return [cell]
    lines = [part for paragraph in cell.split("\n") for part in _wrapped(paragraph, width)]
    begins = range(0, len(lines), _MOST_LINES)
    return ["".join(lines[begin : begin + _MOST_LINES]).removesuffix("\n") for begin in begins]


def _wrapped(paragraph: str, width: int) -> list[str]:
    """Return a paragraph in pieces that fill a line of a column, the last one with a line end."""
    lines, line, used = [], "", 0
    for character in paragraph:
        wide = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if used + wide > width - 1:
            lines.append(line)
            line, used = "", 0
        line, used = line + character, used + wide
    return [*lines, f"{line}\n"]


def _write_heading(
    sheet: "Worksheet", formats: dict[str, "Format"], kind: SheetKind, captions: Mapping[int, str]
) -> None:
    sheet.merge_range(0, 0, 0, kind.last, "", formats["title"])
    sheet.write_string(0, 0, kind.title, formats["title"])
    sheet.set_row(0, 30)
    for place, caption in captions.items():
        sheet.write_string(1, place, caption, formats["right" if place == kind.last else "left"])
    sheet.set_row(1, 20)
    for number, column in enumerate(kind.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(_ROW_OF_HEADER, number, column.title, formats["header"])
    sheet.set_row(_ROW_OF_HEADER, 24)


def _write_line(sheet: "Worksheet", formats: dict[str, "Format"], row: int, line: SheetLine, kind: SheetKind) -> None:
    lines = 1
    for number, (cell, column) in enumerate(zip(line.cells, kind.columns, strict=True)):
        if isinstance(cell, Decimal):
            sheet.write_number(row, number, float(cell), formats[column.number])
        elif cell:
            sheet.write_string(row, number, cell, formats[line.style])
            lines = max(lines, sum(len(_wrapped(paragraph, column.width)) for paragraph in cell.split("\n")))
        else:
            sheet.write_blank(row, number, None, formats[line.style])
    sheet.set_row(row, min(lines * _LINE_HEIGHT + 3, 409))


def _write_signatures(sheet: "Worksheet", formats: dict[str, "Format"], row: int, kind: SheetKind) -> None:
    for column, word in kind.signatures.items():
        sheet.write_string(row, column, word, formats["left"])
    sheet.set_row(row, 30)


def _set_page(sheet: "Worksheet", last_row: int, kind: SheetKind) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last_row, kind.last)
    sheet.repeat_rows(_ROW_OF_HEADER)
    sheet.freeze_panes(_ROW_OF_HEADER + 1, 1)
    sheet.set_footer("&C第 &P 页，共 &N 页")
