"""What is found at the operators of targets, and how they are mended."""

from dataclasses import replace

import pytest

from gzgoals.core.checks import check
from gzgoals.core.table import Project
from tables_to_check import table
from targets_to_check import mended, of, target_findings, target_messages, target_rules


def cost(cycle: str, annual: str | None = None, name: str = "物业服务成本") -> Project:
    return of(name, "14", cycle, annual)


@pytest.mark.parametrize("target", ["＞10个", "<10个", "超过10个"])
def test_a_bound_is_itself_allowed(target: str) -> None:
    assert target_findings(of("组件数", "11", target)) == ["V05 p1#1 annual.operator cycle.operator"]
    assert target_messages(of("组件数", "11", target)) == ["一般用“≥”“≤”表示"]


@pytest.mark.parametrize("target", ["≥10个", "≤10个", "10个", "＞0个", "10个以上"])
def test_a_mild_bound_and_more_than_nothing_are_fine(target: str) -> None:
    assert target_rules(of("组件数", "11", target)) == []


@pytest.mark.parametrize(
    ("cycle", "annual", "label", "mild"),
    [("＞10个", "＞5个", "改为“≥”", ("≥10个", "≥5个")), ("＜10个", "≤5个", "改为“≤”", ("≤10个", "≤5个"))],
)
def test_both_columns_become_mild(cycle: str, annual: str, label: str, mild: tuple[str, str]) -> None:
    assert mended("V05", label, of("组件数", "11", cycle, annual)) == (*mild, [])


@pytest.mark.parametrize("target", ["≥624万元", "100元以上", "不低于50万元"])
def test_a_cost_is_an_upper_bound(target: str) -> None:
    assert target_findings(cost(target)) == ["V15 p1#1 annual.operator cycle.operator"]
    assert target_messages(cost(target)) == ["成本指标宜用“≤”"]


@pytest.mark.parametrize("target", ["≤624万元", "624万元", "100元以内", "50-60万元", "控制在预算内"])
def test_a_cost_held_down_or_exact_is_fine(target: str) -> None:
    assert target_rules(cost(target)) == []


@pytest.mark.parametrize(
    ("name", "target"),
    [("成本节约额", "≥10万元"), ("预算执行率", "≥95%"), ("资金使用合规率", "≥98%"), ("单位能耗降低", "≥3%")],
)
def test_what_is_saved_may_be_more(name: str, target: str) -> None:
    assert target_rules(cost(target, name=name)) == []


@pytest.mark.parametrize("category", ["11", "12", "22"])
def test_only_costs_are_held_down(category: str) -> None:
    assert target_rules(of("投入经费", category, "≥624万元")) == []


def test_the_later_scheme_has_costs_as_a_first_level() -> None:
    whole = replace(table(of("物业服务成本", "41", "≥624万元")), scheme="2021")
    assert "V15" in {finding.rule for finding in check(whole).findings}


@pytest.mark.parametrize(
    ("cycle", "annual", "turned"),
    [
        ("≥624万元", "≥624万元", ("≤624万元", "≤624万元")),
        ("≥624万元", "≥300万元", ("≤624万元", "≤300万元")),
        ("624万元以上", "624万元", ("≤624万元", "624万元")),
        ("至少624万元", "＞300万元", ("≤624万元", "≤300万元")),
    ],
)
def test_both_columns_become_upper_bounds(cycle: str, annual: str, turned: tuple[str, str]) -> None:
    assert mended("V15", "改为“≤”", cost(cycle, annual)) == (*turned, [])
