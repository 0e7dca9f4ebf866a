"""Printed targets: taken apart as an officer would, and never changed by it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.table import OPERATORS, Operator, Target, is_number, split_target

SIGNS = ["≥", ">=", "＞＝", "》=", "≤", "<=", "《＝", ">", "＞", "<", "＜", "=", "＝", "不低于", "超过", "等于"]
PIECES = [*SIGNS, " ", "\u3000", "5", "95", "1,000", "2.5", "-5", "+", "%", "％", "℃", "个", "次/年", "年", "月", "日"]
PIECES += ["2025", "12", "前", "底", "内", "。", "；", "、", "~", "-", ":", "（", "）", "优", "达标", "2.0", "."]
printed_targets = st.one_of(st.lists(st.sampled_from(PIECES), max_size=7).map("".join), st.text(max_size=12))


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("printed", "operator", "value", "measure"),
    [
        ("≥95%", "≥", "95", "%"),
        ("≥ 95 %", "≥", "95", "%"),
        ("＝100%", "＝", "100", "%"),
        ("=100%", "＝", "100", "%"),
        ("> = 95%", "≥", "95", "%"),
        ("》=70分", "≥", "70", "分"),
        ("＞10个", "＞", "10", "个"),
        ("<3秒", "＜", "3", "秒"),
        ("不低于95%", "≥", "95", "%"),
        ("不超过 3 个工作日", "≤", "3", "个工作日"),
        ("95％", "", "95", "％"),
        ("12个", "", "12", "个"),
        ("20次/年", "", "20", "次/年"),
        ("3个工作日", "", "3", "个工作日"),
        ("1,000人", "", "1,000", "人"),
        ("-5℃", "", "-5", "℃"),
        ("11733.38平方米", "", "11733.38", "平方米"),
        ("0", "", "0", ""),
        ("3年", "", "3", "年"),
        ("6个月", "", "6", "个月"),
        ("5日", "", "5", "日"),
        ("13月", "", "13", "月"),
    ],
)
def test_a_quantity_comes_apart(printed: str, operator: Operator, value: str, measure: str) -> None:
    assert split_target(printed) == Target(operator=operator, value=value, measure=measure)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "优",
        "达标（财务人员收到材料之日起，在规定时间内完成退费手续。）",
        "进一步畅通",
        "不低于上年水平",
        "1:3",
        "95%-98%",
        "95%～98%",
        "2025年",
        "2025年度",
        "2025年12月31日前",
        "12月",
        "12月底前",
        "30日内",
        "3年内",
        "第1季度",
        "等级保护2.0",
        "5、6月",
        "1,00人",
        "待单位补充...",
    ],
)
def test_a_word_a_date_or_a_range_is_all_value(printed: str) -> None:
    assert split_target(printed) == Target(value=printed)


def test_a_deadline_may_follow_an_operator() -> None:
    assert split_target("≤30日内") == Target(operator="≤", value="30日内")


@pytest.mark.parametrize(
    ("written", "operator"),
    [
        *(("≥", "≥"), (" >= ", "≥"), ("》=", "≥"), ("大于等于", "≥"), ("不少于", "≥"), ("≦", "≤"), ("不多于", "≤")),
        *(("<", "＜"), ("超过", "＞"), ("＝", "＝"), ("", ""), ("  ", "")),
    ],
)
def test_an_operator_is_folded_onto_the_fields_own_signs(written: str, operator: Operator) -> None:
    assert split_target(f"{written}95%") == Target(operator=operator, value="95", measure="%")


@pytest.mark.parametrize(
    ("text", "expected"), [("95", True), ("1,000.5", True), ("-5", True), ("95%", False), ("", False), ("1,00", False)]
)
def test_plain_numbers_are_known(text: str, expected: bool) -> None:
    assert is_number(text) is expected


def test_a_year_of_thousands_of_digits_is_read_at_once() -> None:
    assert split_target("1" * 5000 + "年") == Target(value="1" * 5000, measure="年")


@given(printed_targets)
def test_reading_and_printing_gives_the_same_characters(printed: str) -> None:
    target = split_target(printed)
    written, rest = without_blanks(printed), without_blanks(target.value + target.measure)
    assert written.endswith(rest)
    assert split_target(f"{written.removesuffix(rest)}0").operator == target.operator


@given(printed_targets)
def test_reading_again_what_was_read_changes_nothing(printed: str) -> None:
    target = split_target(printed)
    assert split_target(target.text) == target
    assert target.operator in OPERATORS


@given(st.sampled_from(OPERATORS), st.decimals(0, 10**6, places=2), st.sampled_from(["%", "个", "次/年", "平方米"]))
def test_operator_number_and_measure_come_back(operator: Operator, number: Decimal, measure: str) -> None:
    target = Target(operator=operator, value=f"{number:,}", measure=measure)
    assert split_target(target.text) == target


def test_targets_share_their_numbers_and_measures() -> None:
    one, other = split_target("≥95平方米"), split_target("≤ 95 平方米")
    assert one.value is other.value
    assert one.measure is other.measure
