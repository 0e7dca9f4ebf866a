"""Texts are found by any part, by code, by pinyin in full, in part and by initials, polyphones included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.lookup import Match, Rank, match, ranked

CATEGORIES = ("11-数量指标", "12-质量指标", "13-时效指标", "14-成本指标", "24-可持续影响指标", "31-服务对象满意度指标")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("质量", "12-质量指标"),
        ("12", "12-质量指标"),
        ("１２", "12-质量指标"),
        ("zlzb", "12-质量指标"),
        ("ZL", "12-质量指标"),
        ("zhiliang", "12-质量指标"),
        ("zhil", "12-质量指标"),
        ("zhi l", "12-质量指标"),
        ("z量", "12-质量指标"),
        ("12-zl", "12-质量指标"),
        ("kcx", "24-可持续影响指标"),
        ("myd", "31-服务对象满意度指标"),
        ("lv", "执行率"),
        ("yinhang", "银行转账及时率"),
        ("chongfu", "重复立案数"),
        ("zhongda", "重大案件数"),
        ("zc", "增长率"),
        ("zz", "增长率"),
    ],
)
def test_a_text_is_found_by(query: str, text: str) -> None:
    assert match(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("zlx", "12-质量指标"),
        ("量质", "12-质量指标"),
        ("13", "12-质量指标"),
        ("zhilx", "质量"),
        ("b", ""),
        ("质标", "质量指标"),
    ],
)
def test_a_text_is_not_found_by(query: str, text: str) -> None:
    assert match(query, text) is None


def test_the_part_that_fits_is_told() -> None:
    assert match("zl", "12-质量指标") == Match(Rank.SOUNDS, 3, 5)
    assert match("zhiliangz", "12-质量指标") == Match(Rank.SOUNDS, 3, 6)
    assert match("质 量", "12-质量指标") == Match(Rank.HOLDS, 3, 5)


def test_what_is_written_comes_before_what_sounds_alike() -> None:
    texts = ("结案率", "率先垂范", "法官满意率", "lv", "率")
    assert [texts[index] for index, _ in ranked("lv", texts)] == ["lv", "率先垂范", "率", "结案率", "法官满意率"]
    assert [texts[index] for index, _ in ranked("率", texts)] == ["率", "率先垂范", "结案率", "法官满意率"]


def test_one_initial_finds_every_category_that_has_it() -> None:
    assert [CATEGORIES[index] for index, _ in ranked("s", CATEGORIES)] == [
        "11-数量指标",
        "13-时效指标",
    ]


def test_an_empty_query_keeps_all_in_their_order() -> None:
    assert [index for index, _ in ranked(" ", CATEGORIES)] == list(range(len(CATEGORIES)))


@given(text=st.text(), ends=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_every_part_of_a_text_finds_it(text: str, ends: tuple[int, int]) -> None:
    assert match(text[min(ends) : max(ends)], text)


@given(text=st.text(alphabet="质量指标重行长率1-x（）"), query=st.text(alphabet="质量zlcx1 -"))
def test_the_part_that_fits_lies_in_the_text_and_is_found_again(text: str, query: str) -> None:
    fit = match(query, text)
    if fit and fit.end:
        assert 0 <= fit.start < fit.end <= len(text)
        assert match(query, text[fit.start : fit.end])
