"""The template for budget systems: what its columns carry comes back; amounts and objectives have none there."""

from io import BytesIO

import openpyxl
from hypothesis import given, settings

from core_strategies import tables
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.exchange.writers.template import COLUMNS, write_template
from gzgoals.core.resources import resource
from gzgoals.core.table import GoalTable, Indicator, Project, Unit, split_target

Carried = list[tuple[str, str, list[tuple[str, str, str, str]]]]


def carried(table: GoalTable) -> Carried:
    """Return what the columns carry: projects with indicators, by their names, and those."""
    return [
        (unit.name, project.name, [(i.category, i.name, i.cycle.text, i.annual.text) for i in project.indicators])
        for unit in table.units
        for project in unit.projects
        if project.indicators
    ]


def test_the_published_sample_comes_back_as_far_as_the_columns_carry_it() -> None:
    source = resource("samples/guangzhou-internet-court.published.txt")
    table = read_source(source.read_bytes(), source.name, 2026).table
    draft = read_source(write_template(table), "模板.xlsx", 2026)
    assert carried(draft.table) == carried(table)
    assert any("金额记作零" in doubt.text for doubt in draft.doubts)


def test_indicators_stand_in_rows_of_three_levels() -> None:
    indicator = Indicator(category="12", name="合格率", cycle=split_target("≥95%"), annual=split_target("≥97%"))
    mixed = Indicator(category="11", name="=数量", cycle=split_target("≥12个"), annual=split_target("全部"))
    project = Project(name="物业费", indicators=(indicator, mixed))
    table = GoalTable(year=2026, units=(Unit(name="甲法院", projects=(project,)),))
    sheet = openpyxl.load_workbook(BytesIO(write_template(table))).active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == [
        list(COLUMNS),
        ["甲法院", "物业费", "产出指标", "质量指标", "合格率", "≥", "95", "97", "%", ""],
        ["甲法院", "物业费", "产出指标", "数量指标", "=数量", "", "≥12个", "全部", "", ""],
    ]


@settings(max_examples=40, deadline=None)
@given(tables())
def test_any_table_can_be_written(table: GoalTable) -> None:
    write_template(table)
