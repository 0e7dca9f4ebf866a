"""What is found at an indicator's category and name, and how it is mended."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import Project
from tables_to_check import GOOD, fixed, found, indicator, messages, offered, project, table


def of_category(category: str) -> Project:
    return project(indicators=(*GOOD.indicators, indicator("办案数", category, "5件")))


@pytest.mark.parametrize(
    ("category", "message"),
    [
        ("", "请选择一级、二级指标"),
        (" ", "请选择一级、二级指标"),
        ("1", "请选择二级指标"),
        ("99", "指标编码“99”与字典不符"),
        ("15-数量指标", "指标编码“15-数量指标”与字典不符"),
        ("12-数量指标", "指标编码“12-数量指标”与字典不符"),
        ("1-产出指标；22-社会效益", "指标编码“22-社会效益”与字典不符"),
        ("1-产出指标；15-其他", "指标编码“15-其他”与字典不符"),
        ("9-其他；12-质量指标", "指标编码“9-其他”与字典不符"),
        ("41", "指标编码“41”与字典不符"),
    ],
)
def test_a_category_is_a_second_level_code_of_the_scheme(category: str, message: str) -> None:
    assert found(of_category(category)) == ["S08 p1#3 category"]
    assert messages(of_category(category)) == [message]


def test_another_scheme_has_other_codes() -> None:
    assert check(replace(table(of_category("41")), scheme="2021")).findings == ()


@pytest.mark.parametrize(
    ("category", "labels"),
    [
        ("12-数量指标", ["改为“12-质量指标”", "改为“11-数量指标”"]),
        ("15-数量指标", ["改为“11-数量指标”"]),
        ("1-产出指标；22-社会效益", ["改为“22-社会效益”"]),
        ("1-产出指标；22", ["改为“22-社会效益”"]),
        ("数量指标", ["改为“11-数量指标”"]),
        ("99", []),
        ("", []),
    ],
)
def test_a_category_goes_by_its_code_or_by_its_name(category: str, labels: list[str]) -> None:
    assert list(offered(table(of_category(category)), "S08")) == labels


def test_the_picked_category_is_known() -> None:
    new, left = fixed(table(of_category("15-数量指标")), "S08", "改为“11-数量指标”")
    assert (new.indicators[2].category, left) == ("11", [])


@pytest.mark.parametrize("name", ["", " "])
def test_an_indicator_has_a_name(name: str) -> None:
    nameless = project(indicators=(*GOOD.indicators, indicator(name, "11", "5件")))
    assert found(nameless) == ["N01 p1#3 name"]
    assert messages(nameless) == ["指标名称未填写"]
