"""The sample, set as a workbook and as a document of the official layout, comes back whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO

import docx
from docx.shared import Pt
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from gzgoals.core.exchange import read_text
from gzgoals.core.exchange.grids.official import official_rows
from gzgoals.core.exchange.grids.official_draft import official_draft
from gzgoals.core.exchange.office.documents import read_document_grids
from gzgoals.core.exchange.office.sheets import read_sheet_grids
from gzgoals.core.exchange.printed.indicator_text import indicators_text
from gzgoals.core.exchange.printed.wording import COLUMNS
from gzgoals.core.exchange.source import Grid
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, Project, catalogue_of, worth
from office_content import workbook
from table_content import content

Row = tuple[int, str, tuple[Decimal, ...], str, str]


def sample() -> GoalTable:
    name = "guangzhou-internet-court.published.txt"
    return read_text(resource(f"samples/{name}").read_bytes(), name, 2026).table


def rows(table: GoalTable) -> Iterator[Row]:
    """Yield the rows under the header: how far each name is indented, the amounts, objective and indicators."""
    yield 0, "合计", _sums([project for unit in table.units for project in unit.projects]), "", ""
    for unit in table.units:
        yield 0, unit.name, _sums(unit.projects), "", ""
        for project in unit.projects:
            indicators = indicators_text(project.indicators, catalogue_of(table.scheme))
            yield 1, project.name, _sums([project]), project.objective, indicators


def _sums(projects: Sequence[Project]) -> tuple[Decimal, ...]:
    fundings = [each.funding for each in projects]
    parts = [(each.appropriation, each.special_account, each.other) for each in fundings]
    sums = (sum(map(worth, column), Decimal(0)) for column in zip(*parts, strict=True))
    return (sum((each.total for each in fundings), Decimal(0)), *sums)


def as_workbook(table: GoalTable) -> bytes:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        money = book.add_format({"num_format": "#,##0.00"})
        sheet.merge_range(0, 0, 0, 6, "2026年项目支出绩效目标表")
        sheet.write(1, 0, f"部门名称：{table.department}")
        sheet.write(1, 6, "单位：万元")
        sheet.write_row(2, 0, COLUMNS)
        for number, (indent, name, amounts, objective, indicators) in enumerate(rows(table), 3):
            sheet.write(number, 0, name, book.add_format({"indent": indent}))
            for column, amount in enumerate(amounts, 1):
                sheet.write_number(number, column, float(amount), money)
            sheet.write_string(number, 5, objective)
            sheet.write_string(number, 6, indicators)

    return workbook(fill)


def as_document(table: GoalTable) -> bytes:
    document = docx.Document()
    document.add_paragraph("2026年项目支出绩效目标表")
    document.add_paragraph(f"部门名称：{table.department}\t单位：万元")
    body = list(rows(table))
    written = document.add_table(len(body) + 1, len(COLUMNS))
    for cell, text in zip(written.rows[0].cells, COLUMNS, strict=True):
        cell.text = text
    for row, (indent, name, amounts, objective, indicators) in zip(written.rows[1:], body, strict=True):
        texts = (name, *(f"{amount:,.2f}" for amount in amounts), objective, indicators)
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
        row.cells[0].paragraphs[0].paragraph_format.left_indent = Pt(21 * indent)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def table_in(grid: Grid) -> GoalTable:
    official = official_rows(grid)
    assert official is not None
    return official_draft([official], "表", 2026).table


def test_a_workbook_of_the_sample_comes_back_whole() -> None:
    table = sample()
    assert content(table_in(read_sheet_grids(as_workbook(table), "表.xlsx")[0])) == content(table)


def test_a_document_of_the_sample_comes_back_whole() -> None:
    table = sample()
    assert content(table_in(read_document_grids(as_document(table), "表.docx")[0])) == content(table)
