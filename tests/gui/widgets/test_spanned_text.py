"""Where a part of a text stands as Qt counts."""

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.gui.widgets.spanned_text import in_qt


@given(st.text(st.sampled_from(["a", "甲", "𠮷", "😀"])), st.text(st.sampled_from(["乙", "𠮷"])))
def test_letters_that_qt_takes_for_two_count_twice(before: str, after: str) -> None:
    assert in_qt(before + after, len(before)) == len(before.encode("utf-16-le")) // 2
