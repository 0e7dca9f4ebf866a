"""Bringing a table into another: matched projects are replaced, new ones added, and nothing is ever doubled."""

from dataclasses import replace

from hypothesis import given

from core_strategies import tables
from gzgoals.core.edits import copy_unit, place_of
from gzgoals.core.files import with_unique_ids
from gzgoals.core.table import Explanation, GoalTable, Place
from gzgoals.core.years import RollPlan, Way, bringings, brought_in, last_year_of, rolled
from invented_years import next_year, project, published, table, unit
from table_content import content


def usual(whole: GoalTable, incoming: GoalTable) -> GoalTable:
    return brought_in(whole, incoming, bringings(whole, incoming))


def fresh(source: GoalTable) -> GoalTable:
    """Return an equal table with ids of its own, as from another file."""
    return replace(source, units=tuple(copy_unit(each) for each in source.units))


def test_what_is_there_already_is_skipped() -> None:
    ways = bringings(published(), fresh(published()))
    assert {(each.way, each.same) for each in ways} == {(Way.SKIP, True)}
    assert usual(published(), fresh(published())) == published()


def test_what_differs_is_replaced_and_keeps_its_ids() -> None:
    whole = table(unit("本级", project("甲", "1.00", "目标", "一率", "二数")))
    incoming = table(unit("本级", project("甲", "2.00", "目标", "二数", "三值")))
    old, new = whole.units[0].projects[0], usual(whole, incoming).units[0].projects[0]
    assert [each.way for each in bringings(whole, incoming)] == [Way.REPLACE]
    assert (new.id, new.funding, [each.name for each in new.indicators]) == (
        old.id,
        incoming.units[0].projects[0].funding,
        ["二数", "三值"],
    )
    assert new.indicators[0].id == old.indicators[1].id


def test_what_is_new_comes_last_in_the_unit_of_that_name_or_in_a_new_one() -> None:
    whole = table(unit("甲院", project("甲")), unit("乙院"))
    incoming = table(unit("甲院", project("新")), unit("丙院", project("丙")))
    assert [(each.name, [p.name for p in each.projects]) for each in usual(whole, incoming).units] == [
        ("甲院", ["甲", "新"]),
        ("乙院", []),
        ("丙院", ["丙"]),
    ]


def test_ways_are_followed_as_they_were_chosen() -> None:
    whole, incoming = table(unit("本级", project("甲", "1.00"))), table(unit("本级", project("甲", "2.00")))
    (way,) = bringings(whole, incoming)
    skipped = brought_in(whole, incoming, [replace(way, way=Way.SKIP)])
    added = brought_in(whole, incoming, [replace(way, way=Way.ADD)])
    assert skipped is whole
    assert [str(each.funding.appropriation) for each in added.units[0].projects] == ["1.00", "2.00"]


def test_what_should_replace_nothing_is_added() -> None:
    incoming = table(unit("本级", project("新")))
    (way,) = bringings(table(), incoming)
    assert len(brought_in(table(), incoming, [replace(way, way=Way.REPLACE)]).units) == 1


def test_a_project_in_another_unit_is_replaced_where_it_stands() -> None:
    whole = table(unit("甲院", project("经费", "1.00")), unit("乙院"))
    after = usual(whole, table(unit("乙院", project("经费", "2.00"))))
    assert [len(each.projects) for each in after.units] == [1, 0]


def test_the_year_before_comes_along_where_there_is_none() -> None:
    last = fresh(published())
    whole = usual(table(unit("本级", project("别的")), year=2027), rolled(last, RollPlan(2027)))
    assert whole.last_year
    assert whole.last_year.year == 2026
    assert content(replace(published(), units=whole.last_year.units)) == content(published())


def test_the_year_before_is_tied_to_the_replaced_project() -> None:
    whole = table(unit("本级", project("甲", "1.00", "", "一率")), year=2027)
    incoming = rolled(table(unit("本级", project("甲", "2.00", "", "一率"))), RollPlan(2027))
    after = usual(whole, incoming)
    own = whole.units[0].projects[0]
    assert after.last_year
    (former,) = after.last_year.units[0].projects
    assert (former.id, former.indicators[0].id) == (own.id, own.indicators[0].id)


def test_another_year_before_is_left_alone() -> None:
    whole = replace(table(year=2027), last_year=last_year_of(table(year=2025)))
    after = usual(whole, rolled(table(unit("本级", project("甲"))), RollPlan(2027)))
    assert after.last_year == whole.last_year


def test_explanations_come_along_with_their_project() -> None:
    kept = project("甲", "1.00", "", "一率")
    source = replace(
        table(unit("本级", kept)), explanations=(Explanation(rule="S05", project=kept.id, reason="不适用"),)
    )
    whole = table(unit("本级", project("甲", "2.00")))
    after = usual(whole, source)
    assert [(each.rule, each.project) for each in after.explanations] == [("S05", whole.units[0].projects[0].id)]


def test_ids_that_are_taken_are_given_anew() -> None:
    whole = table(unit("本级", replace(project("甲"), id="p1"), replace(project("乙"), id="p2")))
    incoming = table(unit("本级", replace(project("乙", "2.00"), id="p1"), replace(project("丙"), id="p2")))
    after = usual(whole, incoming)
    assert [each.name for each in after.units[0].projects] == ["甲", "乙", "丙"]
    assert with_unique_ids(after) == after


@given(tables(), tables())
def test_twice_is_the_same_as_once(whole: GoalTable, incoming: GoalTable) -> None:
    once = usual(whole, incoming)
    assert usual(once, incoming) == once


@given(tables(), tables())
def test_every_incoming_project_is_there_afterwards_and_ids_stay_apart(whole: GoalTable, incoming: GoalTable) -> None:
    once = usual(whole, incoming)
    assert {way.way for way in bringings(once, incoming)} <= {Way.SKIP}
    assert with_unique_ids(once) == once
    assert all(place_of(once, p.id) == Place(u.id, p.id) for u in whole.units for p in u.projects)


def test_last_years_file_goes_into_this_years_without_doubling() -> None:
    names = [p.name for u in usual(next_year(), published()).units for p in u.projects]
    assert len(names) == len(set(names)) == 18
