"""The comparison on paper: the same hand as the official table, every change with its reason, and a line to sign."""

from dataclasses import replace

import pypdfium2
import pytest

from gzgoals.core.page_setup import PageSetup
from gzgoals.core.years import Comparison, compare, put_reason
from gzgoals.gui.paper import comparison_listing, listing_pdf
from gzgoals.gui.paper.comparison import compared_rows
from gzgoals.gui.paper.kinds import COMPARISON
from gzgoals.gui.paper.layout import Layout, lay_out_rows
from gzgoals.gui.paper.pages import SIGNING_LINES, foot_top, pages
from gzgoals.gui.paper.placing import placed_lines, placed_rules
from gzgoals.gui.paper.progress import Progress
from gzgoals.gui.paper.setup import page_layout, paper_of
from last_year import two_years

pytestmark = pytest.mark.usefixtures("qapp")


def comparison(reason: str = "", times: int = 1) -> Comparison:
    table = two_years()
    assert table.last_year is not None
    found = compare(table.last_year, table)
    if reason:
        table = put_reason(table, found.changes[0], reason)
        assert table.last_year is not None
        found = compare(table.last_year, table)
    return replace(found, changes=found.changes * times)


def layout_of(shown: Comparison) -> Layout:
    setup = PageSetup()
    paper = paper_of(page_layout(setup), setup)
    return lay_out_rows(list(compared_rows(shown)), COMPARISON, "部门名称：甲", paper, Progress(None))


def texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_sums_of_both_years_come_first_then_every_change() -> None:
    rows = [row.texts for row in compared_rows(comparison("人员减少"))]
    assert rows[:4] == [
        ("合计", "", "总计", "4,324.74", "4,372.33", "+47.59", "+1.1%", ""),
        ("合计", "", "财政拨款", "4,194.74", "4,362.33", "+167.59", "+4.0%", ""),
        ("合计", "", "其他资金", "130.00", "10.00", "-120.00", "-92.3%", ""),
        ("机构运行辅助经费", "金额变动", "财政拨款", "570.25", "549.00", "-21.25", "-3.7%", "人员减少"),
    ]
    assert len(rows) == 3 + 8


def test_a_reason_that_is_out_of_date_says_so() -> None:
    shown = comparison("人员减少")
    first = replace(shown.changes[0], stale=True)
    rows = list(compared_rows(replace(shown, changes=(first,))))
    assert rows[-1].texts[-1] == "人员减少（写理由后内容又有变动，请核对）"


def test_two_equal_years_say_that_nothing_changed() -> None:
    rows = list(compared_rows(replace(comparison(), changes=())))
    assert rows[-1].texts[0] == "与上年相同，没有改动"


def test_the_pdf_names_department_years_and_money_unit_in_exact_characters() -> None:
    (page,) = texts(listing_pdf(comparison_listing(comparison("按合同单价下调"), "广州互联网法院")))
    for text in (
        "项目支出绩效目标对比表",
        "部门名称：广州互联网法院　　上年：2025 年　　本年：2026 年",
        "单位：万元",
        "按合同单价下调",
        "业务用房物业管理费",
        "填报人：",
        "审核人：",
        "单位负责人：",
        "第 1 页 共 1 页",
    ):
        assert "".join(text.split()) in "".join(page.split())


def test_the_header_is_repeated_and_only_the_last_page_is_signed() -> None:
    found = texts(listing_pdf(comparison_listing(comparison(times=8), "甲")))
    assert len(found) > 2
    assert all("变动理由" in page for page in found)
    assert ["填报人：" in page for page in found] == [*[False] * (len(found) - 1), True]
    assert "第 2 页 共" in found[1]


def test_a_projects_name_stands_once_and_again_where_a_page_begins() -> None:
    layout = layout_of(comparison(times=8))
    for page in pages(layout):
        names = [band.row.cells[0] for band in page.bands[1:]]
        assert names[0]
        assert all(bool(band.row.cells[0]) is not band.joined for band in page.bands[1:])


def test_no_rule_parts_the_cell_that_rows_share() -> None:
    layout = layout_of(comparison())
    page = next(pages(layout))
    joined = {band.top for band in page.bands if band.joined}
    across = [rule for rule in placed_rules(page, layout.form) if rule.y1 == rule.y2]
    assert joined
    assert {rule.y1 for rule in across if rule.x1 == layout.form.columns[0].right} == joined


@pytest.mark.parametrize("count", range(1, 40))
def test_the_line_to_sign_never_meets_the_page_number(count: int) -> None:
    shown = comparison(times=6)
    layout = layout_of(replace(shown, changes=shown.changes[:count]))
    *before, last = pages(layout)
    assert last.closes
    assert not any(page.closes for page in before)
    band = last.bands[-1]
    assert band.top + band.height + SIGNING_LINES * layout.form.pitch <= foot_top(layout.form)
    signed = [line for line in placed_lines(last, layout.form, 1) if line.text in COMPARISON.signatures]
    assert len(signed) == len(COMPARISON.signatures)
