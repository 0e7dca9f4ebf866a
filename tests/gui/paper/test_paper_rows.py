"""A table becomes the rows of the official form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.exchange import indicators_text
from gzgoals.core.table import Funding, GoalTable, Indicator, Project, Target, Unit, catalogue_of
from gzgoals.core.visible import on_paper
from gzgoals.gui.paper.rows import PrintedRow, printed_project, printed_rows, printed_text

CATALOGUE = catalogue_of("2015")
NOTHING = ("", "", "", "")


def project(name: str, appropriation: str, other: str = "0") -> Project:
    return Project(name=name, funding=Funding(appropriation=Decimal(appropriation), other=Decimal(other)))


def rows_of(*units: Unit) -> list[PrintedRow]:
    return list(printed_rows(GoalTable(year=2026, units=units)))


def test_rows_are_the_total_then_each_unit_with_its_projects() -> None:
    rows = rows_of(Unit(name="甲", projects=(project("一", "1"), project("二", "2"))), Unit(name="乙"))
    assert [(row.name, row.depth) for row in rows] == [("合计", 0), ("甲", 0), ("一", 1), ("二", 1), ("乙", 0)]


def test_the_sums_of_the_table_and_of_each_unit_are_computed() -> None:
    rows = rows_of(
        Unit(name="甲", projects=(project("一", "1600.22", "10"), project("二", "0.78"))),
        Unit(name="乙", projects=(project("三", "999.00"),)),
    )
    amounts = {row.name: row.amounts for row in rows if row.depth == 0}
    assert amounts == {
        "合计": ("2,610.00", "2,600.00", "", "10.00"),
        "甲": ("1,611.00", "1,601.00", "", "10.00"),
        "乙": ("999.00", "999.00", "", ""),
    }


def test_a_table_without_units_is_its_total_row() -> None:
    assert rows_of() == [PrintedRow("合计", NOTHING)]


def test_a_zero_is_left_blank_whatever_its_places() -> None:
    assert printed_project(project("一", "0.000"), CATALOGUE).amounts == NOTHING


def test_a_draft_is_printed_as_it_was_typed_and_counts_for_nothing() -> None:
    drafted = Project(funding=Funding(appropriation="约五百", other=Decimal("2.00")))
    assert printed_project(drafted, CATALOGUE).amounts == ("2.00", "约五百", "", "2.00")


def test_the_indicator_cell_is_the_official_run_of_text() -> None:
    indicator = Indicator(category="12", name="合格率", cycle=Target(operator="≥", value="95", measure="%"))
    printed = printed_project(Project(indicators=(indicator,)), CATALOGUE)
    assert printed.indicators == indicators_text((indicator,), CATALOGUE)


def test_a_row_leads_only_where_rows_follow_that_belong_to_it() -> None:
    rows = rows_of(Unit(name="甲", projects=(project("一", "1"),)), Unit(name="乙"))
    assert [row.leads for row in rows] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("一。\r\n二。\r三。\u2028四。", "一。\n二。\n三。\n四。"),
        ("甲\t乙\x00丙", "甲 乙 丙"),
        ("半个\ud842", "半个\ufffd"),
        ("𠮷野家", "𠮷野家"),
        ("前\u202e后\u202c倒\u200b宽\ufeff", "前后倒宽"),
    ],
)
def test_only_what_cannot_stand_on_paper_is_replaced(text: str, printed: str) -> None:
    assert printed_text(text) == printed


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
def test_every_other_text_is_printed_as_it_is(text: str) -> None:
    assert printed_text(text) == on_paper(text)
