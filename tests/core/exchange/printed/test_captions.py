"""The lines above a printed table, as programs and offices arrange them."""

import pytest

from gzgoals.core.exchange.printed.captions import captions_of


@pytest.mark.parametrize(
    ("line", "department", "year"),
    [
        ("部门名称：临江市法院 预算年度：2026 单位：万元", "临江市法院", 2026),
        ("部门名称：临江市法院\t年度：2026\t单位：万元", "临江市法院", 2026),
        ("填报单位：临江市法院　　填报日期：2025年11月3日　　金额单位：万元", "临江市法院", None),
        ("预算部门：临江市法院 单位编码：116001 单位：万元", "临江市法院", None),
        ("部门名称：临江市 法院 单位：万元", "临江市 法院", None),
    ],
)
def test_a_department_ends_where_the_next_caption_of_its_line_begins(
    line: str, department: str, year: int | None
) -> None:
    captions = captions_of(["项目支出绩效目标表", line])
    assert (captions.department, captions.year) == (department, year)
    assert captions.money_line == (1 if "万元" in line else -1)


def test_the_day_on_which_a_table_was_filled_in_is_not_its_budget_year() -> None:
    assert captions_of(["填报日期：2025年11月3日", "预算年度：2026"]).year == 2026
    assert captions_of(["填报日期：2025年11月3日"]).year is None
