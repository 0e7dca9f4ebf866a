"""The official layout is known in any grid: headers by alias and in any order, ranks, amounts by their columns."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from gzgoals.core.exchange.grids.official import OfficialTable, official_rows
from gzgoals.core.exchange.grids.official_draft import official_draft
from gzgoals.core.exchange.source import Grid, GridRow, OpenBreak, Spot

HEADER = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
CELL = "1、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥95%。"
TOTAL = ("合计", "6.00", "3.00", "2.00", "1.00", "", "")
UNIT = ("甲法院", "6.00", "3.00", "2.00", "1.00", "", "")
FIRST = ("运维", "5.00", "3.00", "2.00", "", "目标一。", CELL)
SECOND = ("培训", "1.00", "", "", "1.00", "目标二。", CELL)


def grid(*rows: Sequence[str], indents: Sequence[int] = (), above: Sequence[str] = ()) -> Grid:
    return Grid(
        tuple(
            GridRow(tuple(cells), (Spot(page=1, row=number),), tuple(indents[number - 1 : number]))
            for number, cells in enumerate(rows, 1)
        ),
        above=tuple(above),
    )


def read(*rows: Sequence[str], indents: Sequence[int] = (), above: Sequence[str] = ()) -> OfficialTable:
    table = official_rows(grid(*rows, indents=indents, above=above))
    assert table is not None
    return table


def ranks(table: OfficialTable) -> list[tuple[str, bool]]:
    return [(row.name, row.leads) for row in table.rows]


RANKED = [("合计", True), ("甲法院", True), ("运维", False), ("培训", False)]


def test_rows_have_all_four_amounts_and_their_texts() -> None:
    table = read(HEADER, TOTAL, UNIT, FIRST, SECOND)
    assert ranks(table) == RANKED
    assert table.rows[3].amounts == (Decimal("1.00"), Decimal("0.00"), Decimal("0.00"), Decimal("1.00"))
    assert table.rows[3].objective == "目标二。"
    assert [printed.name for printed in table.rows[3].printed] == ["合格率"]
    assert table.rows[2].spot == Spot(page=1, row=4)
    assert table.doubts == ()


def test_columns_may_stand_in_any_order_and_have_other_captions() -> None:
    header = ("年度目标", "指标", "其它资金", "项目名称", "一般公共预算", "专户资金", "预算金额（万元）")
    row = ("目标一。", CELL, "1.00", "运维", "3.00", "2.00", "6.00")
    assert read(header, row).rows[0].amounts == tuple(map(Decimal, ("6.00", "3.00", "2.00", "1.00")))


def test_a_header_may_have_its_amounts_on_a_second_row() -> None:
    first = ("项目名称", "预算金额", "", "", "", "绩效目标", "绩效指标")
    second = ("", "总计", "财政拨款", "财政专户拨款", "其他资金", "", "")
    assert ranks(read(first, second, TOTAL, UNIT, FIRST, SECOND)) == RANKED


def test_parts_of_an_appropriation_add_up_or_have_a_sum_of_their_own() -> None:
    first = ("项目名称", "总计", "财政拨款", "", "其他资金", "绩效目标", "绩效指标")
    parts = ("", "", "一般公共预算", "政府性基金", "", "", "")
    assert read(first, parts, ("运维", "6", "2", "3", "1", "目标。", CELL)).rows[0].amounts[1] == Decimal("5.00")
    first = ("项目名称", "总计", "财政拨款", "", "", "绩效目标", "绩效指标")
    parts = ("", "", "小计", "一般公共预算", "政府性基金", "", "")
    assert read(first, parts, ("运维", "5", "5", "2", "3", "目标。", CELL)).rows[0].amounts[1] == Decimal("5.00")


def test_repeated_headers_titles_and_blank_rows_are_dropped() -> None:
    title = ("项目支出绩效目标表", "", "", "", "", "", "")
    table = read(title, HEADER, TOTAL, UNIT, FIRST, HEADER, ("",) * 7, title, HEADER, SECOND)
    assert ranks(table) == RANKED


def test_captions_may_stand_in_rows_of_the_grid_or_above_it() -> None:
    within = read(("2026年项目支出绩效目标表",), ("部门名称：甲法院", "", "单位：万元"), HEADER, TOTAL, UNIT, FIRST)
    above = read(HEADER, TOTAL, UNIT, FIRST, above=["2026年项目支出绩效目标表", "部门名称：甲法院 单位：万元"])
    for table in (within, above):
        assert (table.captions.department, table.captions.year, table.captions.in_yuan) == ("甲法院", 2026, False)


@pytest.mark.parametrize("caption", ["单位：元", "单位:人民币元"])
def test_amounts_in_yuan_become_wan_with_a_doubt(caption: str) -> None:
    table = read(HEADER, ("运维", "50000", "30000", "20000", "", "目标。", CELL), above=[caption])
    assert table.rows[0].amounts == tuple(map(Decimal, ("5.00", "3.00", "2.00", "0.00")))
    assert "万元" in table.doubts[0].text


def test_indentation_tells_units_from_projects_without_texts() -> None:
    rows = (HEADER, TOTAL, UNIT, ("运维", "6.00", "3.00", "2.00", "1.00", "", ""), ("乙法院", "", "", "", "", "", ""))
    table = read(*rows, indents=(0, 0, 0, 4, 0))
    assert ranks(table) == [("合计", True), ("甲法院", True), ("运维", False), ("乙法院", True)]


def test_sums_tell_units_where_indentation_is_lost() -> None:
    rows = [
        HEADER,
        TOTAL,
        ("甲法院", "5.00", "3.00", "2.00", "", "", ""),
        FIRST,
        ("乙法院", *SECOND[1:5], "", ""),
        SECOND,
    ]
    assert [leads for _, leads in ranks(read(*rows))] == [True, True, False, True, False]


def test_names_that_are_centred_do_not_pass_for_indented_units() -> None:
    table = read(HEADER, TOTAL, UNIT, FIRST, SECOND, indents=(0, 9, 7, 9, 9))
    assert ranks(table) == RANKED


def test_units_may_have_a_column_of_their_own() -> None:
    header = ("单位名称", "项目名称", "金额", "绩效目标", "绩效指标")
    rows = [
        ("甲法院", "运维", "5.00", "目标。", CELL),
        ("", "培训", "1.00", "目标。", CELL),
        ("乙法院", "维修", "2", "目标。", CELL),
    ]
    table = read(header, *rows)
    assert ranks(table) == [("甲法院", True), ("运维", False), ("培训", False), ("乙法院", True), ("维修", False)]
    assert table.rows[0].amounts[0] == Decimal("6.00")


def test_a_lone_total_is_appropriation_with_a_doubt() -> None:
    table = read(("项目名称", "金额", "绩效目标", "绩效指标"), ("运维", "5", "目标。", CELL))
    assert table.rows[0].amounts == tuple(map(Decimal, ("5.00", "5.00", "0.00", "0.00")))
    assert "财政拨款" in table.doubts[0].text


def test_an_amount_that_is_no_number_stays_as_it_was_written() -> None:
    table = read(HEADER, ("运维", "", "约五百万", "-", "￥1,234.5万元", "目标。", CELL))
    assert table.rows[0].amounts[1:] == ("约五百万", Decimal("0.00"), Decimal("1234.50"))


def test_a_row_with_nothing_but_text_continues_the_one_above() -> None:
    table = read(HEADER, FIRST, ("", "", "", "", "", "第二段。", CELL.replace("1、1", "2、1")))
    assert table.rows[0].objective == "目标一。\n第二段。"
    assert len(table.rows[0].printed) == 2


def test_a_note_below_the_table_is_told() -> None:
    table = read(HEADER, FIRST, ("注：本表含转移支付项目。", "", "", "", "", "", ""))
    assert len(table.rows) == 1
    assert "含转移支付" in table.doubts[0].text


def test_text_that_is_no_indicator_is_kept_as_one() -> None:
    table = read(HEADER, ("运维", "5", "5", "", "", "目标。", "按合同验收"))
    assert [printed.name for printed in table.rows[0].printed] == ["按合同验收"]


@pytest.mark.parametrize(
    "header",
    [
        ("项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"),
        ("功能分类科目", "合计", "基本支出", "项目支出"),
        ("项目名称", "总计", "财政拨款", "备注"),
    ],
)
def test_other_tables_are_not_taken_for_it(header: tuple[str, ...]) -> None:
    assert official_rows(grid(header, ("运维", "1", "2", "3"))) is None


def test_of_several_tables_each_gives_its_units() -> None:
    first = read(HEADER, TOTAL, UNIT, FIRST, SECOND, above=["2026年", "部门名称：甲法院"])
    second = read(HEADER, ("乙法院", "1", "1", "", "", "", ""), ("维修", "1", "1", "", "", "目标。", CELL))
    draft = official_draft([first, second], "表.pdf")
    assert [unit.name for unit in draft.table.units] == ["甲法院", "乙法院"]
    assert "2 张" in draft.doubts[0].text


def test_a_table_whose_projects_all_stand_in_another_is_left_out() -> None:
    first = read(HEADER, TOTAL, UNIT, FIRST, SECOND, above=["2026年", "部门名称：甲法院"])
    draft = official_draft([read(HEADER, SECOND), first], "表.pdf", 2026)
    assert [[project.name for project in unit.projects] for unit in draft.table.units] == [["运维", "培训"]]
    assert "没有重复读入" in draft.doubts[0].text


def test_the_year_comes_from_the_file_name_with_a_doubt_where_nothing_else_tells() -> None:
    draft = official_draft([read(HEADER, TOTAL, UNIT, FIRST, SECOND)], "/某处/2024年目标表.xlsx")
    assert draft.table.year == 2024
    assert "文件名" in draft.doubts[0].text


def test_a_unit_with_a_column_of_its_own_may_have_a_row_of_its_sum() -> None:
    header = ("单位名称", "项目名称", *HEADER[1:])
    unit, first = ("[001]甲法院", "", *FIRST[1:5], "", ""), ("[001]甲法院", *FIRST)
    assert ranks(read(header, ("合计", "", *FIRST[1:5], "", ""), unit, first)) == [RANKED[0], RANKED[1], RANKED[2]]


def test_where_a_page_does_not_show_whether_a_paragraph_ends_the_objective_is_doubted() -> None:
    whole = grid(HEADER, TOTAL, UNIT, FIRST, SECOND)
    breaks = ((), (), (), (), (), (OpenBreak("目标一。", parted=True), OpenBreak("目标。", parted=True)))
    rows = [replace(row, open_breaks=breaks) if row.cells == FIRST else row for row in whole.rows]
    table = official_rows(replace(whole, rows=tuple(rows)))
    assert table is not None
    draft = official_draft([table], "2024年目标表.pdf")
    doubts = [doubt for doubt in draft.doubts if doubt.place.field == "objective"]
    assert [(doubt.place.project, doubt.spot.row) for doubt in doubts] == [(draft.table.units[0].projects[0].id, 4)]
    assert doubts[0].text == (
        "第 1 页 “目标一。”之后读作另起一段，另有 1 处相同，因这一行正好排满，看不出是否分段，请核对。"
    )


def test_indicators_in_words_are_read_with_a_doubt_on_their_targets() -> None:
    table = read(HEADER, (*FIRST[:6], "数量指标：人次≥10人次；质量指标：合格率≥95%"))
    assert [(each.name, each.annual) for each in table.rows[0].printed] == [("人次", "≥10人次"), ("合格率", "≥95%")]
    assert [doubt.read for doubt in table.doubts] == ["同一指标值同时记作实施周期指标值和年度指标值"]
