"""Text that steers or hides is shown with a mark, as long as it was."""

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.visible import BIDI, on_paper, visible, visible_line


def test_what_steers_or_hides_is_marked() -> None:
    assert visible("红\x1b[31m\u202e倒\u200b宽\x9b") == "红□[31m□倒□宽□"


def test_lines_and_tabs_stay_where_there_may_be_several() -> None:
    assert visible("一\n\t二\r\n") == "一\n\t二□\n"
    assert visible_line("一\n\t二") == "一□□二"


def test_paper_has_what_is_seen_in_the_order_as_written() -> None:
    assert on_paper("前\u202e后\u202c倒\u200b宽\u3000𠮷é\u0301") == "前后倒宽\u3000𠮷é\u0301"


@given(st.text())
def test_places_in_a_text_stay_the_same(text: str) -> None:
    assert len(visible(text)) == len(visible_line(text)) == len(text)
    assert not set(visible_line(text)) & {*BIDI, "\x1b", "\n"}
