"""That both targets are filled in and go together, and how they are made to."""

import pytest

from gzgoals.core.table import Indicator, Operator, Project, Target
from targets_to_check import mended, of, target_findings, target_fixes, target_messages, target_rules, with_first


def with_targets(cycle: str, annual: str | None = None, name: str = "办案数") -> Project:
    return of(name, "11", cycle, annual)


def with_parts(operator: Operator, value: str, measure: str) -> Project:
    target = Target(operator=operator, value=value, measure=measure)
    return with_first(Indicator(category="12", name="结案率", cycle=target, annual=target))


def test_both_targets_are_filled_in() -> None:
    assert target_findings(with_targets("")) == ["V01 p1#1 cycle.value", "V01 p1#1 annual.value"]
    assert target_messages(with_targets("5件", "")) == ["“年度指标值”未填写"]


@pytest.mark.parametrize(
    "parts", [("≥", "", ""), ("", "", "%"), ("≥", "", "%"), ("", " ", ""), ("", "≥", ""), ("", "", "内")]
)
def test_a_sign_or_a_measure_alone_is_no_target(parts: tuple[Operator, str, str]) -> None:
    assert target_findings(with_parts(*parts)) == ["V01 p1#1 cycle.value", "V01 p1#1 annual.value"]


@pytest.mark.parametrize("parts", [("≥", "95", "%"), ("", "≥95%", ""), ("", "", "≥95%"), ("≥", "95%", "")])
def test_it_does_not_matter_into_which_cell_a_target_is_typed(parts: tuple[Operator, str, str]) -> None:
    assert target_findings(with_parts(*parts)) == []


def test_an_empty_target_is_silent_about_all_else() -> None:
    assert target_findings(with_targets("≥95%", "")) == ["V01 p1#1 annual.value"]


def test_an_empty_target_is_taken_from_the_other_column() -> None:
    assert mended("V01", "同另一列", with_targets("≥95件", "")) == ("≥95件", "≥95件", [])


@pytest.mark.parametrize("other", ["", "待补充", "-"])
def test_nothing_is_taken_from_a_column_without_content(other: str) -> None:
    assert target_fixes("V01", with_targets(other, "")) == {}


@pytest.mark.parametrize(
    ("cycle", "annual"),
    [
        ("≥95%", "达标（优良）"),
        ("95%", "95人"),
        ("≥95%", "≤95%"),
        ("≥5个", "≤3个"),
        ("95%以上", "≤95%"),
        ("至少5次", "不超过3次"),
        ("2025年12月31日前", "12个月"),
        ("90%-95%", "90人"),
    ],
)
def test_the_columns_agree_in_kind_measure_and_direction(cycle: str, annual: str) -> None:
    assert target_findings(with_targets(cycle, annual)) == ["V11 p1#1 annual cycle"]
    assert target_messages(with_targets(cycle, annual)) == ["两列的单位或符号不一致"]


@pytest.mark.parametrize(
    ("cycle", "annual"),
    [
        ("≥95%", "≥90%"),
        ("≥95%", "95%"),
        ("≥95%", "≥90％"),
        ("100平方米", "50㎡"),
        ("≥95%", "95%及以上"),
        ("≥95%", "95%。"),
        ("≥95%", "９５％以上"),
        ("≥95%", "95%（含）以上"),
        ("≥95%", "达到95%"),
        ("100%", "100%（应退尽退）"),
        ("≥20次", "至少10次"),
        ("30次", "10次/年"),
        ("30天", "30个自然日"),
        ("≤24小时", "24小时内"),
        ("24小时", "24小时内"),
        ("≤30日", "30日内"),
        ("90%-95%", "≥90%"),
        ("15台", "=5台"),
        ("2028年12月31日前", "2026年6月底前"),
        ("优（≥90分）", "良（≥80分）"),
        ("优（标准：90分）", "良（标准：80分）"),
    ],
)
def test_columns_that_say_the_same_kind_of_thing_are_fine(cycle: str, annual: str) -> None:
    assert target_findings(with_targets(cycle, annual)) == []


@pytest.mark.parametrize(("label", "text"), [("年度同周期", "≥95%"), ("周期同年度", "≤3件")])
def test_contradicting_columns_are_unified(label: str, text: str) -> None:
    assert mended("V11", label, with_targets("≥95%", "≤3件", "办案量")) == (text, text, [])


@pytest.mark.parametrize(
    ("cycle", "annual"), [("100件", "120件"), ("≥5场", "≥8场"), ("1,000人次", "1200人次"), ("2台", "3台/套")]
)
def test_the_whole_cycle_counts_no_less_than_the_year(cycle: str, annual: str) -> None:
    assert target_findings(with_targets(cycle, annual)) == ["V12 p1#1 cycle annual"]


def test_both_amounts_are_named() -> None:
    assert target_messages(with_targets("≥100件", "≥120件")) == ["实施周期 100件 小于年度 120件"]


@pytest.mark.parametrize(
    ("name", "cycle", "annual"),
    [
        ("办案数", "300件", "100件"),
        ("办案数", "100件", "100件"),
        ("结案率", "≥90%", "≥95%"),
        ("测评得分", "≥80分", "≥85分"),
        ("响应时间", "≤2小时", "≤4小时"),
        ("人均办案数", "100件", "120件"),
        ("印刷单价", "3元", "4元"),
        ("巡检次数", "1次/周", "2次/周"),
        ("物业服务面积", "100平方米", "120平方米"),
        ("办案数", "100-200件", "300件"),
        ("完成时间", "2026年6月底前", "2026年12月底前"),
        ("系统并发数", "100个", "200个"),
    ],
)
def test_rates_scores_durations_and_prices_may_differ(name: str, cycle: str, annual: str) -> None:
    assert "V12" not in target_rules(with_targets(cycle, annual, name))


@pytest.mark.parametrize(
    ("label", "cycle", "annual"),
    [("两列对调", "≥120件", "≥100件"), ("年度同周期", "≥100件", "≥100件"), ("周期同年度", "≥120件", "≥120件")],
)
def test_a_cycle_below_the_year_is_exchanged_or_made_equal(label: str, cycle: str, annual: str) -> None:
    assert mended("V12", label, with_targets("≥100件", "≥120件")) == (cycle, annual, [])
