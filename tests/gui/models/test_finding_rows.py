"""What the list of findings says of each."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import Checked, Finding, check, explain
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.models.finding_choice import Choice, Grouping
from gzgoals.gui.models.finding_model import FindingsModel
from gzgoals.gui.models.finding_rows import COLUMNS, FindingRow
from tables_to_check import amounts, indicator, project, table

START = table(
    project(
        name="物业费",
        funding=amounts("0.50"),
        indicators=(indicator("案件数", "11", "12"), indicator("事故数", "12", "0"), indicator("", "12", "95%")),
    )
)


def rows(checked: Checked, choice: Choice | None = None) -> list[FindingRow]:
    model = FindingsModel()
    model.open(checked, choice)
    return [model._shown(number) for number in range(model.rowCount())]


def one(whole: GoalTable, rule: str) -> FindingRow:
    (row,) = rows(check(whole), Choice(rule=rule))
    return row


def finding(whole: GoalTable, rule: str) -> Finding:
    return next(each for each in check(whole).findings if each.rule == rule)


def aloud(row: FindingRow) -> list[str]:
    return [column.cell(row).aloud for column in COLUMNS]


def test_a_finding_names_level_project_indicator_and_column() -> None:
    assert aloud(one(START, "N01")) == [
        "错误",
        "物业费",
        "指标 3 · 名称",
        "指标名称未填写",
        "可做：定位，按回车键打开菜单",
    ]


def test_its_tooltip_says_why_the_rule_is_there() -> None:
    message, reason = one(START, "S04").tip.split("\n")
    assert message == "缺少效益指标"
    assert reason.startswith("为何检查：")


def test_several_of_a_family_are_one_row_that_counts_them() -> None:
    assert aloud(one(START, "V02")) == [
        "已折叠，警告 2",
        "物业费",
        "指标值",
        "2 处：12 缺少计量单位；0 缺少计量单位",
        "可做：全部补计量单位，按回车键打开菜单",
    ]


@pytest.mark.parametrize(
    ("rule", "labels"),
    [
        ("N01", ["定位", "⋯"]),
        ("S04", ["增加效益指标", "说明理由…", "⋯"]),
        ("M05", ["说明理由…", "⋯"]),
    ],
)
def test_the_first_fix_and_the_explanation_are_at_hand(rule: str, labels: list[str]) -> None:
    assert [link.label for link in one(START, rule).links] == labels


def test_an_answered_finding_says_its_reason_and_calls_for_nothing() -> None:
    row = one(explain(START, finding(START, "S04"), "日常运转"), "S04")
    assert (row.badge.severity, row.badge.words, row.spoken) == (None, "✓ 已说明", "警告，已说明")
    assert row.message == "缺少效益指标（理由：日常运转）"
    assert row.muted
    assert [link.label for link in row.links] == ["修改理由…", "⋯"]
    assert "理由：日常运转" in row.tip


def test_a_lapsed_reason_is_said_to_be_lapsed() -> None:
    answered = explain(START, finding(START, "M05"), "小额")
    row = one(put_value(answered, Place("u", "p1", field="funding"), amounts("0.60")), "M05")
    assert row.badge.words == "提示"
    assert row.spoken == "提示，理由已失效"
    assert row.message == "理由已失效 · 金额仅 0.60 万元，请核对单位（原理由：小额）"
    assert row.spans == ((0, 5),)
    assert [link.label for link in row.links] == ["重新说明…", "⋯"]


def test_heads_say_what_stands_below_them() -> None:
    checked = check(START)
    assert [(row.owner, row.message) for row in rows(checked, Choice(Grouping.SEVERITY)) if row.head] == [
        ("错误", "请逐条改正后再付印"),
        ("警告", "请改正，或说明理由"),
        ("提示", "供参考，可说明理由或不再提示"),
    ]
    assert [row.owner for row in rows(checked, Choice(Grouping.RULE)) if row.head] == ["M05", "N01", "S04", "V02"]
    (head, *_) = rows(checked, Choice(Grouping.PROJECT))
    assert (head.owner, head.message) == ("物业费", "5 处")


def test_a_project_without_a_name_is_told_as_such() -> None:
    whole = replace(START, units=(replace(START.units[0], projects=(project(id="p", name=""),)),))
    assert one(whole, "P01").owner == "（未填项目名称）"
