"""What is found at a project's name and objective."""

import pytest

from tables_to_check import GOOD, found, messages, project


@pytest.mark.parametrize("name", ["", " ", "\u3000"])
def test_a_project_has_a_name(name: str) -> None:
    assert found(project(name=name)) == ["P01 p1 name"]
    assert messages(project(name=name)) == ["项目名称为空"]


def test_a_name_is_not_given_twice_in_a_unit_blanks_aside() -> None:
    assert found(GOOD, project(name="别的"), project(name="机构运行 辅助经费")) == ["P01 p3 name"]
    assert messages(GOOD, project(name="别的"), GOOD) == ["与第1个项目重复"]


def test_projects_without_a_name_are_no_twins() -> None:
    assert messages(project(name=""), project(name="")) == ["项目名称为空", "项目名称为空"]


@pytest.mark.parametrize("objective", ["", "  \n", "无", "-", "_", "*", "* 无 -", "－＿＊"])
def test_an_objective_is_written(objective: str) -> None:
    assert found(project(objective=objective)) == ["G01 p1 objective"]
    assert messages(project(objective=objective)) == ["绩效目标未填写"]


@pytest.mark.parametrize("objective", ["无纸化办公。", "该项目无总体绩效目标。", "1-2"])
def test_an_objective_may_hold_such_signs(objective: str) -> None:
    assert found(project(objective=objective)) == []
