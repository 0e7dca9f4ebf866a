"""What is found at an indicator's category because of what its name says, and how it is moved."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import Severity, check, fixes
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Indicator, Place
from names_to_check import RIGHT, WRONG
from tables_to_check import fixed, indicator, messages, offered, project, table

CATEGORY = Place("u", "p1", "i1", "category")


def alone(one: Indicator) -> GoalTable:
    return table(project(indicators=(one,)))


def classed(whole: GoalTable) -> list[str]:
    return [finding.rule for finding in check(whole).findings if finding.rule.startswith("C")]


def shown(one: Indicator) -> str:
    return f"{one.category} {one.annual.text} {one.name}"


@pytest.mark.parametrize("scheme", ["2015", "2021"])
@pytest.mark.parametrize("right", RIGHT, ids=shown)
def test_a_right_category_and_a_right_name_are_left_alone(right: Indicator, scheme: str) -> None:
    rules = {finding.rule for finding in check(replace(alone(right), scheme=scheme)).findings}
    assert not {rule for rule in rules if rule.startswith(("C", "N"))}


@pytest.mark.parametrize(("rule", "wrong"), WRONG, ids=[shown(wrong) for _, wrong in WRONG])
def test_a_wrong_category_is_found_once(rule: str, wrong: Indicator) -> None:
    assert classed(alone(wrong)) == [rule]


@pytest.mark.parametrize("scheme", ["2015", "2021"])
@pytest.mark.parametrize(
    ("rule", "wrong"),
    [each for each in WRONG if each[0] != "C06"],
    ids=[shown(one) for rule, one in WRONG if rule != "C06"],
)
def test_once_moved_it_stands_right(rule: str, wrong: Indicator, scheme: str) -> None:
    whole = replace(alone(wrong), scheme=scheme)
    (fix,) = offered(whole, rule).values()
    assert classed(fix.edit(whole)) == []


@pytest.mark.parametrize(
    ("name", "category", "target", "message"),
    [
        ("档案数字化率", "11", "100%", "“档案数字化率”是比率，宜列 12-质量指标"),
        ("新闻稿件数量", "12", "≥20篇", "“新闻稿件数量”是数量，宜列 11-数量指标"),
        ("文书及时送达率", "12", "≥98%", "“文书及时送达率”反映时效，宜列 13-时效指标"),
        ("项目安全测评", "22", "通过", "“项目安全测评”是产出质量，宜列 12-质量指标"),
        ("当事人满意度", "12", "≥95%", "“当事人满意度”应列 31-服务对象满意度"),
        ("培训次数", "31", "≥2次", "“培训次数”不是满意度，不宜列 31-服务对象满意度"),
        ("预算执行率", "11", "≥95%", "资金支付不是公共产品或服务数量"),
    ],
)
def test_the_message_says_where_it_belongs(name: str, category: str, target: str, message: str) -> None:
    assert message in messages(project(indicators=(indicator(name, category, target),)))


@pytest.mark.parametrize(
    ("rule", "name", "category", "target", "label", "home"),
    [
        ("C01", "档案数字化率", "11", "100%", "移到 12-质量指标", "12"),
        ("C02", "新闻稿件数量", "12", "≥20篇", "移到 11-数量指标", "11"),
        ("C03", "文书及时送达率", "22", "≥98%", "移到 13-时效指标", "13"),
        ("C04", "项目安全测评", "22", "通过", "移到 12-质量指标", "12"),
        ("C05", "当事人满意度", "12", "≥95%", "移到 31-服务对象满意度", "31"),
        ("C05", "培训次数", "31", "≥2次", "移到 11-数量指标", "11"),
    ],
)
def test_it_is_moved(rule: str, name: str, category: str, target: str, label: str, home: str) -> None:
    new, _ = fixed(alone(indicator(name, category, target)), rule, label)
    assert new.indicators[0].category == home


def test_all_of_a_kind_are_moved_in_the_same_words() -> None:
    pair = (indicator("项目安全测评", "22", "通过"), indicator("系统运行率", "21", "≥99%"))
    checked = check(table(project(indicators=pair)))
    kinds = {fix.kind for finding in checked.findings if finding.rule == "C04" for fix in fixes(checked, finding)}
    assert kinds == {"移到 12-质量指标"}


def test_money_that_is_paid_out_has_no_other_place() -> None:
    assert offered(alone(indicator("资金支付率", "11", "100%")), "C06") == {}


@pytest.mark.parametrize("category", ["", "1", "2", "99", "12-数量指标"])
def test_a_category_that_is_not_chosen_rightly_is_another_rules_business(category: str) -> None:
    assert classed(alone(indicator("档案及时数字化率", category, "100%"))) == []


def test_the_scheme_of_2021_has_costs_of_their_own() -> None:
    whole = alone(indicator("干警满意度", "42", "≥95%"))
    assert classed(replace(whole, scheme="2021")) == ["C05"]
    assert classed(whole) == []


def test_what_is_checked_is_category_and_name() -> None:
    whole = alone(indicator("档案数字化率", "11", "100%"))
    (before,) = (finding for finding in check(whole).findings if finding.rule == "C01")
    other_target = put_value(whole, CATEGORY.at("annual.value"), "90")
    (after,) = (finding for finding in check(other_target).findings if finding.rule == "C01")
    assert before.value == after.value == "11；档案数字化率"


def test_what_may_be_meant_is_a_hint() -> None:
    found = check(alone(indicator("项目安全测评", "22", "通过"))).findings
    assert next(finding for finding in found if finding.rule == "C04").severity is Severity.HINT
