"""What is found at a project's name."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import Office, check
from gzgoals.core.checks.terms.words import Limits, built_in_words
from tables_to_check import GOOD, found, messages, project, table


@pytest.mark.parametrize("name", ["", " ", "\u3000", "\u200b", "——", "_", "（ ）"])
def test_a_project_has_a_name(name: str) -> None:
    assert found(project(name=name)) == ["P01 p1 name"]
    assert messages(project(name=name)) == ["项目名称为空"]


def test_a_name_is_not_given_twice_in_a_unit_blanks_aside() -> None:
    assert found(GOOD, project(name="别的"), project(name="机构运行 辅助经费")) == ["P01 p3 name"]
    assert messages(GOOD, project(name="别的"), GOOD) == ["与第1个项目重复"]


def test_projects_without_a_name_are_no_twins() -> None:
    assert messages(project(name=""), project(name="")) == ["项目名称为空", "项目名称为空"]


@pytest.mark.parametrize("name", ["GZIT-QM-N-C-061088", "061088", "A"])
def test_a_name_is_no_code(name: str) -> None:
    assert found(project(name=name)) == ["P02 p1 name"]
    assert messages(project(name=name)) == [f"项目名称“{name}”像编号，公开表应填项目全称"]


@pytest.mark.parametrize("name", ["ETC设备", "GZIT-信息化运维", "〇号工程", "\ufa0cA", "\U00020000A"])
def test_one_chinese_character_makes_a_name(name: str) -> None:
    assert found(project(name=name)) == []


def test_a_name_has_at_most_sixty_characters_blanks_aside() -> None:
    assert found(project(name="广州互联网法院 " + "修缮" * 26 + "费")) == []
    assert found(project(name="修" * 61)) == ["P04 p1 name"]
    assert messages(project(name="修" * 61)) == ["项目名称超过60字"]


def test_the_limit_of_a_name_is_the_offices() -> None:
    short = Office(words=replace(built_in_words(), limits=Limits(project_name=5)))
    assert [finding.message for finding in check(table(GOOD), office=short).findings] == ["项目名称超过5字"]
