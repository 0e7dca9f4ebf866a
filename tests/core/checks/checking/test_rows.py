"""Long frozen sequences behave as tuples do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.checking.rows import Rows

MANY = st.integers(0, 400)


@given(MANY, st.data())
def test_replacing_some_leaves_the_others(length: int, data: st.DataObject) -> None:
    items: list[object] = [object() for _ in range(length)]
    rows = Rows(items)
    changes = data.draw(st.dictionaries(st.integers(0, length - 1), st.builds(object), max_size=5)) if length else {}
    new = rows.replaced(changes)
    assert list(rows) == items
    assert list(new) == [changes.get(row, item) for row, item in enumerate(items)]
    assert new.differing(rows) == sorted(changes)


@given(MANY)
def test_items_are_found_by_their_row(length: int) -> None:
    rows = Rows(range(length))
    assert [rows[row] for row in range(length)] == list(range(length))
    assert [rows[row] for row in range(-length, 0)] == list(range(length))
    assert rows[3:200:7] == tuple(range(length))[3:200:7]
    assert len(rows) == length


@pytest.mark.parametrize("row", [3, -4])
def test_beyond_the_ends_there_is_nothing(row: int) -> None:
    with pytest.raises(IndexError):
        Rows("abc")[row]


def test_equal_rows_are_equal() -> None:
    assert Rows("abc") == Rows("abb").replaced({2: "c"})
    assert hash(Rows("abc")) == hash(Rows("abc"))
    assert Rows("abc") != Rows("abd")
