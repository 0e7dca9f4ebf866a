"""What is found at a project's name that tells a year gone by, and how it is moved on."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from tables_to_check import fixed, found, messages, offered, project, table


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("广州互联网法院2021年信息化运维项目", 2021),
        ("广州互联网法院2024-2025年信息化运维项目", 2025),
        ("信息化运维（2025）", 2025),
        ("二〇二五年度办案经费", 2025),
        ("2023年立项、2024年续建的审判法庭", 2024),
        ("2024年12月至2025年11月物业服务", 2025),
    ],
)
def test_the_last_year_of_a_name_is_not_over(name: str, year: int) -> None:
    assert found(project(name=name)) == ["P03 p1 name"]
    assert messages(project(name=name)) == [f"名称中的年份 {year} 早于预算年度 2026，请确认是否仍需安排"]


@pytest.mark.parametrize(
    "name",
    [
        "广州互联网法院2025-2026年信息化运维项目",
        "2024年至2026年物业服务",
        "2026年办案经费",
        "2027年租赁经费",
        "执行（2021）粤0192执1号案救助金",
        "穗财〔2019〕12号文补助资金",
        "等级保护2.0测评",
        "2000平方米业务用房租赁",
        "Office 2019正版软件采购",
        "采购Windows Server 2016授权",
        "按GB/T 22239-2019建设的安全系统",
        "12368热线服务",
        "购置2000个档案盒",
    ],
)
def test_other_numbers_and_coming_years_are_fine(name: str) -> None:
    assert found(project(name=name)) == []


def test_a_year_is_measured_by_the_tables_own() -> None:
    past = replace(table(project(name="2025年办案经费")), year=2025)
    assert check(past).findings == ()
    assert [finding.rule for finding in check(replace(past, year=2026), check(past)).findings] == ["P03"]


@pytest.mark.parametrize(
    ("name", "label", "after"),
    [
        ("2021年信息化运维项目", "年份改为“2026年”", "2026年信息化运维项目"),
        ("2023-2024年信息化运维项目", "年份改为“2025-2026年”", "2025-2026年信息化运维项目"),
        ("二〇二五年度办案经费", "年份改为“二〇二六年度”", "二〇二六年度办案经费"),
        ("2022年立项、2025年验收的法庭", "年份改为“2026年”", "2022年立项、2026年验收的法庭"),
    ],
)
def test_years_move_on_to_the_budget_year(name: str, label: str, after: str) -> None:
    new, left = fixed(table(project(name=name)), "P03", label)
    assert (new.name, left) == (after, [])


def test_a_code_is_not_rewritten() -> None:
    assert offered(table(project(name="GZIT2022-QM运维")), "P03") == {}


def test_no_name_is_moved_onto_that_of_another_project() -> None:
    whole = table(project(name="2024-2025年运维"), project(name="2025-2026年 运维"))
    assert offered(whole, "P03") == {}


def test_of_two_that_would_get_one_name_the_second_stays() -> None:
    whole = table(project(name="2024年运维"), project(name="2025年运维"))
    once = offered(whole, "P03")["年份改为“2026年”"].edit(whole)
    assert [each.name for each in once.units[0].projects] == ["2026年运维", "2025年运维"]
    assert offered(once, "P03") == {}
