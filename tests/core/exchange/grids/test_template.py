"""Indicator templates of budget systems, whatever their columns, signs and codes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_layouts import TEMPLATE, grid
from gzgoals.core.exchange.draft import Draft
from gzgoals.core.exchange.grids.understanding import draft_of_grids
from gzgoals.core.table import Indicator, Project, Target

ROW = ("产出指标", "数量指标", "采购台数", "≥", "12", "台")


def read(*rows: Sequence[str], name: str = "运维", above: Sequence[str] = (), source: str = "表.xlsx") -> Draft:
    return draft_of_grids([grid(rows, name, above)], source, 2026)


def project(draft: Draft) -> Project:
    ((project,),) = [unit.projects for unit in draft.table.units]
    return project


def only(draft: Draft) -> Indicator:
    (indicator,) = project(draft).indicators
    return indicator


def test_a_row_is_an_indicator() -> None:
    indicator = only(read(TEMPLATE, ROW))
    assert (indicator.category, indicator.name) == ("11", "采购台数")
    assert indicator.cycle == indicator.annual == Target(operator="≥", value="12", measure="台")


def test_the_sheet_names_the_project_with_a_doubt() -> None:
    draft = read(TEMPLATE, ROW)
    assert project(draft).name == "运维"
    assert any("工作表" in doubt.text for doubt in draft.doubts)


def test_a_row_above_names_the_project() -> None:
    assert project(read(("项目名称：信息化运维", *[""] * 5), TEMPLATE, ROW, name="Sheet1")).name == "信息化运维"
    assert project(read(("项目名称", "信息化运维", "", "", "", ""), TEMPLATE, ROW)).name == "信息化运维"


def test_the_title_names_the_project_where_the_sheet_does_not() -> None:
    draft = read(("2026年信息化运维项目绩效指标表", *[""] * 5), TEMPLATE, ROW, name="Sheet1")
    assert project(draft).name == "信息化运维项目"
    assert any("标题" in doubt.text for doubt in draft.doubts)


def test_a_project_that_nothing_names_has_no_name_and_a_doubt() -> None:
    draft = read(TEMPLATE, ROW, name="Sheet1")
    assert project(draft).name == ""
    assert any("项目名称留空" in doubt.text for doubt in draft.doubts)


def test_rows_between_part_one_header_into_projects() -> None:
    draft = read(TEMPLATE, ("项目名称：甲", *[""] * 5), ROW, ("项目名称：乙", *[""] * 5), ROW, ROW, name="Sheet1")
    assert [(p.name, len(p.indicators)) for unit in draft.table.units for p in unit.projects] == [("甲", 1), ("乙", 2)]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("一级指标", "二级指标", "三级指标", "指标性质", "本年度指标值", "计量单位"), ROW),
        (("一级指标", "二级指标", "指标名称", "运算符号", "目标值", "度量单位"), ROW),
        (("一级指标", "二级指标", "三级指标", "绩效指标性质", "绩效指标值", "绩效度量单位"), ROW),
        (("一级\n指标", "二级\n指标", "三级\n指标", "计算\n符号", "绩效指标值", "计量\n单位"), ROW),
        (("一级指标*", "二级指标*", "三级指标*", "计算符号*", "指标值*", "计量单位*"), ROW),
        (("一级指标", "二级指标", "三级指标", "指标值（含符号、单位）"), ("产出指标", "数量指标", "采购台数", "≥12台")),
        (("指标类别", "指标名称", "指标值"), ("产出指标-数量指标", "采购台数", "≥12台")),
        (("指标类型", "二级指标", "绩效指标", "指标值", "单位"), ("定量", "11", "采购台数", ">=12", "台")),
        (("二级指标", "三级指标", "指标方向", "指标值", "计量单位"), ("11-数量指标", "采购台数", "正向", "12", "台")),
        (("一级指标", "二级指标", "三级指标", "比较符", "年度指标值", "指标单位"), (*ROW[:3], "大于等于", "12", "台")),
    ],
)
def test_columns_are_known_by_other_captions(header: Sequence[str], row: Sequence[str]) -> None:
    indicator = only(read(header, row))
    assert (indicator.category, indicator.name, indicator.annual.text) == ("11", "采购台数", "≥12台")
    assert indicator.cycle == indicator.annual


def test_each_target_may_have_three_columns_of_its_own() -> None:
    upper = ("一级指标", "二级指标", "三级指标", "实施周期指标值", "", "", "年度指标值", "", "")
    lower = ("", "", "", "符号", "数值", "单位", "符号", "数值", "单位")
    draft = read(upper, lower, ("产出指标", "数量指标", "台数", "≥", "36", "台", "≥", "12", "台"))
    assert (only(draft).cycle.text, only(draft).annual.text) == ("≥36台", "≥12台")
    assert not any("只有一列" in doubt.text for doubt in draft.doubts)


def test_two_targets_may_share_sign_and_measure() -> None:
    header = ("一级指标", "二级指标", "三级指标", "计算符号", "实施周期指标值", "年度指标值", "计量单位")
    assert only(read(header, (*ROW[:4], "36", "12", "台"))).cycle.text == "≥36台"


def test_targets_may_stand_below_one_caption() -> None:
    upper, lower = ("一级指标", "二级指标", "三级指标", "指标值", ""), ("", "", "", "实施周期", "年度")
    indicator = only(read(upper, lower, ("产出指标", "数量指标", "台数", "36台", "12台")))
    assert (indicator.cycle.text, indicator.annual.text) == ("36台", "12台")


def test_a_past_years_value_is_no_target() -> None:
    header = ("一级指标", "二级指标", "三级指标", "上年度指标值", "本年度指标值")
    draft = read(header, ("产出指标", "数量指标", "台数", "9台", "12台"))
    assert only(draft).cycle.text == only(draft).annual.text == "12台"
    assert any("上年度指标值" in doubt.text for doubt in draft.doubts)


def test_levels_reach_down_from_merged_cells() -> None:
    rows = [
        ROW,
        ("", "", "采购次数", "≤", "3", "次"),
        ("", "质量指标", "合格率", "＝", "100", "%"),
        ("效益指标", "社会效益指标", "影响", "", "好", ""),
    ]
    draft = read(TEMPLATE, *rows)
    assert [each.category for each in project(draft).indicators] == ["11", "11", "12", "22"]


def test_empty_slots_of_a_template_are_no_indicators() -> None:
    draft = read(TEMPLATE, ROW, ("", "质量指标", "", "", "", ""), ("", "时效指标", "", "≥", "", "%"))
    assert len(project(draft).indicators) == 1


def test_a_target_without_a_name_is_kept_with_a_doubt() -> None:
    draft = read(TEMPLATE, ROW, ("", "质量指标", "", "≥", "95", "%"))
    assert project(draft).indicators[1].annual.text == "≥95%"
    assert any("指标名称留空" in doubt.text for doubt in draft.doubts)


def test_an_unknown_category_stays_with_a_doubt() -> None:
    draft = read(TEMPLATE, ("能力建设", "甲类指标", *ROW[2:]))
    assert only(draft).category == "能力建设；甲类指标"
    assert any("编码字典" in doubt.text for doubt in draft.doubts)


def test_a_sheet_without_money_gives_one_doubt() -> None:
    assert sum("金额" in doubt.text for doubt in read(TEMPLATE, ROW, ROW).doubts) == 1


_SIGNS = {"≥": ["≥", ">=", "》=", "大于等于", "不低于"], "≤": ["≤", "<=", "小于等于", "不超过"], "": ["", "定量"]}
_LEVELS = [
    (("产出指标", "数量指标"), "11"),
    (("1-产出指标", "12-质量指标"), "12"),
    (("产出", "时效"), "13"),
    (("2", "22"), "22"),
    (("满意度指标", "服务对象满意度指标"), "31"),
]
_written = st.tuples(
    st.sampled_from(_LEVELS),
    st.sampled_from(["台数", "合格率", "覆盖面", "A-1"]),
    st.sampled_from([(sign, text) for sign, texts in _SIGNS.items() for text in texts]),
    st.integers(0, 10**6),
    st.sampled_from([("%", "%"), ("%", "百分比"), ("个", "个"), ("次/年", "次/年")]),
)


@given(st.lists(_written, min_size=1, max_size=6), st.permutations(range(6)), st.booleans())
def test_any_notation_in_any_order_of_columns_is_read(
    written: list[tuple[tuple[tuple[str, str], str], str, tuple[str, str], int, tuple[str, str]]],
    order: list[int],
    one_cell: bool,
) -> None:
    rows: list[tuple[str, ...]] = []
    for (levels, _), name, (_, sign), value, (_, measure) in written:
        cells = (
            ("", f"{sign if sign != '定量' else ''}{value}{measure}", "") if one_cell else (sign, str(value), measure)
        )
        rows.append((*levels, name, *cells))
    draft = read(*[[row[place] for place in order] for row in (TEMPLATE, *rows)])
    found = [(each.category, each.name, each.annual.text) for each in project(draft).indicators]
    assert found == [(code, name, f"{s}{value}{m}") for (_, code), name, (s, _), value, (m, _) in written]
