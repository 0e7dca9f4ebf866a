"""What a plain line could not give back is escaped, only where it must be, and read by what it is, not how it looks."""

from decimal import Decimal

import pytest
from hypothesis import given

from gzgoals.core.exchange import read_text, write_text
from gzgoals.core.exchange.text.escaping import ESCAPED, escaped, unescaped
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Target, Unit, split_target
from table_content import content
from wild_tables import texts, wild_tables

RATE = split_target("≥95%")
CELL = "1、1-产出指标；12-质量指标；甲；实施周期指标值:1；年度指标值:1。"


def read_back(table: GoalTable) -> GoalTable:
    draft = read_text(write_text(table).encode(), "导出.txt", None)
    assert draft.doubts == ()
    return draft.table


def table_of(*projects: Project, unit: str = "甲法院") -> GoalTable:
    return GoalTable(year=2026, department="甲法院", units=(Unit(name=unit, projects=projects),))


def indicator(name: str = "合格率", cycle: Target = RATE, category: str = "12") -> Indicator:
    return Indicator(category=category, name=name, cycle=cycle, annual=RATE)


@given(wild_tables(texts))
def test_any_characters_read_back_without_a_loss_or_a_doubt(table: GoalTable) -> None:
    assert content(read_back(table)) == content(table)


@given(texts)
def test_what_is_escaped_is_one_line_and_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert escaped(text) == escaped(text).strip()
    assert len(escaped(text).split("\n")) == 1


ODD = {
    "line break in a name": table_of(Project(name="两行\n名称")),
    "blanks around a name": table_of(Project(name=" 甲 ")),
    "backslash beside one": table_of(Project(name="C:\\数据\n乙")),
    "unit called 合计": table_of(Project(name="甲"), unit="合计"),
    "blank lines around an objective": table_of(Project(objective="\n\n甲\n  \n")),
    "objective like a row": table_of(Project(objective="    甲 1.00 1.00 0.00 0.00\n乙 1.00 1.00 0.00 0.00")),
    "objective like indicators": table_of(Project(objective=CELL)),
    "name like the next indicator": table_of(Project(indicators=(indicator(f"{CELL}2、1-产出指标；12-质量指标；乙"),))),
    "name with the words of the form": table_of(Project(indicators=(indicator("甲；年度指标值:5"),))),
    "target in other parts": table_of(Project(indicators=(indicator(cycle=Target(value="≥95", measure="|%")),))),
    "category with many parts": table_of(Project(indicators=(indicator(category="甲；乙；丙。"),))),
    "drafts of amounts": table_of(Project(funding=Funding(appropriation="约 五百", special_account="—", other=" "))),
    "drafts that look like numbers": table_of(
        Project(funding=Funding(appropriation="0.123456789012", special_account="0,5.00", other="—5"))
    ),
    "unit called 合计 on its second line": table_of(Project(name="甲"), unit="\n合计"),
    "character of a PDF": table_of(Project(name="⽤")),
    "tab": table_of(Project(objective="甲\t乙\x1b")),
    "money in the department": GoalTable(year=2026, department="甲 单位：元"),
}  # fmt: skip


@pytest.mark.parametrize("table", ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_escaped_and_comes_back(table: GoalTable) -> None:
    assert ESCAPED in write_text(table)
    assert content(read_back(table)) == content(table)


def test_an_ordinary_table_is_not_escaped_whatever_signs_it_has() -> None:
    target = split_target("分2步：1、立项；2、验收。")
    project = Project(
        name="C:\\甲", objective="1、甲；2、乙。\n\n　　丙", indicators=(indicator("完成；率。", target),)
    )
    assert ESCAPED not in write_text(table_of(project))
    assert content(read_back(table_of(project))) == content(table_of(project))


def test_a_person_can_read_what_is_escaped() -> None:
    project = Project(name="两行\n名称", indicators=(indicator("甲；乙"),))
    assert write_text(table_of(project)).splitlines()[2:] == [
        "预算年度：2026 编码字典：2015 每段一行 “\\”为转义符",
        "项目名称（资金使用单位） 总计 财政拨款 财政专户拨款 其他资金 绩效目标 绩效指标",
        "合计 0.00 0.00 0.00 0.00",
        "甲法院 0.00 0.00 0.00 0.00",
        "    两行\\n名称 0.00 0.00 0.00 0.00",
        "1、1-产出指标；12-质量指标；甲\\；乙；实施周期指标值:≥95%；年度指标值:≥95%。",
    ]


def test_an_indicator_that_someone_adds_there_unescaped_is_read() -> None:
    text = write_text(table_of(Project(name="两行\n名称", indicators=(indicator(),))))
    more = "2、1-产出指标；11-数量指标；台数；个；实施周期指标值:9台；年度指标值:9台。"
    ((project,),) = (unit.projects for unit in read_text(f"{text}{more}\n".encode(), "导出.txt", None).table.units)
    assert [(each.category, each.name) for each in project.indicators] == [("12", "合格率"), ("11", "台数；个")]


def test_sums_of_more_digits_than_an_amount_may_have_are_no_contradiction() -> None:
    huge = Funding(appropriation=Decimal("999999999999999.99"), other=Decimal("999999999999999.99"))
    assert content(read_back(table_of(Project(funding=huge)))) == content(table_of(Project(funding=huge)))
