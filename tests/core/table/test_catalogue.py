"""The catalogue of codes, and categories that it does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.table import catalogue_of, scheme_names

old = catalogue_of("2015")
labels = st.sampled_from(["", *old.by_label]) | st.text(alphabet="产出效益1-2指标3", max_size=8)


def test_both_schemes_are_there() -> None:
    assert scheme_names() == ("2015", "2021")


def test_a_code_is_shown_with_the_level_above_it() -> None:
    assert old.levels("12") == ("1-产出指标", "12-质量指标")
    assert old.levels("31") == ("3-满意度指标", "31-服务对象满意度")


def test_the_scheme_of_2021_has_cost_as_a_first_level() -> None:
    assert catalogue_of("2021").levels("41") == ("4-成本指标", "41-经济成本指标")
    assert not old.knows("41")


def test_a_table_of_an_unknown_scheme_is_read_with_the_old_one() -> None:
    assert catalogue_of("2099") is old


@pytest.mark.parametrize(
    ("category", "levels"),
    [
        ("1", ("1-产出指标", "")),
        ("", ("", "")),
        ("1-产出指标；15-其他指标", ("1-产出指标", "15-其他指标")),
        ("2-效益指标；12-质量指标", ("2-效益指标", "12-质量指标")),
        ("其他", ("", "其他")),
    ],
)
def test_what_the_scheme_does_not_know_is_shown_as_it_was_found(category: str, levels: tuple[str, str]) -> None:
    assert old.levels(category) == levels
    assert old.category(*levels) == category
    assert not old.knows(category)


@given(labels, labels)
def test_the_two_levels_make_a_category_and_come_back(first: str, second: str) -> None:
    assert old.levels(old.category(first, second)) == (first, second)


def test_picking_the_second_level_brings_its_first() -> None:
    assert old.with_second("", "22-社会效益") == "22"
    assert old.with_second("11", "31-服务对象满意度") == "31"


def test_picking_a_first_level_with_one_child_brings_it() -> None:
    assert old.with_first("12", "3-满意度指标") == "31"


def test_picking_a_first_level_keeps_what_does_not_fit_for_the_checks_to_point_at() -> None:
    assert old.with_first("12", "2-效益指标") == "2-效益指标；12-质量指标"
    assert old.with_first("2-效益指标；12-质量指标", "1-产出指标") == "12"


def test_picking_a_first_level_alone_waits_for_the_second() -> None:
    assert old.with_first("", "1-产出指标") == "1"
