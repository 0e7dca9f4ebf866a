"""Sheets of one row an indicator, as offices keep them."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core_layouts import flat_cells, grid, plain
from core_strategies import tables
from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Draft
from gzgoals.core.exchange.grids.understanding import draft_of_grids
from gzgoals.core.exchange.source import Grid
from gzgoals.core.table import GoalTable, Project, catalogue_of

HEADER = ("序号", "单位", "项目名称", "预算金额（万元）", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值")
FIRST = ("1", "甲法院", "运维", "5", "目标一。", "产出指标", "数量指标", "数", "≥3个")
BELOW = ("", "", "", "", "", "", "质量指标", "率", "≥95%")
SECOND = ("2", "", "培训", "2.5", "目标二。", "产出指标", "数量指标", "人数", "20人")


def read(*rows: Sequence[str], above: Sequence[str] = (), name: str = "Sheet1") -> Draft:
    return draft_of_grids([grid(rows, name, above)], "表.xlsx", 2026)


def projects(draft: Draft) -> list[Project]:
    return [project for unit in draft.table.units for project in unit.projects]


def indicators(project: Project) -> list[tuple[str, str, str]]:
    return [(each.category, each.name, each.annual.text) for each in project.indicators]


def test_cells_of_a_project_may_be_merged() -> None:
    first, second = projects(read(HEADER, FIRST, BELOW, SECOND))
    assert (first.name, first.funding.total, first.objective) == ("运维", Decimal("5.00"), "目标一。")
    assert indicators(first) == [("11", "数", "≥3个"), ("12", "率", "≥95%")]
    assert (second.name, indicators(second)) == ("培训", [("11", "人数", "20人")])


def test_cells_of_a_project_may_be_repeated_and_its_money_counts_once() -> None:
    again = (*FIRST[:5], *BELOW[5:])
    first, _ = projects(read(HEADER, FIRST, again, SECOND))
    assert first.funding.total == Decimal("5.00")
    assert [each[0] for each in indicators(first)] == ["11", "12"]


def test_amounts_that_differ_within_a_project_are_doubted() -> None:
    draft = read(HEADER, FIRST, (*BELOW[:3], "6", *BELOW[4:]), SECOND)
    assert projects(draft)[0].funding.total == Decimal("5.00")
    assert any("6.00" in doubt.text for doubt in draft.doubts)


def test_units_reach_down_and_come_from_their_column() -> None:
    draft = read(HEADER, FIRST, SECOND, ("3", "乙法院", *FIRST[2:]))
    assert [(unit.name, len(unit.projects)) for unit in draft.table.units] == [("甲法院", 2), ("乙法院", 1)]


def test_titles_captions_spacers_and_notes_do_no_harm() -> None:
    title = ("2025年市级项目支出绩效目标明细表", *[""] * 9)
    captions = ("部门名称：甲部门", *[""] * 7, "单位：万元")
    rows = [(*row[:4], "", *row[4:]) for row in (HEADER, FIRST, BELOW)]
    draft = draft_of_grids([grid([title, ("",) * 10, captions, *rows, ("注：以上为初稿。",)])], "表.xlsx", None)
    assert (draft.table.year, draft.table.department) == (2025, "甲部门")
    assert len(projects(draft)[0].indicators) == 2
    assert any("初稿" in doubt.text for doubt in draft.doubts)


def test_a_header_may_have_two_rows_with_breaks_and_brackets_in_it() -> None:
    upper = ("序\n号", "项目\n名称", "预算资金（万元）", "", "", "", "绩效\n目标", "绩效指标", "", "", "", "")
    lower = (
        "",
        "",
        "合计",
        "财政\n拨款",
        "财政专户拨款",
        "其他\n资金",
        "",
        "一级指标",
        "二级指标",
        "三级指标",
        "实施周期\n指标值",
        "年度\n指标值",
    )
    row = ("1", "运维", "6", "3", "2", "1", "目标。", "产出指标", "数量指标", "数", "9个", "3个")
    (project,) = projects(read(upper, lower, row))
    funding = project.funding
    assert (str(funding.appropriation), str(funding.special_account), str(funding.other)) == ("3.00", "2.00", "1.00")
    assert (project.indicators[0].cycle.text, project.indicators[0].annual.text) == ("9个", "3个")


@pytest.mark.parametrize("caption", ["单位：元", "金额单位：人民币元", "（单位：元）"])
def test_yuan_above_the_table_become_wan(caption: str) -> None:
    header = tuple(cell.replace("（万元）", "") for cell in HEADER)
    draft = read(header, (*FIRST[:3], "50,000.00", *FIRST[4:]), above=[caption])
    assert projects(draft)[0].funding.total == Decimal("5.00")
    assert any("元" in doubt.read and "万元" in doubt.read for doubt in draft.doubts)


def test_yuan_in_the_header_become_wan() -> None:
    header = tuple(cell.replace("（万元）", "（元）") for cell in HEADER)
    assert projects(read(header, (*FIRST[:3], "1234567.89", *FIRST[4:])))[0].funding.total == Decimal("123.456789")


def test_sums_are_skipped_and_agree() -> None:
    total = ("", "合计", "", "7.5", "", "", "", "", "")
    draft = read(HEADER, total, FIRST, BELOW, SECOND)
    assert len(projects(draft)) == 2
    assert draft.table.stated is None


def test_a_sum_that_contradicts_is_kept_as_stated() -> None:
    draft = read(HEADER, FIRST, BELOW, SECOND, ("合计", "", "", "8", "", "", "", "", ""))
    assert draft.table.stated is not None
    assert draft.table.stated.total == Decimal("8.00")


def test_subtotals_are_compared_with_the_unit_above_them() -> None:
    rows = [
        FIRST,
        SECOND,
        ("", "小计", "", "7.5", *[""] * 5),
        ("3", "乙法院", *FIRST[2:]),
        ("", "小计", "", "9", *[""] * 5),
    ]
    draft = read(HEADER, *rows)
    assert [unit.stated.total if unit.stated else None for unit in draft.table.units] == [None, Decimal("9.00")]
    assert any("小计" in doubt.text for doubt in draft.doubts)


def test_rows_that_sum_up_those_below_them_are_units_where_no_column_names_units() -> None:
    header, first, second = (cells[2:] for cells in (HEADER, FIRST, SECOND))
    draft = read(header, ("甲法院", "5", *[""] * 5), first, ("乙法院", "2.5", *[""] * 5), second)
    assert [(unit.name, [p.name for p in unit.projects]) for unit in draft.table.units] == [
        ("甲法院", ["运维"]),
        ("乙法院", ["培训"]),
    ]


def test_a_row_of_a_name_alone_is_the_unit_of_those_below() -> None:
    header, first, second = (cells[2:] for cells in (HEADER, FIRST, SECOND))
    draft = read(header, ("甲法院", *[""] * 6), first, second)
    assert [unit.name for unit in draft.table.units] == ["甲法院"]
    assert any("甲法院" in doubt.text for doubt in draft.doubts)


def test_a_row_that_cannot_be_understood_is_told_and_stops_nothing() -> None:
    draft = read(HEADER, FIRST, ("九", "", "", "", "", "", "", "", ""), SECOND)
    assert [project.name for project in projects(draft)] == ["运维", "培训"]
    assert any("九" in doubt.text for doubt in draft.doubts)


def test_an_indicator_before_any_project_is_kept_with_a_doubt() -> None:
    draft = read(HEADER, ("", *BELOW[1:]), FIRST)
    assert [project.name for project in projects(draft)] == ["", "运维"]
    assert any("项目名称" in doubt.text or "名称留空" in doubt.text for doubt in draft.doubts)


def test_columns_that_are_not_wanted_are_told() -> None:
    header = (*HEADER, "分值", "备注")
    draft = read(header, (*FIRST, "10", "见附件"))
    assert any("分值" in doubt.text and "备注" in doubt.text for doubt in draft.doubts)


def test_one_target_column_is_both_targets_with_one_doubt() -> None:
    draft = read(HEADER, FIRST, BELOW)
    assert projects(draft)[0].indicators[0].cycle == projects(draft)[0].indicators[0].annual
    assert sum("只有一列指标值" in doubt.text for doubt in draft.doubts) == 1


def test_money_without_sources_is_appropriation_with_one_doubt() -> None:
    draft = read(HEADER, FIRST, SECOND)
    assert projects(draft)[0].funding.appropriation == Decimal("5.00")
    assert sum("财政拨款" in doubt.text for doubt in draft.doubts) == 1


def test_projects_tell_the_rows_they_stand_in() -> None:
    draft = read(HEADER, FIRST, BELOW, SECOND)
    (spot,) = draft.origins[projects(draft)[0].id]
    assert (spot.sheet, spot.row, spot.last) == ("Sheet1", 2, 3)


def test_a_repeated_header_is_no_row() -> None:
    assert len(projects(read(HEADER, FIRST, HEADER, BELOW, HEADER, SECOND))) == 2


def test_a_unit_of_measure_is_no_unit_of_the_department() -> None:
    header = ("项目名称", "一级指标", "二级指标", "三级指标", "指标值", "单位")
    draft = read(header, ("运维", "产出指标", "数量指标", "数", "3", "个"))
    assert projects(draft)[0].indicators[0].annual.text == "3个"


def test_a_row_of_a_unit_and_its_money_is_its_sum() -> None:
    draft = read(HEADER, ("", "甲法院", "", "8", *[""] * 5), ("1", "", *FIRST[2:]), SECOND)
    (unit,) = draft.table.units
    assert (unit.name, [project.name for project in unit.projects]) == ("甲法院", ["运维", "培训"])
    assert unit.stated is not None
    assert str(unit.stated.total) == "8.00"


def test_the_years_objective_is_taken_beside_the_cycles() -> None:
    header = ("项目名称", "实施周期目标", "年度目标", "一级指标", "二级指标", "三级指标", "指标值")
    draft = read(header, ("运维", "三年目标。", "本年目标。", *FIRST[5:]))
    assert projects(draft)[0].objective == "本年目标。"
    assert any("三年目标" in doubt.text for doubt in draft.doubts)


def test_an_export_of_a_budget_system_is_read() -> None:
    header = ["序号", "预算年度", "预算单位编码", "预算单位", "项目编码", "项目名称", "年初预算数（元）"]
    header += ["其中：一般公共预算", "政府性基金", "财政专户管理资金", "单位资金", "年度绩效目标"]
    header += ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "评分标准"]
    own = ["2025", "144001", "甲法院", "440100", "运维", "1,234,500.00", "1,000,000.00", "34,500.00"]
    own += ["100,000.00", "100,000.00", "一年。"]
    rows = [["1", *own, "产出指标", "数量指标", "系统数", "=", "5", "套", ""]]
    rows += [["2", *own, "产出指标", "质量指标", "可用率", ">=", "99.9", "%", "按比例"]]
    draft = draft_of_grids([grid([header, *rows], "导出")], "表.xlsx", None)
    (project,) = projects(draft)
    funding = project.funding
    assert draft.table.year == 2025
    assert (str(funding.appropriation), str(funding.special_account), str(funding.other)) == (
        "103.45",
        "10.00",
        "10.00",
    )
    assert funding.stated_total is None
    assert indicators(project) == [("11", "系统数", "＝5套"), ("12", "可用率", "≥99.9%")]


def test_a_header_may_have_three_rows_and_parts_of_an_appropriation_count_once() -> None:
    upper = ("序号", "项目名称", "项目资金", "", "", "", "", "绩效目标", "绩效指标", "", "", "", "")
    middle = ("", "", "合计", "财政拨款", "", "", "其他资金", "", "一级指标", "二级指标", "三级指标", "年度指标值", "")
    lower = ("", "", "", "小计", "其中：一般公共预算", "政府性基金", "", "", "", "", "", "指标值", "单位")
    draft = read(
        upper, middle, lower, ("1", "运维", "10", "8", "6", "2", "2", "目标。", "产出", "数量", "数", "≥5", "个")
    )
    (project,) = projects(draft)
    assert (str(project.funding.appropriation), str(project.funding.other)) == ("8.00", "2.00")
    assert indicators(project) == [("11", "数", "≥5个")]


def _laid_out(table: GoalTable, order: Sequence[int], repeated: bool) -> Grid:
    header, *rows = flat_cells(table, repeated)[2:]
    return grid([[row[place] for place in order] for row in (header, *rows)])


def _clear(table: GoalTable) -> GoalTable:
    """Return a table with nothing that such a sheet cannot say: unnamed or blank categories, equal names."""
    catalogue = catalogue_of(table.scheme)
    units: dict[str, list[Project]] = {}
    for unit in table.units:
        for project in unit.projects:
            kept = tuple(each for each in project.indicators if catalogue.knows(each.category))
            names = {other.name for other in units.get(unit.name, [])}
            if project.name not in names and kept:
                units.setdefault(unit.name, []).append(replaced(project, indicators=kept))
    shown = [next(unit for unit in table.units if unit.name == name) for name in units]
    return replaced(table, units=tuple(replaced(unit, projects=tuple(units[unit.name])) for unit in shown))


@settings(suppress_health_check=[HealthCheck.too_slow])  # drawing tables takes its time
@given(tables().map(_clear).filter(lambda table: bool(table.units)), st.permutations(range(12)), st.booleans())
def test_any_table_comes_back_from_any_order_of_columns(table: GoalTable, order: list[int], repeated: bool) -> None:
    draft = draft_of_grids([_laid_out(table, order, repeated)], "表.xlsx", table.year)
    assert plain(draft.table) == plain(table)


SHORT = ("项目名称", "一级指标", "二级指标", "三级指标")


def test_codes_before_units_and_departments_are_no_part_of_their_names() -> None:
    header = ("主管部门及代码", "单位编码及名称", *SHORT, "指标值")
    rows = [
        ("[123]某部", unit, "甲", "产出", "数量", "次数", "5次") for unit in ("[001]院", "002001-局", "120急救中心")
    ]
    draft = read(header, *rows)
    assert draft.table.department == "某部"
    assert [unit.name for unit in draft.table.units] == ["院", "局", "120急救中心"]


def test_a_sum_may_have_the_name_of_its_unit_and_is_kept_where_it_contradicts() -> None:
    rows = [FIRST, SECOND, ("", "甲法院小计", "", "8"), ("3", "乙法院", *FIRST[2:]), ("", "乙法院合计", "", "5")]
    draft = read(HEADER, *rows)
    assert [(unit.name, unit.stated.total if unit.stated else None) for unit in draft.table.units] == [
        ("甲法院", Decimal("8.00")),
        ("乙法院", None),
    ]
    assert [doubt.read for doubt in draft.doubts if "小计" in doubt.read] == [
        "“甲法院小计”行的 8.00 记作单位“甲法院”原来的合计"
    ]


def test_an_objective_that_is_the_word_of_a_sum_is_no_sum() -> None:
    (project,) = projects(read(HEADER, ("1", "甲法院", "运维", "", "合计", "", "", "", "")))
    assert (project.name, project.objective) == ("运维", "合计")


def test_the_rest_of_a_total_is_other_money_where_that_has_no_column() -> None:
    draft = read((*SHORT, "指标值", "总额", "其中：财政拨款"), ("甲", "产出", "数量", "次数", "5次", "10", "8"))
    (project,) = projects(draft)
    assert (str(project.funding.appropriation), str(project.funding.other), project.funding.stated_total) == (
        "8.00",
        "2.00",
        None,
    )
    assert any(doubt.read == "“甲”的 2.00 记入“其他资金”" for doubt in draft.doubts)


def test_of_columns_that_tell_years_the_titles_is_read_and_the_others_are_told() -> None:
    values = ("2024年指标值", "2025年指标值", "2026年指标值", "上年完成值")
    row = ("甲", "产出", "数量", "次数", "4次", "5次", "6次", "3次")
    draft = draft_of_grids([grid([("2025年度表",), (*SHORT, *values), row])], "表.xlsx", None)
    assert draft.table.year == 2025
    assert indicators(projects(draft)[0]) == [("11", "次数", "5次")]
    assert any("“2024年指标值”、“2026年指标值”、“上年完成值”" in doubt.read for doubt in draft.doubts)


def test_of_columns_that_tell_years_the_latest_is_read_where_no_title_tells_one() -> None:
    upper = ("项目名称", "2024年", "", "2025年", "", *SHORT[1:], "2024年", "2025年")
    lower = ("", "预算", "执行数", "预算", "其中：财政拨款", "", "", "", "指标值", "指标值")
    draft = draft_of_grids(
        [grid([upper, lower, ("甲", "1", "9", "8", "8", "产出", "数量", "次", "1", "2")])], "表", None
    )
    (project,) = projects(draft)
    assert (draft.table.year, str(project.funding.total), project.indicators[0].annual.text) == (2025, "8.00", "2")
    assert any("“2024年预算”" in doubt.read for doubt in draft.doubts)


def test_targets_of_a_span_of_years_are_the_cycles() -> None:
    (project,) = projects(read((*SHORT, "2025-2027年指标值", "2025年指标值"), ("甲", "产出", "数量", "次", "9", "3")))
    assert (project.indicators[0].cycle.text, project.indicators[0].annual.text) == ("9", "3")


@pytest.mark.parametrize(
    ("cell", "category", "name"),
    [
        ("产出指标-数量指标-培训人次", "11", "培训人次"),
        ("产出指标/质量指标/合格率（%）", "12", "合格率（%）"),
        ("数量指标：培训-交流人次", "11", "培训-交流人次"),
        ("成本-效益比", "", "成本-效益比"),
    ],
)
def test_levels_may_stand_before_the_name_in_its_cell(cell: str, category: str, name: str) -> None:
    (project,) = projects(read(("项目名称", "指标", "指标值"), ("甲", cell, "5")))
    assert indicators(project) == [(category, name, "5")]


@pytest.mark.parametrize(
    ("first", "second"), [("一级项目", "二级项目"), ("一级项目名称", "项目名称"), ("项目名称", "明细项目")]
)
def test_of_projects_of_two_levels_the_finer_is_read(first: str, second: str) -> None:
    draft = read((first, second, *SHORT[1:], "指标值"), ("大", "小", "产出", "数量", "次数", "5次"))
    assert [project.name for project in projects(draft)] == ["小"]
    assert any(doubt.read == f"“{first}”等列没有读入" for doubt in draft.doubts)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (
            ("项目名称", "预算金额", "", *SHORT[1:], "指标值", ""),
            ("", "调整前", "调整后", "", "", "", "调整前", "调整后"),
        ),
        (("项目名称", "调整前金额", "调整后金额", *SHORT[1:], "原指标值", "调整后指标值"), ()),
    ],
)
def test_of_amounts_and_targets_before_and_after_an_adjustment_the_later_are_read(
    upper: tuple[str, ...], lower: tuple[str, ...]
) -> None:
    draft = read(*filter(None, (upper, lower)), ("甲", "10", "8", "产出", "数量", "次数", "5次", "4次"))
    (project,) = projects(draft)
    assert (str(project.funding.total), indicators(project)) == ("8.00", [("11", "次数", "4次")])
    assert any("调整前" in doubt.read for doubt in draft.doubts)


def test_rows_of_sums_within_a_units_are_groups_that_are_told() -> None:
    header, first, second = (cells[2:] for cells in (HEADER, FIRST, SECOND))
    blank = [""] * 5
    groups = [("甲法院", "7.5", *blank), ("运行类", "5", *blank), first, ("培训类", "2.5", *blank), second]
    draft = read(header, *groups, ("乙法院", "5", *blank), ("其他类", "5", *blank), ("杂项", *first[1:]))
    assert [(unit.name, [p.name for p in unit.projects]) for unit in draft.table.units] == [
        ("甲法院", ["运维", "培训"]),
        ("乙法院", ["杂项"]),
    ]
    told = [doubt.read for doubt in draft.doubts if "的合计" in doubt.why]
    assert told == [f"“{name}”没有读入" for name in ("运行类", "培训类", "其他类")]


def test_levels_may_stand_side_by_side_above_names_and_values() -> None:
    upper = ("项目名称", "预算金额", "绩效目标", "数量指标", "", "质量指标", "", "满意度指标", "")
    lower = ("", "", "", *("指标名称", "指标值") * 3)
    rows = [
        ("甲", "10", "好。", "次数", "5次", "率", "95%", "", ""),
        ("乙", "5", "好。", "", "", "", "", "满意度", "90%"),
    ]
    draft = read(upper, lower, *rows)
    assert [(each.name, str(each.funding.total), indicators(each)) for each in projects(draft)] == [
        ("甲", "10.00", [("11", "次数", "5次"), ("12", "率", "95%")]),
        ("乙", "5.00", [("31", "满意度", "90%")]),
    ]


def test_an_amount_may_have_only_the_word_for_ten_thousand_behind_it() -> None:
    assert projects(read(HEADER, (*FIRST[:3], "10万", *FIRST[4:])))[0].funding.total == 10
