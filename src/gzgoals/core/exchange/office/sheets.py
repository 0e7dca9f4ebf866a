"""The sheets of xlsx, xls and ods files as grids of what an officer sees in their cells."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from io import BytesIO

import python_calamine as calamine

from gzgoals.core.exchange.office.kinds import OfficeKind, office_kind, refusal
from gzgoals.core.exchange.office.looks import Look
from gzgoals.core.exchange.office.number_formats import formatted, is_moment, moment_of, moment_text
from gzgoals.core.exchange.office.ods import read_ods_grids
from gzgoals.core.exchange.office.packages import Package, broken, locked
from gzgoals.core.exchange.office.sheet_rows import grid_rows
from gzgoals.core.exchange.office.xls_looks import xls_looks
from gzgoals.core.exchange.office.xlsx_looks import xlsx_looks
from gzgoals.core.exchange.own.columns import OFFICIAL_SHEET, kind_of
from gzgoals.core.exchange.own.recognising import MARK
from gzgoals.core.exchange.source import Grid, GridRow, Spot

Value = int | float | str | bool | time | date | timedelta
Looks = Callable[[bytes, str], tuple[bytes, tuple[Look, ...]]]

_LOOKS: dict[OfficeKind, Looks] = {OfficeKind.XLSX: xlsx_looks, OfficeKind.XLS: xls_looks}
_PANIC = "PanicException"
_PROPERTIES = "docProps/custom.xml"
_MARK = re.compile(rb'name="%s"[^>]*>\s*<[^>]*>([0-9a-f]{64})<' % MARK.encode())


def read_sheet_grids(data: bytes, source: str) -> tuple[Grid, ...]:
    """Return the sheets of a workbook that hold something, those that are shown first.

    Texts are as an officer sees them, numbers exact to two decimals at least; of merged cells the first holds the text.
    Of blank rows one after another only the first is kept, and spots tell where each row stands. Raises `BadFileError`
    naming `source` for a file that is no workbook, is damaged, has a password or claims more than can be held.
    """
    kind = office_kind(data)
    if kind is OfficeKind.ODS:
        return read_ods_grids(data, source)
    looks_of = _LOOKS.get(kind) if kind else None
    if looks_of is None:
        raise refusal(kind or OfficeKind.OTHER_COMPOUND, source)
    content, looks = looks_of(data, source)
    try:
        return _marked(_grids(content, looks), data, source, kind)
    except calamine.PasswordError as error:
        raise locked(source) from error
    except (calamine.CalamineError, OSError, ValueError, OverflowError) as error:
        raise broken(source) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:  # what its Rust part raises when it fails; its type cannot be imported
            raise
        raise broken(source) from error


def _grids(content: bytes, looks: Sequence[Look]) -> tuple[Grid, ...]:
    shown: list[Grid] = []
    hidden: list[Grid] = []
    with calamine.load_workbook(BytesIO(content)) as book:
        described = book.sheets_metadata
        if len(described) != len(looks):
            raise ValueError(len(described))
        for place, (sheet, look) in enumerate(zip(described, looks, strict=True)):
            if sheet.typ is not calamine.SheetTypeEnum.WorkSheet:
                continue
            grid = _grid(book.get_sheet_by_index(place), look)
            if grid.rows:
                if sheet.visible is calamine.SheetVisibleEnum.Visible:
                    shown.append(grid)
                else:
                    hidden.append(replace(grid, hidden=True))
    return (*shown, *hidden)


def _grid(sheet: calamine.CalamineSheet, look: Look) -> Grid:
    if sheet.start is None:
        return Grid((), sheet.name)
    _, left = sheet.start
    rows = [
        [*[""] * left, *(_shown(value, look, (number, column)) for column, value in enumerate(values, left))]
        for number, values in enumerate(sheet.iter_rows())
    ]
    if rows and kind_of(rows[0]):
        return Grid(_exact(rows, sheet.name), sheet.name, own=True)
    _clear_merged(rows, sheet.merged_cell_ranges or ())
    head = tuple(rows[1]) if sheet.name == OFFICIAL_SHEET and len(rows) > 1 else ()
    return Grid(grid_rows(enumerate(rows), look.indents, sheet.name), sheet.name, head=head)


def _exact(rows: Sequence[Sequence[str]], sheet: str) -> tuple[GridRow, ...]:
    """Return the rows of a sheet of our own with all their characters, blanks at the ends of texts too."""
    numbered = enumerate(rows, 1)
    return tuple(GridRow(tuple(row), (Spot(sheet=sheet, row=number),)) for number, row in numbered if any(row))


def _marked(grids: tuple[Grid, ...], data: bytes, source: str, kind: OfficeKind | None) -> tuple[Grid, ...]:
    """Return the grids, the official one with what we noted of it, where the workbook has sheets of our own."""
    if kind is not OfficeKind.XLSX or not any(grid.own for grid in grids):
        return grids
    package = Package(data, source)
    properties = package.part(_PROPERTIES) if _PROPERTIES in package else b""
    found = _MARK.search(properties)
    mark = found[1].decode() if found else ""
    return tuple(replace(grid, mark=mark) if grid.name == OFFICIAL_SHEET else grid for grid in grids)


def _clear_merged(rows: Sequence[list[str]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Leave the text of merged cells in the first of them; writers may leave some behind it that nobody sees."""
    for (top, left), (bottom, right) in ranges:
        for number, texts in enumerate(rows[top : bottom + 1], top):
            begin, end = left + (number == top), min(right + 1, len(texts))
            if begin < end:
                texts[begin:end] = [""] * (end - begin)


def _shown(value: Value, look: Look, cell: tuple[int, int]) -> str:
    """Return what is seen in a cell that has this value."""
    if value == "" or cell in look.texts:
        return look.texts.get(cell, "")
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    code = look.formats.get(cell, "")
    if isinstance(value, int | float):
        moment = moment_of(value) if is_moment(code) else None
        return moment_text(moment, code) if moment else formatted(value, code)
    return moment_text(value, code)
