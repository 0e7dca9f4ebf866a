"""Lines of a cell put together again: what stood between them before they were wrapped."""

from collections.abc import Sequence

import pytest

from gzgoals.core.exchange.pdf.habits import OWN_HABITS, Habits, habits_of
from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.marks import Mark
from gzgoals.core.exchange.pdf.shapes import Shape, digit_width, shape_of
from gzgoals.core.exchange.pdf.wrapping import Setting, open_breaks, wrapped
from gzgoals.core.exchange.source import OpenBreak

EM, PITCH = 10.0, 14.0
WORDS, ANYWHERE = Habits(1.4, 1.5, whole_words=True), Habits(1.4, 1.5)


def lines(*texts: tuple[str, float], left: float = 0.0) -> list[Line]:
    """Return lines one below the other: their texts and where they end, in characters."""
    return [Line(text, left, end * EM, PITCH * row, EM, 1) for row, (text, end) in enumerate(texts)]


def joined(cell: Sequence[Line], habits: Habits, width: float) -> str:
    return wrapped(cell, Setting(Shape(0, width * EM, EM, 0.08), habits))


@pytest.mark.parametrize("habits", [WORDS, ANYWHERE])
def test_a_word_and_a_number_that_left_room_before_them_are_two(habits: Habits) -> None:
    cell = lines(("Office", 2.9), ("365办公", 3.5), ("软件", 2))
    assert joined(cell, habits, 4.3) == "Office 365办公软件"


@pytest.mark.parametrize(
    ("upper", "lower"), [("编号（GZI", "T2022-QM-N-C"), ("（GZIT2022-Q", "M-N-C"), ("（GZIT2022-QM-N", "C-061088号")]
)
def test_a_long_number_cut_where_its_line_is_full_stays_one(upper: str, lower: str) -> None:
    assert joined(lines((upper, 5.9), (lower, 4)), WORDS, 6) == upper + lower


def test_words_that_would_fit_on_a_line_together_are_two_even_where_the_line_is_full() -> None:
    assert joined(lines(("建设统一的Wi-Fi", 11.9), ("6网络", 2.5)), WORDS, 12) == "建设统一的Wi-Fi 6网络"


def test_names_that_are_further_in_as_a_whole_are_wrapped_and_no_paragraphs() -> None:
    cells = [lines(("合计", 2)), *(lines(("档案数字化（一期工", 11), ("程）", 5), left=20) for _ in range(4))]
    shape = shape_of(cells, 0, 112)
    assert not shape.first_lines
    assert wrapped(cells[1], Setting(shape, WORDS)) == "档案数字化（一期工程）"


def test_short_paragraphs_of_one_line_each_show_that_first_lines_are_indented() -> None:
    cells = [lines(("合计", 2)), *(lines(("完成采购。", 7), ("完成验收。", 7), left=20) for _ in range(4))]
    assert shape_of(cells, 0, 112).first_lines


def tagged(*texts: tuple[str, float, int]) -> list[Line]:
    """Return lines of a tagged file: their texts, where they end, and the blocks that they belong to."""
    marks = [Mark(content, block) for content, (_, _, block) in enumerate(texts)]
    cell = lines(*((text, end) for text, end, _ in texts))
    return [line._replace(mark=mark, last_mark=mark) for line, mark in zip(cell, marks, strict=True)]


BLOCKS = Habits(1.4, 1.5, whole_words=True, blocks=True)


def test_in_a_tagged_file_a_full_line_that_ends_its_block_ends_a_paragraph() -> None:
    assert (
        joined(tagged(("完成采购工作。", 7, 4), ("完成验收工作。", 7, 5)), BLOCKS, 7)
        == "完成采购工作。\n完成验收工作。"
    )


def test_in_a_tagged_file_a_sentence_that_ends_within_its_block_does_not() -> None:
    cell = tagged(("完成采购工作。", 7, 4), ("完成验收工作。", 7, 4))
    setting = Setting(Shape(0, 70, EM, 0.08), BLOCKS, sentence_paragraphs=True)
    assert wrapped(cell, setting) == "完成采购工作。完成验收工作。"


def test_in_a_tagged_file_a_line_end_typed_within_a_block_is_kept() -> None:
    assert joined(tagged(("完成采购。", 5, 4), ("完成验收工作。", 7, 4)), BLOCKS, 9) == "完成采购。\n完成验收工作。"


@pytest.mark.parametrize("strays", [False, True])
def test_blocks_count_where_every_wrap_stays_within_one(strays: bool) -> None:
    cells = [tagged(("信息系统的运", 6, row), ("行维护工作的", 6, row), ("保障。", 3, row)) for row in range(6)]
    if strays:
        cells.append(tagged(("信息系统的运", 6, 7), ("行维护。", 4, 8)))
    assert habits_of([(cells, Shape(0, 6 * EM, EM, 0.08))]).blocks is not strays


def stretched(*texts: str) -> list[Line]:
    """Return lines that all end at ten characters, the last but one as wide as its characters are."""
    ends = [10.0] * len(texts)
    ends[-2], ends[-1] = 9.2, 4
    return lines(*zip(texts, ends, strict=True))


def test_a_line_that_alone_is_not_stretched_ends_a_paragraph() -> None:
    texts = (
        "在2小时内响应故",
        "障，4小时内恢复",
        "并按时在2月完成，",
        "2年内投入使用，",
        "满意度95%以上。",
        "保障运转。",
    )
    cells = [stretched(*texts) for _ in range(8)]
    shape = shape_of(cells, 0, 100)
    assert wrapped(cells[0], Setting(shape, WORDS)).count("\n") == 1
    assert wrapped(cells[0], Setting(shape, WORDS)).endswith("以上。\n保障运转。")


