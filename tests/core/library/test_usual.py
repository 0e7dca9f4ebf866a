"""Signs and measures that targets usually have, by how the names of indicators end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.library import Entry, Origin, Seen, Usual
from gzgoals.core.table import Target, split_target


def entry(name: str, target: str) -> Entry:
    aim = split_target(target)
    return Entry(name, name, targets=(Seen(aim, aim, Origin.STARTER, 1),))


USUAL = Usual(
    [
        *(entry(f"{name}故障率", "≤1%") for name in "甲乙丙"),
        *(entry(f"{name}完成率", "≥95%") for name in "甲乙丙丁"),
        entry("戊完成率", "100%"),
        entry("庭审次数", "≥20次"),
        entry("办案水平", "有效提升"),
    ]
)


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("设备故障率", ("≤98%", "≥98", "≤98")),
        ("任务完成率", ("≥98%", "98%", "≥98", "≤98")),
        ("满意率", ("≥98%", "≤98%", "98%", "≥98", "≤98")),
        ("巡查次数", ("≥98", "≤98")),
        ("", ("≥98", "≤98")),
    ],
)
def test_a_figure_is_written_as_targets_of_such_names_are(name: str, then: tuple[str, ...]) -> None:
    assert USUAL.targets(name, "98") == then


@given(st.text("故障完成率次", max_size=5), st.integers(0, 99999))
def test_the_value_stays_and_each_way_is_told_once(name: str, value: int) -> None:
    ways = USUAL.targets(name, str(value))
    assert {split_target(text).value for text in ways} == {str(value)}
    assert len(set(ways)) == len(ways)
    assert Target(value=str(value)).text not in ways
