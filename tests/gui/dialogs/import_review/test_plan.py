"""What the choices of a review come to, on the published sample."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gzgoals.core.edits import find_project, replaced
from gzgoals.core.exchange import Draft
from gzgoals.core.table import GoalTable, Place, Project, Stated, Unit
from gzgoals.core.years import Amounts, Way, rolled, usual_plan
from gzgoals.gui.dialogs.import_review.plan import Choices, outcome, plan_of
from gzgoals.gui.dialogs.import_review.state import ReviewState


def result(table: GoalTable, choices: Choices, open_table: GoalTable | None = None) -> GoalTable:
    return outcome(table, plan_of(table, choices, open_table), choices, open_table)


def projects(table: GoalTable) -> list[Project]:
    return [project for unit in table.units for project in unit.projects]


def test_read_as_it_is_it_is_the_very_table(draft: Draft) -> None:
    assert result(draft.table, Choices()) is draft.table


def test_rolled_as_usual_it_is_what_rolling_says(draft: Draft) -> None:
    assert result(draft.table, Choices(rolls=True, year=2026)) == rolled(draft.table, usual_plan(draft.table, 2026))


def test_projects_left_out_are_gone_but_remembered_as_last_years(draft: Draft) -> None:
    gone = projects(draft.table)[3]
    table = result(draft.table, Choices(rolls=True, year=2026, left_out=frozenset({gone.id})))
    assert [each.id for each in projects(table)] == [each.id for each in projects(draft.table) if each is not gone]
    assert table.last_year
    assert gone in table.last_year.units[0].projects


def test_a_unit_that_is_left_empty_is_left_out_and_printed_sums_with_it() -> None:
    stated = Stated(total=Decimal(1), appropriation=Decimal(1), special_account=Decimal(0), other=Decimal(0))
    units = (Unit(id="u", projects=(Project(id="p"),)), Unit(id="v", projects=(Project(id="q"),), stated=stated))
    table = GoalTable(year=2026, units=units, stated=stated)
    kept = result(table, Choices(left_out=frozenset({"p"})))
    assert [unit.id for unit in kept.units] == ["v"]
    assert kept.stated is None
    assert kept.units[0].stated == stated


def test_a_year_can_be_ticked_or_left(draft: Draft) -> None:
    last = projects(draft.table)[-1]
    place = Place(draft.table.units[0].id, last.id, field="name")
    ticked = result(draft.table, Choices(rolls=True, year=2026, years={place: True}))
    left = result(draft.table, Choices(rolls=True, year=2026, years={place: False}))
    assert projects(left)[-1].name == last.name == "广州互联网法院2025-2026年信息化运维项目"
    assert projects(ticked)[-1].name in {last.name, "广州互联网法院2025-2026年信息化运维项目"}


def test_into_the_open_table_every_project_is_new_the_first_time(draft: Draft, open_table: GoalTable) -> None:
    choices = Choices(into_open=True, rolls=True, year=2026)
    plan = plan_of(draft.table, choices, open_table)
    assert {each.way for each in plan.bringings} == {Way.ADD}
    table = outcome(draft.table, plan, choices, open_table)
    assert [unit.id for unit in table.units] == ["mine"]
    assert [each.name for each in projects(table)] == [each.name for each in projects(plan.table)]


@pytest.mark.parametrize("amounts", list(Amounts))
def test_importing_twice_changes_nothing_the_second_time(draft: Draft, open_table: GoalTable, amounts: Amounts) -> None:
    choices = Choices(into_open=True, rolls=True, year=2026, amounts=amounts)
    once = result(draft.table, choices, open_table)
    plan = plan_of(draft.table, choices, once)
    assert plan.coming == 0
    assert outcome(draft.table, plan, choices, once) == once


def test_a_project_that_is_changed_replaces_its_namesake_under_its_id(draft: Draft, open_table: GoalTable) -> None:
    choices = Choices(into_open=True, rolls=True, year=2026)
    once = result(draft.table, choices, open_table)
    first = projects(draft.table)[0]
    unit = replaced(draft.table.units[0], projects=(replaced(first, objective="别的。"),))
    other = replaced(draft.table, units=(unit,))
    plan = plan_of(other, choices, once)
    assert [each.way for each in plan.bringings] == [Way.REPLACE]
    twice = outcome(other, plan, choices, once)
    assert [each.id for each in projects(twice)] == [each.id for each in projects(once)]
    assert projects(twice)[0].objective == "别的。"


def test_a_way_that_no_longer_fits_gives_way(draft: Draft, open_table: GoalTable) -> None:
    first = projects(draft.table)[0].id
    choices = Choices(into_open=True, rolls=True, year=2026, ways={first: Way.REPLACE})
    assert plan_of(draft.table, choices, open_table).bringing(first).way is Way.ADD


@pytest.mark.parametrize(("year", "rolls"), [(2024, True), (2025, True), (2026, False), (2027, False)])
def test_a_table_of_an_earlier_year_is_proposed_as_last_years(
    draft: Draft,
    open_table: GoalTable,
    year: int,
    rolls: bool,
) -> None:
    state = ReviewState(replace(draft, table=replaced(draft.table, year=year)), open_table)
    assert state.choices.rolls is rolls
    assert state.choices.year == max(year, 2026)


def test_what_is_in_the_outcome_is_found_by_the_plans_places(draft: Draft) -> None:
    plan = plan_of(draft.table, Choices(rolls=True, year=2026), None)
    assert [find_project(plan.table, each.source).id for each in plan.bringings] == [
        each.id for each in projects(draft.table)
    ]
