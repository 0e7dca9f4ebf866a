"""Cells are copied from one indicator to another and emptied, each alone or with others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.edits import CELLS, copied, emptied, field_of, put_indicators
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Target, Unit, catalogue_of

CATALOGUE = catalogue_of("2015")
FULL = Indicator(
    id="full",
    category="12",
    name="完好率",
    cycle=Target(operator="≥", value="95", measure="%"),
    annual=Target(operator="≤", value="5", measure="天"),
)
BLANK = Indicator(id="blank")
COLUMNS = st.sets(st.sampled_from(CELLS))


def table_of(*indicators: Indicator) -> GoalTable:
    return GoalTable(year=2026, units=(Unit(id="u", projects=(Project(id="p", indicators=indicators),)),))


@pytest.mark.parametrize(
    ("columns", "category"),
    [({"first", "second"}, "12"), ({"second"}, "12"), ({"first"}, "1"), ({"name"}, "")],
)
def test_a_category_is_copied_by_its_levels(columns: set[str], category: str) -> None:
    assert copied(BLANK, FULL, columns, CATALOGUE).category == category


def test_an_unknown_category_is_copied_as_it_was_written() -> None:
    odd = Indicator(category="产出；怪指标")
    assert copied(FULL, odd, {"first", "second"}, CATALOGUE).category == "产出；怪指标"


@given(COLUMNS)
def test_only_the_cells_asked_for_are_copied(columns: set[str]) -> None:
    after = copied(BLANK, FULL, columns, CATALOGUE)
    assert after.id == "blank"
    for column in set(CELLS) - {"first", "second"}:
        assert field_of(after, column) == field_of(FULL if column in columns else BLANK, column)


@given(COLUMNS)
def test_what_is_emptied_is_empty_and_the_rest_is_not(columns: set[str]) -> None:
    after = emptied(FULL, columns, CATALOGUE)
    first, second = CATALOGUE.levels(after.category)
    assert (first == "", second == "") == ("first" in columns, "second" in columns)
    for column in set(CELLS) - {"first", "second"}:
        assert (field_of(after, column) == "") == (column in columns)


def test_a_table_in_which_nothing_differs_stays_the_same() -> None:
    table = table_of(FULL, BLANK)
    assert put_indicators(table, Place("u", "p"), (FULL, BLANK)) is table


def test_only_the_indicators_that_differ_are_put() -> None:
    table = table_of(FULL, BLANK)
    after = put_indicators(table, Place("u", "p"), (FULL, Indicator(id="blank", name="新")))
    assert after.units[0].projects[0].indicators[0] is table.units[0].projects[0].indicators[0]
    assert after.units[0].projects[0].indicators[1].name == "新"
