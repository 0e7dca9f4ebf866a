"""Names completed word by word: letters read as words, words begun finished, endings offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.library import Wording
from gzgoals.core.lookup import readings

NAMES = (
    ("法律文书", "送达", "及时率"),
    ("法律文书", "有效", "送达率"),
    ("办公设备", "需求", "满足率"),
    ("办公用房", "需求", "满足率"),
    ("设备", "验收", "合格率"),
    ("干警", "满意度"),
)
WORDING = Wording(NAMES, {"安全": 1, "按期": 8, "的": 8})


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("flwssdjsl", "法律文书送达及时率"),
        ("falvwenshusdjsl", "法律文书送达及时率"),
        ("bgsbyssdl", "办公设备验收送达率"),
        ("法律文书aqsdl", "法律文书按期送达率"),
        ("法律文书anquansdl", "法律文书安全送达率"),
        ("奇特xqmzl", "奇特需求满足率"),
        ("gjdmyd", "干警的满意度"),
    ],
)
def test_letters_are_read_as_words(typed: str, first: str) -> None:
    assert WORDING.completed(typed, 5)[0] == first


def test_the_last_word_need_not_be_typed_whole() -> None:
    assert WORDING.completed("flw", 5) == ("法律文书",)
    assert WORDING.completed("f", 5) == ()


def test_a_word_in_many_names_comes_before_one_in_few() -> None:
    wording = Wording([("验收", "率"), ("要素", "率"), ("验收", "合格率")])
    assert wording.completed("ys", 5) == ("验收", "要素")
    assert wording.grown((), {"要素": 5}).completed("ys", 5) == ("要素", "验收")


def test_a_word_known_behind_the_one_before_comes_first() -> None:
    wording = Wording([("设备", "验收"), ("课题", "要素")])
    assert wording.completed("设备ys", 5) == ("设备验收", "设备要素")
    assert wording.completed("课题ys", 5) == ("课题要素", "课题验收")
    assert Wording([("设备", "验收", "要素")]).completed("设备ys", 5) == ("设备验收", "设备要素")


def test_a_word_that_begins_names_comes_first_where_a_name_begins() -> None:
    assert Wording([("验收", "率"), ("事后", "要素")]).completed("ys", 5) == ("验收", "要素")


def test_a_word_of_a_name_with_one_before_comes_before_others() -> None:
    wording = Wording([("课题", "甲乙", "验收")], {"办理": 1, "要素": 1})
    assert wording.completed("ktblys", 5) == ("课题办理验收", "课题办理要素")


def test_what_would_go_on_behind_the_end_of_a_name_is_less_likely() -> None:
    wording = Wording([("任务", "及时")], {"立案件": 1, "及时率": 1, "案件": 1})
    assert wording.completed("jslaj", 5) == ("及时率案件", "及时立案件")


def test_what_is_far_fetched_beside_the_likeliest_is_not_told() -> None:
    assert Wording((), {"验收": 20, "一": 1, "事": 1}).completed("ys", 5) == ("验收",)


def test_a_usual_reading_comes_before_a_rare_one() -> None:
    assert Wording((), {"租用": 1, "经验": 1}).completed("jy", 5) == ("经验", "租用")


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("办案设备需", ("办案设备需求", "办案设备需求满足率")),
        ("法律文", ("法律文书",)),
        ("法律文书", ("法律文书送达", "法律文书有效")),
        ("干警满意度", ()),
    ],
)
def test_chinese_goes_on_as_names_do(typed: str, then: tuple[str, ...]) -> None:
    assert WORDING.completed(typed, 2) == then


def test_behind_a_word_that_begins_no_name_common_endings_stand() -> None:
    assert WORDING.completed("按期", 2) == ("按期满足率", "按期及时率")


def test_a_name_is_parted_before_the_longest_ending() -> None:
    assert WORDING.parted("裁判文书公开及时率") == ("裁判文书公开", "及时率")
    assert WORDING.parted("及时率") == ("及时率",)
    assert WORDING.parted("法官对法庭的评价") == ("法官对法庭的评价",)


def test_words_that_are_added_leave_the_former_ones_as_they_were() -> None:
    grown = WORDING.grown([("奇特", "满意度")], {"某某法院": 8})
    assert grown.completed("mmfyqtmyd", 1) == ("某某法院奇特满意度",)
    assert WORDING.completed("qt", 9) == WORDING.completed("mmfy", 9) == ()
    assert WORDING.completed("干警", 9) == Wording(NAMES).completed("干警", 9)


@pytest.mark.parametrize("word", ["", "APP", "2.0版", "平台（一期）"])
def test_what_is_not_all_chinese_is_no_word_to_be_typed(word: str) -> None:
    assert Wording((), {word: 1}).completed("app", 5) == ()


WORDS = st.text("法律文书送达及时率满意度", min_size=1, max_size=4)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=5), st.text("flwsdjmy法律文", max_size=7))
def test_what_is_completed_keeps_the_chinese_and_reads_all_letters(names: list[list[str]], typed: str) -> None:
    head = typed.rstrip("flwsdjmy")
    letters = typed.removeprefix(head)
    for text in Wording(names).completed(typed, 20):
        assert text.startswith(head)
        assert text != typed
        if letters:
            begins = [{reading[0] for reading in readings(letter)} for letter in text.removeprefix(head)]
            assert all(letter in begin for letter, begin in zip(letters, begins, strict=False))


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=6), st.text("flwsdjmy", max_size=5), st.integers(0, 6)
)
def test_growing_word_by_word_comes_to_the_same(names: list[list[str]], typed: str, at: int) -> None:
    at_once, grown = Wording(names), Wording(names[:at]).grown(names[at:], {})
    assert set(at_once.completed(typed, 99)) == set(grown.completed(typed, 99))
