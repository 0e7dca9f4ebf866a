"""Runs put together to lines: what is a blank between them, and what only fills a column."""

import pytest

from gzgoals.core.exchange.pdf.lines import Spacing, lines_of
from gzgoals.core.exchange.pdf.runs import Run

EM = 10.0
BY_ROOM = Spacing(by_characters=False, letters=True)


def text_of(*pieces: tuple[str, float]) -> str:
    """Return the text of a line of runs, each with the room before it in characters."""
    runs, left = [], 0.0
    for text, room in pieces:
        left += room * EM
        width = sum(0.5 if character.isascii() else 1 for character in text) * EM
        runs.append(Run(text, left, left + width, 100, EM, 0))
        left += width
    (line,) = lines_of(runs, 1, BY_ROOM)
    return line.text


@pytest.mark.parametrize(
    "line",
    [
        ("支", "持", "iOS", "、", "Android", "和"),
        ("持", "iOS", "、", "Android", "和"),
        ("（", "iOS", "和", "Android", "）"),
        ("支", "持", "的"),
    ],
)
def test_a_line_stretched_between_all_its_words_has_no_blanks(line: tuple[str, ...]) -> None:
    assert text_of(*((text, 0.5) for text in line)) == "".join(line)


@pytest.mark.parametrize("room", [0.9, 3.9])
def test_room_beside_a_word_that_is_wider_than_any_blank_fills_the_column(room: float) -> None:
    assert text_of(("Android", 0), ("和", room)) == "Android和"


def test_a_blank_in_a_stretched_line_is_wider_than_the_rest() -> None:
    assert text_of(("支", 0), ("持", 0.3), ("A", 0.3), ("B", 0.8), ("、", 0.3)) == "支持A B、"


def test_blanks_around_words_in_a_line_that_is_not_stretched_are_kept() -> None:
    assert text_of(("购买", 0), ("Office", 0.25), ("365", 0.25), ("服务", 0.25)) == "购买 Office 365 服务"


def test_a_blank_between_two_words_of_a_line_with_room_around_letters_is_kept() -> None:
    assert text_of(("完成", 0), ("IT", 0.2), ("建设", 0.2), ("两项", 0.5)) == "完成 IT 建设 两项"
