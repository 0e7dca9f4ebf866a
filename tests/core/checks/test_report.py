"""The findings as data and as lines."""

from dataclasses import replace
from decimal import Decimal

from gzgoals.core.checks import check, report_json, report_text
from gzgoals.core.table import Stated
from tables_to_check import GOOD, amounts, indicator, project, table

ZERO = Decimal("0.00")
STATED = Stated(total=Decimal("549.50"), appropriation=Decimal("549.50"), special_account=ZERO, other=Decimal("1.00"))
TABLE = replace(
    table(
        project(indicators=(*GOOD.indicators, indicator("案件数", "11", "5"))),
        project(name="", funding=amounts("-", "1")),
    ),
    stated=STATED,
)


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


def test_findings_are_lines_with_a_summary() -> None:
    assert report_text(TABLE, check(TABLE)).splitlines()[-5:] == [
        "错误 M02 合计·其他资金：“其他资金”合计 1.00，项目之和 0.00，差 1.00",
        "警告 V02 机构运行辅助经费·指标3·年度指标值：5 缺少计量单位",
        "错误 P01 （未填名称）·名称：项目名称为空",
        "错误 M03 （未填名称）·财政拨款：“财政拨款”须为不小于0、至多两位小数的金额（万元）",
        "共 7 处：错误 6，警告 1，提示 0。",
    ]


def test_a_good_table_is_told_so() -> None:
    assert report_text(table(GOOD), check(table(GOOD))) == "没有发现问题。"
    assert report_json(table(GOOD), check(table(GOOD))) == []
