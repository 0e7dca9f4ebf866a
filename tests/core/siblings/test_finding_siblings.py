"""Which projects share most of their indicators, and which share too few."""

from dataclasses import replace

from hypothesis import given

from core_strategies import tables
from gzgoals.core.edits import copy_project, put_value
from gzgoals.core.siblings import find_siblings
from gzgoals.core.table import GoalTable, Place, Project
from invented_years import project, published, table, unit

FOUR = ("响应率", "正常运行率", "测评得分", "设备完好率")


def groups(*projects: Project) -> list[list[str]]:
    whole = table(unit("本级", *projects))
    names = {Place(each.id, one.id): one.name for each in whole.units for one in each.projects}
    return [[names[place] for place in group.projects] for group in find_siblings(whole).groups]


def made(name: str, *indicators: str) -> Project:
    return project(name, "1.00", "", *indicators)


def test_the_published_table_has_five_siblings_and_no_others() -> None:
    (group,) = find_siblings(published()).groups
    names = {each.id: each.name for one in published().units for each in one.projects}
    assert [names[place.project] for place in group.projects] == [
        "广州互联网法院2021年信息化运维项目",
        "广州互联网法院2022-2023年信息化运维项目",
        "广州互联网法院2023-2024年信息化运维项目",
        "广州互联网法院2024-2025年信息化运维项目",
        "广州互联网法院2025-2026年信息化运维项目",
    ]
    assert (group.title, group.shared) == ("信息化运维", 4)


def test_a_project_without_siblings_is_in_no_group() -> None:
    found = find_siblings(published())
    whole = published().units[0]
    alone = [each for each in whole.projects if found.of(Place(whole.id, each.id)) is None]
    assert len(alone) == 12
    assert not [each.name for each in alone if "信息化运维" in each.name]


def test_more_than_half_of_the_indicators_must_be_the_same() -> None:
    assert groups(made("甲", *FOUR), made("乙", *FOUR[:3], "得票数")) == [["甲", "乙"]]
    assert groups(made("甲", *FOUR), made("乙", *FOUR[:2], "得票数", "参与人次")) == []


def test_one_indicator_in_common_makes_no_siblings() -> None:
    assert groups(made("甲", "用户满意度"), made("乙", "用户满意度")) == []


def test_placeholders_are_nothing_in_common() -> None:
    waiting = ("待单位补充...", "待补充", "响应率")
    assert groups(made("甲", *waiting), made("乙", *waiting)) == []


def test_years_and_blanks_in_names_do_not_count() -> None:
    assert groups(made("甲", "2025年响应率", "完好率"), made("乙", "2026年 响应率", "完好率")) == [["甲", "乙"]]


def test_names_that_differ_by_a_word_are_the_same() -> None:
    one = made("甲", "应用系统正常运行率", "设备维护响应及时率", "用户满意度", "测评")
    other = made("乙", "各应用系统正常运行率", "设备维护响应的及时率", "用户满意度", "测评")
    assert groups(one, other) == [["甲", "乙"]]


def test_two_groups_are_kept_apart_and_stand_in_the_order_of_the_table() -> None:
    other = ("租用面积", "车位数", "使用率")
    assert groups(made("甲", *other), made("乙", *FOUR), made("丙", *other), made("丁", *FOUR)) == [
        ["甲", "丙"],
        ["乙", "丁"],
    ]


def test_being_alike_to_one_that_is_alike_to_another_is_not_enough() -> None:
    first, last = made("甲", *"一二三"), made("丙", *"三四五")
    between = made("乙", *"二三四")
    assert groups(first, between, last) == [["甲", "乙"]]


def test_a_title_is_what_the_names_have_in_common() -> None:
    def title(*names: str) -> str:
        whole = table(unit("某法院", *(made(name, *FOUR) for name in names)))
        return find_siblings(whole).groups[0].title

    assert title("某法院2025年物业服务项目", "某法院2026年物业服务项目") == "物业服务"
    assert title("天河法庭物业服务", "越秀法庭物业服务") == "法庭物业服务"
    assert title("甲", "乙") == "甲等"
    assert title("", "") == "未命名项目等"


def test_what_was_found_before_is_kept_while_indicators_are_named_as_they_were() -> None:
    before = find_siblings(published())
    group = before.groups[0]
    first = published().units[0].projects[3].indicators[0]
    there = replace(group.projects[0], indicator=first.id)
    other_value = put_value(published(), there.at("annual.value"), "98")
    assert find_siblings(other_value, before).groups is before.groups
    other_name = put_value(published(), there.at("name"), "另一项指标")
    assert find_siblings(other_name, before).groups[0].shared == 3


@given(tables())
def test_each_project_is_in_one_group_at_most_and_its_copy_is_its_sibling(whole: GoalTable) -> None:
    doubled = replace(
        whole, units=tuple(replace(u, projects=(*u.projects, *map(copy_project, u.projects))) for u in whole.units)
    )
    found = find_siblings(doubled)
    places = [place for group in found.groups for place in group.projects]
    assert len(set(places)) == len(places)
    for each in doubled.units:
        half = len(each.projects) // 2
        for one, copy in zip(each.projects[:half], each.projects[half:], strict=True):
            assert found.of(Place(each.id, one.id)) == found.of(Place(each.id, copy.id))


@given(tables(), tables())
def test_what_is_found_does_not_hang_on_what_was_found_before(one: GoalTable, other: GoalTable) -> None:
    assert find_siblings(other, find_siblings(one)).groups == find_siblings(other).groups


def test_a_unit_named_anew_is_left_out_of_the_title_at_once() -> None:
    whole = table(unit("甲院", made("乙院运维", *FOUR), made("乙院保养", *FOUR)))
    found = find_siblings(whole)
    (one,) = whole.units
    renamed = put_value(whole, Place(one.id, field="name"), "乙院")
    assert [group.title for group in found.groups] == ["乙院"]
    assert find_siblings(renamed, found).groups == find_siblings(renamed).groups
