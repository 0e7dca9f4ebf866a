"""Long texts are cut where they begin to differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.gui.models.excerpts import differing, excerpts


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("95%", "98%", ("95%", "98%")),
        ("", "为审判工作提供保障，满足需要。", ("", "为审判工作提供保障，满足需要。")),
        (
            "为审判工作提供物业管理保障。",
            "为审判工作提供物业管理保障，满足需要。",
            ("…理保障。", "…理保障，满足需要。"),
        ),
        ("甲\n乙", "甲", ("甲 乙", "甲")),
    ],
)
def test_the_part_that_differs_is_in_sight(before: str, after: str, shown: tuple[str, str]) -> None:
    assert excerpts(before, after) == shown


def test_exactly_what_differs_is_marked() -> None:
    assert differing("提高工作效能，保障审判。", "提高工作效能。") == ([(6, 11)], [])


@given(st.text(max_size=40), st.text(max_size=40))
def test_without_the_marked_parts_both_texts_are_the_same(before: str, after: str) -> None:
    left, right = differing(before, after)
    assert without(before, left) == without(after, right)


def without(text: str, ranges: list[tuple[int, int]]) -> str:
    return "".join(letter for place, letter in enumerate(text) if not any(a <= place < b for a, b in ranges))
