"""How quick exports are at 10,000 projects with 100,000 indicators, beside openpyxl writing the same cells, in one run.

    python -m evidence.bench_export [PROJECTS [INDICATORS]]

Run from `tests`. Each file is written in a process of its own, so that its memory can be told; the table itself counts
in it. openpyxl writes what our workbook has: the same sheets, rows, texts and numbers, with fonts, borders and number
formats (`styled`), and the bare values alone (`bare`), both in its quick write-only mode.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from multiprocessing.connection import Connection

from evidence.invented import large_table
from gzgoals.core.exchange.formats import FORMATS, no_report
from gzgoals.core.exchange.own.columns import INDICATOR_SHEET, OFFICIAL_SHEET, PROJECT_SHEET, Kind
from gzgoals.core.exchange.own.official_sheet import sheet_rows
from gzgoals.core.exchange.own.rows import Cell, indicator_rows, project_rows
from gzgoals.core.exchange.printed.wording import COLUMNS
from gzgoals.core.table import GoalTable

Writer = Callable[[GoalTable], bytes]


def main(arguments: list[str]) -> None:
    """Print time, size and memory of each writer."""
    projects = int(arguments[0]) if arguments else 10_000
    indicators = int(arguments[1]) if len(arguments) > 1 else 10
    print(f"{projects:,} projects in 20 units, {projects * indicators:,} indicators; processor time")
    ours = 0.0
    for name in _WRITERS:
        seconds, size, memory = _apart(name, projects, indicators)
        ours = seconds if name == "xlsx" else ours
        beside = f"   {seconds / ours:.2f} times ours" if name.startswith("openpyxl") else ""
        print(f"{name:16} {seconds:7.2f} s   {size / 2**20:6.1f} MB   peak {memory:5.0f} MB{beside}", flush=True)


def _apart(name: str, projects: int, indicators: int) -> tuple[float, int, int]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_measure, args=(there, name, projects, indicators))
    process.start()
    outcome: tuple[float, int, int] = here.recv()
    process.join()
    return outcome


def _measure(there: "Connection[object, object]", name: str, projects: int, indicators: int) -> None:
    table = large_table(projects, 20, indicators)
    begin = time.process_time()
    data = _WRITERS[name](table) if name != "table alone" else b""
    seconds = time.process_time() - begin
    there.send((seconds, len(data), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))


def _openpyxl(table: GoalTable, *, styled: bool) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    book = Workbook(write_only=True)
    side = Side(style="thin")
    looks = {"font": Font(name="宋体", size=10), "border": Border(side, side, side, side)}
    wrap = Alignment(wrap_text=True, vertical="center")
    for name, header, rows in _sheets(table):
        sheet = book.create_sheet(name)
        for cells in (header, *rows):
            values = [float(cell) if isinstance(cell, Decimal) else cell for cell in cells]
            if not styled:
                sheet.append(values)
                continue
            row = []
            for value in values:
                cell = WriteOnlyCell(sheet, value)
                cell.font, cell.border, cell.alignment = looks["font"], looks["border"], wrap
                if isinstance(value, float):
                    cell.number_format = "#,##0.00"
                row.append(cell)
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheets(table: GoalTable) -> Iterable[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]:
    official = ((row.name, *row.amounts, row.objective, row.indicators) for row in sheet_rows(table))
    yield OFFICIAL_SHEET, COLUMNS, official
    yield PROJECT_SHEET, Kind.PROJECTS.columns, project_rows(table)
    yield INDICATOR_SHEET, Kind.INDICATORS.columns, indicator_rows(table)


def _ours(name: str) -> Writer:
    return lambda table: FORMATS[name].write(table, no_report)


_WRITERS: dict[str, Writer] = {
    "table alone": lambda _: b"",
    "xlsx": _ours("xlsx"),
    "openpyxl styled": lambda table: _openpyxl(table, styled=True),
    "openpyxl bare": lambda table: _openpyxl(table, styled=False),
    "docx": _ours("docx"),
    "csv": _ours("csv"),
    "txt": _ours("txt"),
    "template": _ours("template"),
}


if __name__ == "__main__":
    main(sys.argv[1:])
