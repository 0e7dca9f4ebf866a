"""What a text is met by: case, width, whole cells and wildcards."""

from dataclasses import replace as changed
from fnmatch import translate
from re import IGNORECASE
from re import compile as compiled

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.search import Query, spans_of
from gzgoals.core.search.pattern import pattern_of

LETTERS = st.sampled_from(["a", "A", "b", "%", "％", "甲", "乙", "𠮷", " ", "~", "\n"])
TEXTS = st.text(LETTERS, max_size=12)
WANTED = st.text(LETTERS, min_size=1, max_size=3)


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        (Query("运维"), "运维费、运维", ((0, 2), (4, 6))),
        (Query("aa"), "aaaa a", ((0, 2), (2, 4))),
        (Query("%"), "95％和5%", ((2, 3), (5, 6))),
        (Query("%", width=True), "95％和5%", ((5, 6),)),
        (Query("（一）"), "第(一)期", ((1, 4),)),
        (Query("gzit"), "GZIT2022", ((0, 4),)),
        (Query("gzit", case=True), "GZIT2022", ()),
        (Query("ＧＺ"), "gz2022", ((0, 2),)),
        (Query("吉"), "𠮷吉", ((1, 2),)),
        (Query("费", whole=True), "物业费", ()),
        (Query("物业费", whole=True), "物业费", ((0, 3),)),
        (Query("1.5"), "125 1.5", ((4, 7),)),
        (Query("?"), "a?", ((1, 2),)),
    ],
)
def test_a_text_is_met(query: Query, text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert spans_of(query, text) == spans


@pytest.mark.parametrize(
    ("text", "cell", "met"),
    [
        ("第?期", "第一期第十二期", ["第一期"]),
        ("第*期", "第一期第十二期", ["第一期", "第十二期"]),
        ("第＊期", "第十二期", ["第十二期"]),
        ("运维*", "信息化运维费用", ["运维费用"]),
        ("*费", "物业费和水电费用", ["物业费和水电费"]),
        ("*费", "一期费\n二期费", ["一期费", "二期费"]),
        ("第*期", "第一\n期", []),
        ("*", "物业费", ["物业费"]),
        ("*", "", []),
        ("~*", "2*3", ["*"]),
        ("95%~98%", "95%~98%", ["95%~98%"]),
        ("一*二*三", "一甲二乙三丙三", ["一甲二乙三"]),
    ],
)
def test_wildcards_stand_for_what_they_do_in_spreadsheets(text: str, cell: str, met: list[str]) -> None:
    query = Query(text, wildcards=True)
    assert [cell[start:end] for start, end in spans_of(query, cell)] == met


@given(WANTED, TEXTS)
def test_plainly_found_is_what_the_texts_own_search_finds(wanted: str, text: str) -> None:
    spans = spans_of(Query(wanted, case=True, width=True), text)
    parts = text.split(wanted)
    assert len(spans) == len(parts) - 1
    assert all(text[start:end] == wanted for start, end in spans)


@given(WANTED, TEXTS, st.booleans(), st.booleans(), st.booleans())
def test_what_is_found_is_never_empty_and_never_overlaps(
    wanted: str, text: str, case: bool, width: bool, wildcards: bool
) -> None:
    spans = spans_of(Query(wanted, case=case, width=width, wildcards=wildcards), text)
    ends = [0, *(end for _, end in spans)]
    assert all(ends[number] <= start < end for number, (start, end) in enumerate(spans))


@given(WANTED, TEXTS)
def test_what_is_met_exactly_is_met_loosely(wanted: str, text: str) -> None:
    exact = Query(wanted, case=True, width=True)
    if spans_of(exact, text):
        assert spans_of(changed(exact, case=False), text)
        assert spans_of(Query(wanted), text)


WILD = st.text(st.sampled_from(["a", "b", "甲", "*", "?"]), min_size=1, max_size=7)


@given(WILD, st.text(st.sampled_from(["a", "b", "甲", "\n"]), min_size=1, max_size=12))
def test_a_whole_cell_is_met_as_file_names_are(wanted: str, text: str) -> None:
    met = compiled(translate(wanted), IGNORECASE).fullmatch(text)
    assert bool(spans_of(Query(wanted, wildcards=True, whole=True), text)) == bool(met)


@given(WILD, st.text(st.sampled_from(["a", "b", "甲"]), min_size=1, max_size=12))
def test_a_part_is_met_wherever_stars_around_it_meet_the_whole(wanted: str, text: str) -> None:
    met = compiled(translate(f"*{wanted}*")).fullmatch(text)
    assert bool(spans_of(Query(wanted, wildcards=True), text)) == bool(met)


def test_many_stars_are_looked_for_as_quickly_as_one() -> None:
    assert not spans_of(Query("*a" * 20 + "*b", wildcards=True), "a" * 20_000)


@given(WILD, st.text(st.sampled_from(["a", "b", "B", "甲", "\n"]), max_size=20), st.booleans())
def test_pieces_are_found_one_by_one_where_one_expression_finds_them(wanted: str, text: str, case: bool) -> None:
    query = Query(wanted, wildcards=True, case=case)
    assert spans_of(query, text) == tuple(
        found.span() for found in pattern_of(query).finditer(text) if found.end() > found.start()
    )


def test_a_second_piece_that_is_not_there_is_looked_for_once_in_a_line() -> None:
    assert not spans_of(Query("案*终", wildcards=True), "案" * 1_000_000)
    assert spans_of(Query("案*终*", wildcards=True), "案" * 1_000_000 + "\n案件终审") == ((1_000_001, 1_000_005),)
