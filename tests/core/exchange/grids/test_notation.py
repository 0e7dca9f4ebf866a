"""Targets of templates: one cell or three, in any notation."""

import pytest

from gzgoals.core.exchange.grids.notation import Written, measure_of, sign_of, target_of
from gzgoals.core.table import Target


@pytest.mark.parametrize(
    "sign", ["≥", ">=", "＞＝", "》=", "大于等于", "大于或等于", "不低于", "不少于", "≧", "≥（大于等于）"]
)
def test_signs_of_at_least_are_one(sign: str) -> None:
    assert sign_of(sign) == ("≥", True)


@pytest.mark.parametrize(
    ("sign", "operator"),
    [
        ("≤", "≤"),
        ("<=", "≤"),
        ("不超过", "≤"),
        ("小于", "＜"),
        ("＞", "＞"),
        ("=", "＝"),
        ("等于", "＝"),
        ("正向指标", "≥"),
    ],
)
def test_other_signs_are_folded(sign: str, operator: str) -> None:
    assert sign_of(sign)[0] == operator


@pytest.mark.parametrize("nature", ["定量", "定性", "定量指标", "", "无", "/"])
def test_quantity_and_quality_are_no_sign(nature: str) -> None:
    assert sign_of(nature) == ("", True)


def test_a_direction_is_a_sign_of_numbers_only() -> None:
    assert target_of(Written("正向", "95", "%")).target == Target(operator="≥", value="95", measure="%")
    assert target_of(Written("反向", "3", "次")).target == Target(operator="≤", value="3", measure="次")
    assert target_of(Written("正向", "优", "")).target == Target(value="优")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("≥", "95", "%"), ("≥", "95", "%")),
        (("≥", "95%", "%"), ("≥", "95", "%")),
        (("≥", "95", "百分比"), ("≥", "95", "%")),
        (("≥", "９５", "％"), ("≥", "95", "%")),
        (("", "≥95％", ""), ("≥", "95", "%")),
        (("=", "≥95%", ""), ("≥", "95", "%")),
        (("定量", "12个", "个"), ("", "12", "个")),
        (("＝", "100", "m2"), ("＝", "100", "m2")),
        (("＝", "100", "个（套）"), ("＝", "100", "个（套）")),
        (("", "3-5", "天"), ("", "3-5天", "")),
        (("定性", "优", "无"), ("", "优", "")),
        (("", "2026年12月31日前", ""), ("", "2026年12月31日前", "")),
        (("", "", ""), ("", "", "")),
    ],
)
def test_the_cells_of_a_target_are_put_together(cells: tuple[str, str, str], expected: tuple[str, str, str]) -> None:
    target = target_of(Written(*cells)).target
    assert (target.operator, target.value, target.measure) == expected


def test_punctuation_within_a_word_stays_as_it_is() -> None:
    assert target_of(Written(value="达标（收到之日起，按时完成。）")).target.value == "达标（收到之日起，按时完成。）"


def test_what_cannot_be_brought_in_is_told() -> None:
    assert "等级" in target_of(Written("定性", "优", "等级")).left
    assert "约等于号" in target_of(Written("约等于号", "5", "个")).left


@pytest.mark.parametrize(("cell", "measure"), [("百分比", "%"), ("％", "%"), ("无", ""), ("/", ""), (" 个 ", "个")])
def test_measures_have_one_form(cell: str, measure: str) -> None:
    assert measure_of(cell) == measure
