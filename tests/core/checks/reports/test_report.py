"""The findings as data and as lines."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from gzgoals.core.checks import (
    Finding,
    Severity,
    check,
    check_report,
    explain,
    report_json,
    report_text,
)
from gzgoals.core.checks.reports.whereabouts import Whereabouts
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Place, Stated, Unit
from tables_to_check import GOOD, SMALL, amounts, indicator, project, table

ZERO = Decimal("0.00")
STATED = Stated(total=Decimal("549.50"), appropriation=Decimal("549.50"), special_account=ZERO, other=Decimal("1.00"))
TABLE = replace(
    table(
        project(indicators=(*GOOD.indicators, indicator("案件数", "11", "5"))),
        project(name="", funding=amounts("-", "1")),
    ),
    stated=STATED,
)

EXPLAINED = table(project(indicators=(*GOOD.indicators, indicator("案件数", "11", "5"))))
DAY = dt.date(2026, 9, 3)


def explained(whole: GoalTable) -> GoalTable:
    """Return a table whose one warning is explained."""
    (finding,) = [each for each in check(whole).findings if each.rule == "V02"]
    return explain(whole, finding, "案件数按\n图纸")


def grown(whole: GoalTable) -> GoalTable:
    """Return a table in which what was explained is another number."""
    for side in ("cycle", "annual"):
        whole = put_value(whole, Place("u", "p1", "i3", f"{side}.value"), "6")
    return whole


def test_findings_are_objects_for_other_programs() -> None:
    sums, *others = report_json(TABLE, check(TABLE))
    assert sums == {
        "rule": "M02",
        "severity": "error",
        "project": None,
        "indicator": None,
        "field": "total",
        "message": "“总计”合计 549.50，项目之和 550.00，差 0.50",
    }
    assert others[3:] == [
        {
            "rule": "V02",
            "severity": "warning",
            "project": "机构运行辅助经费",
            "indicator": 3,
            "field": "annual",
            "message": "5 缺少计量单位",
        },
        {
            "rule": "P01",
            "severity": "error",
            "project": "",
            "indicator": None,
            "field": "name",
            "message": "项目名称为空",
        },
        {
            "rule": "M03",
            "severity": "error",
            "project": "",
            "indicator": None,
            "field": "appropriation",
            "message": "“财政拨款”须为不小于0、至多两位小数的金额（万元）",
        },
    ]


def test_an_explained_finding_carries_its_reason_and_a_lapsed_one_says_so() -> None:
    whole = explained(EXPLAINED)
    (answered,) = report_json(whole, check(whole))
    assert (answered["reason"], "lapsed" in answered) == ("案件数按\n图纸", False)
    changed = grown(whole)
    (lapsed,) = report_json(changed, check(changed))
    assert list(lapsed) == ["rule", "severity", "project", "indicator", "field", "message", "reason", "lapsed"]
    assert lapsed["lapsed"] is True


@pytest.mark.parametrize(
    ("place", "field", "word"),
    [
        (Place(field="stated.total"), "total", "总计"),
        (Place("u", field="stated.special_account"), "special_account", "财政专户拨款"),
        (Place("u", field="stated"), "total", "合计"),
        (Place("u", "p1", field="name"), "name", "名称"),
        (Place("u", "p1", field="funding"), "total", "总计"),
        (Place("u", "p1", field="funding.stated_total"), "total", "总计"),
        (Place("u", "p1", field="funding.other"), "other", "其他资金"),
        (Place("u", "p1", field="objective"), "objective", "绩效目标"),
        (Place("u", "p1", field="indicators"), "indicators", "绩效指标"),
        (Place("u", "p1", "i2", "category"), "category", "指标2·指标类别"),
        (Place("u", "p1", "i2", "cycle"), "cycle", "指标2·实施周期指标值"),
        (Place("u", "p1", "i2", "cycle.measure"), "cycle", "指标2·实施周期指标值"),
        (Place("u", "p1", "i2", "annual.operator"), "annual", "指标2·年度指标值"),
        (Place("u", "p1", "i2"), None, "指标2"),
        (Place("u", "p1"), None, ""),
    ],
)
def test_every_place_has_its_field_and_its_word(place: Place, field: str | None, word: str) -> None:
    whole = table(GOOD)
    checked = replace(check(whole), own=(Finding("X01", Severity.ERROR, place, "坏"),))
    assert report_json(whole, checked)[0]["field"] == field
    assert Whereabouts(whole).cell(checked.findings[0]) == word


def test_findings_are_lines_below_their_project_with_a_summary() -> None:
    assert report_text(TABLE, check(TABLE)).splitlines() == [
        "合计",
        "  错误 M02 总计：“总计”合计 549.50，项目之和 550.00，差 0.50",
        "  错误 M02 财政拨款：“财政拨款”合计 549.50，项目之和 549.00，差 0.50",
        "  错误 M02 财政专户拨款：“财政专户拨款”合计 0.00，项目之和 1.00，差 1.00",
        "  错误 M02 其他资金：“其他资金”合计 1.00，项目之和 0.00，差 1.00",
        "机构运行辅助经费",
        "  警告 V02 指标3·年度指标值：5 缺少计量单位",
        "（未填名称）",
        "  错误 P01 名称：项目名称为空",
        "  错误 M03 财政拨款：“财政拨款”须为不小于0、至多两位小数的金额（万元）",
        "",
        "共 7 处：错误 6，警告 1，提示 0。",
        "还有 6 个错误、1 条警告未处理，暂不能上报。",
    ]


def test_what_was_explained_is_told_below_its_finding() -> None:
    whole = explained(EXPLAINED)
    assert report_text(whole, check(whole)).splitlines()[2:] == [
        "      已说明：案件数按 图纸",
        "",
        "共 1 处：错误 0，警告 0，提示 0，已说明 1。",
        "可以打印上报。",
    ]
    changed = grown(whole)
    assert (
        report_text(changed, check(changed)).splitlines()[2]
        == "      理由已失效（内容又有改动，请核对）：案件数按 图纸"
    )


def test_units_are_named_where_there_are_several() -> None:
    bad = project(objective="")
    units = (Unit(name="甲院", projects=(bad,)), Unit(name="乙院", projects=(bad,)))
    whole = GoalTable(year=2026, units=units, hints_off=SMALL)
    lines = report_text(whole, check(whole)).splitlines()
    assert [lines[0], lines[2]] == ["甲院 / 机构运行辅助经费", "乙院 / 机构运行辅助经费"]


def test_a_good_table_is_told_so() -> None:
    assert report_text(table(GOOD), check(table(GOOD))) == "没有发现问题。可以打印上报。"
    assert report_json(table(GOOD), check(table(GOOD))) == []


def test_the_report_tells_of_what_and_when_it_is() -> None:
    whole = replace(explained(EXPLAINED), department="某法院")
    report = check_report(check(whole), DAY, "表.gzgoals", "检查规则.json")
    assert report.captions == (
        "部门名称：某法院",
        "预算年度：2026 年",
        "检查日期：2026年9月3日",
        "文件：表.gzgoals",
        "本单位规则：检查规则.json",
    )
    assert check_report(check(whole), DAY).captions == report.captions[:3]
    assert (report.verdict, report.counts) == ("可以打印上报", "错误 0，警告 0，提示 0，已说明 1")


def test_the_report_has_a_row_for_every_finding() -> None:
    whole = explained(TABLE)
    rows = check_report(check(whole), DAY).rows
    assert rows[4] == (
        "",
        "机构运行辅助经费",
        "警告",
        "V02",
        "指标3·年度指标值",
        "5 缺少计量单位",
        "已说明：案件数按\n图纸",
        True,
    )
    assert [row.owner for row in rows if row.is_new] == ["合计", "机构运行辅助经费", "（未填名称）"]
