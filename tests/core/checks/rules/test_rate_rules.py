"""What is found at rates, and how they are mended."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from gzgoals.core.checks.terms.office import Office
from gzgoals.core.checks.terms.words import Limits, built_in_words
from gzgoals.core.table import Project
from tables_to_check import table
from targets_to_check import mended, of, target_findings, target_fixes, target_messages, target_rules


def rate(cycle: str, annual: str | None = None, name: str = "司法资助率") -> Project:
    return of(name, "12", cycle, annual)


def test_a_rate_is_a_bound() -> None:
    assert target_findings(rate("90%")) == ["V04 p1#1 annual.operator cycle.operator"]
    assert target_messages(rate("90%")) == ["90% 未写比较符号，是否应为 ≥"]
    assert target_messages(rate("3%", name="文书差错率")) == ["3% 未写比较符号，是否应为 ≤"]


@pytest.mark.parametrize(
    "target", ["≥90%", "100%", "0%", "90%以上", "90%左右", "约90%", "85%-90%", "90％（含）以上", "＝90%"]
)
def test_a_bound_a_range_and_the_ends_are_fine(target: str) -> None:
    assert target_rules(rate(target)) == []


@pytest.mark.parametrize(
    "name",
    [
        "收入增长率",
        "案件下降率",
        "库房湿度",
        "中央补助比例",
        "合同预付款支付比例",
        "增值税税率",
        "资金支出进度",
        "办案效率",
    ],
)
def test_a_rate_that_is_met_exactly_needs_no_sign(name: str) -> None:
    assert target_rules(rate("60%", name=name)) == []


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("结案率", "≥"),
        ("用户满意度", "≥"),
        ("女性占比", "≥"),
        ("法律知晓度（%）", "≥"),
        ("差错率", "≤"),
        ("上诉案件改判率", "≤"),
        ("安全事故发生率", "≤"),
        ("投诉办结率", "≥"),
        ("故障修复率", "≥"),
    ],
)
def test_the_name_tells_which_sign(name: str, sign: str) -> None:
    assert mended("V04", f"补“{sign}”", rate("90%", name=name)) == (f"{sign}90%", f"{sign}90%", [])


def test_the_other_column_tells_which_sign() -> None:
    assert mended("V04", "补“≤”", rate("≤90%", "80%")) == ("≤90%", "≤80%", [])


def test_both_columns_get_the_sign() -> None:
    assert mended("V04", "补“≥”", rate("90%", "80%")) == ("≥90%", "≥80%", [])


def test_a_share_is_no_more_than_the_whole() -> None:
    assert target_findings(rate("≥120%")) == ["V06 p1#1 annual.value cycle.value"]
    assert target_messages(rate("≥120%")) == ["120% 超出 0-100%"]
    assert target_messages(rate("95%-105%")) == ["95%-105% 超出 0-100%"]
    assert target_messages(rate("-1%")) == ["-1% 超出 0-100%"]


@pytest.mark.parametrize(
    "name",
    [
        "收入增长率", "计划完成率", "国有资产保值增值率", "床位使用率", "设备利用率", "预算执行率", "提高比例",
        "案件结收比", "产能利用率", "拨备覆盖率", "投资回报率", "毛入学率", "办案数", "目标达成率",
    ],
)  # fmt: skip
def test_growth_and_completion_may_be_more(name: str) -> None:
    assert target_rules(rate("≥150%", name=name)) == []


@pytest.mark.parametrize("target", ["100%", "≤100%", "＝0%", "≥99.99%", "0%-100%"])
def test_the_whole_and_nothing_are_shares(target: str) -> None:
    assert target_rules(rate(target)) == []


@pytest.mark.parametrize("target", ["100%", "≥99%", "99.5%以上", "99%-100%"])
def test_nobody_satisfies_everybody(target: str) -> None:
    assert target_findings(of("用户满意度", "31", target)) == ["V07 p1#1 annual.value cycle.value"]
    assert target_messages(of("用户满意度", "31", target)) == [f"满意度目标 {target} 过高，难以实现"]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("用户满意度", "≥98%"),
        ("用户满意度", "95%-99%"),
        ("用户满意度", "≥95分"),
        ("满意度调查完成率", "100%"),
        ("满意度问卷回收率", "100%"),
        ("不满意率", "≤100%"),
        ("用户满意度", "≤99%"),
        ("投诉处理率", "100%"),
    ],
)
def test_what_can_be_reached_is_fine(name: str, target: str) -> None:
    assert target_rules(of(name, "31", target)) == []


def test_satisfaction_is_lowered_to_what_is_usual() -> None:
    assert mended("V07", "改为“≥95%”", of("用户满意度", "31", "100%")) == ("≥95%", "≥95%", [])


def test_satisfaction_is_not_lowered_against_the_other_column() -> None:
    assert target_fixes("V07", of("用户满意度", "31", "≤90%", "100%")) == {}


def test_an_office_has_its_own_limit() -> None:
    office = Office(words=replace(built_in_words(), limits=Limits(satisfaction=96)))
    checked = check(table(of("用户满意度", "31", "≥96%")), office=office)
    assert "V07" in {finding.rule for finding in checked.findings}
