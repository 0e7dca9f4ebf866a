"""A comparison in a few lines."""

from dataclasses import replace

from gzgoals.core.table import GoalTable
from gzgoals.core.years import compare, last_year_of
from gzgoals.core.years.brief import brief
from tables_to_check import GOOD, amounts, project, table


def told(old: GoalTable, new: GoalTable) -> list[str]:
    return brief(compare(last_year_of(old), new)).split("\n")


def test_the_same_table_has_the_same_total() -> None:
    assert told(table(GOOD), table(GOOD)) == ["当时总计 549.00 万元，现在 549.00 万元"]


def test_projects_are_told_by_what_happened_to_them_each_once() -> None:
    old = table(GOOD, project(name="租赁费", funding=amounts("1.00")), project(name="维修费", funding=amounts("2.00")))
    first, second, _ = old.units[0].projects
    changed = replace(first, name="辅助经费", objective="另一个目标。", funding=amounts("500.00"))
    fresh = replace(project(name="审判法庭改造工程", funding=amounts("120.00")), id="p9")
    new = replace(old, units=(replace(old.units[0], projects=(changed, second, fresh)),))
    assert told(old, new) == [
        "当时总计 552.00 万元，现在 621.00 万元（+69.00）",
        "此后新增 1 个项目：审判法庭改造工程",
        "此后删除 1 个项目：维修费",
        "此后改动 1 个项目：辅助经费",
    ]


def test_of_many_only_some_are_named_and_names_are_one_line() -> None:
    names = ["甲\n一", "", "丙费", "丁费", "戊费"]
    old = table(*(project(name=name) for name in names))
    unit = old.units[0]
    halved = tuple(replace(each, funding=amounts("1.00")) for each in unit.projects)
    new = replace(old, units=(replace(unit, projects=halved),))
    assert told(old, new)[1:] == ["此后改动 5 个项目：甲 一；（未命名）；丙费 等"]


def test_names_and_the_year_are_told() -> None:
    old = table(GOOD)
    new = replace(old, year=2027, department="某院", units=(replace(old.units[0], name="某院本级"),))
    assert told(old, new)[1:] == ["当时是 2026 年度，现在是 2027 年度", "部门或单位有改动"]
