"""The steps between two lists of keys."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference

keys = st.lists(st.integers(0, 30), unique=True)


def taken(old: Sequence[int], new: Sequence[int]) -> list[int]:
    """Return what `old` becomes when every step is taken."""
    rows = list(old)
    for step in difference(old, new):
        match step:
            case Removed(first, last):
                assert 0 <= first <= last < len(rows)
                del rows[first : last + 1]
            case Inserted(first, last):
                assert 0 <= first <= len(rows)
                rows[first:first] = new[first : last + 1]
            case Moved(source, target):
                assert target != source
                assert 0 <= min(source, target) <= max(source, target) < len(rows)
                rows.insert(target, rows.pop(source))
    return rows


@given(keys, keys)
def test_the_steps_turn_the_old_list_into_the_new_one(old: list[int], new: list[int]) -> None:
    assert taken(old, new) == new


@given(keys)
def test_equal_lists_need_no_step(rows: list[int]) -> None:
    assert list(difference(rows, rows)) == []


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        ("abc", "ac", [Removed(1, 1)]),
        ("abcd", "ad", [Removed(1, 2)]),
        ("ad", "abcd", [Inserted(1, 2)]),
        ("abcd", "acbd", [Moved(1, 2)]),
        ("abcd", "dabc", [Moved(3, 0)]),
        ("abcd", "bcda", [Moved(0, 3)]),
        ("ab", "cd", [Removed(0, 1), Inserted(0, 1)]),
        ("", "ab", [Inserted(0, 1)]),
        ("ab", "", [Removed(0, 1)]),
    ],
)
def test_neighbours_go_and_come_in_one_step(old: str, new: str, steps: list[object]) -> None:
    assert list(difference(old, new)) == steps
