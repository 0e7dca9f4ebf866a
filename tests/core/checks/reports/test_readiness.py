"""What stands between a table and its final print."""

from decimal import Decimal

from hypothesis import given

from gzgoals.core.checks import Checked, Concern, Readiness, Severity, check, explain, readiness
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Place, Stated
from tables_to_check import GOOD, MESSY, amounts, indicator, project, table

BARE = indicator("案件数", "11", "5")
BAD = table(
    project(name="甲", indicators=(*GOOD.indicators, BARE)),
    project(name="乙", objective="", funding=amounts("0.30")),
    project(name="丙", objective="无", indicators=(*GOOD.indicators, BARE)),
)
CELL = Place("u", "p1", "i3", "annual.value")


def ready(whole: GoalTable) -> Readiness:
    return readiness(check(whole))


def steps(found: Readiness) -> list[tuple[str, str, int]]:
    return [(step.concern.value, step.place.project, len(step.findings)) for step in found.steps]


def explained(whole: GoalTable, rule: str, reason: str = "按合同") -> GoalTable:
    for finding in check(whole).findings:
        if finding.rule == rule:
            whole = explain(whole, finding, reason)
    return whole


def test_steps_are_in_the_order_of_urgency_then_of_the_table() -> None:
    assert steps(ready(BAD)) == [
        ("错误", "p2", 1),
        ("错误", "p3", 1),
        ("警告", "p1", 1),
        ("警告", "p3", 1),
        ("提示", "p2", 1),
    ]


def test_the_verdict_counts_errors_and_warnings() -> None:
    assert ready(BAD).verdict == "还有 2 个错误、2 条警告未处理，暂不能上报"
    assert ready(BAD).counts == "错误 2，警告 2，提示 1"
    assert not ready(BAD).is_ready


def test_only_what_is_there_is_counted() -> None:
    assert ready(table(project(objective=""))).verdict == "还有 1 个错误未处理，暂不能上报"
    assert ready(table(project(indicators=(*GOOD.indicators, BARE)))).verdict == "还有 1 条警告未处理，暂不能上报"


def test_an_explained_warning_stands_in_the_way_no_more() -> None:
    answered = ready(explained(table(project(indicators=(*GOOD.indicators, BARE))), "V02"))
    assert (answered.verdict, answered.counts) == ("可以打印上报", "错误 0，警告 0，提示 0，已说明 1")
    assert answered.is_ready
    assert answered.steps == ()


def test_a_reason_that_has_lapsed_is_a_step_of_its_own() -> None:
    lapsed = ready(put_value(explained(BAD, "V02"), CELL, "6"))
    assert [step for step in steps(lapsed) if step[0] in {"理由失效", "警告"}] == [
        ("理由失效", "p1", 1),
        ("警告", "p1", 1),
    ]
    assert lapsed.verdict == "还有 2 个错误、2 条警告未处理（其中 1 条理由已失效），暂不能上报"


def test_hints_are_for_information() -> None:
    small = ready(table(project(funding=amounts("0.30"))))
    assert (small.verdict, small.hints, len(small.steps)) == ("可以打印上报", 1, 1)


def test_a_table_without_a_project_is_not_ready() -> None:
    assert ready(GoalTable(year=2026)).verdict == "表中还没有项目，暂不能上报"


def test_findings_of_sums_are_a_step_of_their_row() -> None:
    one = Decimal("1.00")
    stated = Stated(total=one, appropriation=one, special_account=Decimal("0.00"), other=Decimal("0.00"))
    (step,) = ready(table(GOOD, stated=stated)).steps
    assert (step.place, [finding.rule for finding in step.findings]) == (Place("u"), ["M02", "M02"])


def test_each_concern_says_what_to_do() -> None:
    assert [concern.way_out for concern in Concern] == ["改正", "核对后重写理由", "改正，或说明理由", "供参考"]


@given(MESSY)
def test_the_steps_hold_every_open_finding_once(whole: GoalTable) -> None:
    checked: Checked = check(whole)
    found = readiness(checked)
    listed = [finding for step in found.steps for finding in step.findings]
    assert sorted(map(repr, listed)) == sorted(map(repr, checked.findings))
    assert found.errors == checked.counts[Severity.ERROR]
    assert all(step.place == step.place.thing and not step.place.indicator for step in found.steps)
