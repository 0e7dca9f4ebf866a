"""What counts as a placeholder, and how it silences the other rules on its cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.rules.placeholder import placeholder_in
from gzgoals.core.checks.terms.words import built_in_words
from tables_to_check import GOOD, found, indicator, messages, project

OTHERS = GOOD.indicators


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("待单位补充...", "待单位补充..."),
        ("目标待补充", "待补充"),
        ("XX项目", "XX"),
        ("20××年经费", "××"),
        ("ＸＸＸ系统", "ＸＸＸ"),
        ("* ", "*"),
        ("……", "……"),
        ("...", "..."),
        ("同上", "同上"),
        (" 同上。", "同上。"),
    ],
)
def test_a_placeholder_is_recognised(text: str, placeholder: str) -> None:
    assert placeholder_in(text, built_in_words()) == placeholder


@pytest.mark.parametrize(
    "text",
    [
        "",
        "XXL号制服",
        "MAXX",
        "X光机",
        "3×4米",
        "同上级法院联合培训",
        "完善……等制度",
        "5*8小时",
        "补充保险",
        "等级保护2.0测评得分",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert placeholder_in(text, built_in_words()) == ""


@given(st.text(alphabet="待单位补充X×*…. 同上。A法", max_size=12))
def test_a_placeholder_is_a_part_of_the_text(text: str) -> None:
    assert placeholder_in(text, built_in_words()) in text


def test_each_cell_with_a_placeholder_is_found() -> None:
    waiting = indicator("待单位补充...", "11", "待单位补充...")
    assert found(project(indicators=(waiting, *OTHERS))) == ["S02 p1#1 name", "S02 p1#1 cycle", "S02 p1#1 annual"]


def test_the_message_quotes_it() -> None:
    assert messages(project(objective="完成XX系统的建设。")) == ["“XX”是占位文字，请填写实际内容"]


def test_it_silences_what_else_would_be_found_at_its_cell() -> None:
    twice = indicator("待补充", "11", "*", "5")
    assert found(project(name="XX经费"), project(name="XX经费", indicators=(twice, twice, *OTHERS))) == [
        "S02 p1 name",
        "S02 p2 name",
        "S02 p2#1 name",
        "S02 p2#1 cycle",
        "V02 p2#1 annual.measure",
        "S02 p2#2 name",
        "S02 p2#2 cycle",
        "V02 p2#2 annual.measure",
    ]


def test_an_objective_of_nothing_but_a_sign_is_unwritten_rather_than_waiting() -> None:
    assert found(project(objective="*")) == ["G01 p1 objective"]
    assert found(project(objective="……")) == ["S02 p1 objective"]
