"""The comparison as a workbook: real numbers, texts that stay texts, and a page that can be printed and signed."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years import compare, last_year_of, put_reason
from gzgoals.core.years.sheet import comparison_sheet
from invented_years import next_year, project, table, unit

HEADER = ("项目", "变动", "栏目", "上年", "本年", "增减额", "增减%", "理由")


def sheet(new: GoalTable) -> Worksheet:
    assert new.last_year
    data = comparison_sheet(compare(new.last_year, new), new.department)
    (page,) = load_workbook(BytesIO(data)).worksheets
    assert isinstance(page, Worksheet)
    return page


def rows(page: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(row) for row in page.iter_rows(values_only=True)]


def of_objective(objective: str) -> Worksheet:
    old = table(unit("本级", project("甲", "1.00")))
    place = Place(old.units[0].id, old.units[0].projects[0].id, field="objective")
    return sheet(replace(put_value(old, place, objective), year=2027, last_year=last_year_of(old)))


def test_the_heading_names_department_years_and_unit_of_money() -> None:
    heading = rows(sheet(next_year()))[:3]
    assert heading[0][0] == "项目支出绩效目标对比表"
    assert [cell for cell in heading[1] if cell] == [
        "部门名称：广州互联网法院",
        "2026 年（上年）与 2027 年（本年）",
        "单位：万元",
    ]
    assert heading[2] == HEADER


def test_sums_and_changes_are_real_numbers() -> None:
    told = rows(sheet(next_year()))
    assert told[3] == ("合计", None, "总计", 4372.33, 4489.83, 117.5, 0.027, None)
    assert ("业务用房物业管理费", "金额变动", "财政拨款", 624, 650, 26, 0.042, None) in told
    assert ("GZIT2022-QM-N-C-061088", "减少项目", "项目", 0.3, None, -0.3, -1, None) in told


def test_there_is_a_row_for_each_change_and_a_line_to_sign() -> None:
    told = rows(sheet(next_year()))
    assert len(told) == 3 + 3 + 9 + 2
    assert [cell for cell in told[-1] if cell] == ["填报人：", "审核人：", "单位负责人：", "日期："]


def test_numbers_have_formats() -> None:
    page = sheet(next_year())
    assert [page.cell(4, column).number_format for column in (4, 6, 7)] == [
        "#,##0.00",
        "+#,##0.00;-#,##0.00;0.00",
        "+0.0%;-0.0%;0.0%",
    ]


def test_the_page_is_set_to_be_printed() -> None:
    page = sheet(next_year())
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert (page.print_title_rows, page.freeze_panes) == ("$3:$3", "B4")
    assert all(page.row_dimensions[number].height for number in range(1, page.max_row) if number != page.max_row - 1)


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "{=1}", "https://example.org", "'=1"])
def test_a_text_never_becomes_a_formula_or_a_link(text: str) -> None:
    page = of_objective(text)
    cell = page["E6"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_text_longer_than_a_row_goes_on_in_the_next_one() -> None:
    text = "".join(f"第{number}项工作按时完成，" for number in range(400))
    page = of_objective(text)
    parts = [row[4] for row in rows(page)[5:-2]]
    assert len(parts) > 2
    assert "".join(str(part) for part in parts) == text
    heights = [page.row_dimensions[number].height or 0 for number in range(1, page.max_row)]
    assert max(heights) <= 409


def test_paragraphs_stay_paragraphs() -> None:
    assert of_objective("一、甲。\n二、乙。")["E6"].value == "一、甲。\n二、乙。"


def test_units_have_headings_where_there_are_several() -> None:
    old = table(unit("甲院", project("经费", "1.00")), unit("乙院", project("专项", "1.00")))
    new = table(unit("甲院", project("经费", "2.00")), unit("乙院", project("专项", "3.00")), year=2027)
    firsts = [row[0] for row in rows(sheet(replace(new, last_year=last_year_of(old))))]
    assert firsts[5:9] == ["甲院", "经费", "乙院", "专项"]


def test_a_reason_for_other_values_is_marked() -> None:
    new = next_year()
    assert new.last_year
    change = compare(new.last_year, new).changes[1]
    new = put_value(put_reason(new, change, "重新招标"), change.place, Decimal("660.00"))
    assert "重新招标（写理由后内容又有变动，请核对）" in [row[7] for row in rows(sheet(new))]
