"""A cell takes what officers write, and keeps what it does not understand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.entry import entered
from gzgoals.core.table import Indicator, Target, catalogue_of

CATALOGUE = catalogue_of("2015")
BLANK = Indicator(id="i")


@pytest.mark.parametrize(
    ("before", "column", "text", "after"),
    [
        ("", "second", "12", "12"),
        ("", "second", "12-质量指标", "12"),
        ("", "second", "质量指标", "12"),
        ("", "second", "质量", "12"),
        ("", "second", "产出指标-质量指标", "12"),
        ("2", "second", "社会效益", "22"),
        ("11", "second", "22", "22"),
        ("11", "second", "怪指标", "1-产出指标；怪指标"),
        ("", "first", "1", "1"),
        ("", "first", "产出", "1"),
        ("12", "first", "1-产出指标", "12"),
        ("", "first", "满意度", "31"),
        ("", "first", "产出指标-质量指标", "12"),
        ("12", "first", "怪指标", "怪指标；12-质量指标"),
        ("12", "second", "", "1"),
    ],
)
def test_a_category_is_understood_by_number_or_name(before: str, column: str, text: str, after: str) -> None:
    assert entered(Indicator(id="i", category=before), column, text, CATALOGUE).category == after


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (Target(), ">=95%", Target(operator="≥", value="95", measure="%")),
        (Target(), "不低于95%", Target(operator="≥", value="95", measure="%")),
        (Target(), "95％", Target(value="95", measure="%")),
        (Target(), "12 个", Target(value="12", measure="个")),
        (Target(), "９５％", Target(value="95", measure="%")),
        (Target(), "≥　95　％", Target(operator="≥", value="95", measure="%")),
        (Target(), "》=３．５万元", Target(operator="≥", value="3.5", measure="万元")),
        (Target(), "1，000元", Target(value="1,000", measure="元")),
        (Target(), "99。5%", Target(value="99.5", measure="%")),
        (Target(), "至少20次", Target(operator="≥", value="20", measure="次")),
        (Target(), "不得超过 3 天", Target(operator="≤", value="3", measure="天")),
        (Target(), "不低于百分之95", Target(operator="≥", value="95", measure="%")),
        (Target(), "至少百分之95", Target(operator="≥", value="95", measure="%")),
        (Target(), "95百分比", Target(value="95", measure="%")),
        (Target(), "3㎡", Target(value="3", measure="㎡")),
        (Target(), "①", Target(value="①")),
        (Target(), "20，30人", Target(value="20，30人")),
        (Target(), "至少一次", Target(value="至少一次")),
        (Target(operator="≥", value="90", measure="%"), "95", Target(operator="≥", value="95", measure="%")),
        (Target(operator="≥", value="90", measure="%"), "<=5天", Target(operator="≤", value="5", measure="天")),
        (Target(), "95%-98%", Target(value="95%-98%")),
        (Target(), "2026年12月31日前", Target(value="2026年12月31日前")),
        (Target(measure="%"), "达标", Target(value="达标", measure="%")),
        (Target(operator="≥", value="90", measure="%"), "", Target(operator="≥", measure="%")),
    ],
)
def test_a_whole_target_typed_as_a_value_comes_apart(before: Target, text: str, after: Target) -> None:
    assert entered(Indicator(id="i", annual=before), "annual.value", text, CATALOGUE).annual == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (">=", Target(operator="≥", value="5")),
        ("》=", Target(operator="≥", value="5")),
        ("大于等于", Target(operator="≥", value="5")),
        ("正向指标", Target(operator="≥", value="5")),
        ("", Target(value="5")),
        ("约", Target(operator="≤", value="约5")),
        ("10", Target(operator="≤", value="10 5")),
    ],
)
def test_a_sign_is_understood_in_any_form_and_else_kept(text: str, after: Target) -> None:
    before = Indicator(id="i", cycle=Target(operator="≤", value="5"))
    assert entered(before, "cycle.operator", text, CATALOGUE).cycle == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("》=95%", Target(operator="≥", value="95", measure="%")),
        ("《5", Target(operator="＜", value="5", measure="天")),
        (">=95%", Target(operator="≥", value="95", measure="%")),
        ("95%", Target(operator="≤", value="95", measure="%")),
        (">=95%-98%", Target(operator="≥", value="95%-98%", measure="天")),
        ("1-≥", Target(operator="≥", value="5", measure="天")),
    ],
)
def test_a_whole_target_is_taken_where_its_sign_is_asked(text: str, after: Target) -> None:
    before = Indicator(id="i", cycle=Target(operator="≤", value="5", measure="天"))
    assert entered(before, "cycle.operator", text, CATALOGUE).cycle == after


def test_a_target_in_one_cell_replaces_the_whole() -> None:
    before = Indicator(id="i", cycle=Target(operator="≤", value="5", measure="天"))
    assert entered(before, "cycle", "≥95％", CATALOGUE).cycle == Target(operator="≥", value="95", measure="%")


@pytest.mark.parametrize("letter", ["字", "(", "（", " ", "百分之", "1", "，"])
@pytest.mark.parametrize("column", ["first", "second", "annual", "annual.operator", "annual.value", "annual.measure"])
def test_a_text_as_long_as_a_sheet_can_hold_is_as_quickly_entered(letter: str, column: str) -> None:
    text = letter * 30_000
    assert entered(BLANK, column, text, CATALOGUE) == entered(BLANK, column, f" {text} ", CATALOGUE)


@given(text=st.text(), column=st.sampled_from(("name", "cycle.value", "cycle.measure", "annual", "second")))
def test_no_letter_of_what_is_written_into_a_blank_indicator_is_lost(text: str, column: str) -> None:
    after = entered(BLANK, column, text, CATALOGUE)
    kept = after.name + after.cycle.text + after.annual.text + after.category
    assert after == BLANK or kept


@given(target=st.builds(Target, operator=st.sampled_from(("", "≥", "＝")), value=st.sampled_from(("95", "优", "3-5"))))
def test_writing_a_target_as_it_is_printed_gives_it_back(target: Target) -> None:
    assert entered(BLANK, "annual", target.text, CATALOGUE).annual == target


def test_a_whole_target_in_the_cell_of_its_sign_comes_apart() -> None:
    before = Indicator(cycle=Target(operator="＝", value="3", measure="台"))
    assert entered(before, "cycle.operator", "≥95%", CATALOGUE).cycle == Target(operator="≥", value="95", measure="%")
