"""Rolling forward: what is offered, what moves on, what is remembered."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from core_strategies import tables
from gzgoals.core.edits import put_value
from gzgoals.core.table import Explanation, Funding, GoalTable, Place, Stated, Target
from gzgoals.core.years import (
    Amounts,
    ChangeKind,
    RollPlan,
    compare,
    last_indicator,
    last_project,
    last_year_of,
    rolled,
    usual_plan,
    year_mentions,
)
from invented_years import indicator, project, published, table, unit

OFFERED = [
    ("广州互联网法院2021年信息化运维项目", "2021年", "2027年", False),
    ("广州互联网法院2020年内网智慧审判平台中台化改造建设项目", "2020年", "2027年", False),
    ("GZIT2022-QM-N-C-061088", "2022", "2027", False),
    ("广州互联网法院2022-2023年信息化运维项目", "2022-2023年", "2026-2027年", False),
    ("广州互联网法院2023-2024年信息化运维项目", "2023-2024年", "2026-2027年", False),
    ("广州互联网法院2024-2025年信息化运维项目", "2024-2025年", "2026-2027年", False),
    ("广州互联网法院2025-2026年信息化运维项目", "2025-2026年", "2026-2027年", True),
]


def named(name: str, year: int = 2026) -> GoalTable:
    return table(unit("本级", project(name)), year=year)


def becomes(name: str, year: int = 2027) -> tuple[str, bool] | None:
    mentions = year_mentions(named(name), year)
    return (mentions[0].after, mentions[0].usual) if mentions else None


def test_of_the_published_table_exactly_these_years_are_offered() -> None:
    mentions = year_mentions(published(), 2027)
    assert [(m.before, m.years_before, m.years_after, m.usual) for m in mentions] == OFFERED
    assert {m.field for m in mentions} == {"name"}


@pytest.mark.parametrize(
    ("name", "after", "usual"),
    [
        ("2026年运维", "2027年运维", True),
        ("2024-2026年运维", "2025-2027年运维", True),
        ("2025年运维", "2027年运维", False),
        ("2019年立项、2026年运维", "2019年立项、2027年运维", True),
        ("2026年建设，2028年完工", "2027年建设，2028年完工", True),
        ("GZIT2026-QM", "GZIT2027-QM", False),
    ],
)
def test_the_latest_year_up_to_the_tables_own_moves(name: str, after: str, usual: bool) -> None:
    assert becomes(name) == (after, usual)


@pytest.mark.parametrize("name", ["2027年运维", "2026-2028年运维", "穗财〔2026〕12号", "运维", ""])
def test_other_names_are_not_offered(name: str) -> None:
    assert becomes(name) is None


def test_years_are_offered_in_objectives_indicators_and_targets_that_are_dates() -> None:
    dated = replace(indicator("2026年验收率"), cycle=Target(value="2026年12月31日前"), annual=Target(value="2026"))
    goals = replace(project("运维", objective="于2026年6月底前完成。"), indicators=(dated,))
    mentions = year_mentions(table(unit("本级", goals)), 2027)
    assert [(m.field, m.after) for m in mentions] == [
        ("objective", "于2027年6月底前完成。"),
        ("name", "2027年验收率"),
        ("cycle.value", "2027年12月31日前"),
    ]


def test_ticked_years_move_and_others_stay() -> None:
    whole = rolled(published(), usual_plan(published(), 2027))
    names = [
        (old.name, new.name) for old, new in zip(published().units[0].projects, whole.units[0].projects, strict=True)
    ]
    assert [pair for pair in names if pair[0] != pair[1]] == [
        ("广州互联网法院2025-2026年信息化运维项目", "广州互联网法院2026-2027年信息化运维项目")
    ]


def test_the_start_of_a_year_remembers_the_whole_year_before() -> None:
    whole = rolled(published(), RollPlan(2027))
    assert whole.year == 2027
    assert whole.last_year == last_year_of(published())


def test_explanations_and_printed_totals_do_not_carry_over() -> None:
    one = Decimal("1.00")
    stated = Stated(total=one, appropriation=one, special_account=one, other=one)
    first = unit("本级", replace(project("甲"), funding=Funding(appropriation=one, stated_total=Decimal("9.00"))))
    old = replace(table(replace(first, stated=stated)), stated=stated, explanations=(Explanation(rule="V02"),))
    whole = rolled(old, RollPlan(2027))
    assert (whole.stated, whole.units[0].stated, whole.explanations) == (None, None, ())
    assert whole.units[0].projects[0].funding == Funding(appropriation=one)


@pytest.mark.parametrize("amounts", [Amounts.ASIDE, Amounts.CLEAR])
def test_amounts_put_aside_are_blank_where_there_was_money(amounts: Amounts) -> None:
    whole = rolled(table(unit("本级", project("甲", "12.00"))), RollPlan(2027, amounts))
    assert whole.units[0].projects[0].funding == Funding(appropriation="")


def test_cleared_amounts_are_not_remembered() -> None:
    assert rolled(published(), RollPlan(2027, Amounts.CLEAR)).last_year is None
    assert rolled(published(), RollPlan(2027, Amounts.ASIDE)).last_year == last_year_of(published())


def test_a_project_that_ends_is_told_as_dropped() -> None:
    ending = published().units[0].projects[3]
    whole = rolled(published(), RollPlan(2027, dropped=frozenset({ending.id})))
    assert whole.last_year
    (change,) = compare(whole.last_year, whole).changes
    assert (change.kind, change.owner, change.before) == (ChangeKind.DROPPED, ending.name, "184.55")


def test_rolling_again_remembers_only_one_year() -> None:
    again = rolled(rolled(published(), RollPlan(2027)), RollPlan(2028))
    assert again.last_year
    assert again.last_year.year == 2027


def test_what_a_project_and_an_indicator_were_is_found_by_their_ids() -> None:
    first = published().units[0].projects[0]
    whole = rolled(published(), RollPlan(2027))
    changed = put_value(whole, Place(whole.units[0].id, first.id, field="name"), "辅助人员经费")
    assert last_project(changed, first.id) is first
    assert last_indicator(changed, first.id, first.indicators[1].id) is first.indicators[1]
    assert last_project(changed, "无") is None
    assert last_indicator(changed, "无", "无") is None
    assert last_project(published(), first.id) is None


@given(tables())
def test_rolled_with_everything_kept_only_ticked_texts_differ(old: GoalTable) -> None:
    plan = usual_plan(old, old.year + 1)
    whole = rolled(old, plan)
    assert whole.last_year
    changes = compare(whole.last_year, whole).changes
    ticked = {
        (m.place.project, m.place.indicator, m.field.removesuffix(".value"))
        for m in year_mentions(old, plan.year)
        if m.usual
    }
    assert {(c.place.project, c.place.indicator, c.place.field) for c in changes} == ticked


@given(tables())
def test_nothing_is_offered_twice_or_without_a_difference(old: GoalTable) -> None:
    mentions = year_mentions(old, old.year + 1)
    assert len({m.place for m in mentions}) == len(mentions)
    assert all(m.before != m.after and m.years_before != m.years_after for m in mentions)
