"""A comparison as a workbook to be signed: sums, then a row a change, laid out to be printed as it is."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from gzgoals.core.table import amount_of
from gzgoals.core.years.changes import Change
from gzgoals.core.years.comparing import Comparison
from gzgoals.core.years.report import STALE, sum_lines

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TITLE = "项目支出绩效目标对比表"
SIGNED = ("填报人：", "审核人：", "单位负责人：")

_HEADER = ("项目", "变动", "栏目", "上年", "本年", "增减额", "增减%", "理由")
_WIDTHS = (28, 10, 24, 30, 30, 12, 9, 24)
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

Cell = str | Decimal | None


class _Line(NamedTuple):
    """A row of the table: its eight cells, and the style of its texts."""

    cells: tuple[Cell, ...]
    style: str = "text"


def comparison_sheet(comparison: Comparison, department: str = "") -> bytes:
    """Return a workbook (xlsx) of a comparison, A4 landscape; texts are never taken for formulas."""
    from xlsxwriter.workbook import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    formats = {name: book.add_format({**_FONT, **options}) for name, options in _FORMATS.items()}
    sheet = book.add_worksheet("与上年对比")
    _write_heading(sheet, formats, comparison, department)
    row = _ROW_OF_HEADER + 1
    for line in _lines(comparison):
        _write_line(sheet, formats, row, line)
        row += 1
    _write_signatures(sheet, formats, row + 1)
    _set_page(sheet, row + 1)
    book.close()
    return stream.getvalue()


def _lines(comparison: Comparison) -> Iterator[_Line]:
    for each in sum_lines(comparison):
        if each.before or each.after or each.field == "total":
            yield _Line(("合计", "", each.word, each.before, each.after, each.difference, _share(each.percent), ""))
    several = len({change.unit for change in comparison.changes if change.unit}) > 1
    unit = ""
    for change in comparison.changes:
        if several and change.unit != unit:
            unit = change.unit
            yield _Line((unit, *[""] * 7), "unit")
        yield from _change_lines(change)


def _change_lines(change: Change) -> Iterator[_Line]:
    """Yield a change as a row, and as further ones where a text is longer than a row can be."""
    reason = f"{change.reason}{STALE}" if change.stale else change.reason
    texts: list[Cell] = [change.owner, change.kind.label, change.where, *_both(change)]
    cells = [*texts, change.difference, _share(change.percent), reason]
    pieces = [_pieces(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)]
    for parts in zip_longest(*pieces, fillvalue=""):
        yield _Line(tuple(parts))


def _both(change: Change) -> tuple[Cell, Cell]:
    if not change.is_about_money:
        return change.before, change.after
    return amount_of(change.before), amount_of(change.after)


def _share(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / 100


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


def _write_heading(sheet: "Worksheet", formats: dict[str, "Format"], comparison: Comparison, department: str) -> None:
    last = len(_HEADER) - 1
    sheet.merge_range(0, 0, 0, last, "", formats["title"])
    sheet.write_string(0, 0, TITLE, formats["title"])
    sheet.set_row(0, 30)
    sheet.write_string(1, 0, f"部门名称：{department}" if department else "", formats["left"])
    years = f"{comparison.old_year} 年（上年）与 {comparison.new_year} 年（本年）"
    sheet.write_string(1, 3, years, formats["left"])
    sheet.write_string(1, last, "单位：万元", formats["right"])
    sheet.set_row(1, 20)
    for column, (word, width) in enumerate(zip(_HEADER, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(_ROW_OF_HEADER, column, word, formats["header"])
    sheet.set_row(_ROW_OF_HEADER, 24)


def _write_line(sheet: "Worksheet", formats: dict[str, "Format"], row: int, line: _Line) -> None:
    lines = 1
    for column, (cell, width) in enumerate(zip(line.cells, _WIDTHS, strict=True)):
        if isinstance(cell, Decimal):
            style = {5: "change", 6: "share"}.get(column, "money")
            sheet.write_number(row, column, float(cell), formats[style])
        elif cell:
            sheet.write_string(row, column, cell, formats[line.style])
            lines = max(lines, sum(len(_wrapped(paragraph, width)) for paragraph in cell.split("\n")))
        else:
            sheet.write_blank(row, column, None, formats[line.style])
    sheet.set_row(row, min(lines * _LINE_HEIGHT + 3, 409))


def _write_signatures(sheet: "Worksheet", formats: dict[str, "Format"], row: int) -> None:
    for column, word in zip((0, 3, 4), SIGNED, strict=True):
        sheet.write_string(row, column, word, formats["left"])
    sheet.set_row(row, 30)


def _set_page(sheet: "Worksheet", last_row: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last_row, len(_HEADER) - 1)
    sheet.repeat_rows(_ROW_OF_HEADER)
    sheet.freeze_panes(_ROW_OF_HEADER + 1, 1)
    sheet.set_footer("&C第 &P 页，共 &N 页")
