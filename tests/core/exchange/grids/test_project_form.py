"""Forms of one project a table, with labels and values, money and objectives, and rows of indicators below."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from core_layouts import grid
from gzgoals.core.exchange.draft import Draft
from gzgoals.core.exchange.grids.understanding import draft_of_grids
from gzgoals.core.table import Project

CENTRAL = [
    ("项目支出绩效目标申报表", "", "", "", ""),
    ("（2026年度）", "", "", "", ""),
    ("项目名称", "", "信息化\n运维", "", ""),
    ("主管部门及代码", "", "甲厅", "实施单位", "甲法院"),
    ("项目资金\n（万元）", "实施期资金总额：", "30", "年度资金总额：", "10"),
    ("", "其中：财政拨款", "24", "其中：财政拨款", "8"),
    ("", "其他资金", "6", "其他资金", "2"),
    ("总体目标", "实施期目标", "", "年度目标", ""),
    ("", "三年目标。", "", "本年目标。", ""),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值"),
    ("", "产出指标", "数量指标", "台数", "≥12台"),
    ("", "", "质量指标", "合格率", "100%"),
    ("", "效益指标", "社会效益指标", "影响", "良好"),
    ("填报人：某某", "", "", "联系电话：123", ""),
]


def read(*forms: Sequence[Sequence[str]], above: Sequence[str] = ()) -> Draft:
    return draft_of_grids([grid(rows, f"表 {n}", above) for n, rows in enumerate(forms, 1)], "表.docx", None)


def projects(draft: Draft) -> list[Project]:
    return [project for unit in draft.table.units for project in unit.projects]


def money(project: Project) -> tuple[object, ...]:
    funding = project.funding
    return funding.appropriation, funding.special_account, funding.other


def test_the_central_form_is_read_with_the_years_money_and_objective() -> None:
    draft = read(CENTRAL)
    (project,) = projects(draft)
    assert (draft.table.year, draft.table.department) == (2026, "甲厅")
    assert [unit.name for unit in draft.table.units] == ["甲法院"]
    assert (project.name, project.objective) == ("信息化运维", "本年目标。")
    assert money(project) == (8, 0, 2)
    assert [(each.category, each.name, each.annual.text) for each in project.indicators] == [
        ("11", "台数", "≥12台"),
        ("12", "合格率", "100%"),
        ("22", "影响", "良好"),
    ]
    assert any("三年目标" in doubt.text for doubt in draft.doubts)


def test_sources_in_a_form_are_not_doubted_and_codes_are_no_part_of_names() -> None:
    rows = [tuple("[101]甲厅" if cell == "甲厅" else cell for cell in row) for row in CENTRAL]
    draft = read([("填报单位（盖章）：某局", "", "", "", "单位：万元"), *rows])
    assert (draft.table.department, draft.table.units[0].name) == ("甲厅", "甲法院")
    assert not any("财政拨款" in doubt.text for doubt in draft.doubts)


def test_several_forms_may_stand_in_one_sheet_or_in_one_each() -> None:
    other = [tuple(cell.replace("运维", "培训") for cell in row) for row in CENTRAL]
    apart, together = read(CENTRAL, other), read([*CENTRAL, ("", "", "", "", ""), *other])
    for draft in (apart, together):
        assert [(project.name, len(project.indicators)) for project in projects(draft)] == [
            ("信息化运维", 3),
            ("信息化培训", 3),
        ]


def test_labels_and_values_may_share_a_cell_or_stand_above_the_table() -> None:
    rows = [
        ("项目名称：运维", "", "预算金额（元）：120000.00", ""),
        ("绩效目标：做好。", "", "", ""),
        *[row[1:] for row in CENTRAL[9:13]],
    ]
    (project,) = projects(read(rows))
    assert (project.name, project.objective, money(project)) == ("运维", "做好。", (12, 0, 0))
    (project,) = projects(read([row[1:] for row in CENTRAL[9:13]], above=["项目名称：运维", "资金总额：12万元"]))
    assert (project.name, money(project)) == ("运维", (12, 0, 0))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("预算资金（万元）", "资金总额", "10"), ("", "财政拨款", "7"), ("", "财政专户", "2"), ("", "其他", "1")],
            (7, 2, 1),
        ),
        ([("资金总额（万元）", "财政拨款", "其他资金"), ("10", "9", "1")], (9, 0, 1)),
        ([("年度资金总额", "100000元", "")], (10, 0, 0)),
        ([("项目资金（元）", "资金总额", "100000"), ("", "其中：财政拨款", "100000")], (10, 0, 0)),
        ([("资金总额", "10", ""), ("其中：一般公共预算", "6", ""), ("政府性基金", "4", "")], (10, 0, 0)),
    ],
)
def test_money_is_read_in_many_forms(rows: list[tuple[str, ...]], expected: tuple[int, ...]) -> None:
    (project,) = projects(read([("项目名称", "运维", ""), *rows, *[row[1:] for row in CENTRAL[9:13]]]))
    assert money(project) == expected


def test_a_total_that_contradicts_its_sources_is_kept() -> None:
    rows = [("项目名称", "运维", ""), ("资金总额", "11", ""), ("财政拨款", "8", ""), ("其他资金", "2", "")]
    (project,) = projects(read([*rows, *[row[1:] for row in CENTRAL[9:13]]]))
    assert project.funding.stated_total == Decimal("11.00")


def test_an_objective_may_have_several_rows_beside_its_label() -> None:
    rows = [("项目名称", "运维"), ("年度目标", "目标1：甲。"), ("", "目标2：乙。"), *[row[1:] for row in CENTRAL[9:13]]]
    assert projects(read(rows))[0].objective == "目标1：甲。\n目标2：乙。"


def test_money_without_a_source_is_appropriation_with_a_doubt() -> None:
    draft = read([("项目名称", "运维", "预算金额", "10万元"), *[row[1:] for row in CENTRAL[9:13]]])
    assert money(projects(draft)[0]) == (10, 0, 0)
    assert any("财政拨款" in doubt.text for doubt in draft.doubts)


def test_the_cycles_indicators_may_stand_beside_the_years() -> None:
    header = ("一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值")
    rows = [
        ("产出指标", "数量指标", "台数", "36台", "数量指标", "台数", "12台"),
        ("", "质量指标", "合格率", "98%", "质量指标", "完好率", "99%"),
    ]
    (project,) = projects(read([("项目名称", "运维"), header, *rows]))
    assert [(each.name, each.cycle.text, each.annual.text) for each in project.indicators] == [
        ("台数", "36台", "12台"),
        ("合格率", "98%", ""),
        ("完好率", "", "99%"),
    ]


def test_facts_and_indicators_may_be_two_tables() -> None:
    draft = read(CENTRAL[:9], [row[1:] for row in CENTRAL[9:13]])
    (project,) = projects(draft)
    assert (project.name, len(project.indicators), money(project)) == ("信息化运维", 3, (8, 0, 2))


def test_a_form_without_indicators_is_kept() -> None:
    first, second = projects(read(CENTRAL, [("项目名称", "培训"), ("资金总额", "3"), ("年度目标", "培训。")]))
    assert (second.name, second.objective, second.indicators) == ("培训", "培训。", ())
    assert len(first.indicators) == 3


def test_a_form_without_indicators_is_told() -> None:
    draft = read(CENTRAL, [("项目名称", "培训"), ("资金总额", "3"), ("年度目标", "培训。")])
    assert [doubt.place.project for doubt in draft.doubts if doubt.read == "“培训”没有读到指标"] == [
        projects(draft)[1].id
    ]


def test_what_a_blank_form_prints_in_place_of_indicators_is_none() -> None:
    rows = [("", "", "", "指标2：", ""), ("", "", "", "……", "")]
    numbered = ("", "产出指标", "数量指标", "指标1：台数", "≥12台")
    draft = read([*CENTRAL[:10], numbered, *rows])
    assert [each.name for each in projects(draft)[0].indicators] == ["台数"]
    assert not any("……" in doubt.text for doubt in draft.doubts)


EVALUATION = [
    ("项目支出绩效自评表", "", "", "", "", "", ""),
    ("（2025年度）", "", "", "", "", "", ""),
    ("项目名称", "", "运维", "", "", "", ""),
    ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"),
    ("", "年度资金总额", "10", "12", "11", "91.7%", "9.2"),
    ("", "其中：财政拨款", "10", "12", "11", "91.7%", "—"),
    ("年度总体目标", "预期目标", "", "", "实际完成情况", "", ""),
    ("", "做好。", "", "", "已做好。", "", ""),
    ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
    ("产出指标", "数量指标", "台数", "≥5套", "6套", "10", "10"),
]


def test_of_an_evaluation_what_was_aimed_at_is_read_and_what_was_reached_is_told() -> None:
    draft = read(EVALUATION)
    (project,) = projects(draft)
    assert (draft.table.year, project.objective, money(project)) == (2025, "做好。", (10, 0, 0))
    assert [(each.name, each.annual.text) for each in project.indicators] == [("台数", "≥5套")]
    assert any("“实际完成值”" in doubt.read for doubt in draft.doubts)
    assert any("已做好。" in doubt.read for doubt in draft.doubts)


def test_the_form_of_a_department_as_a_whole_is_no_project() -> None:
    whole = [("部门整体支出绩效目标申报表", "", ""), ("部门名称", "甲法院", ""), *[row[1:] for row in CENTRAL[9:13]]]
    draft = read(CENTRAL, whole)
    assert [project.name for project in projects(draft)] == ["信息化运维"]
    assert any(doubt.read == "“表 2”没有读入" for doubt in draft.doubts)
