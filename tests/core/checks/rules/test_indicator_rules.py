"""What is found at an indicator's category and name, and how it is mended."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import Project
from tables_to_check import GOOD, fixed, found, indicator, messages, offered, project, table

FINE = "优（标准：评查90分以上）"
"""A target at which nothing is found."""


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


def of_name(name: str, target: str, annual: str | None = None) -> Project:
    return project(indicators=(*GOOD.indicators, indicator(name, "13", target, annual)))


@pytest.mark.parametrize(
    ("name", "target", "value", "better"),
    [
        ("购置高拍仪1台", "1台", "1台", "购置高拍仪数量"),
        ("购置1台高拍仪", "1台", "1台", "购置高拍仪数量"),
        ("购置高拍仪1台", "≥1", "1台", "购置高拍仪数量"),
        ("购置高拍仪（1台）", "1台", "1台", "购置高拍仪数量"),
        ("培训不少于100人次", "≥100人次", "100人次", "培训人次"),
        ("培训干警100人", "≥100人", "100人", "培训干警人数"),
        ("开展宣传20次以上", "≥20次", "20次", "开展宣传次数"),
        ("物业服务1,000平方米", "1000平方米", "1,000平方米", "物业服务面积"),
        ("办结案件数量3000件", "≥3000件", "3000件", "办结案件数量"),
        ("群众满意度达95%以上", "≥95%", "95%", "群众满意度"),
        ("群众满意达95%以上", "≥95%", "95%", "群众满意度"),
        ("庭审直播率≥90%", "≥90%", "90%", "庭审直播率"),
        ("95%以上案件按期结案", "≥95%", "95%", "案件按期结案率"),
        ("故障2小时内响应", "≤2小时", "2小时", "故障响应时间"),
        ("每年3次培训", "3次", "3次", "每年培训次数"),
    ],
)
def test_a_name_holds_no_value_of_its_own(name: str, target: str, value: str, better: str) -> None:
    whole = of_name(name, target)
    assert f"名称含数值“{value}”，宜写“{better}”" in messages(whole)
    new, left = fixed(table(whole), "N02", f"改为“{better}”")
    assert new.indicators[2].name == better
    assert "N02 p1#3 name" not in left


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("等级保护2.0测评得分", "≥70分"),
        ("等级保护2.0测评得分", "2分"),
        ("2025年司法统计报告数量", "2025年"),
        ("2026年度培训次数", "≥2026次"),
        ("12368热线接通率", "≥95%"),
        ("12345热线办结率", "100%"),
        ("7×24小时值守", "24小时"),
        ("5*8小时现场服务", "8小时"),
        ("24小时内响应率", "100%"),
        ("一站式诉讼服务中心数量", "1个"),
        ("第三方驻场人员数量", "3名"),
        ("第2期工程进度", "2期"),
        ("5A级景区建设", "5级"),
        ("3D打印机购置数量", "3台"),
        ("500强企业走访数", "500家"),
        ("GZIT2022-QM-1台账", "1台"),
        ("1人民法庭建设", "1人"),
        ("12月31日前完成率", "31日"),
        ("2022-2023年运维次数", "2023次"),
        ("3个月内结案率", "3个"),
        ("购置高拍仪1台", "2台"),
        ("购置高拍仪1台", "优"),
        ("三级等保测评", "3级"),
        ("前10名排名", "前10名"),
    ],
)
def test_other_figures_in_a_name_are_fine(name: str, target: str) -> None:
    assert [finding for finding in found(of_name(name, target)) if finding.startswith("N02")] == []


def test_a_name_of_nothing_but_a_value_is_left_to_the_user() -> None:
    assert messages(of_name("≥95%", "≥95%")) == ["名称含数值“95%”，宜只写衡量的事项"]
    assert offered(table(of_name("≥95%", "≥95%")), "N02") == {}


def test_no_name_is_made_that_another_indicator_has() -> None:
    assert offered(table(of_name("结案率达到90%", "≥90%")), "N02") == {}


@pytest.mark.parametrize(
    "name",
    [
        "提高办公效率，保障审判工作高效运转",
        "规范制服管理，干警按规定着装",
        "提高工作效率。",
        "做好服务；保障办案",
        "做好服务,保障办案",
    ],
)
def test_a_sentence_is_no_name(name: str) -> None:
    assert found(of_name(name, FINE)) == ["N03 p1#3 name"]
    assert messages(of_name(name, FINE)) == ["名称像一句目标，建议改为可衡量的名称"]


@pytest.mark.parametrize(
    "name", ["办案、办公需求", "培训人数（含线上，线下）", "1,000人以上活动", "结案率；", "审判：执行"]
)
def test_other_punctuation_makes_no_sentence(name: str) -> None:
    assert [finding for finding in found(of_name(name, FINE)) if finding.startswith("N03")] == []


def test_a_name_is_not_long() -> None:
    assert found(of_name("办" * 20, FINE)) == found(of_name("办 " * 20, FINE)) == []
    assert messages(of_name("办" * 21, FINE)) == ["指标名称 21 字，偏长"]
