"""The index of what projects have in common is the same whichever way it came about."""

from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.checking.groups import Groups

KEYS = st.lists(st.sampled_from("abcdefgh"), max_size=3)


@given(st.lists(KEYS, min_size=1, max_size=12), st.data())
def test_moving_a_project_is_grouping_all_anew(keys: list[list[str]], data: st.DataObject) -> None:
    groups = Groups(keys)
    for _ in range(data.draw(st.integers(1, 8))):
        number, new = data.draw(st.integers(0, len(keys) - 1)), data.draw(KEYS)
        groups = groups.moved(number, keys[number], new)
        keys = [*keys[:number], new, *keys[number + 1 :]]
        assert all(groups[key] == tuple(n for n, own in enumerate(keys) if key in own) for key in "abcdefgh")


def test_groups_without_a_change_stay_themselves() -> None:
    groups = Groups(["ab", "b"])
    assert groups.moved(0, "ab", "ba") is groups
