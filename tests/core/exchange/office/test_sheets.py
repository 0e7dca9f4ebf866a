"""The sheets of workbooks are read as an officer sees them, with where each row stands."""

from collections.abc import Callable
from datetime import datetime

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.grids.official import official_rows
from gzgoals.core.exchange.office.sheets import read_sheet_grids
from gzgoals.core.exchange.source import Spot
from office_content import changed, saved, with_sheet, workbook

CELL = "1、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥95%。"
HEADER = (
    "",
    "项目名称（资金使用单位）",
    "总计",
    "财政拨款",
    "财政专户拨款",
    "其他资金",
    "绩效目标",
    "绩效指标",
    "完成比例",
)
SAVED = {
    2: ("", "项目支出绩效目标表", *[""] * 7),
    3: ("", "部门名称：甲法院", *[""] * 6, "单位：万元"),
    4: HEADER,
    5: ("", "合计", "1600.22", "1600.22", "0", "0", "", "", ""),
    6: ("", "甲法院", "1600.22", "1600.22", "0", "0", "", "", ""),
    7: ("", "运维", "549", "549", "", "", "目标一。\n第二段。", CELL, "95%"),
    8: ("", "培训", "1051.22", "1051.22", "", "", "目标二。", CELL, "100%"),
    9: ("",) * 9,
    10: ("", "截止", "2025年12月31日", "12个", "#DIV/0!", "0.3", "TRUE", "", ""),
}
KINDS = ("xlsx", "xls", "ods")


def texts(fill: Callable[[Workbook, Worksheet], None]) -> list[tuple[str, ...]]:
    """Return what is read from the rows of a filled sheet."""
    return [row.cells for grid in read_sheet_grids(workbook(fill), "表.xlsx") for row in grid.rows]


def shown(value: float, code: str | int) -> str:
    """Return what is read from a cell with a number of this format."""

    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_number(0, 0, value, book.add_format({"num_format": code}))

    return texts(fill)[0][0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_workbook_is_read_as_it_is_seen(kind: str) -> None:
    grid = read_sheet_grids(saved(f"officer.{kind}"), "表")[0]
    assert {row.spots[0].row: row.cells for row in grid.rows} == SAVED


@pytest.mark.parametrize("kind", KINDS)
def test_rows_know_their_sheet_and_number_where_the_table_begins_late(kind: str) -> None:
    grid = read_sheet_grids(saved(f"officer.{kind}"), "表")[0]
    assert (grid.name, grid.rows[2].spots) == ("绩效目标表", (Spot(sheet="绩效目标表", row=4),))


@pytest.mark.parametrize("kind", KINDS)
def test_blanks_and_indentation_before_a_name_are_told(kind: str) -> None:
    grid = read_sheet_grids(saved(f"officer.{kind}"), "表")[0]
    assert [row.indent(1) for row in grid.rows[3:7]] == [0, 0, 2, 2]


@pytest.mark.parametrize("kind", KINDS)
def test_a_hidden_sheet_comes_last_and_is_marked(kind: str) -> None:
    grids = read_sheet_grids(saved(f"officer.{kind}"), "表")
    assert [(grid.name, grid.hidden) for grid in grids] == [("绩效目标表", False), ("底稿", True)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_table_is_known_as_the_official_one(kind: str) -> None:
    table = official_rows(read_sheet_grids(saved(f"officer.{kind}"), "表")[0])
    assert table is not None
    assert [(row.name, str(row.amounts[0])) for row in table.rows[2:4]] == [("运维", "549.00"), ("培训", "1051.22")]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.1 + 0.2, "General", "0.3"),
        (549.0, "General", "549"),
        (1600.22, "0.00", "1600.22"),
        (1234567.5, "#,##0.00", "1234567.5"),
        (100 / 3, "0.00", "33.33"),
        (1600.22, "0", "1600.22"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (12, '0"个"', "12个"),
        (95, '"≥"0', "≥95"),
        (-5, "0.00_);(0.00)", "-5"),
        (0, '0.00;-0.00;"-"', "0"),
        (123456.78, '"￥"#,##0.00', "123456.78"),
        (12345678, '0!.0000"万元"', "1234.5678万元"),
        (12345678, '0.00,"千元"', "12345.68千元"),
        (46022, 31, "2025年12月31日"),
        (46022, 57, "2025年12月"),
        (46022, "yyyy-mm-dd", "2025年12月31日"),
        (46022, 'yyyy"年"m"月"', "2025年12月"),
        (0.35, "h:mm", "8:24"),
        (1.5, "[h]:mm", "36:00"),
        (123456789012345678, "0", "123456789012346000"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(value: float, code: str | int, text: str) -> None:
    assert shown(value, code) == text


def test_a_date_with_a_time_keeps_both() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_datetime(0, 0, datetime(2025, 3, 1, 9, 5), book.add_format({"num_format": "yyyy-m-d h:mm"}))  # noqa: DTZ001

    assert texts(fill) == [("2025年3月1日 9:05",)]


def test_merged_cells_hold_their_text_once() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(0, 0, 1, 1, "运维")
        sheet.write(1, 1, "看不见")
        sheet.write(1, 2, "乙")

    assert texts(fill) == [("运维", "", ""), ("", "", "乙")]


def test_full_width_blanks_count_twice() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "\u3000\u3000运维 ")

    row = read_sheet_grids(workbook(fill), "表.xlsx")[0].rows[0]
    assert (row.cells, row.indents) == (("运维",), (4,))


def test_indentation_from_the_right_is_none() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "运维", book.add_format({"indent": 3, "align": "right"}))

    assert read_sheet_grids(workbook(fill), "表.xlsx")[0].rows[0].indents == (0,)


def test_errors_stand_as_they_are_shown_and_formulas_as_their_values() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_formula(0, 0, "=A9", None, "#REF!")
        sheet.write_formula(0, 1, "=1+1", None, 2)
        sheet.write_boolean(0, 2, False)

    assert texts(fill) == [("#REF!", "2", "FALSE")]


def test_of_blank_rows_in_succession_one_is_kept() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "甲")
        sheet.write(1000, 0, "乙")

    rows = read_sheet_grids(workbook(fill), "表.xlsx")[0].rows
    assert [(row.cells[0], row.spots[0].row) for row in rows] == [("甲", 1), ("", 2), ("乙", 1001)]


