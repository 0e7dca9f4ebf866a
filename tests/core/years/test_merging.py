"""Merging tables of several offices: equal projects once, different ones side by side, nothing lost in silence."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.edits import copy_unit, put_value
from gzgoals.core.files import with_unique_ids
from gzgoals.core.table import Explanation, GoalTable, Place, Reason, Stated
from gzgoals.core.years import (
    RollPlan,
    last_project,
    last_year_of,
    merge_plan,
    merged,
    outcome_notes,
    rolled,
)
from invented_years import project, published, table, unit
from table_content import content

NAMES = ["a.gzgoals", "b.gzgoals"]


def whole_of(*sources: GoalTable) -> GoalTable:
    return merged(merge_plan(sources, NAMES[: len(sources)]))


def fresh(source: GoalTable) -> GoalTable:
    """Return an equal table with ids of its own, as another office typed it."""
    return replace(source, units=tuple(copy_unit(each) for each in source.units))


def outline(whole: GoalTable) -> list[tuple[str, list[str]]]:
    return [(each.name, [p.name for p in each.projects]) for each in whole.units]


def notes(*sources: GoalTable) -> list[str]:
    return [note.text for note in merge_plan(sources, NAMES).notes]


def test_the_same_unit_of_several_files_is_one_unit() -> None:
    first = table(unit("本级", project("甲")), unit("分院", project("乙")))
    second = table(unit("分院", project("丙")), unit("新院", project("丁")))
    assert outline(whole_of(first, second)) == [("本级", ["甲"]), ("分院", ["乙", "丙"]), ("新院", ["丁"])]
    assert notes(first, second) == []


def test_units_of_other_names_stay_apart() -> None:
    first, second = table(unit("甲院", project("经费"))), table(unit("乙院", project("经费")))
    assert outline(whole_of(first, second)) == [("甲院", ["经费"]), ("乙院", ["经费"])]


def test_equal_projects_are_there_once() -> None:
    plan = merge_plan([published(), fresh(published())])
    assert (plan.conflicts, plan.equal) == ((), 17)
    assert merged(plan) == published()
    assert [note.text for note in outcome_notes(plan)] == ["17 个项目各来源完全相同，只留一份。"]


def conflicting() -> tuple[GoalTable, GoalTable]:
    return table(unit("本级", project("甲", "1.00"), project("乙"))), table(unit("本级", project("甲", "2.00")))


def test_a_conflict_keeps_all_candidates_and_says_so() -> None:
    plan = merge_plan(conflicting(), NAMES)
    (conflict,) = plan.conflicts
    assert (conflict.unit, conflict.project) == ("本级", "甲")
    assert [(source, str(p.funding.total)) for source, p in conflict.candidates] == [(0, "1.00"), (1, "2.00")]
    assert outline(merged(plan)) == [("本级", ["甲", "甲（来自 b.gzgoals）", "乙"])]
    assert [note.text for note in outcome_notes(plan)] == [
        "“本级”的项目“甲”在“a.gzgoals”、“b.gzgoals”中内容不同，已全部保留，后者在名称中注明来源，请核对取舍。"
    ]


def test_the_chosen_candidate_takes_the_place_the_name_and_the_id() -> None:
    sources = conflicting()
    whole = merged(merge_plan(sources, NAMES), {0: [1]})
    assert outline(whole) == [("本级", ["甲", "乙"])]
    assert whole.units[0].projects[0].funding.total == Decimal("2.00")
    assert whole.units[0].projects[0].id == sources[0].units[0].projects[0].id


def test_merging_the_whole_with_a_source_again_doubles_nothing() -> None:
    first, second = conflicting()
    once = whole_of(first, second)
    assert whole_of(once, second) == once


def test_ids_that_each_office_counts_anew_make_nobody_the_same() -> None:
    first = table(unit("本级", replace(project("物业费"), id="p1")))
    second = table(unit("本级", replace(project("退费备用金"), id="p1")))
    plan = merge_plan([first, second])
    assert plan.conflicts == ()
    assert outline(merged(plan)) == [("本级", ["物业费", "退费备用金"])]


def test_units_whose_ids_are_counted_anew_stay_apart() -> None:
    sources = [
        table(replace(unit(name, replace(project(name), id="p1")), id="u1")) for name in ("甲院", "乙院", "丙所")
    ]
    whole = merged(merge_plan(sources))
    assert outline(whole) == [("甲院", ["甲院"]), ("乙院", ["乙院"]), ("丙所", ["丙所"])]
    assert with_unique_ids(whole) == whole


def test_a_renamed_project_is_a_conflict_by_its_id() -> None:
    first = table(unit("本级", project("甲")))
    second = put_value(first, Place(first.units[0].id, first.units[0].projects[0].id, field="name"), "乙")
    assert len(merge_plan([first, second]).conflicts) == 1


def test_what_the_sources_have_differently_is_told() -> None:
    first, second = table(), replace(table(year=2025), department="中院", scheme="2021")
    assert notes(first, second) == [
        "部门名称取“法院”，其他来源为“中院”。",
        "年度取“2026”，其他来源为“2025”。",
        "编码方案取“2015”，其他来源为“2021”。",
    ]


def test_another_name_of_a_unit_and_another_unit_of_a_project_are_told() -> None:
    first = table(unit("甲院", project("经费")), unit("乙院"))
    moved = first.units[0].projects[0]
    second = table(replace(first.units[0], name="甲法院", projects=()), replace(first.units[1], projects=(moved,)))
    assert notes(first, second) == [
        "单位名称取“甲院”，“b.gzgoals”中为“甲法院”。",
        "项目“经费”归入“甲院”，“b.gzgoals”中属于“乙院”。",
    ]


def test_printed_sums_that_are_no_longer_comparable_are_told() -> None:
    one = Decimal("1.00")
    stated = Stated(total=one, appropriation=one, special_account=one, other=one)
    first = table(replace(unit("本级", project("甲")), stated=stated))
    second = table(unit("本级", project("乙")))
    assert whole_of(first, second).units[0].stated is None
    assert notes(first, second) == ["原表合计未保留，几个来源合并后不再可比。"]


def test_a_year_before_in_a_table_of_another_year_is_told() -> None:
    second = rolled(table(unit("本级", project("乙"))), RollPlan(2028))
    assert notes(table(year=2027), second)[1:] == ["“b.gzgoals”中的 2026 年上年数据未并入，该表是 2028 年的。"]


def test_explanations_stay_with_their_projects() -> None:
    first, second = table(unit("本级", project("甲"))), table(unit("本级", project("甲"), project("乙")))
    same, other = second.units[0].projects
    second = replace(
        second,
        explanations=(
            Explanation(rule="S05", project=same.id, reason="一"),
            Explanation(rule="S05", project=other.id, reason="二"),
        ),
    )
    assert [(each.project, each.reason) for each in whole_of(first, second).explanations] == [
        (first.units[0].projects[0].id, "一"),
        (other.id, "二"),
    ]


def test_the_years_before_of_all_are_put_together() -> None:
    first = rolled(table(unit("本级", project("甲", "1.00"))), RollPlan(2027))
    ending = project("丙", "3.00")
    second = rolled(table(unit("本级", project("乙", "2.00"), ending)), RollPlan(2027, dropped=frozenset({ending.id})))
    reasoned = replace(
        second,
        last_year=replace(second.last_year, reasons=(Reason(project=ending.id, reason="已完成"),)),  # type: ignore[type-var]
    )
    whole = whole_of(first, reasoned)
    assert whole.last_year
    assert outline(replace(whole, units=whole.last_year.units)) == [("本级", ["甲", "乙", "丙"])]
    assert [each.reason for each in whole.last_year.reasons] == ["已完成"]


def test_the_year_before_stays_tied_to_a_project_that_came_from_elsewhere() -> None:
    second = rolled(table(unit("本级", project("甲", "1.00"))), RollPlan(2027))
    whole = whole_of(table(unit("本级", project("甲", "1.00")), year=2027), second)
    former = last_project(whole, whole.units[0].projects[0].id)
    assert former
    assert former.name == "甲"


def test_another_year_before_is_told_and_left_out() -> None:
    first = rolled(table(unit("本级", project("甲"))), RollPlan(2027))
    second = replace(table(unit("本级", project("乙")), year=2027), last_year=last_year_of(table(year=2025)))
    assert whole_of(first, second).last_year == first.last_year
    assert notes(first, second) == ["上年数据取 2026 年，“b.gzgoals”中的 2025 年数据未并入。"]


@given(tables())
def test_a_table_merged_with_itself_is_itself(same: GoalTable) -> None:
    remembering = replace(same, last_year=last_year_of(same))
    assert whole_of(same, same) == same
    assert whole_of(remembering, remembering) == remembering
    assert content(whole_of(same, fresh(same))) == content(same)


@given(st.lists(tables(), min_size=1, max_size=3))
def test_every_project_of_every_source_is_in_the_whole(sources: list[GoalTable]) -> None:
    plan = merge_plan(sources)
    whole = merged(plan)
    assert with_unique_ids(whole) == whole
    there = Counter(p.name.partition("（来自 ")[0] for u in whole.units for p in u.projects)
    for source in sources:
        names = Counter(p.name.partition("（来自 ")[0] for u in source.units for p in u.projects)
        assert names <= there
    aims = {(p.objective, p.funding) for u in whole.units for p in u.projects}
    assert all((p.objective, p.funding) in aims for s in sources for u in s.units for p in u.projects)
