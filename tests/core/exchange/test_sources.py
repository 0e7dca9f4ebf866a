"""One table as other programs save it comes back from every kind of file, told by its content."""

from collections.abc import Sequence
from io import BytesIO

import docx
import pytest
import xlsxwriter

from core_layouts import Cells, flat_cells, form_cells, official_cells, plain, template_cells
from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import read_text
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable

SAMPLE = "samples/guangzhou-internet-court.published.txt"


@pytest.fixture(scope="module")
def table() -> GoalTable:
    return read_text(resource(SAMPLE).read_bytes(), SAMPLE, 2026).table


def workbook(**sheets: Sequence[Cells]) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for place, cell in enumerate(cells):
                    sheet.write_string(number, place, cell)
    return buffer.getvalue()


def document(forms: Sequence[Sequence[Cells]]) -> bytes:
    made = docx.Document()
    for rows in forms:
        made.add_paragraph("项目支出绩效目标申报表")
        shown = made.add_table(len(rows), max(map(len, rows)))
        for number, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                shown.cell(number, place).text = cell
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def tabbed(rows: Sequence[Cells]) -> bytes:
    return "\r\n".join("\t".join(_copied(cell) for cell in cells) for cells in rows).encode()


def _copied(cell: str) -> str:
    quoted = cell.replace('"', '""')
    return f'"{quoted}"' if "\n" in cell or '"' in cell else cell


def test_the_official_layout_comes_back_from_a_workbook(table: GoalTable) -> None:
    draft = read_source(workbook(Sheet1=official_cells(table)), "表.xlsx")
    assert plain(draft.table) == plain(table)
    assert (draft.table.year, draft.table.department) == (2026, "广州互联网法院")


@pytest.mark.parametrize("repeated", [False, True])
def test_the_flat_layout_comes_back_from_a_workbook(table: GoalTable, repeated: bool) -> None:
    draft = read_source(workbook(Sheet1=flat_cells(table, repeated)), "没有后缀")
    assert plain(draft.table) == plain(table)
    assert draft.doubts == ()


def test_templates_come_back_from_a_workbook_as_far_as_they_say_it(table: GoalTable) -> None:
    (unit,) = table.units
    sheets = {}
    for number, project in enumerate(unit.projects, 1):
        labels = [("项目名称", project.name), ("年度目标", project.objective)]
        sheets[f"{number}"] = [*labels, *template_cells(project, table.scheme)]
    draft = read_source(workbook(**sheets), "模板.xlsx", 2026)
    read, wanted = plain(draft.table), plain(table)
    assert [(row[1], *row[4:]) for row in read] == [(row[1], *row[4:]) for row in wanted]


def test_forms_come_back_from_a_document(table: GoalTable) -> None:
    (unit,) = table.units
    forms = [form_cells(project, unit, table.department, table.scheme) for project in unit.projects]
    draft = read_source(document(forms), "申报表.docx", 2026)
    assert plain(draft.table) == plain(table)
    assert draft.table.department == "广州互联网法院"


def test_copied_cells_come_back_from_a_text(table: GoalTable) -> None:
    for rows in (official_cells(table), flat_cells(table)):
        draft = read_source(tabbed(rows), "粘贴.txt")
        assert plain(draft.table) == plain(table)
        assert draft.source.lines
        first = draft.table.units[0].projects[0]
        assert first.name in draft.source.lines[draft.origins[first.id][0].line - 1]


def test_a_text_whose_tabs_are_no_table_goes_to_the_usual_reader(table: GoalTable) -> None:
    text = resource(SAMPLE).read_text(encoding="utf-8")
    draft = read_source(f"甲\t乙\n丙\t丁\n{text}".encode(), "表.txt", 2026)
    assert plain(draft.table) == plain(table)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04rubbish", "假.xlsx"),
        (b"%PDF-1.7 rubbish", "假.pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "假.xls"),
    ],
)
def test_a_broken_file_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(BadFileError, match=name):
        read_source(data, name)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (document([]), "没有表格，请选择表格所在的 Word 文档"),
        (b"<html><body><p>a</p></body></html>", "是网页，其中没有表格"),
        (b"\x89PNG\r\n\x1a\n", "是图片.*文字识别"),
    ],
)
def test_what_holds_no_tables_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(BadFileError, match=f"^“来源”.*{words}.*。$"):
        read_source(data, "来源")


@pytest.mark.parametrize("end", ["\n", "\f", "\n\f"])
def test_the_lines_shown_beside_copied_cells_are_those_that_spots_count(table: GoalTable, end: str) -> None:
    data = f"公开表{end}".encode() + tabbed(official_cells(table))
    draft = read_source(data, "剪贴板")
    lines = draft.source.lines
    assert len(lines) == data.decode().count("\n") + 1
    for unit in draft.table.units:
        for project in unit.projects:
            (spot,) = draft.origins[project.id]
            assert project.name in "".join(lines[spot.line - 1 : spot.last])


@pytest.mark.parametrize(
    ("name", "word"), [("表.xlsx", "Excel 工作簿"), ("表.DOCX", "Word 文档"), ("表.pdf", "PDF 文件")]
)
def test_a_text_under_another_name_is_read_and_its_name_is_doubted(table: GoalTable, name: str, word: str) -> None:
    published = resource(SAMPLE).read_bytes()
    draft = read_source(published, name, 2026)
    suffix = name[1:]
    assert plain(draft.table) == plain(table)
    assert draft.doubts[0].text == f"已按文本文件读入，文件名却以 {suffix} 结尾，请核对是否选对了文件。"
    with pytest.raises(BadFileError) as refusal:
        read_source("今天开会。\n".encode(), name)
    assert str(refusal.value) == (
        f"“{name}”其实是文本文件，并非 {word}，其中没有项目支出绩效目标表，"
        "请确认选对了文件，或从原来的系统重新导出一份。"
    )


def test_letters_of_no_coding_are_told_to_be_damaged_where_the_name_is_no_texts() -> None:
    for name, told in (("表.xlsx", "可能已损坏"), ("表.txt", "文字编码无法识别"), ("表", "文字编码无法识别")):
        with pytest.raises(BadFileError, match=told):
            read_source(b"\xff\xff\xff\xff", name)


@pytest.mark.parametrize(
    ("name", "read_as"),
    [("表.xlsx", ""), ("表.et", ""), ("表", ""), ("表.docx", " Excel 工作簿"), ("表.txt", " Excel 工作簿")],
)
def test_a_workbook_is_doubted_where_its_name_is_no_workbooks(table: GoalTable, name: str, read_as: str) -> None:
    draft = read_source(workbook(Sheet1=official_cells(table)), name)
    assert [each.read for each in draft.doubts if each.read.endswith("读入")] == [f"已按{read_as}读入"] * bool(read_as)


def test_a_page_under_the_name_of_a_workbook_is_usual(table: GoalTable) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in cells)}" for cells in flat_cells(table))
    page = f"<html><table>{rows}</table></html>".encode()
    assert not any(each.read.endswith("读入") for each in read_source(page, "表.xls").doubts)
    assert read_source(page, "表.pdf").doubts[0].read == "已按网页读入"
