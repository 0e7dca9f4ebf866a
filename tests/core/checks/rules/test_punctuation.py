"""What is found at an objective's closing mark, blanks and punctuation, and how it is tidied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks import check, fixes
from gzgoals.core.checks.rules.punctuation import tidied
from tables_to_check import fixed, found, messages, project, table


@pytest.mark.parametrize(
    ("objective", "closed"),
    [
        ("做好运维", "做好运维。"),
        ("做好运维，", "做好运维。"),
        ("做好运维；\n", "做好运维。\n"),
        ("做好运维（含备件）", "做好运维（含备件）。"),
        ("做好运维.", "做好运维。"),
        ("结案率≥90%", "结案率≥90%。"),
    ],
)
def test_an_objective_ends_with_a_full_stop(objective: str, closed: str) -> None:
    assert found(project(objective=objective)) == ["G04 p1 objective"]
    assert messages(project(objective=objective)) == ["绩效目标末尾缺少句号"]
    new, left = fixed(table(project(objective=objective)), "G04", "补句号")
    assert (new.objective, left) == (closed, [])


@pytest.mark.parametrize(
    "objective",
    ["做好运维。", "做好运维！", "做好了吗？", "（做好运维。）", "“做好运维。”", "做好运维……", "做好运维。\n"],
)
def test_other_closings_are_fine(objective: str) -> None:
    assert found(project(objective=objective)) == []


@pytest.mark.parametrize(
    ("objective", "tidy"),
    [
        ("先进经验和做法 ，推动交流。", "先进经验和做法，推动交流。"),
        ("保障 工作。", "保障工作。"),
        ("树立司法权威。    ", "树立司法权威。"),
        ("做好运维。 \n提高效率。", "做好运维。\n提高效率。"),
        ("\u3000\u3000\u3000\u3000做好运维。", "\u3000\u3000做好运维。"),
        ("做好，，提高。。", "做好，提高。"),
        ("做好，。", "做好。"),
        ("做好、、提高；；检查。", "做好、提高；检查。"),
        ("做好， 。", "做好。"),
        ("应用AI ，提高效率。", "应用AI，提高效率。"),
        ("做好（ 运维 ）。", "做好（运维）。"),
        ("做好,,提高。", "做好,提高。"),
        ("做好\u00a0运维。", "做好运维。"),
    ],
)
def test_stray_blanks_and_doubled_marks_go(objective: str, tidy: str) -> None:
    assert found(project(objective=objective)) == ["G05 p1 objective"]
    assert messages(project(objective=objective)) == ["文字中有多余空格或重复标点"]
    new, left = fixed(table(project(objective=objective)), "G05", "去掉多余空格和标点")
    assert (new.objective, left) == (tidy, [])


@pytest.mark.parametrize(
    "objective",
    [
        "\u3000\u3000做好运维。\n\u3000\u3000提高效率。",
        "    做好运维。\n    提高效率。",
        "一是做好运维。\u3000\u3000二是提高效率。",
        "采购 Windows Server 2019 系统。",
        "2026 年购置 9 台碎纸机。",
        "1. 做好运维；2. 提高效率。",
        "完善……等制度。",
        "审判——执行。",
        "完善“一、二、三”体系：（一）、（二）。",
        "做好运维。\n\n提高效率。",
        "真的做好了？！",
        "做好运维。\n",
        "达到 ≥95% 的目标。",
    ],
)
def test_indents_latin_words_and_long_marks_stay(objective: str) -> None:
    assert found(project(objective=objective)) == []


@given(st.text("做好aA1，。；、：…—\u3000 \n\r\t（）“”", max_size=20))
def test_what_is_tidied_is_tidy(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


@given(st.text("做好aA1，。；、：…—\u3000 \n（）“”", max_size=20))
def test_tidying_leaves_every_character_but_blanks_and_marks(text: str) -> None:
    kept = "做好aA1…—\n（）“”"
    assert [each for each in tidied(text) if each in kept] == [each for each in text if each in kept]


def test_signs_alone_are_told_but_not_tidied_into_a_placeholder() -> None:
    whole = check(table(project(objective="… 。")))
    (finding,) = (each for each in whole.findings if each.rule == "G05")
    assert list(fixes(whole, finding)) == []
