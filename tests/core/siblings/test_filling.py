"""What typing into the matrix does to the table: the one indicator, and no other."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core_strategies import tables
from gzgoals.core.edits import find_indicator, find_project
from gzgoals.core.siblings import (
    Matrix,
    Side,
    Slot,
    find_siblings,
    matrix_of,
    renamed,
    shown,
    slot_of,
    with_targets_of,
    with_texts,
)
from gzgoals.core.table import GoalTable, Indicator, Place, Project, split_target
from invented_years import published, table, unit

TEXTS = st.sampled_from([">=95%", "≥95% / ≥90%", "", "/", "达标", "2026年12月31日前", " / 12个", "不低于3次 / "])


def one_cell(cycle: str, annual: str) -> tuple[GoalTable, Slot]:
    """Return a table of one indicator with its cell."""
    indicator = Indicator(id="i", category="12", name="完好率", cycle=split_target(cycle), annual=split_target(annual))
    whole = table(replace(unit("本级", Project(id="p", indicators=(indicator,))), id="u"))
    matrix = matrix_of(whole, [Place("u", "p")])
    slot = slot_of(matrix, Place("u", "p"), matrix.columns[0].key)
    assert slot
    return whole, slot


@pytest.mark.parametrize(
    ("cycle", "annual", "side", "text", "after"),
    [
        ("≥90%", "≥90%", Side.BOTH, ">=95%", ("≥95%", "≥95%")),
        ("≥90%", "≥80%", Side.BOTH, "95%", ("95%", "95%")),
        ("≥90%", "≥90%", Side.BOTH, "≥95% / ≥91%", ("≥95%", "≥91%")),
        ("≥90%", "≥90%", Side.ANNUAL, "≥95%", ("≥90%", "≥95%")),
        ("≥90%", "≥80%", Side.CYCLE, "≥95%", ("≥95%", "≥80%")),
        ("≥90%", "≥80%", Side.BOTH, "", ("", "")),
        ("≥90%", "≥80%", Side.BOTH, "/", ("/", "/")),
        ("≥90%", "≥90%", Side.BOTH, "20次/年", ("20次/年", "20次/年")),
        ("甲 / 乙", "甲 / 乙", Side.BOTH, "甲 / 丙", ("甲 / 丙", "甲 / 丙")),
    ],
)
def test_both_targets_follow_or_the_chosen_one(
    cycle: str, annual: str, side: Side, text: str, after: tuple[str, str]
) -> None:
    whole, slot = one_cell(cycle, annual)
    found = find_indicator(with_texts(whole, [(slot, text)], side), Place("u", "p", "i"))
    assert (found.cycle.text, found.annual.text) == after


def lacking() -> tuple[GoalTable, Matrix, Place]:
    """Return the published table with the second indicator of a sibling gone, its siblings, and where it is gone."""
    whole = published()
    places = find_siblings(whole).groups[0].projects
    unit_now = whole.units[0]
    projects = tuple(
        replace(each, indicators=(each.indicators[0], *each.indicators[2:])) if each.id == places[1].project else each
        for each in unit_now.projects
    )
    whole = replace(whole, units=(replace(unit_now, projects=projects),))
    return whole, matrix_of(whole, places), places[1]


@pytest.mark.parametrize("side", Side)
def test_typing_where_there_is_none_adds_the_indicator_of_the_column_at_its_place(side: Side) -> None:
    whole, matrix, place = lacking()
    slot = slot_of(matrix, place, matrix.columns[1].key)
    assert slot
    assert slot.indicator is None
    after = find_project(with_texts(whole, [(slot, "≥98%")], side), place)
    assert [each.name for each in after.indicators] == [column.name for column in matrix.columns]
    added = after.indicators[1]
    assert (added.category, added.cycle.text, added.annual.text) == ("22", "≥98%", "≥98%")


def test_clearing_where_there_is_none_adds_nothing() -> None:
    whole, matrix, place = lacking()
    slot = slot_of(matrix, place, matrix.columns[1].key)
    assert slot
    assert with_texts(whole, [(slot, " ")], Side.BOTH) is whole


def test_several_that_are_added_stand_in_the_order_of_their_columns() -> None:
    whole = published()
    places = find_siblings(whole).groups[0].projects
    empty = Project(id="empty", name="新项目")
    whole = replace(whole, units=(replace(whole.units[0], projects=(*whole.units[0].projects, empty)),))
    place = replace(places[0], project="empty")
    matrix = matrix_of(whole, [*places, place])
    slots = [slot for column in matrix.columns if (slot := slot_of(matrix, place, column.key))]
    after = with_texts(whole, [(slot, str(number)) for number, slot in enumerate(slots)], Side.BOTH)
    assert [each.annual.text for each in find_project(after, place).indicators] == ["0", "1", "2", "3"]


def test_targets_are_filled_as_they_are_one_side_or_both() -> None:
    whole, slot = one_cell("≥90%", "≥80%")
    source = Indicator(cycle=split_target("优"), annual=split_target("良"))
    for side, after in ((Side.BOTH, "优 / 良"), (Side.CYCLE, "优 / ≥80%"), (Side.ANNUAL, "≥90% / 良")):
        filled = with_targets_of(whole, source, [slot], side)
        assert shown(find_indicator(filled, Place("u", "p", "i"))) == after


def test_a_column_is_renamed_in_all_its_projects_and_nothing_else_is_touched() -> None:
    whole = published()
    places = find_siblings(whole).groups[0].projects
    matrix = matrix_of(whole, places)
    after = renamed(whole, matrix, matrix.columns[2].key, " 等级保护测评得分 ")
    assert [find_project(after, place).indicators[2].name for place in places] == ["等级保护测评得分"] * 5
    for old, new in zip(whole.units[0].projects, after.units[0].projects, strict=True):
        assert (old is new) == (old.name.count("信息化运维") == 0)


def test_a_column_is_not_left_without_a_name() -> None:
    whole = published()
    matrix = matrix_of(whole, find_siblings(whole).groups[0].projects)
    assert renamed(whole, matrix, matrix.columns[0].key, " ") is whole


def test_a_cell_that_is_gone_is_none() -> None:
    whole, slot = one_cell("≥90%", "≥90%")
    assert slot_of(matrix_of(whole, []), slot.place, slot.column.key) is None


@given(tables(), st.integers(0, 999), TEXTS, st.sampled_from(Side))
def test_an_edit_of_one_cell_changes_just_that_indicator(whole: GoalTable, which: int, text: str, side: Side) -> None:
    places = [Place(each.id, one.id) for each in whole.units for one in each.projects]
    matrix = matrix_of(whole, places)
    cells = [(line.place, column.key) for line in matrix.lines for column in matrix.columns]
    assume(cells)
    slot = slot_of(matrix, *cells[which % len(cells)])
    assert slot
    after = with_texts(whole, [(slot, text)], side)
    for place in places:
        old, new = find_project(whole, place), find_project(after, place)
        kept = [each for each in new.indicators if each.id in {one.id for one in old.indicators}]
        same = [one is other for one, other in zip(old.indicators, kept, strict=True)]
        touched = slot.indicator.id if slot.indicator and place == slot.place else ""
        assert all(is_same or one.id == touched for is_same, one in zip(same, old.indicators, strict=True))
        added = len(new.indicators) - len(old.indicators)
        assert added == (place == slot.place and slot.indicator is None and bool(text.strip()))


@given(tables(), st.sampled_from(Side))
def test_what_is_shown_can_be_typed_again_and_changes_nothing_that_is_printed(whole: GoalTable, side: Side) -> None:
    places = [Place(each.id, one.id) for each in whole.units for one in each.projects]
    matrix = matrix_of(whole, places)
    slots = [slot_of(matrix, line.place, column.key) for line in matrix.lines for column in matrix.columns]
    held = [(slot, shown(slot.indicator, side)) for slot in slots if slot and slot.indicator]
    after = matrix_of(with_texts(whole, held, side), places)
    assert [[each and shown(each) for each in line.cells] for line in after.lines] == [
        [each and shown(each) for each in line.cells] for line in matrix.lines
    ]
