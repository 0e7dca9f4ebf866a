"""Text is broken into lines without losing a character."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from gzgoals.gui.paper.breaking import broken
from gzgoals.gui.paper.fonts import Fonts, paper_fonts
from gzgoals.gui.paper.rows import printed_text

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = 210
TEXTS = st.text(st.sampled_from("绩效目标，。（）：“”；、1-9.%≥ abWi𠮷\n")) | st.text().map(printed_text)


def fonts() -> Fonts:
    return paper_fonts(SIZE)


@given(TEXTS, st.integers(2 * SIZE, 20 * SIZE))
@example("𠮷野" * 20, 3 * SIZE)
def test_the_lines_put_together_are_the_text(text: str, width: int) -> None:
    paragraphs = text.split("\n")
    lines = broken(text, fonts().text, width)
    assert "".join(lines) == "".join(paragraphs)


@given(st.text("绩效目标，。≥95%1234", max_size=200), st.integers(4, 20))
def test_no_line_is_wider_than_its_column(text: str, ems: int) -> None:
    metrics = QFontMetricsF(fonts().text)
    assert all(metrics.horizontalAdvance(line) <= ems * SIZE for line in broken(text, fonts().text, ems * SIZE))


def test_a_full_column_holds_as_many_characters_as_fit() -> None:
    assert broken("绩效目标" * 3, fonts().text, 5 * SIZE) == ("绩效目标绩", "效目标绩效", "目标")


def test_each_paragraph_begins_a_line() -> None:
    assert broken("一\n\n二", fonts().text, 9 * SIZE) == ("一", "", "二")


def test_an_empty_cell_has_no_line() -> None:
    assert broken("", fonts().text, 9 * SIZE) == ()


def test_no_line_begins_with_a_closing_mark() -> None:
    assert broken("一二三四五。六", fonts().text, 5 * SIZE) == ("一二三四", "五。六")


def test_no_line_begins_with_a_closing_mark_behind_a_blank() -> None:
    assert broken("一二三四 ，六", fonts().text, 9 * SIZE // 2) == ("一二三", "四 ，六")


def test_a_blank_never_begins_a_line() -> None:
    lines = broken("Office-Office- ”Office 365 ”", fonts().text, 4 * SIZE)
    assert not any(line.startswith(" ") for line in lines)


def test_a_number_stays_together_with_its_sign() -> None:
    assert broken("年度指标值:≥95%；", fonts().text, 7 * SIZE) == ("年度指标", "值:≥95%；")
