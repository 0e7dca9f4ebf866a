"""Real files of small tables for the fuzzer to change: each kind that is read, from every program that makes it.

Made once, into `build/fuzz/corpus/<suffix>/`, and looked up there afterwards.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path

import openpyxl
import xlsxwriter
from PySide6.QtGui import QGuiApplication

from evidence.invented import invented_table
from evidence.producers import HEADER, LOOKS, PRODUCERS, html_of
from evidence.words import document_of
from gzgoals.core.exchange import write_text
from gzgoals.core.files import table_bytes
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable
from gzgoals.core.years import rolled, usual_plan
from gzgoals.gui.paper.kinds import OFFICIAL
from gzgoals.gui.paper.rows import printed_rows

FOLDER = Path(__file__).parents[2] / "build" / "fuzz"
"""Where the corpus stands, and what the fuzzer finds."""

File = tuple[str, bytes]
_LOOKS = ("A4 横向", "窄列无缩进")
_SIZES = (2, 4)
_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_CODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030")


def corpus() -> dict[str, list[bytes]]:
    """Return the files of each kind, by the suffix of their names, made anew where there are none."""
    folder = FOLDER / "corpus"
    if not folder.exists():
        _make(folder)
    return {kind.name: [path.read_bytes() for path in sorted(kind.iterdir())] for kind in sorted(folder.iterdir())}


def _make(folder: Path) -> None:
    application = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as making:
        tables = [invented_table(size) for size in _SIZES]
        for files in (_own, _pdfs, _texts, _documents, partial(_sheets, folder=Path(making)), _pages):
            for name, data in files(tables):
                path = folder / name.rpartition(".")[2] / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
    del application


def _own(tables: Sequence[GoalTable]) -> Iterator[File]:
    for table in tables:
        name = f"{len(table.units[0].projects)}.gzgoals"
        yield name, table_bytes(table)
        yield f"rolled-{name}", table_bytes(rolled(table, usual_plan(table, table.year + 1)))
        newer = json.loads(table_bytes(table))
        newer["later"] = newer["units"][0]["later"] = {"a": [1, {"b": None}]}
        yield f"newer-{name}", json.dumps(newer, ensure_ascii=False).encode()


def _pdfs(tables: Sequence[GoalTable]) -> Iterator[File]:
    for producer, print_pdf in PRODUCERS.items():
        for number, look in enumerate(_LOOKS):
            yield f"{producer}-{number}.pdf", print_pdf(tables[number], LOOKS[look])


def _texts(tables: Sequence[GoalTable]) -> Iterator[File]:
    published = resource("samples/guangzhou-internet-court.published.txt").read_text(encoding="utf-8")
    beginning = "".join(published.splitlines(keepends=True)[:60])
    tabbed = "\r\n".join("\t".join(f'"{text}"' if "\n" in text else text for text in row) for row in _rows(tables[1]))
    for name, text in (("own", write_text(tables[1])), ("published", beginning), ("tabbed", tabbed)):
        for coding in _CODINGS:
            yield f"{name}-{coding}.txt", text.encode(coding)


def _documents(tables: Sequence[GoalTable]) -> Iterator[File]:
    for number, table in enumerate(tables):
        yield f"python-docx-{number}.docx", document_of(table, LOOKS[_LOOKS[number]])


def _sheets(tables: Sequence[GoalTable], folder: Path) -> Iterator[File]:
    """Workbooks by openpyxl and XlsxWriter, and by LibreOffice in three formats."""
    for number, table in enumerate(tables):
        yield f"openpyxl-{number}.xlsx", _by_openpyxl(table)
        yield f"xlsxwriter-{number}.xlsx", _by_xlsxwriter(table)
        for suffix in ("xlsx", "xls", "ods"):
            (folder / f"{number}.xlsx").write_bytes(_by_openpyxl(table))
            out = folder / suffix
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(out)]
            subprocess.run([*command, str(folder / f"{number}.xlsx")], check=True, capture_output=True, timeout=600)
            yield f"libreoffice-{number}.{suffix}", (out / f"{number}.{suffix}").read_bytes()


def _pages(tables: Sequence[GoalTable]) -> Iterator[File]:
    for number, table in enumerate(tables):
        page = html_of(table, LOOKS[_LOOKS[number]])
        yield f"page-{number}.html", page.encode()
        yield f"page-{number}-gbk.html", page.replace("utf-8", "gb2312").encode("gb18030")
        rows = "".join(
            f"<Row>{''.join(f'<Cell><Data>{escape(text)}</Data></Cell>' for text in row)}</Row>" for row in _rows(table)
        )
        book = f'<Workbook xmlns="{_SPREADSHEET}"><Worksheet><Table>{rows}</Table></Worksheet></Workbook>'
        yield f"spreadsheet-{number}.xml", f'<?xml version="1.0"?>{book}'.encode()


def _by_openpyxl(table: GoalTable) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in _rows(table):
        sheet.append(list(row))
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(HEADER))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _by_xlsxwriter(table: GoalTable) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("预算表")
        money = book.add_format({"num_format": "#,##0.00"})
        for number, row in enumerate(_rows(table)):
            for column, text in enumerate(row):
                plain = text.replace(",", "")
                if plain.replace(".", "").isdecimal():
                    sheet.write_number(number, column, float(plain), money)
                else:
                    sheet.write_string(number, column, text)
    return out.getvalue()


def _rows(table: GoalTable) -> list[tuple[str, ...]]:
    """Return what the official table prints, row by row."""
    caption = f"部门名称：{table.department} 单位：万元"
    rows = ((row.name, *row.amounts, row.objective, row.indicators) for row in printed_rows(table))
    return [(f"{table.year}年{OFFICIAL.title}",), (caption,), HEADER, *rows]
