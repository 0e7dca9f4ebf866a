"""Figures in an objective are those of the indicators that they are about."""

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import Project, Target
from tables_to_check import GOOD, PROJECT, fixed, found, indicator, messages, offered, project, table


def of(objective: str, name: str, target: str, annual: str | None = None) -> Project:
    benefit = indicator("司法公信力", "22", "优（标准：评查90分以上）")
    return project(objective=objective, indicators=(indicator(name, "12", target, annual), benefit))


def told(one: Project) -> list[str]:
    return [message for message in messages(one) if message.startswith("目标写")]


@pytest.mark.parametrize(
    ("objective", "name", "target", "quote"),
    [
        ("实现设备维护响应率≥98%。", "设备维护响应率", "≥99%", "设备维护响应率≥98%"),
        ("全年一审结案率达到95％以上。", "一审结案率", "≥90%", "一审结案率达到95％"),
        ("确保合格率不低于90%。", "合格率", "≥95%", "合格率不低于90%"),
        ("等级保护2.0测评得分≥80分、其他良好。", "等级保护2.0测评得分", "≥70分", "等级保护2.0测评得分≥80分"),
        ("物业面积12000平方米。", "物业面积", "11733.38㎡", "物业面积12000平方米"),
        ("物业面积为12,000平方米。", "物业面积", "11733.38", "物业面积为12,000平方米"),
        ("结案率由85%提高到92%。", "结案率（%）", "≥95%", "结案率由85%提高到92%"),
        ("满意度：９０％。", "满意度", "≥95%", "满意度：９０％"),
        ("目标1：培训人次1200人次；目标2：无。", "培训人次", "≥1,000人次", "培训人次1200人次"),
        ("故障投诉率控制在5%以内。", "故障投诉率", "≤3%", "故障投诉率控制在5%"),
    ],
)
def test_a_figure_that_differs_is_found(objective: str, name: str, target: str, quote: str) -> None:
    assert told(of(objective, name, target)) == [f"目标写“{quote}”，指标为 {target}"]


@pytest.mark.parametrize(
    ("objective", "name", "target"),
    [
        ("设备维护响应率100%。", "设备维护响应率", "=100%"),
        ("结案率达到95%以上。", "结案率", "≥95%"),
        ("结案率≥95.0%。", "结案率", "95%"),
        ("结案率≤95%。", "结案率", "≥95%"),
        ("法治宣传片数量1部。", "法治宣传片数量", "≥1"),
        ("面积１１７３３．３８平方米。", "面积", "11733.38㎡"),
        ("上年结案率90%，今年结案率95%。", "结案率", "≥95%"),
    ],
)
def test_bounds_and_writings_of_one_number_agree(objective: str, name: str, target: str) -> None:
    assert told(of(objective, name, target)) == []


@pytest.mark.parametrize(
    ("objective", "name", "target"),
    [
        ("结案率提高5%。", "结案率", "≥95%"),
        ("提高结案率5个百分点。", "结案率", "≥95%"),
        ("民事案件结案率90%。", "结案率", "≥95%"),
        ("2025年结案率90%。", "结案率", "≥95%"),
        ("结案率90%-98%。", "结案率", "≥95%"),
        ("结案率90～98%。", "结案率", "≥95%"),
        ("结案率达到90%，力争达到95%。", "结案率", "≥95%"),
        ("在结案率90%的基础上再提升。", "结案率", "≥95%"),
        ("结案率2026年达到95%。", "结案率", "≥95%"),
        ("结案率95%。", "结案率", "优"),
        ("培训次数3天。", "培训次数", "≥5次"),
        ("培训次数每季度1次。", "培训次数", "≥5次"),
        ("完成时限3个月。", "完成时限", "5个"),
        ("面积1.2万平方米。", "面积", "11733.38平方米"),
        ("面积1.2万平方米。", "面积", "11733.38"),
        ("合格率0.9。", "合格率", "≥95%"),
        ("合格率98%。", "合格率", "95%-98%"),
        ("等级保护2.0测评得分良好。", "等级保护2.0测评得分", "≥70分"),
        ("结案率，95件以上。", "结案率", "≥90%"),
        ("结案率高，3名法官获奖。", "结案率", "≥90%"),
        ("服务群众100人次。", "人次", "≥50人次"),
        ("责任治安/消防事故数0起。", "消防事故数", "≤1起"),
    ],
)
def test_what_is_no_level_of_the_indicator_is_left_alone(objective: str, name: str, target: str) -> None:
    assert told(of(objective, name, target)) == []


def test_either_of_two_targets_may_be_meant() -> None:
    assert told(of("办案数300件。", "办案数", "300件", "100件")) == []
    assert told(of("办案数100件。", "办案数", "300件", "100件")) == []
    assert told(of("办案数200件。", "办案数", "300件", "100件")) == ["目标写“办案数200件”，指标为 100件"]


def test_the_longer_name_is_the_one_that_is_meant() -> None:
    names = ("网络设备及服务器正常运行率", "服务器正常运行率")
    both = tuple(indicator(name, "12", target) for name, target in zip(names, ("≥99%", "≥95%"), strict=True))
    assert told(project(objective="网络设备及服务器正常运行率≥99%。", indicators=both)) == []


def test_two_indicators_of_one_name_are_left_to_their_own_rule() -> None:
    twice = (indicator("合格率", "12", "≥99%"), indicator("合格率", "12", "≥95%"))
    assert told(project(objective="合格率≥90%。", indicators=twice)) == []


def test_target_and_objective_are_both_marked() -> None:
    one = of("合格率≥90%。", "合格率", "≥95%")
    assert found(one) == ["G07 p1#1 annual cycle objective"]
    assert [finding.rule for finding in check(table(one)).at(PROJECT.at("objective"))] == ["G07"]


def test_each_indicator_has_a_finding_of_its_own() -> None:
    both = (indicator("合格率", "12", "≥95%"), indicator("响应率", "12", "≥95%"), GOOD.indicators[1])
    assert found(project(objective="合格率≥90%、响应率≥80%。", indicators=both)) == [
        "G07 p1#1 annual cycle objective",
        "G07 p1#2 annual cycle objective",
    ]


def test_the_indicators_number_is_written_into_the_objective() -> None:
    whole = table(of("合格率≥90%；去年合格率80%，合格率达到85%。", "合格率", "≥95%"))
    new, left = fixed(whole, "G07", "目标改为“95”")
    assert (new.objective, left) == ("合格率≥95%；去年合格率80%，合格率达到95%。", [])


def test_the_objectives_number_is_written_into_the_targets() -> None:
    new, left = fixed(table(of("合格率达到90%。", "合格率", "≥95%")), "G07", "指标改为“≥90%”")
    assert new.indicators[0].annual == new.indicators[0].cycle == Target(operator="≥", value="90", measure="%")
    assert left == []


def test_of_two_targets_the_years_own_is_written() -> None:
    new, left = fixed(table(of("投入200万元。", "投入", "300万元", "100万元")), "G07", "指标改为“200万元”")
    assert (new.indicators[0].cycle.text, new.indicators[0].annual.text, left) == ("300万元", "200万元", [])


def test_no_target_becomes_more_than_the_whole() -> None:
    assert list(offered(table(of("合格率达到950%。", "合格率", "≥95%")), "G07")) == ["目标改为“95”"]


def test_no_share_of_more_than_the_whole_is_offered_however_the_sign_is_written() -> None:
    one = of("合格率达到120%。", "合格率", "≥95％")
    assert [label for label in offered(table(one), "G07") if label.startswith("指标改为")] == []
