"""The table as a workbook: the official sheet ready to print, and two flat ones to filter, sum up and read back."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.exchange.own.columns import INDICATOR_SHEET, OFFICIAL_SHEET, OWNER, PROJECT_SHEET, Kind
from gzgoals.core.exchange.own.fitting import LINE_HEIGHT, MOST_CHARACTERS, cut, lines_of
from gzgoals.core.exchange.own.official import OfficialRow, captions_above, title_of
from gzgoals.core.exchange.own.official_sheet import (
    INDENT,
    INDICATORS_WIDTH,
    NAME_WIDTH,
    OBJECTIVE_WIDTH,
    official_cells,
    sheet_rows,
)
from gzgoals.core.exchange.own.recognising import MARK, digest
from gzgoals.core.exchange.own.rows import Cells, indicator_rows, project_rows
from gzgoals.core.exchange.printed.wording import COLUMNS, FULL_TITLE
from gzgoals.core.exchange.writers.progress import Progress, Report, indicators_in, no_report, projects_in
from gzgoals.core.exchange.writers.sheets import Book, new_book
from gzgoals.core.table import Amount, GoalTable, money_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LEAST_AMOUNT_WIDTH = 9
_MOST_ROWS = 1_048_576
_HEADER_ROW = 2
_PROJECT_WIDTHS = (6, 18, 6, 28, 11, 11, 11, 11, 50)
_INDICATOR_WIDTHS = (6, 18, 6, 28, 6, 6, 11, 6, 15, 32, 7, 16, 8, 7, 16, 8)
_VALUES = (OWNER + 7, OWNER + 10)
_CODES = (OWNER + 1, OWNER + 3)
_TOO_MANY = "这张表有 {} 行，多于 Excel 一张工作表所能容纳的，请按单位分开导出。"


def write_workbook(table: GoalTable, report: Report = no_report) -> bytes:
    """Return a table as a workbook (xlsx) of three sheets.

    All of it comes back but ids, explanations, and totals that were printed wrong. Raises `StoppedError` when `report`
    says so, `GzgoalsError` for a table that no sheet can hold.
    """
    projects, indicators = projects_in(table), indicators_in(table)
    if (most := max(projects, indicators)) * 2 > _MOST_ROWS:
        raise GzgoalsError(_TOO_MANY.format(most))
    progress = Progress(report, 2 * projects + indicators)
    with new_book(title_of(table, table.department)) as book:
        book.book.set_custom_property(MARK, digest(official_cells(table)))
        _write_official(book, table, progress)
        _write_flat(book, PROJECT_SHEET, Kind.PROJECTS, progress.through(project_rows(table)), _PROJECT_WIDTHS)
        _write_flat(book, INDICATOR_SHEET, Kind.INDICATORS, progress.through(indicator_rows(table)), _INDICATOR_WIDTHS)
        return book.bytes()


def _write_official(book: Book, table: GoalTable, progress: Progress) -> None:
    rows = list(sheet_rows(table))
    amounts = [_amount_width(row.amounts[place] for row in rows) for place in range(4)]
    sheet = book.sheet(OFFICIAL_SHEET, (NAME_WIDTH, *amounts, OBJECTIVE_WIDTH, INDICATORS_WIDTH))
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, "", book.format("title"))
    book.put_text(sheet, 0, 0, FULL_TITLE, "title")
    sheet.set_row(0, 32)
    _write_captions(book, sheet, table)
    for place, caption in enumerate(COLUMNS):
        book.put_text(sheet, _HEADER_ROW, place, caption.replace("（", "\n（"), "header")
    sheet.set_row(_HEADER_ROW, 2 * LINE_HEIGHT + 6)
    for number, row in enumerate(progress.through(rows), _HEADER_ROW + 1):
        _write_official_row(book, sheet, number, row)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.freeze_panes(_HEADER_ROW + 1, 1)
    sheet.print_area(0, 0, _HEADER_ROW + len(rows), last)


def _amount_width(amounts: Iterable[Amount]) -> int:
    widths = (len(money_text(amount)) + 1 for amount in amounts if not isinstance(amount, str))
    return max(_LEAST_AMOUNT_WIDTH, *widths)


def _write_captions(book: Book, sheet: "Worksheet", table: GoalTable) -> None:
    """Write what stands over the header."""
    captions = captions_above(table)
    sheet.merge_range(1, 0, 1, 4, "", book.format("left"))
    book.put_text(sheet, 1, 0, captions.department, "left")
    between = [caption for caption in (captions.year, captions.scheme) if caption]
    book.put_text(sheet, 1, 5, "　".join(between), "centre")
    book.put_text(sheet, 1, 6, captions.money, "right")
    sheet.set_row(1, 20)


def _write_official_row(book: Book, sheet: "Worksheet", number: int, row: OfficialRow) -> None:
    book.put_text(sheet, number, 0, row.name, "indented" if row.depth else "text")
    for place, amount in enumerate(row.amounts, 1):
        book.put_amount(sheet, number, place, amount or "", "amount")
    book.put_text(sheet, number, 5, row.objective, "text")
    book.put_text(sheet, number, 6, row.indicators, "text")
    lines = max(
        lines_of(row.name, NAME_WIDTH - 2 * INDENT),
        lines_of(row.objective, OBJECTIVE_WIDTH),
        lines_of(row.indicators, INDICATORS_WIDTH),
    )
    sheet.set_row(number, min(lines * LINE_HEIGHT + 5, 409))


def _write_flat(book: Book, name: str, kind: Kind, rows: Iterable[Cells], widths: Sequence[int]) -> None:
    """Write a sheet of one row a thing; a text that no cell can hold goes on in the next row, below its numbers."""
    sheet = book.sheet(name, widths)
    for place, caption in enumerate(kind.columns):
        book.put_text(sheet, 0, place, caption, "header")
    sheet.set_row(0, 2 * LINE_HEIGHT + 4)
    number = 0
    for cells in rows:
        for part in _parts(cells):
            number += 1
            _write_flat_row(book, sheet, number, part, kind, widths)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, OWNER)
    sheet.autofilter(0, 0, max(number, 1), len(kind.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:P{number + 1}"})


def _parts(cells: Cells) -> list[Cells]:
    if all(len(cell) <= MOST_CHARACTERS for cell in cells if isinstance(cell, str)):
        return [cells]
    if isinstance(cells[1], str) and len(cells[1]) > MOST_CHARACTERS:
        raise GzgoalsError("有单位名称长于 32,767 字，无法导出为 Excel；请先改短，或导出为文本。")
    columns = [cut(cell) if isinstance(cell, str) else [cell] for cell in cells]
    further: list[Cells] = []
    for place in range(1, max(map(len, columns))):
        rest = [column[place] if place < len(column) else "" for column in columns]
        further.append((cells[0], "", cells[2], *rest[3:]))
    return [tuple(column[0] for column in columns), *further]


def _write_flat_row(
    book: Book, sheet: "Worksheet", number: int, cells: Cells, kind: Kind, widths: Sequence[int]
) -> None:
    lines = 1
    for place, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(number, place, cell, book.format("count"))
        elif not isinstance(cell, str):
            book.put_amount(sheet, number, place, cell, "amount")
        elif kind is Kind.INDICATORS and place in _VALUES and _is_plain(cell):
            sheet.write_number(number, place, float(cell), book.format("count"))
        elif kind is Kind.INDICATORS:
            book.put_text(sheet, number, place, cell, "count" if place in _CODES or place > OWNER + 5 else "text")
            lines = max(lines, lines_of(cell, widths[place]))
        else:
            book.put_text(sheet, number, place, cell, "amount" if OWNER <= place < OWNER + 4 and cell else "text")
            lines = max(lines, lines_of(cell, widths[place]))
    sheet.set_row(number, min(lines * LINE_HEIGHT + 3, 409))


def _is_plain(text: str) -> bool:
    """Tell whether a value is a number that a sheet gives back with the same characters."""
    if not text or len(text) > 12 or text[0] not in "-0123456789":
        return False
    whole, _, decimals = text.removeprefix("-").partition(".")
    plain = whole.isascii() and whole.isdigit() and (whole == "0" or whole[0] != "0")
    fine = decimals.isascii() and decimals.isdigit() and decimals[-1] != "0" if "." in text else True
    return plain and fine and text != "-0"
