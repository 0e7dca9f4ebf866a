"""Two years compared: everything that differs is told, once, and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core_strategies import amounts, paragraphs, tables, targets
from gzgoals.core.edits import (
    add_project,
    move_indicator,
    move_project,
    put_value,
    remove_indicators,
    remove_project,
    replaced,
    sums,
)
from gzgoals.core.table import Funding, GoalTable, Indicator, LastYear, Place
from gzgoals.core.years import Change, ChangeKind, compare, last_projects, last_year_of, put_reason
from invented_years import indicator, next_year, project, published, table, unit


def told(changes: tuple[Change, ...]) -> list[tuple[str, ...]]:
    return [(c.kind.label, c.owner, c.subject, c.before, c.after) for c in changes]


def between(old: GoalTable, new: GoalTable) -> tuple[Change, ...]:
    return compare(last_year_of(old), new).changes


def test_what_projects_were_is_found_by_name_where_their_ids_differ() -> None:
    old, other = table(unit("本级", project("甲", "1.00"))), table(unit("本级", project("甲", "2.00"), project("丙")))
    new = replaced(other, last_year=last_year_of(old))
    same, fresh = new.units[0].projects
    assert old.units[0].projects[0].id != same.id
    assert last_projects(new) == {same.id: old.units[0].projects[0]}
    assert fresh.id not in last_projects(new)


def test_a_table_that_remembers_no_year_has_no_former_projects() -> None:
    assert last_projects(table(unit("本级", project("甲")))) == {}


def remembered(new: GoalTable) -> tuple[Change, ...]:
    assert new.last_year
    return compare(new.last_year, new).changes


def test_an_invented_year_is_told_exactly() -> None:
    objective = "为审判执行部门配足配齐辅助人员，加快队伍建设，满足审判执行工作需要，提高工作效能。"
    waived = "审判执行专项经费（其他收入资金）"
    assert told(remembered(next_year())) == [
        ("目标变动", "机构运行辅助经费", "绩效目标", objective, "为审判执行部门配足配齐辅助人员。"),
        ("金额变动", "业务用房物业管理费", "财政拨款", "624.00", "650.00"),
        ("指标变动", "业务用房物业管理费", "指标 5 · 年度指标值", "≥95%", "≥96%"),
        ("新增项目", "数据安全专项", "项目", "", "88.80"),
        ("减少指标", "购置经费", "指标 2", "11-数量指标；购置高拍仪1台；1台", ""),
        ("减少项目", "GZIT2022-QM-N-C-061088", "项目", "0.30", ""),
        ("金额变动", waived, "财政拨款", "0.00", "3.00"),
        ("金额变动", waived, "总计", "10.00", "13.00"),
        (
            "项目更名",
            "广州互联网法院2026-2027年信息化运维项目",
            "项目名称",
            "广州互联网法院2025-2026年信息化运维项目",
            "广州互联网法院2026-2027年信息化运维项目",
        ),
    ]


def test_amounts_have_difference_and_percent_and_none_where_there_was_nothing() -> None:
    money = [(c.difference, c.percent) for c in remembered(next_year()) if c.is_about_money]
    assert money == [
        (Decimal("26.00"), Decimal("4.2")),
        (Decimal("88.80"), None),
        (Decimal("-0.30"), Decimal("-100.0")),
        (Decimal("3.00"), None),
        (Decimal("3.00"), Decimal("30.0")),
    ]


def test_both_years_are_summed() -> None:
    new = next_year()
    assert new.last_year
    comparison = compare(new.last_year, new)
    assert (comparison.old_year, comparison.new_year) == (2026, 2027)
    assert comparison.old_total == sums(published().units[0].projects)
    assert (comparison.old_total.total, comparison.new_total.total) == (Decimal("4372.33"), Decimal("4489.83"))


def test_places_lead_into_both_tables() -> None:
    new = next_year()
    cell = next(c for c in remembered(new) if c.kind is ChangeKind.INDICATOR)
    assert (cell.place.field, cell.number, cell.item) == ("annual", 5, "工作人员对物管工作的满意度")
    gone = next(c for c in remembered(new) if c.kind is ChangeKind.DROPPED)
    assert gone.place == Place(new.units[0].id)
    assert gone.old_place == Place(published().units[0].id, published().units[0].projects[11].id)


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [("3.00", "1.00", "-66.7"), ("1.00", "1.01", "1.0"), ("8.00", "8.01", "0.1"), ("4000.00", "4000.01", "0.0")],
)
def test_percents_are_rounded_to_one_decimal(before: str, after: str, percent: str) -> None:
    (change,) = between(table(unit("本级", project("甲", before))), table(unit("本级", project("甲", after))))
    assert str(change.percent) == percent


def test_a_draft_of_an_amount_has_no_difference() -> None:
    new = table(unit("本级", replace(project("甲"), funding=Funding(appropriation=""))))
    (change,) = between(table(unit("本级", project("甲", "598.00"))), new)
    assert (change.before, change.after, change.difference, change.percent) == ("598.00", "", None, None)


def test_a_total_is_told_only_where_all_columns_are_numbers() -> None:
    old = replace(project("甲"), funding=Funding(appropriation=Decimal("1.00"), other=Decimal("2.00")))
    new = replace(old, funding=Funding(appropriation=Decimal("3.00"), other=""))
    assert [c.subject for c in between(table(unit("本级", old)), table(unit("本级", new)))] == ["财政拨款", "其他资金"]


def test_a_moved_project_and_a_renamed_one_are_told_for_what_they_are() -> None:
    kept = project("经费", "1.00")
    old = table(unit("甲院", kept, project("专项")), unit("乙院", project("其他")))
    new = move_project(old, Place(old.units[0].id, kept.id), old.units[1].id, 0)
    new = put_value(new, Place(old.units[1].id, kept.id, field="name"), "运行经费")
    assert told(between(old, new)) == [
        ("项目更名", "运行经费", "项目名称", "经费", "运行经费"),
        ("调整单位", "运行经费", "所属单位", "甲院", "乙院"),
    ]


def test_units_that_are_new_gone_or_renamed_are_told_with_their_projects() -> None:
    first, second = unit("甲院", project("经费", "1.00")), unit("乙院", project("专项", "2.00"))
    old = table(first, second)
    new = table(replace(first, name="甲法院"), unit("丙院", project("新项目", "3.00")), unit("丁院"))
    assert told(between(old, new)) == [
        ("单位更名", "甲法院", "单位名称", "甲院", "甲法院"),
        ("减少单位", "乙院", "单位", "乙院", ""),
        ("减少项目", "专项", "项目", "2.00", ""),
        ("新增单位", "丙院", "单位", "", "丙院"),
        ("新增项目", "新项目", "项目", "", "3.00"),
        ("新增单位", "丁院", "单位", "", "丁院"),
    ]


def test_the_only_unit_with_another_name_is_the_same_unit() -> None:
    old, new = table(unit("广州互联网法院", project("经费"))), table(unit("广州互联网法院（本级）", project("经费")))
    assert [c.kind for c in between(old, new)] == [ChangeKind.UNIT_RENAMED]


def test_another_department_is_told() -> None:
    assert told(between(table(), replace(table(), department="中院"))) == [
        ("部门更名", "中院", "部门名称", "法院", "中院")
    ]


def test_all_cells_of_an_indicator_are_told_as_printed() -> None:
    kept = indicator("合格率")
    old = table(unit("本级", replace(project("甲"), indicators=(kept,))))
    other = indicator("年度合格率", "96", "22")
    new = table(unit("本级", replace(old.units[0].projects[0], indicators=(replace(other, id=kept.id),))))
    assert [(c.subject, c.before, c.after) for c in between(old, new)] == [
        ("指标 1 · 指标类别", "1-产出指标；12-质量指标", "2-效益指标；22-社会效益"),
        ("指标 1 · 指标名称", "合格率", "年度合格率"),
        ("指标 1 · 实施周期指标值", "≥95%", "≥96%"),
        ("指标 1 · 年度指标值", "≥95%", "≥96%"),
    ]


def test_an_order_that_changed_is_no_change() -> None:
    old = table(unit("本级", project("甲", "1.00", "", "一率", "二数"), project("乙")), unit("分院"))
    place = Place(old.units[0].id, old.units[0].projects[0].id)
    new = move_indicator(old, replace(place, indicator=old.units[0].projects[0].indicators[0].id), 1)
    new = move_project(new, place, place.unit, 1)
    assert between(old, replaced(new, units=new.units[::-1])) == ()


def test_what_was_dropped_is_told_where_it_stood() -> None:
    old = table(unit("本级", *(project(name) for name in ("甲经费", "乙专项", "丙项目", "丁补助"))))
    new = old
    for number in (0, 2):
        new = remove_project(new, Place(old.units[0].id, old.units[0].projects[number].id))
    new = put_value(new, Place(old.units[0].id, old.units[0].projects[1].id, field="objective"), "目标")
    assert [c.owner for c in between(old, new)] == ["甲经费", "乙专项", "丙项目"]


class TestReasons:
    """A reason is kept in the table with what it was written for."""

    def test_a_reason_is_found_again(self) -> None:
        new = next_year()
        for change in remembered(new):
            new = put_reason(new, change, f"因{change.subject}调整")
        assert [(c.reason, c.stale) for c in remembered(new)] == [
            (f"因{c.subject}调整", False) for c in remembered(next_year())
        ]

    def test_a_reason_for_other_values_is_stale(self) -> None:
        new = next_year()
        change = remembered(new)[1]
        new = put_value(put_reason(new, change, "人工上涨"), change.place, Decimal("660.00"))
        assert [(c.reason, c.stale) for c in remembered(new) if c.reason] == [("人工上涨", True)]

    def test_writing_it_again_replaces_it_in_its_place(self) -> None:
        new = next_year()
        first, second, *_ = remembered(new)
        new = put_reason(put_reason(put_reason(new, first, "一"), second, "二"), first, "三")
        assert new.last_year
        assert [each.reason for each in new.last_year.reasons] == ["三", "二"]

    def test_an_empty_reason_takes_it_away(self) -> None:
        new = next_year()
        change = remembered(new)[0]
        assert put_reason(put_reason(new, change, "一"), change, " ") == new

    def test_the_same_reason_changes_nothing(self) -> None:
        new = put_reason(next_year(), remembered(next_year())[0], "一")
        assert put_reason(new, remembered(new)[0], "一") is new

    def test_a_table_that_remembers_no_year_keeps_no_reason(self) -> None:
        change = remembered(next_year())[0]
        assert put_reason(published(), change, "一") is published()

    def test_units_have_reasons_of_their_own(self) -> None:
        old = table(unit("甲院", project("经费", "1.00")), unit("乙院"))
        new = replace(table(replace(old.units[0], name="甲法院"), year=2027), last_year=last_year_of(old))
        for change in remembered(new):
            new = put_reason(new, change, change.kind.label)
        assert [c.reason for c in remembered(new)] == ["单位更名", "减少单位"]


def test_unchanged_projects_are_not_compared_again() -> None:
    new = next_year()
    assert new.last_year
    known = compare(new.last_year, new)
    first = new.units[0].projects[0]
    edited = put_value(new, Place(new.units[0].id, first.id, field="objective"), "目标。")
    again = compare(edited.last_year or new.last_year, edited, known)
    assert again == compare(new.last_year, edited)
    fresh = [key for key, piece in again.pieces.items() if known.pieces.get(key) is not piece]
    assert fresh == [first.id]


@given(tables())
def test_a_table_does_not_differ_from_itself(same: GoalTable) -> None:
    assert between(same, same) == ()


EDITS = ("name", "objective", "funding.appropriation", "annual", "remove", "add", "remove indicator")


@given(tables(), st.data())
def test_one_edit_is_told_as_exactly_that_edit(old: GoalTable, data: st.DataObject) -> None:
    places = [(u, p) for u in old.units for p in u.projects if p.indicators]
    assume(places)
    home, subject = data.draw(st.sampled_from(places))
    place, edit = Place(home.id, subject.id), data.draw(st.sampled_from(EDITS))
    its = data.draw(st.sampled_from(subject.indicators))
    inner = Place(home.id, subject.id, its.id, "annual")
    if edit == "remove":
        new, kind = remove_project(old, place), ChangeKind.DROPPED
    elif edit == "add":
        new, kind = add_project(old, place, project("某个新增的项目", "1.00")), ChangeKind.ADDED
    elif edit == "remove indicator":
        new, kind = remove_indicators(old, place, {its.id}), ChangeKind.INDICATOR_DROPPED
    elif edit == "annual":
        new, kind = put_value(old, inner, data.draw(targets)), ChangeKind.INDICATOR
    elif edit == "funding.appropriation":
        new, kind = put_value(old, place.at(edit), data.draw(amounts)), ChangeKind.AMOUNT
    else:
        kind = ChangeKind.RENAMED if edit == "name" else ChangeKind.OBJECTIVE
        new = put_value(old, place.at(edit), data.draw(paragraphs))
    changes = between(old, new)
    assert {change.kind for change in changes} == (set() if new == old else {kind})
    assert {change.place.project or change.old_place.project for change in changes} <= {subject.id} or edit == "add"
    assert len({change.place for change in changes}) == len(changes) <= (2 if kind is ChangeKind.AMOUNT else 1)


@given(tables(), tables())
def test_an_earlier_comparison_changes_nothing(old: GoalTable, new: GoalTable) -> None:
    year = last_year_of(old)
    assert compare(year, new, compare(year, old)) == compare(year, new)


def test_nothing_at_all_is_compared() -> None:
    assert compare(LastYear(year=2025), GoalTable(year=2026)).changes == ()
    assert Indicator().name == ""
