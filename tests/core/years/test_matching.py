"""Which project is which: by id, by name, by likeness, and never two to one."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.edits import copy_unit
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.core.years import match_indicators, match_projects
from invented_years import indicator, project, unit

AIM = "通过实施本项目，为本院工作提供后勤保障服务。"
OTHER_AIM = "依法依规及时进行诉讼费退费，维护当事人权益。"


def matched(old: list[Unit], new: list[Unit]) -> list[tuple[str, str, str]]:
    names = {p.id: p.name for each in (*old, *new) for p in each.projects}
    pairs = match_projects(old, new).pairs
    return [(names[pair.old.project], names[pair.new.project], pair.by) for pair in pairs]


def pairs_of(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    return matched([unit("本级", *map(project, old))], [unit("本级", *map(project, new))])


def indicator_pairs(old: Project, new: Project) -> list[tuple[str | None, str | None]]:
    return [(a.name if a else None, b.name if b else None) for a, b in match_indicators(old, new)]


def test_an_id_counts_more_than_a_name() -> None:
    first, second = project("甲"), project("乙")
    swapped = [unit("本级", replace(first, name="乙"), replace(second, name="甲"))]
    pairs = match_projects([unit("本级", first, second)], swapped).pairs
    assert [(p.old.project, p.new.project) for p in pairs] == [(first.id, first.id), (second.id, second.id)]


def test_ids_that_every_file_counts_anew_are_not_trusted_against_the_names() -> None:
    old = [unit("本级", *(replace(project(name), id=f"p{n}") for n, name in enumerate(["甲", "乙", "丙"])))]
    new = [unit("本级", *(replace(project(name), id=f"p{n}") for n, name in enumerate(["丙", "甲", "乙"])))]
    assert [(p.old.project, p.new.project) for p in match_projects(old, new).pairs] == [
        ("p2", "p0"),
        ("p0", "p1"),
        ("p1", "p2"),
    ]


def test_ids_of_another_program_are_trusted_where_names_agree() -> None:
    old = [unit("本级", replace(project("甲"), id="p1"), replace(project("乙"), id="p2"))]
    new = [unit("本级", replace(project("甲"), id="p1"), replace(project("全新的名称"), id="p2"))]
    assert [pair.by for pair in match_projects(old, new).pairs] == ["id", "id"]


def test_the_same_name_is_looked_for_in_the_same_unit_first() -> None:
    old = [unit("甲院", project("经费", "1.00")), unit("乙院", project("经费", "2.00"))]
    new = [unit("乙院", project("经费", "1.00")), unit("甲院", project("经费", "2.00"))]
    names = {each.id: each.name for each in (*old, *new)}
    pairs = match_projects(old, new).pairs
    assert [(names[p.old.unit], names[p.new.unit]) for p in pairs] == [("乙院", "乙院"), ("甲院", "甲院")]


def test_a_project_is_found_in_another_unit() -> None:
    old = [unit("甲院", project("经费"), project("其他")), unit("乙院", project("专项"))]
    new = [unit("甲院", project("其他")), unit("乙院", project("专项"), project("经费"))]
    assert ("经费", "经费", "name") in matched(old, new)


def test_years_blanks_and_brackets_are_left_aside() -> None:
    assert pairs_of(["2025-2026年信息化（运维）项目"], ["2026-2027 年信息化运维项目"]) == [
        ("2025-2026年信息化（运维）项目", "2026-2027 年信息化运维项目", "likeness")
    ]


def test_of_several_years_the_latest_goes_on() -> None:
    assert pairs_of(["2021年运维项目", "2025-2026年运维项目"], ["2026-2027年运维项目"]) == [
        ("2025-2026年运维项目", "2026-2027年运维项目", "likeness")
    ]


def test_a_reworded_name_is_alike() -> None:
    assert pairs_of(["业务用房物业管理费"], ["业务用房物业管理经费"])[0][2] == "likeness"


def test_a_name_that_goes_on_in_brackets_is_another_project() -> None:
    old, new = ["审判执行专项经费"], ["审判执行专项经费（其他收入资金）"]
    assert pairs_of(old, new) == []


def test_a_new_name_over_the_same_goals_is_alike() -> None:
    old = project("物业费", "1.00", AIM, "物业服务面积", "设施完好率")
    new = project("后勤保障服务", "2.00", AIM, "物业服务面积", "设施完好率")
    assert matched([unit("本级", old)], [unit("本级", new)]) == [("物业费", "后勤保障服务", "likeness")]


def test_different_projects_are_not_alike() -> None:
    old = project("物业费", "1.00", AIM, "物业服务面积")
    new = project("诉讼费退费", "2.00", OTHER_AIM, "足额退费率")
    assert matched([unit("本级", old)], [unit("本级", new)]) == []


def test_a_placeholder_makes_nobody_alike() -> None:
    waived = "该项目无总体绩效目标，因此不编报。"
    old, new = project("甲经费", "1.00", waived, "待补充"), project("乙项目", "2.00", waived, "待补充")
    assert matched([unit("本级", old)], [unit("本级", new)]) == []


def test_what_is_new_and_gone_is_told() -> None:
    old, new = [unit("本级", project("甲"), project("乙"))], [unit("本级", project("乙"), project("丙"))]
    matching = match_projects(old, new)
    assert [place.project for place in matching.dropped] == [old[0].projects[0].id]
    assert [place.project for place in matching.added] == [new[0].projects[1].id]


@pytest.mark.parametrize(
    ("one", "other"), [("责任治安事故数", "责任消防事故数"), ("法律文书及时送达率", "法律文书安全送达率")]
)
def test_indicators_of_different_things_are_never_taken_for_each_other(one: str, other: str) -> None:
    assert indicator_pairs(project("甲", "1.00", "", one, other), project("甲", "1.00", "", other)) == [
        (one, None),
        (other, other),
    ]
    assert indicator_pairs(project("甲", "1.00", "", one), project("甲", "1.00", "", other)) == [
        (one, None),
        (None, other),
    ]


def test_a_reworded_indicator_is_alike_and_a_gone_one_stays_where_it_stood() -> None:
    old = project("甲", "1.00", "", "物业服务面积", "车位数量", "工作人员对物管工作的满意度")
    new = project("甲", "1.00", "", "物业服务面积", "工作人员对物管服务工作的满意度", "新增率")
    assert indicator_pairs(old, new) == [
        ("物业服务面积", "物业服务面积"),
        ("车位数量", None),
        ("工作人员对物管工作的满意度", "工作人员对物管服务工作的满意度"),
        (None, "新增率"),
    ]


def test_an_indicator_keeps_its_id_through_any_change() -> None:
    kept = indicator("甲率")
    old = replace(project("甲"), indicators=(kept, indicator("乙率")))
    new = replace(project("甲"), indicators=(indicator("甲率"), replace(kept, name="全新")))
    assert indicator_pairs(old, new) == [(None, "甲率"), ("甲率", "全新"), ("乙率", None)]


@given(tables(), st.randoms(use_true_random=False))
def test_a_table_whose_ids_are_all_new_is_found_again(old: GoalTable, random: Random) -> None:
    units = [copy_unit(each) for each in old.units]
    random.shuffle(units)
    matching = match_projects(old.units, units)
    assert matching.added == matching.dropped == ()


@given(tables(), tables())
def test_never_two_to_one_and_nothing_forgotten(old: GoalTable, new: GoalTable) -> None:
    matching = match_projects(old.units, new.units)
    olds = [pair.old for pair in matching.pairs] + list(matching.dropped)
    news = [pair.new for pair in matching.pairs] + list(matching.added)
    assert sorted(p.project for p in olds) == sorted(p.id for u in old.units for p in u.projects)
    assert sorted(p.project for p in news) == sorted(p.id for u in new.units for p in u.projects)
