"""JSON with its lines, as officers write it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.offices.lined_json import Lined, Members, NotJsonError, parse_lined

PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.text(st.characters(codec="utf-8"))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=8,
)


def bare(lined: Lined) -> Any:
    """Return a value without its lines."""
    if isinstance(lined.value, Members):
        return {member.name: bare(member.value) for member in lined.value}
    if isinstance(lined.value, tuple):
        return [bare(item) for item in lined.value]
    return lined.value


def test_every_value_has_its_line() -> None:
    whole = parse_lined('{\n  "甲": 1,\n\n  "乙": [\r\n "丙"]}')
    assert isinstance(whole.value, Members)
    first, second = whole.value
    assert (first.name, first.line, first.value) == ("甲", 2, Lined(1, 2))
    assert (second.name, second.line, second.value) == ("乙", 4, Lined((Lined("丙", 5),), 4))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('{"甲": 1, // 说明\n}', {"甲": 1}),
        ('// 说明\n["甲", "乙",]', ["甲", "乙"]),
        ("{“甲”：“乙”，“丙”：2}", {"甲": "乙", "丙": 2}),
        ('["https://甲", "，"]', ["https://甲", "，"]),
        ("[1.5, -2, true, null]", [1.5, -2, True, None]),
        (r'"\u7532\n\ud800"', "甲\n\ufffd"),
    ],
)
def test_what_hands_write_is_taken_as_meant(written: str, meant: object) -> None:
    assert bare(parse_lined(written)) == meant


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("", 1),
        ('{\n"甲": }', 2),
        ('{"甲"\n"乙"}', 1),
        ('{"甲": 1\n"乙": 2}', 2),
        ('["甲\n"]', 1),
        ("[1 2]", 1),
        ("[,]", 1),
        ("1 2", 1),
        ("NaN", 1),
        ("01.2.3", 1),
        ("9" * 5000, 1),
        ('"\\u12"', 1),
        ("[" * 200_000, 1),
        ("{}}", 1),
    ],
)
def test_what_is_no_json_is_told_with_its_line(written: str, line: int) -> None:
    with pytest.raises(NotJsonError) as caught:
        parse_lined(written)
    assert caught.value.line == line


@given(PLAIN)
def test_all_json_that_is_not_deep_reads_as_it_does_elsewhere(value: Any) -> None:
    for indent in (None, 1):
        text = json.dumps(value, ensure_ascii=False, indent=indent)
        assert bare(parse_lined(text)) == value
