"""A year before from elsewhere is tied to this year's table by the ids."""

from dataclasses import replace

from hypothesis import given

from core_strategies import tables
from gzgoals.core.edits import copy_unit
from gzgoals.core.files import with_unique_ids
from gzgoals.core.table import GoalTable
from gzgoals.core.years import compare, last_indicator, last_project, last_year_of, put_reason, remembering
from invented_years import next_year, project, published, table, unit


def elsewhere(old: GoalTable) -> GoalTable:
    """Return an equal table with ids of its own, as read from a PDF."""
    return replace(old, units=tuple(copy_unit(each) for each in old.units))


def test_what_was_imported_is_found_by_this_years_ids() -> None:
    new = remembering(next_year(), last_year_of(elsewhere(published())))
    housing = new.units[0].projects[1]
    former = last_project(new, housing.id)
    assert former
    assert str(former.funding.appropriation) == "624.00"
    before = last_indicator(new, housing.id, housing.indicators[4].id)
    assert before
    assert before.annual.text == "≥95%"


def test_nothing_else_is_told_than_with_the_ids_of_a_rolled_file() -> None:
    new = remembering(next_year(), last_year_of(elsewhere(published())))
    rolled = next_year()
    assert new.last_year
    assert rolled.last_year
    told, expected = compare(new.last_year, new).changes, compare(rolled.last_year, rolled).changes
    assert [(c.kind, c.owner, c.before, c.after) for c in told] == [
        (c.kind, c.owner, c.before, c.after) for c in expected
    ]


def test_reasons_that_were_written_are_kept() -> None:
    new = next_year()
    assert new.last_year
    new = put_reason(new, compare(new.last_year, new).changes[0], "精简")
    again = remembering(new, last_year_of(elsewhere(published())))
    assert again.last_year
    assert [change.reason for change in compare(again.last_year, again).changes if change.reason] == ["精简"]


def test_an_id_that_is_lent_to_another_is_given_anew() -> None:
    old = table(unit("本级", replace(project("物业费"), id="p1"), replace(project("退费金"), id="p2")))
    new = table(unit("本级", replace(project("退费金"), id="p1")), year=2027)
    tied = remembering(new, last_year_of(old)).last_year
    assert tied
    ids = [(each.name, each.id) for each in tied.units[0].projects]
    assert ids[1] == ("退费金", "p1")
    assert ids[0][1] not in {"p1", "p2"}


@given(tables(), tables())
def test_ids_stay_apart_and_a_second_time_changes_nothing(old: GoalTable, new: GoalTable) -> None:
    once = remembering(new, last_year_of(old))
    assert with_unique_ids(once) == once
    assert once.last_year
    assert remembering(once, once.last_year) == once