def test_in_a_column_that_is_not_justified_room_for_less_than_a_character_shows_nothing() -> None:
    texts = (
        "在2小时内响应故",
        "障，4小时内恢复",
        "并按时在2月完成，",
        "2年内投入使用，",
        "满意度95%以上。",
        "保障运转。",
    )
    cells = [lines(*zip(texts, (10, 9.5, 9.7, 9.1, 9.2, 4), strict=True)) for _ in range(8)]
    assert "\n" not in wrapped(cells[0], Setting(shape_of(cells, 0, 100), WORDS))


def test_digits_of_a_wide_font_need_the_room_that_the_amounts_show() -> None:
    widths = {"3.38": 2.0, "45.06": 2.56, "3,300.44": 3.98, "67.39": 2.56, "2,250.67": 3.98}
    digit = digit_width(line for amount, width in widths.items() for line in lines((amount, width)))
    assert digit == pytest.approx(0.56, abs=0.01)
    cell = lines(("完成采购、安装，", 8), ("2026年验收。", 6.2))
    assert wrapped(cell, Setting(Shape(0, 102, EM, 0.08, digit=digit), WORDS)) == "完成采购、安装，2026年验收。"
    assert wrapped(cell, Setting(Shape(0, 102, EM, 0.08), WORDS)) == "完成采购、安装，\n2026年验收。"


def test_no_room_is_kept_for_a_blank_between_a_full_stop_and_a_number() -> None:
    assert joined(lines(("完成采购。", 5), ("1、完成验收。", 6.5)), WORDS, 6.7) == "完成采购。\n1、完成验收。"


def test_a_last_mark_that_was_set_closer_after_wrapping_leaves_no_room() -> None:
    assert (
        joined(lines(("一是规范资金使用；", 8.5), ("二是提高效益。", 7)), WORDS, 9.8)
        == "一是规范资金使用；二是提高效益。"
    )


def test_numbers_that_begin_lines_by_chance_part_nothing_in_this_programs_prints() -> None:
    cell = lines(("1、完成运维。", 6), ("2、完成培训。", 6), ("3、完成租赁。", 6))
    assert joined(cell, OWN_HABITS, 6) == "1、完成运维。2、完成培训。3、完成租赁。"
    assert joined(cell, WORDS, 6) == "1、完成运维。\n2、完成培训。\n3、完成租赁。"


FULL = lines(("完成采购工作。", 7), ("完成验收工作。", 7))
PLAIN = Setting(Shape(0, 70, EM, 0.08), WORDS)


@pytest.mark.parametrize("parted", [True, False])
def test_where_a_full_line_ends_a_sentence_it_is_told_that_nothing_shows_a_paragraph(parted: bool) -> None:
    setting = PLAIN._replace(sentence_paragraphs=parted)
    assert open_breaks(FULL, setting) == (OpenBreak("完成采购工作。", parted),)
    assert wrapped(FULL, setting) == ("完成采购工作。\n完成验收工作。" if parted else "完成采购工作。完成验收工作。")


@pytest.mark.parametrize(
    "setting",
    [
        PLAIN._replace(spaced=True),
        PLAIN._replace(habits=OWN_HABITS),
        PLAIN._replace(shape=PLAIN.shape._replace(first_lines=True)),
        PLAIN._replace(shape=PLAIN.shape._replace(right=90)),
        PLAIN._replace(shape=PLAIN.shape._replace(right=90, ragged=1.0)),
    ],
    ids=["paragraphs are set apart", "our own print", "first lines are indented", "the line is not full", "justified"],
)
def test_where_something_shows_it_nothing_is_told(setting: Setting) -> None:
    assert open_breaks(FULL, setting) == ()


def test_a_break_amid_a_sentence_is_no_open_one() -> None:
    assert open_breaks(lines(("完成采购与验收", 7), ("工作。", 3)), PLAIN) == ()


def test_items_that_are_counted_show_their_paragraphs() -> None:
    cell = lines(("1、完成采购。", 7), ("2、完成验收。", 7), ("3、完成培训。", 7))
    assert open_breaks(cell, PLAIN) == ()
    assert wrapped(cell, PLAIN).count("\n") == 2


@pytest.mark.parametrize(
    ("first", "second", "paragraphs"),
    [
        ("目标1：完成采购；", "目标2：完成验收。", 2),
        ("任务一：完成采购。", "任务二：完成验收。", 2),
        ("目标1：完成采购，", "目标2：完成验收。", 1),
        ("1、完成采购；", "2、完成验收。", 1),
    ],
)
def test_two_goals_named_as_such_show_their_paragraphs(first: str, second: str, paragraphs: int) -> None:
    assert wrapped(lines((first, 9), (second, 9)), PLAIN).count("\n") == paragraphs - 1


@pytest.mark.parametrize(
    ("elsewhere", "text"),
    [
        ("Wi-Fi 6网络", "Wi-Fi 6覆盖率"),
        ("Wi-Fi6网络", "Wi-Fi6覆盖率"),
        ("Wi-Fi 6、Wi-Fi6网络", "Wi-Fi6覆盖率"),
        ("Wi-Fi 6E网络", "Wi-Fi6覆盖率"),
    ],
)
def test_words_broken_on_a_full_line_are_spelled_as_other_lines_spell_them(elsewhere: str, text: str) -> None:
    cell, shape = lines(("Wi-Fi", 3), ("6覆盖率", 3)), Shape(0, 3 * EM, EM, 0.08)
    spelling = habits_of([([cell, lines((elsewhere, 3))], shape)]).spelling
    assert wrapped(cell, Setting(shape, ANYWHERE._replace(whole_words=True, spelling=spelling))) == text
