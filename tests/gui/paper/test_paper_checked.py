"""The check on paper: what it comes to, every finding with its reason, and a line to sign."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from gzgoals.core.checks import CheckReport, check, check_report, explain
from gzgoals.core.errors import BadFileError
from gzgoals.core.opening import open_source
from gzgoals.core.table import GoalTable, Unit
from gzgoals.gui.paper import CancelledError, check_listing, listing_pdf
from gzgoals.gui.paper.checked import checked_rows
from tables_to_check import GOOD, indicator, project, table

pytestmark = pytest.mark.usefixtures("qapp")

BARE = indicator("案件数", "11", "5")


def report(whole: GoalTable) -> CheckReport:
    return check_report(check(whole), dt.date(2026, 9, 3), "表.gzgoals")


def explained() -> GoalTable:
    whole = replace(table(project(objective="", indicators=(*GOOD.indicators, BARE))), department="某法院")
    return explain(whole, check(whole).findings[-1], "按图纸\n核定")


def texts(pdf: bytes) -> list[str]:
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)]


def test_the_verdict_comes_first_then_every_finding_with_its_reason() -> None:
    assert [(row.texts, row.joined) for row in checked_rows(report(explained()))] == [
        (("检查结论", "", "", "", "还有 1 个错误未处理，暂不能上报。\n错误 1，警告 0，提示 0，已说明 1", ""), False),
        ((GOOD.name, "错误", "G01", "绩效目标", "绩效目标未填写", ""), False),
        ((GOOD.name, "警告", "V02", "指标3·年度指标值", "5 缺少计量单位", "已说明：按图纸\n核定"), True),
    ]


def test_units_lead_their_rows_where_there_are_several() -> None:
    bad = project(objective="")
    whole = GoalTable(year=2026, units=(Unit(name="甲院", projects=(bad,)), Unit(name="乙院", projects=(bad,))))
    assert [row.texts[0] for row in checked_rows(report(whole)) if row.leads] == ["甲院", "乙院"]


def test_the_pdf_tells_of_what_and_when_it_is() -> None:
    (page,) = texts(listing_pdf(check_listing(report(explained()))))
    for text in (
        "项目支出绩效目标检查报告",
        "部门名称：某法院",
        "预算年度：2026年",
        "检查日期：2026年9月3日",
        "文件：表.gzgoals",
        "已说明：按图纸核定",
        "填报人：",
        "单位负责人：",
        "第1页共1页",
    ):
        assert text in page
    assert "万元" not in page


def test_the_header_is_repeated_and_only_the_last_page_is_signed() -> None:
    long = report(table(*[project(name=f"项目{count}", objective="") for count in range(80)]))
    pages = texts(listing_pdf(check_listing(long)))
    assert len(pages) > 1
    assert all("级别规则位置问题理由" in page for page in pages)
    assert ["填报人：" in page for page in pages] == [*[False] * (len(pages) - 1), True]


def test_it_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        listing_pdf(check_listing(report(explained())), report=lambda _done, _of: False)


def test_a_report_is_never_taken_for_a_table(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(listing_pdf(check_listing(report(explained()))))
    with pytest.raises(BadFileError, match="没有找到"):
        open_source(path)
