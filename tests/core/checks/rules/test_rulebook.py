"""The rules as one table, and the promise that every fix keeps."""

from collections import Counter

import pytest
from hypothesis import given

from gzgoals.core.checks import RULES, Checked, Finding, Severity, check, fixes, why
from gzgoals.core.checks.terms.words import built_in_words
from gzgoals.core.table import GoalTable, Place
from tables_to_check import MESSY

ADDING = {"S01", "S03", "S04", "S05", "S06"}
"""The rules whose fixes add an empty indicator, which then asks to be filled in."""

REVEALED = {"S08": Counter({"S03": 1}), "C05": Counter({"S03": 1})}
"""A category put right may show that there is no output: before, its wrong first level hid that."""


def test_the_severities_are_those_of_the_office() -> None:
    graded = {severity.json: sorted({rule.id for rule in RULES if rule.severity is severity}) for severity in Severity}
    assert graded == {
        "hint": [
            "C03", "C04", "G04", "G05", "G06", "M05", "N04", "P03", "S05", "S06", "S07", "S10", "S11",
            "V03", "V05", "V07", "V09", "V10", "V17",
        ],
        "warning": [
            "C01", "C02", "C05", "C06", "G02", "G03", "G07", "M04", "M06", "N02", "N03", "P02", "S04",
            "V02", "V04", "V08", "V12", "V14", "V15",
        ],
        "error": [
            "G01", "M01", "M02", "M03", "N01", "P01", "P04", "S01", "S02", "S03", "S08", "S09", "V01", "V06", "V11",
        ],
    }  # fmt: skip


def test_a_graver_severity_is_greater() -> None:
    assert Severity.HINT < Severity.WARNING < Severity.ERROR
    assert [severity.word for severity in Severity] == ["提示", "警告", "错误"]


@pytest.mark.parametrize("rule", sorted({rule.id for rule in RULES}))
def test_it_is_told_why_a_rule_is_there(rule: str) -> None:
    assert why(rule).endswith("。")


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("物业服务面积", "平方米"),
        ("效率提升培训人次", "人次"),
        ("租用车位使用率", "%"),
        ("宣传片数量（部分）", "部"),
        ("培训人次（人）", "人"),
        ("设备巡检频率", ""),
        ("案件数据质量", ""),
        ("司法公信力", ""),
        ("", ""),
    ],
)
def test_the_last_word_of_a_name_tells_its_measure(name: str, measure: str) -> None:
    assert built_in_words().usual_measure(name) == measure


def errors(checked: Checked, finding: Finding) -> Counter[str]:
    place = Place(finding.place.unit, finding.place.project)
    return Counter(each.rule for each in checked.at(place) if each.severity is Severity.ERROR)


@given(MESSY)
def test_a_fix_removes_its_finding(table: GoalTable) -> None:
    before = check(table)
    for finding in before.findings:
        for fix in fixes(before, finding):
            assert finding not in check(fix.edit(table), before).findings, fix.label


@given(MESSY)
def test_a_fix_adds_no_error_to_its_project(table: GoalTable) -> None:
    before = check(table)
    for finding in before.findings:
        if finding.rule not in ADDING:
            allowed = errors(before, finding) + REVEALED.get(finding.rule, Counter())
            for fix in fixes(before, finding):
                assert errors(check(fix.edit(table), before), finding) <= allowed, fix.label
