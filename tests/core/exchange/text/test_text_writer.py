"""Our own text export: readable, never wrapped, and nothing lost on the way back."""

from decimal import Decimal

from hypothesis import given

from core_strategies import tables
from gzgoals.core.exchange import read_text, write_text
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Stated, Unit, split_target
from table_content import content


def read_back(table: GoalTable) -> GoalTable:
    draft = read_text(write_text(table).encode(), "导出.txt", None)
    assert draft.doubts == ()
    return draft.table


def one_project(project: Project) -> GoalTable:
    return GoalTable(year=2026, department="甲法院", units=(Unit(name="甲法院", projects=(project,)),))


@given(tables())
def test_what_is_written_reads_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    assert content(read_back(table)) == content(table)


def test_the_text_has_the_published_form() -> None:
    project = Project(
        name="购置经费",
        funding=Funding(appropriation=Decimal("1600.20"), other=Decimal("3.00")),
        objective="第一段。\n第二段。",
        indicators=(Indicator(category="11", name="数量", cycle=split_target("≥9台"), annual=split_target("9台")),),
    )
    assert write_text(one_project(project)).splitlines() == [
        "项目支出绩效目标表（含转移支付项目）",
        "部门名称：甲法院 单位：万元",
        "预算年度：2026 编码字典：2015 每段一行",
        "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标",
        "合计 1,603.20 1,600.20 0.00 3.00",
        "甲法院 1,603.20 1,600.20 0.00 3.00",
        "    购置经费 1,603.20 1,600.20 0.00 3.00",
        "第一段。",
        "第二段。",
        "1、1-产出指标；11-数量指标；数量；实施周期指标值:≥9台；年度指标值:9台。",
    ]


def test_amounts_that_contradict_are_written_as_they_were_stated() -> None:
    funding = Funding(appropriation=Decimal("5.00"), stated_total=Decimal("6.00"))
    stated = Stated(
        total=Decimal("7.00"), appropriation=Decimal("7.00"), special_account=Decimal("0.00"), other=Decimal("0.00")
    )
    unit = Unit(name="甲法院", projects=(Project(name="甲", funding=funding),), stated=stated)
    table = GoalTable(year=2026, department="甲法院", units=(unit,), stated=stated)
    assert content(read_back(table)) == content(table)


def test_drafts_of_amounts_come_back() -> None:
    funding = Funding(appropriation="", special_account="约五百", other=Decimal("0.345"))
    assert read_back(one_project(Project(name="甲", funding=funding))).units[0].projects[0].funding == funding


def test_a_project_without_name_comes_back() -> None:
    project = read_back(one_project(Project(objective="目标"))).units[0].projects[0]
    assert (project.name, project.objective) == ("", "目标")


def test_blank_paragraphs_within_an_objective_come_back() -> None:
    assert (
        read_back(one_project(Project(objective="　　甲\n\n　　乙"))).units[0].projects[0].objective
        == "　　甲\n\n　　乙"
    )
