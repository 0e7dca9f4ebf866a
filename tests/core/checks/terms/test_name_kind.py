"""What an indicator's name says it measures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.checks.terms.name_kind import Kind, kind_of_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("结案率", Kind.RATE),
        ("结 案 率", Kind.RATE),
        ("结案率（%）", Kind.RATE),
        ("结案率情况", Kind.RATE),
        ("结案率达到95%以上", Kind.RATE),
        ("女性占比（培训）（%）", Kind.RATE),
        ("结案率统计报告数量", Kind.COUNT),
        ("率先垂范活动次数", Kind.COUNT),
        ("及时办结案件数", Kind.COUNT),
        ("文书及时送达率", Kind.TIME),
        ("文书送达率", Kind.RATE),
        ("及时性", Kind.TIME),
        ("查询速度", Kind.DURATION),
        ("地区生产总值增长速度", Kind.OTHER),
        ("巡查频率", Kind.OTHER),
        ("营商环境指数", Kind.OTHER),
        ("群众满意度", Kind.SATISFACTION),
        ("群众满意度测评得分", Kind.SATISFACTION),
        ("满意度调查问卷数", Kind.COUNT),
        ("项目资金支付率", Kind.PAYMENT),
        ("预算执行完成情况", Kind.PAYMENT),
        ("资金支付及时率", Kind.TIME),
        ("资金使用合规率", Kind.RATE),
        ("司法公信力", Kind.UNTOLD),
        ("", Kind.UNTOLD),
    ],
)
def test_the_last_word_tells_what_is_measured(name: str, kind: Kind) -> None:
    assert kind_of_name(name).kind is kind


def test_faults_and_merits_are_counted_for_their_quality() -> None:
    assert kind_of_name("系统故障次数").is_merit
    assert kind_of_name("获奖作品数量").is_merit
    assert not kind_of_name("培训次数").is_merit


def test_mending_a_fault_is_no_fault() -> None:
    assert not kind_of_name("系统故障修复").is_merit


def test_what_is_good_for_others_is_no_quality_of_an_output() -> None:
    assert kind_of_name("系统正常运行率").is_output_quality
    assert kind_of_name("责任消防事故数").is_output_quality
    assert not kind_of_name("道路交通事故数").is_output_quality
    assert not kind_of_name("文明城市测评得分").is_output_quality


@given(st.text(alphabet="结案率及时数满意度（）()9%。 得分测评", max_size=20))
def test_any_name_says_something_or_nothing(name: str) -> None:
    assert kind_of_name(name).kind in Kind
