"""What is found where things are alike that should differ."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from gzgoals.core.checks.rules.similar import meaning_of
from gzgoals.core.table import Project
from names_to_check import RIGHT
from tables_to_check import GOOD, drawn, found, indicator, project, table

ALIKE = [
    ("办公办案用品需求满足率", "办案、办公需求满足率"),
    ("案件办理数量", "办理案件数"),
    ("购置高拍仪数量", "采购高拍仪数"),
    ("开展法治宣传活动次数", "法治宣传次数"),
    ("当事人满意度", "当事人满意率"),
    ("当事人的满意度", "当事人满意程度"),
    ("文书送达及时率", "文书及时送达率"),
    ("文书送达及时性", "文书送达及时率"),
    ("培训合格率", "培训合格比例"),
    ("培训人数", "培训人数（人）"),
    ("系统正常运行率", "系统正常运转率"),
    ("年度考核合格率", "考核合格率"),
    ("“高”危安全问题数量", "高危安全问题数"),
    ("CPU使用率", "cpu 使用率（%）"),
    ("档案整理情况", "档案整理工作"),
]

DIFFERENT = [
    ("责任治安事故数", "责任消防事故数"),
    ("法律文书及时送达率", "法律文书安全送达率"),
    ("应用系统正常运行率", "网络设备及服务器正常运行率"),
    ("物业服务面积", "物业服务满意度"),
    ("培训人数", "培训人次"),
    ("培训次数", "培训场次"),
    ("培训合格率", "培训不合格率"),
    ("民事案件结案率", "刑事案件结案率"),
    ("一审案件数", "二审案件数"),
    ("第一季度办案数", "第二季度办案数"),
    ("法官对律师满意度", "律师对法官满意度"),
    ("生师比", "师生比"),
    ("收案结案比", "结案收案比"),
    ("等级保护2.0测评得分", "等级保护3.0测评得分"),
    ("12368热线接通率", "12345热线接通率"),
    ("考核合格率（干警）", "考核合格率（辅警）"),
    ("设备购置数量", "设备购置完成率"),
    ("新建项目数量", "续建项目数量"),
    ("服务质量", "服务数量"),
    ("国家赔偿金发放合规率", "国家赔偿金发放及时率"),
    ("购置碎纸机数量", "购置高拍仪数量"),
    ("审判服装配发数", "法警服装配发数"),
    ("事故数", "案件数"),
    ("数量", "情况"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_nearly_identical_names_mean_the_same(one: str, other: str) -> None:
    assert meaning_of(one) == meaning_of(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_word_that_means_something_makes_a_difference(one: str, other: str) -> None:
    assert meaning_of(one) != meaning_of(other) or meaning_of(one) == ""


def test_no_two_realistic_names_are_taken_for_one() -> None:
    names = {each.name for each in RIGHT}
    meanings: dict[str, str] = {}
    pairs = [(meanings.setdefault(meaning_of(name), name), name) for name in sorted(names)]
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def named(*names: str) -> Project:
    return project(indicators=(*(indicator(name, "12", "≥9%") for name in names), GOOD.indicators[1]))


def test_the_later_of_two_names_is_pointed_at_and_both_are_named() -> None:
    (finding,) = check(table(named("文书送达及时度", "案件结案率", "别的", "结案案件率"))).findings[1:]
    assert drawn(finding) == "S10 p1#4 name"
    assert finding.message == "“案件结案率”与“结案案件率”相近，是否重复设置"
    assert finding.value == "案件结案率；结案案件率"


def test_an_equal_name_is_another_rules_business() -> None:
    assert found(named("别的率", "别的 率")) == ["S09 p1#2 name"]


def test_each_later_one_is_pointed_at_once() -> None:
    assert found(named("案件结案率", "结案案件率", "案件的结案率")) == ["S10 p1#2 name", "S10 p1#3 name"]


def shared(count: int, one: Project = GOOD) -> list[str]:
    projects = [replace(one, name=f"第{number}个", objective=f"第{number}个目标。") for number in range(count)]
    whole = replace(table(*projects), hints_off=())
    return [finding.message for finding in check(whole).findings if finding.rule == "S11"]


def test_three_projects_with_the_same_indicators_are_pointed_at() -> None:
    assert shared(2) == []
    assert shared(3) == ["3 个项目的指标完全相同"] * 3


def test_many_projects_are_not_counted_exactly() -> None:
    assert set(shared(19)) == {"19 个项目的指标完全相同"}
    assert set(shared(20)) == set(shared(21)) == {"20 个以上项目的指标完全相同"}


@pytest.mark.parametrize("name", ["", "待单位补充..."])
def test_indicators_that_wait_to_be_written_are_not_compared(name: str) -> None:
    assert shared(3, project(indicators=(indicator(name, "11", "待补充"),))) == []
