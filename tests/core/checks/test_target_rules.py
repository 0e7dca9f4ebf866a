"""What is found at an indicator's targets, and how it is mended."""

import pytest

from gzgoals.core.table import Indicator, Operator, Project, Target
from tables_to_check import GOOD, fixed, found, indicator, messages, offered, project, table


def with_targets(cycle: str, annual: str | None = None, name: str = "办案数") -> Project:
    return project(indicators=(indicator(name, "11", cycle, annual), *GOOD.indicators))


def with_parts(operator: Operator, value: str, measure: str) -> Project:
    target = Target(operator=operator, value=value, measure=measure)
    return project(indicators=(Indicator(category="11", name="办案数", cycle=target, annual=target), *GOOD.indicators))


def test_both_targets_are_filled_in() -> None:
    assert found(with_targets("")) == ["V01 p1#1 cycle.value", "V01 p1#1 annual.value"]
    assert messages(with_targets("5件", "")) == ["“年度指标值”未填写"]


@pytest.mark.parametrize(
    "parts", [("≥", "", ""), ("", "", "%"), ("≥", "", "%"), ("", " ", ""), ("", "≥", ""), ("", "", "内")]
)
def test_a_sign_or_a_measure_alone_is_no_target(parts: tuple[Operator, str, str]) -> None:
    assert found(with_parts(*parts)) == ["V01 p1#1 cycle.value", "V01 p1#1 annual.value"]


@pytest.mark.parametrize("parts", [("≥", "95", "%"), ("", "≥95%", ""), ("", "", "95%"), ("≥", "95%", "")])
def test_it_does_not_matter_into_which_cell_a_target_is_typed(parts: tuple[Operator, str, str]) -> None:
    assert found(with_parts(*parts)) == []


def test_an_empty_target_is_silent_about_all_else() -> None:
    assert found(with_targets("≥95%", "")) == ["V01 p1#1 annual.value"]


def test_an_empty_target_is_taken_from_the_other_column() -> None:
    new, left = fixed(table(with_targets("≥95%", "")), "V01", "同另一列")
    assert new.indicators[0].annual == new.indicators[0].cycle
    assert left == []


@pytest.mark.parametrize("other", ["", "待补充"])
def test_nothing_is_taken_from_a_column_without_content(other: str) -> None:
    assert offered(table(with_targets(other, "")), "V01") == {}


@pytest.mark.parametrize("number", ["11733.38", "0", "≥1", "1,000", "95以上"])
def test_a_number_has_a_measure(number: str) -> None:
    assert found(with_targets(number)) == ["V02 p1#1 annual.measure cycle.measure"]


def test_different_bare_numbers_are_two_findings() -> None:
    assert found(with_targets("5", "3")) == ["V02 p1#1 cycle.measure", "V02 p1#1 annual.measure"]
    assert messages(with_targets("≥5", "≥3")) == ["5 缺少计量单位", "3 缺少计量单位"]


@pytest.mark.parametrize(
    "target",
    [
        "≥95%",
        "3年",
        "2025年12月31日前",
        "95%-98%",
        "1-2次",
        "优",
        "达标（收到材料之日起30日内完成。）",
        "150%",
        "第3名",
        "2026年",
    ],
)
def test_dates_ranges_grades_and_growth_are_fine(target: str) -> None:
    assert found(with_targets(target)) == []


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("物业服务面积", "补“平方米”"),
        ("责任治安事故数", "补“起”"),
        ("项目安全测评“高”危安全问题数量", "补“个”"),
        ("法治宣传片数量", "补“部”"),
        ("培训人数（人）", "补“人”"),
    ],
)
def test_the_measure_is_told_by_the_name(name: str, label: str) -> None:
    new, left = fixed(table(with_targets("3", name=name)), "V02", label)
    assert new.indicators[0].annual == new.indicators[0].cycle == Target(value="3", measure=label[2:-1])
    assert left == []


def test_a_name_that_tells_no_measure_offers_none() -> None:
    assert offered(table(with_targets("3", name="等级保护")), "V02") == {}


def test_the_other_columns_measure_comes_first() -> None:
    assert list(offered(table(with_targets("3起", "3", name="物业服务面积")), "V02")) == ["补“起”", "补“平方米”"]


def test_a_word_for_a_bound_stays_behind_the_measure() -> None:
    new, left = fixed(table(with_targets("95以上", name="培训人数")), "V02", "补“人”")
    assert (new.indicators[0].annual.text, left) == ("95人以上", [])


@pytest.mark.parametrize(
    ("cycle", "annual"),
    [
        ("≥95%", "达标"),
        ("95%", "95人"),
        ("≥95%", "≤95%"),
        ("＞5个", "＜3个"),
        ("95%以上", "≤95%"),
        ("2025年12月31日前", "12个月"),
        ("90%-95%", "90人"),
    ],
)
def test_the_columns_agree_in_kind_measure_and_direction(cycle: str, annual: str) -> None:
    assert found(with_targets(cycle, annual)) == ["V11 p1#1 annual cycle"]
    assert messages(with_targets(cycle, annual)) == ["两列的单位或符号不一致"]


@pytest.mark.parametrize(
    ("cycle", "annual"),
    [
        ("≥95%", "≥90%"),
        ("≥95%", "95%"),
        ("≥95%", "＞90％"),
        ("100平方米", "50㎡"),
        ("≥95%", "95%及以上"),
        ("≤24小时", "24小时内"),
        ("24小时", "24小时内"),
        ("≤30日", "30日内"),
        ("90%-95%", "≥90%"),
        ("15台", "=5台"),
        ("2028年12月31日前", "2026年6月底前"),
        ("优（≥90分）", "良（≥80分）"),
        ("达标", "通过"),
    ],
)
def test_columns_that_say_the_same_kind_of_thing_are_fine(cycle: str, annual: str) -> None:
    assert found(with_targets(cycle, annual)) == []


@pytest.mark.parametrize(("label", "text"), [("年度同周期", "≥95%"), ("周期同年度", "≤3件")])
def test_contradicting_columns_are_unified(label: str, text: str) -> None:
    new, left = fixed(table(with_targets("≥95%", "≤3件")), "V11", label)
    assert (new.indicators[0].cycle.text, new.indicators[0].annual.text, left) == (text, text, [])