def test_an_empty_workbook_has_no_grids() -> None:
    assert read_sheet_grids(workbook(lambda _, __: None), "表.xlsx") == ()


def test_cells_without_references_stand_one_after_another() -> None:
    data = with_sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    assert [row.cells for row in read_sheet_grids(data, "表.xlsx")[0].rows] == [("1", "2"), ("3", "")]


def test_a_formatted_cell_without_a_value_does_not_widen_a_sheet() -> None:
    data = with_sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>')
    assert [row.cells for row in read_sheet_grids(data, "表.xlsx")[0].rows] == [("1",)]


def test_a_claimed_dimension_is_not_believed() -> None:
    data = changed(
        workbook(lambda _, sheet: sheet.write(0, 0, "甲") and None),
        {"xl/worksheets/sheet1.xml": lambda part: part.replace(b'ref="A1"', b'ref="A1:XFD1048576"')},
    )
    assert [row.cells for row in read_sheet_grids(data, "表.xlsx")[0].rows] == [("甲",)]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999"><c><v>1</v></c></row>',
    ],
)
def test_a_cell_claimed_far_away_is_refused(row: str) -> None:
    with pytest.raises(BadFileError, match=r"“表.xlsx”中有内容的单元格相距过远"):
        read_sheet_grids(with_sheet(row), "表.xlsx")


def test_a_claimed_count_of_strings_is_not_believed() -> None:
    data = changed(
        workbook(lambda _, sheet: sheet.write(0, 0, "甲") and None),
        {"xl/sharedStrings.xml": lambda part: part.replace(b'uniqueCount="1"', b'uniqueCount="99999999999"')},
    )
    with pytest.raises(BadFileError, match=r"“表.xlsx”不完整或已损坏"):
        read_sheet_grids(data, "表.xlsx")


def test_texts_that_many_cells_share_are_counted_by_their_cells() -> None:
    data = workbook(lambda _, sheet: sheet.write_column(0, 0, ["甲"] * 2000) and None)
    (grid,) = read_sheet_grids(data, "表.xlsx")
    assert len(grid.rows) == 2000


def test_a_document_is_no_workbook() -> None:
    with pytest.raises(BadFileError):
        read_sheet_grids(saved("officer.docx"), "表.docx")
