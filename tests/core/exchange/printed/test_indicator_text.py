"""The official indicator cell: printed as one run and taken apart again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_strategies import indicators
from gzgoals.core.exchange import indicators_text, parse_indicators
from gzgoals.core.exchange.printed.indicator_text import find_cell
from gzgoals.core.table import Catalogue, Indicator, catalogue_of, scheme_names, split_target

SCHEME_2015 = catalogue_of("2015")


def said(indicator: Indicator) -> tuple[str, str, str, str]:
    return indicator.category, indicator.name, indicator.cycle.text, indicator.annual.text


def parsed(text: str, catalogue: Catalogue = SCHEME_2015) -> list[tuple[str, str, str, str]]:
    found = parse_indicators(text, catalogue)
    assert found is not None
    return [said(indicator) for indicator in found]


@pytest.mark.parametrize("scheme", scheme_names())
@given(data=st.data())
def test_what_is_printed_comes_back(scheme: str, data: st.DataObject) -> None:
    written = data.draw(st.lists(indicators(scheme), min_size=1, max_size=6))
    catalogue = catalogue_of(scheme)
    assert parsed(indicators_text(written, catalogue), catalogue) == [said(indicator) for indicator in written]


def test_the_cell_is_one_run_of_text() -> None:
    indicator = Indicator(category="12", name="合格率", cycle=split_target("≥95%"), annual=split_target("≥90%"))
    assert indicators_text([indicator, indicator], SCHEME_2015) == (
        "1、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥90%。"
        "2、1-产出指标；12-质量指标；合格率；实施周期指标值:≥95%；年度指标值:≥90%。"
    )


def test_nothing_prints_as_nothing() -> None:
    assert indicators_text([], SCHEME_2015) == ""


@pytest.mark.parametrize(
    "text", ["", "保障审判。", "1、完成甲；2、完成乙；3、完成丙。", "2、1-产出指标；12-质量指标；甲。"]
)
def test_what_begins_otherwise_is_no_cell(text: str) -> None:
    assert parse_indicators(text, SCHEME_2015) is None


def test_full_width_colons_and_missing_values_are_accepted() -> None:
    text = "1、1-产出指标；12-质量指标；甲；实施周期指标值：优。2、1-产出指标；12-质量指标；乙；年度指标值：良。"
    assert parsed(text) == [("12", "甲", "优", ""), ("12", "乙", "", "良")]


def test_exactly_one_closing_stop_belongs_to_the_format() -> None:
    assert parsed("1、1-产出指标；12-质量指标；甲；实施周期指标值:优。；年度指标值:优。。") == [
        ("12", "甲", "优。", "优。")
    ]


def test_a_value_may_hold_what_looks_like_the_next_number() -> None:
    text = (
        "1、1-产出指标；12-质量指标；甲；实施周期指标值:1、立项；2、验收。；年度指标值:2、验收。"
        "2、；；乙；实施周期指标值:优；年度指标值:优。"
    )
    assert parsed(text) == [("12", "甲", "1、立项；2、验收。", "2、验收"), ("", "乙", "优", "优")]


@pytest.mark.parametrize(
    ("levels", "category"),
    [
        ("1-产出指标；12-质量指标", "12"),
        ("产出指标；质量指标", "12"),
        ("产出；质量", "12"),
        ("效益；社会效益指标", "22"),
        ("产出指标；12-质量指标", "12"),
        ("1-产出指标；", "1"),
        ("1- 产出指标；12 -质量 指标", "12"),
        ("9- 其他；91- 另类", "9- 其他；91- 另类"),
        ("；", ""),
        ("1-产出指标；15-其他", "1-产出指标；15-其他"),
        ("1-产出指标；22-社会效益", "1-产出指标；22-社会效益"),
        ("1-产出指标；12-数量指标", "1-产出指标；12-数量指标"),
        ("产出指标；社会效益指标", "产出指标；社会效益指标"),
        ("9-其他指标；91-另类", "9-其他指标；91-另类"),
        ("甲类；乙类", "甲类；乙类"),
    ],
)
def test_categories_are_understood_or_kept(levels: str, category: str) -> None:
    assert parsed(f"1、{levels}；名；实施周期指标值:优；年度指标值:优。") == [(category, "名", "优", "优")]


@pytest.mark.parametrize("objective", ["1、完成；完成；", "1、立案；审判；2、执行；", "分两步。1、甲；乙；再丙；"])
def test_an_objective_that_is_numbered_as_a_cell_is_none(objective: str) -> None:
    cell = (
        "1、甲类；乙类；名；实施周期指标值:优；年度指标值:优。"
        "2、甲类；乙类；1、子；丑；实施周期指标值:优；年度指标值:优。"
    )
    assert find_cell(objective + cell, (0, len(objective))) == len(objective)
