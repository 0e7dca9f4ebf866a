"""A check as a workbook: texts that stay texts, and a page that can be printed and signed."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gzgoals.core.checks import check, check_report, explain
from gzgoals.core.checks.reports.sheet import check_sheet
from gzgoals.core.table import GoalTable, Unit
from tables_to_check import GOOD, SMALL, indicator, project, table

BARE = project(indicators=(*GOOD.indicators, indicator("案件数", "11", "5")))


def sheet(whole: GoalTable) -> Worksheet:
    report = check_report(check(whole), dt.date(2026, 9, 3), "表.gzgoals")
    (page,) = load_workbook(BytesIO(check_sheet(report))).worksheets
    assert isinstance(page, Worksheet)
    return page


def rows(page: Worksheet) -> list[tuple[object, ...]]:
    return [tuple(row) for row in page.iter_rows(values_only=True)]


def reasoned(reason: str) -> GoalTable:
    whole = table(BARE)
    return explain(whole, check(whole).findings[0], reason)


def test_the_heading_tells_of_what_and_when_it_is() -> None:
    heading = rows(sheet(replace(table(GOOD), department="某法院")))[:3]
    assert heading[0][0] == "项目支出绩效目标检查报告"
    assert [cell for cell in heading[1] if cell] == [
        "部门名称：某法院",
        "预算年度：2026 年　　检查日期：2026年9月3日　　文件：表.gzgoals",
    ]
    assert heading[2] == ("项目", "级别", "规则", "位置", "问题", "理由")


def test_the_verdict_comes_first_then_a_row_for_each_finding_and_a_line_to_sign() -> None:
    told = rows(sheet(reasoned("按图纸")))[3:]
    assert told == [
        ("检查结论", None, None, None, "可以打印上报。\n错误 0，警告 0，提示 0，已说明 1", None),
        ("机构运行辅助经费", "警告", "V02", "指标3·年度指标值", "5 缺少计量单位", "已说明：按图纸"),
        (None,) * 6,
        ("填报人：", None, None, "审核人：", "单位负责人：", "日期："),
    ]


def test_units_have_headings_where_there_are_several() -> None:
    bad = project(objective="")
    units = (Unit(name="甲院", projects=(bad,)), Unit(name="乙院", projects=(bad,)))
    whole = GoalTable(year=2026, units=units, hints_off=SMALL)
    assert [row[0] for row in rows(sheet(whole))[4:8]] == ["甲院", GOOD.name, "乙院", GOOD.name]


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "{=1}", "https://example.org", "'=1"])
def test_a_text_never_becomes_a_formula_or_a_link(text: str) -> None:
    cell = sheet(table(project(name=text, objective="")))["A5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_long_reason_goes_on_in_the_next_row() -> None:
    reason = "".join(f"第{number}项依据合同，" for number in range(300))
    page = sheet(reasoned(reason))
    parts = [str(row[5]) for row in rows(page)[4:-2]]
    assert len(parts) > 1
    assert "".join(parts) == f"已说明：{reason}"
    assert max(page.row_dimensions[number].height or 0 for number in range(1, page.max_row)) <= 409


def test_the_page_is_set_to_be_printed() -> None:
    page = sheet(table(BARE))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.print_title_rows, page.freeze_panes) == ("$3:$3", "B4")
    assert [page.column_dimensions[letter].width > 6 for letter in "ABCDEF"] == [True] * 6
