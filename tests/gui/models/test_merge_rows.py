"""Conflicting projects are laid out field by field."""

from decimal import Decimal

from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Target, Unit, catalogue_of
from gzgoals.core.years import merge_plan
from gzgoals.gui.models.merge_rows import conflict_rows, field_columns, field_rows

NAMES = ("甲.gzgoals", "乙.gzgoals")


def table(amount: str, *indicators: str) -> GoalTable:
    target = Target(operator="≥", value="95", measure="%")
    project = Project(
        name="物业费",
        funding=Funding(appropriation=Decimal(amount)),
        indicators=tuple(Indicator(category="12", name=name, cycle=target, annual=target) for name in indicators),
    )
    return GoalTable(year=2026, units=(Unit(name="某法院", projects=(project,)),))


PLAN = merge_plan([table("1.00", "完好率", "响应率"), table("2.00", "完好率", "投诉数量")], NAMES)


def test_fields_stand_side_by_side_and_differing_ones_are_marked_in_words() -> None:
    rows = field_rows(PLAN.conflicts[0], NAMES, catalogue_of("2015"))
    columns = field_columns(2)
    drawn = [[column.cell(row).text for column in columns] for row in rows]
    assert drawn[:3] == [
        ["来源", "甲.gzgoals", "乙.gzgoals"],
        ["项目名称", "物业费", "物业费"],
        ["≠ 财政拨款", "1.00", "2.00"],
    ]
    assert [line[0] for line in drawn[3:]] == [
        "财政专户拨款", "其他资金", "绩效目标", "指标 1", "≠ 指标 2", "≠ 指标 3",
    ]  # fmt: skip
    assert drawn[-1][1:] == ["（没有）", "12-质量指标；投诉数量；周期 ≥95%，年度 ≥95%"]
    assert columns[0].cell(rows[2]).aloud == "财政拨款，各来源不同"


def test_a_conflict_says_what_is_kept_of_it() -> None:
    both, one = (conflict_rows(PLAN.conflicts, [kept], NAMES)[0].choice for kept in ({0, 1}, {1}))
    assert (both, one) == ("全部保留", "乙.gzgoals")
