"""What is found at targets in words, and how they are mended."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from gzgoals.core.checks.terms.office import Office
from gzgoals.core.checks.terms.words import built_in_words
from gzgoals.core.table import Project
from tables_to_check import table
from targets_to_check import mended, of, target_findings, target_fixes, target_messages, target_rules


def effect(cycle: str, annual: str | None = None, category: str = "22") -> Project:
    return of("司法公信力", category, cycle, annual)


@pytest.mark.parametrize(
    ("target", "word"),
    [
        ("维持", "维持"),
        ("进一步畅通", "进一步"),
        ("逐步提高", "逐步"),
        ("得到有效保障", "有效"),
        ("效果显著。", "显著"),
        ("有所改进", "有所"),
    ],
)
def test_a_vague_word_measures_nothing(target: str, word: str) -> None:
    assert target_findings(effect(target)) == ["V08 p1#1 annual.value cycle.value"]
    assert target_messages(effect(target)) == [f"“{word}”无法衡量，请给出数值或分档标准"]


@pytest.mark.parametrize(
    "target",
    [
        "提升至95%",
        "提升百分之五",
        "提高一个等级",
        "持续改善（标准：问卷得分不低于上年）",
        "显著提升/有所提升/未提升",
        "优、良、中、差",
        "在有效期内",
        "有效投诉为零",
        "标准：公众评价不低于上年，持续改善",
        "维持原判",
    ],
)
def test_a_figure_or_a_criterion_makes_it_measurable(target: str) -> None:
    assert target_rules(effect(target)) == []


def test_a_vague_name_is_not_meant() -> None:
    assert target_rules(of("提升办案效率", "22", "≥20%")) == []


@pytest.mark.parametrize("label", ["改为“优（评价得分≥90分）”", "改为“良（评价得分≥80分）”"])
def test_a_grade_takes_the_place_of_a_vague_word(label: str) -> None:
    text = label[3:-1]
    assert mended("V08", label, effect("进一步增强", "增强")) == (text, text, [])


@pytest.mark.parametrize("category", ["11", "13", "14", ""])
def test_what_is_not_assessed_gets_no_grade(category: str) -> None:
    assert target_fixes("V08", effect("进一步增强", category=category)) == {}


def test_an_office_has_its_own_vague_words() -> None:
    office = Office(words=replace(built_in_words(), vague=("杠杠的",)))
    found = [each.message for each in check(table(effect("杠杠的")), office=office).findings if each.rule == "V08"]
    assert found == ["“杠杠的”无法衡量，请给出数值或分档标准"]


def test_an_office_may_have_no_vague_words() -> None:
    office = Office(words=replace(built_in_words(), vague=()))
    assert "V08" not in {each.rule for each in check(table(effect("维持")), office=office).findings}


@pytest.mark.parametrize(
    "target",
    [
        "达标",
        "通过",
        "优",
        "良好",
        "合格",
        "完成",
        "优秀。",
        "验收通过",
        "全部达标",
        "基本完成",
        "良好及以上",
        "符合要求",
    ],
)
def test_a_grade_has_a_criterion(target: str) -> None:
    assert target_findings(effect(target)) == ["V09 p1#1 annual.value cycle.value"]
    assert target_messages(effect(target)) == [f"“{target.rstrip('。')}”未写达到何种标准"]


@pytest.mark.parametrize(
    "target",
    [
        "达标（30日内办结）",
        "优（≥90分）",
        "通过公安部门三级等保测评",
        "达到国家一级标准",
        "完成10项",
        "优于上年",
        "无",
        "是",
        "二级甲等",
        "正常运行",
    ],
)
def test_a_grade_that_says_what_it_takes_is_fine(target: str) -> None:
    assert target_rules(effect(target)) == []


def test_brackets_for_the_criterion_are_to_be_filled_in() -> None:
    assert mended("V09", "补“（标准：）”", effect("达标。")) == (
        "达标（标准：）",
        "达标（标准：）",
        ["V08 p1#1 annual.value cycle.value"],
    )
    assert target_messages(effect("达标（标准：）")) == ["“（标准：）”无法衡量，请给出数值或分档标准"]


@pytest.mark.parametrize(
    ("grade", "criterion"), [("优", "（评价得分≥90分）"), ("良好", "（评价得分≥80分）"), ("合格", "（评价得分≥60分）")]
)
def test_a_grade_stands_for_a_score(grade: str, criterion: str) -> None:
    assert mended("V09", f"补“{criterion}”", effect(grade)) == (grade + criterion, grade + criterion, [])


def test_passing_stands_for_no_score() -> None:
    assert list(target_fixes("V09", effect("通过"))) == ["补“（标准：）”"]


@pytest.mark.parametrize("target", ["及时", "按时", "及时完成", "达标（在规定时间内完成退费手续）", "第一时间"])
def test_a_target_about_time_tells_the_time(target: str) -> None:
    assert target_findings(of("退费及时性", "13", target)) == ["V10 p1#1 annual.value cycle.value"]
    assert target_messages(of("退费及时性", "13", target)) == ["时效指标建议写明期限"]


@pytest.mark.parametrize(
    "target",
    [
        "100%",
        "≤30天",
        "2026年12月31日前",
        "三日内",
        "当日办结",
        "年底前",
        "每月",
        "第四季度",
        "实时响应",
        "按月发放",
        "12月",
        "本年度内完成",
    ],
)
def test_any_number_date_or_span_is_a_time(target: str) -> None:
    assert target_rules(of("完成情况", "13", target)) == []


def test_only_targets_about_time_tell_the_time() -> None:
    assert target_rules(of("发放情况", "12", "及时发放")) == []


@pytest.mark.parametrize("target", ["-", "_", "——", "/", "- -", "*-"])
def test_a_stroke_is_no_target(target: str) -> None:
    assert target_findings(effect(target)) == ["V14 p1#1 annual.value cycle.value"]
    assert target_messages(effect(target)) == ["指标值不得只填“*”“_”“-”"]


def test_a_star_is_a_placeholder_already() -> None:
    assert target_rules(effect("*")) == []
    assert target_findings(effect("*", "-")) == ["V14 p1#1 annual.value"]


def test_a_stroke_beside_a_number_is_no_contradiction() -> None:
    assert target_findings(effect("≥90分", "-")) == ["V14 p1#1 annual.value"]
