"""What is found at a project's indicators as a whole, and how it is mended."""

import pytest

from gzgoals.core.table import Target
from tables_to_check import GOOD, fixed, found, indicator, messages, offered, project, table

OUTPUT, BENEFIT = GOOD.indicators


def test_a_project_without_indicators_is_told_that_alone() -> None:
    assert found(project(indicators=())) == ["S01 p1 indicators"]
    assert messages(project(indicators=())) == ["尚未设置绩效指标"]


def test_there_is_an_output_and_a_benefit() -> None:
    assert found(project(indicators=(BENEFIT,))) == ["S03 p1 indicators"]
    assert found(project(indicators=(OUTPUT,))) == ["S04 p1 indicators"]
    assert messages(project(indicators=(indicator("用户满意度", "31", "≥95%"),))) == ["缺少产出指标", "缺少效益指标"]


def test_a_first_level_alone_tells_the_kind() -> None:
    assert found(project(indicators=(indicator("办案数", "1", "≥90件"), BENEFIT))) == ["S08 p1#1 category"]


@pytest.mark.parametrize(
    ("indicators", "rule", "label", "category"),
    [
        ((), "S01", "增加产出指标", "11"),
        ((BENEFIT,), "S03", "增加产出指标", "11"),
        ((OUTPUT,), "S04", "增加效益指标", "21"),
    ],
)
def test_a_missing_kind_is_added_to_be_filled_in(
    indicators: tuple[object, ...], rule: str, label: str, category: str
) -> None:
    new, left = fixed(table(project(indicators=indicators)), rule, label)
    assert new.indicators[-1].category == category
    assert f"{rule} p1 indicators" not in left


def test_a_name_is_not_given_twice_in_a_project_blanks_aside() -> None:
    again = indicator("结案 率", "22", "≥80%")
    assert found(project(indicators=(OUTPUT, BENEFIT, again))) == ["S09 p1#3 name"]
    assert messages(project(indicators=(OUTPUT, BENEFIT, BENEFIT))) == ["指标“结案率”在本项目内重复"]


def test_close_names_and_equal_names_of_two_projects_are_fine() -> None:
    pair = (indicator("责任治安事故数", "22", "0起"), indicator("责任消防事故数", "22", "0起"))
    assert found(project(indicators=(OUTPUT, *pair)), project(name="二", indicators=(OUTPUT, *pair))) == []


def test_a_repeated_indicator_is_removed() -> None:
    new, left = fixed(table(project(indicators=(OUTPUT, BENEFIT, BENEFIT))), "S09", "删除本条")
    assert [each.id for each in new.indicators] == ["i1", "i2"]
    assert left == []


def test_a_repeated_indicator_gives_its_targets_to_an_empty_one() -> None:
    empty = indicator("结案率", "22", "")
    new, left = fixed(table(project(indicators=(OUTPUT, empty, BENEFIT))), "S09", "合并到前一条")
    assert [(each.id, each.annual) for each in new.indicators][1:] == [
        ("i2", Target(operator="≥", value="90", measure="%"))
    ]
    assert left == []


def test_equal_names_of_different_kinds_are_left_to_the_user() -> None:
    other_kind = indicator("结案率", "11", "≥90%")
    assert offered(table(project(indicators=(other_kind, BENEFIT))), "S09") == {}
