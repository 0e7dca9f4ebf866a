"""A sheet of indicators that names its projects by code is tied to the sheet that names them."""

from core_layouts import grid
from gzgoals.core.exchange.grids.understanding import draft_of_grids

PROJECTS = [("项目编码", "项目名称", "单位", "预算金额（万元）", "绩效目标"), ("P1", "甲", "院", "100", "做好。")]
INDICATORS = [
    ("项目编码", "一级指标", "二级指标", "三级指标", "指标值"),
    ("P1", "产出", "数量", "次数", "≥5次"),
    ("", "产出", "质量", "率", "≥9%"),
    ("P9", "产出", "数量", "数", "1"),
]


def test_projects_and_indicators_are_tied_by_code_and_no_indicator_is_lost() -> None:
    draft = draft_of_grids([grid(PROJECTS, "项目"), grid(INDICATORS, "指标")], "表.xlsx", 2026)
    found = [project for unit in draft.table.units for project in unit.projects]
    assert [(each.name, each.objective, [x.name for x in each.indicators]) for each in found] == [
        ("甲", "做好。", ["次数", "率"]),
        ("P9", "", ["数"]),
    ]
    assert found[0].funding.total == 100
