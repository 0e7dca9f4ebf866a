"""What changed between two tuples is told rightly, whether or not one was made of the other."""

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.edits.lineage import changed_rows, forget_lineage, with_one


@given(st.sampled_from([3, 64, 100]), st.lists(st.integers(0, 2), max_size=12), st.booleans(), st.booleans())
def test_changes_one_after_the_other_are_all_told(length: int, rows: list[int], forgets: bool, back: bool) -> None:
    old = new = tuple(object() for _ in range(length))
    for row in rows:
        new = with_one(new, row, object() if row else old[row])
    if forgets:
        forget_lineage()
    told = changed_rows(new, old) if back else changed_rows(old, new)
    assert told == [row for row in range(length) if old[row] is not new[row]]


def test_tuples_of_other_descent_are_compared() -> None:
    old = tuple(object() for _ in range(80))
    other = (object(), *old[1:])
    assert changed_rows(old, with_one(other, 5, object())) == [0, 5]
