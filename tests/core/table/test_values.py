"""The table's values: frozen, validated, tolerant of drafts."""

import dataclasses

import pytest
from pydantic import ValidationError

from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Target, Unit


def test_a_value_never_changes() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Indicator().name = "新名称"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Indicator, {"name": 3}),
        (Target, {"operator": "≠"}),
        (Project, {"indicators": ("指标",)}),
        (Funding, {"stated_total": "12"}),
        (Unit, {"id": ""}),
        (GoalTable, {"year": "2026"}),
        (GoalTable, {"year": 2026, "budget": 1}),
    ],
)
def test_a_value_of_another_shape_is_refused(kind: type, wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        kind(**wrong)


def test_a_half_finished_table_is_a_good_value() -> None:
    GoalTable(
        year=2026, units=(Unit(projects=(Project(funding=Funding(appropriation=""), indicators=(Indicator(),)),)),)
    )


def test_every_thing_has_an_id_of_its_own() -> None:
    assert len({Project().id for _ in range(100)}) == 100


def test_a_target_prints_its_parts_with_nothing_between() -> None:
    assert Target(operator="≥", value="95", measure="%").text == "≥95%"
