"""Pages follow edits: what comes out is what a fresh layout gives, and what the edit left alone is kept."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core_strategies import tables
from evidence.invented import invented_table
from gzgoals.core.edits import (
    add_project,
    move_project,
    put_value,
    remove_project,
)
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import TABLE, Funding, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.paper.layout import Form, LaidRow, laid_row, lay_out
from gzgoals.gui.paper.live import AtMost, LivePages, live_pages
from gzgoals.gui.paper.pages import pages
from gzgoals.gui.paper.progress import Progress
from gzgoals.gui.paper.rows import PrintedRow
from gzgoals.gui.paper.setup import page_layout, paper_of

pytestmark = pytest.mark.usefixtures("qapp")

SETUP = PageSetup(type_size=16)


def project(number: int) -> Project:
    target = Target(operator="≥", value="95", measure="%")
    return Project(
        id=f"p{number}",
        name=f"第{number}号设备运行维护项目",
        funding=Funding(appropriation=Decimal(number)),
        objective="保障系统稳定运行，满足审判执行工作需要。" * (number % 5 + 1),
        indicators=tuple(
            Indicator(id=f"p{number}i{each}", category="12", name="系统运行率", cycle=target, annual=target)
            for each in range(number % 4 + 1)
        ),
    )


START = GoalTable(
    year=2026,
    department="某法院",
    units=(
        Unit(id="a", name="甲院", projects=tuple(map(project, range(1, 13)))),
        Unit(id="b", name="乙院", projects=tuple(map(project, range(13, 25)))),
    ),
)

Edit = Callable[[GoalTable], GoalTable]


def place(number: int) -> Place:
    return Place("a" if number < 13 else "b", f"p{number}")


EDITS: dict[str, Edit] = {
    "a letter more": lambda table: put_value(table, place(7).at("objective"), "保障系统稳定运行，满足工作需要的。"),
    "a row twice as long": lambda table: put_value(table, place(3).at("objective"), "保障系统稳定运行。\n" * 30),
    "an indicator": lambda table: put_value(table, replace(place(20), indicator="p20i0").at("name"), "很" * 300),
    "a wider amount": lambda table: put_value(table, place(5).at("funding.other"), Decimal("123456789012.00")),
    "an amount": lambda table: put_value(table, place(5).at("funding.appropriation"), Decimal("6.00")),
    "the last row": lambda table: put_value(table, place(24).at("objective"), "长" * 900),
    "the first row": lambda table: put_value(table, place(1).at("objective"), ""),
    "a project more": lambda table: add_project(table, Place("a"), project(99), 4),
    "a project more at the end": lambda table: add_project(table, Place("b"), project(99)),
    "a project less": lambda table: remove_project(table, place(2)),
    "a project moved on": lambda table: move_project(table, place(2), "b", 3),
    "a unit renamed": lambda table: put_value(table, Place("b", field="name"), "丙院"),
    "another department": lambda table: put_value(table, TABLE.at("department"), "另一法院"),
    "a department of two lines": lambda table: put_value(table, TABLE.at("department"), "某某法院" * 40),
    "nothing left": lambda table: replace(table, units=()),
}


def live(table: GoalTable, former: LivePages | None = None) -> LivePages:
    pages_now = live_pages(table, SETUP, former)
    assert pages_now is not None
    return pages_now


def printed(table: GoalTable) -> list[object]:
    """Return the pages as they are printed, without anything known before."""
    layout = lay_out(table, paper_of(page_layout(SETUP), SETUP), Progress(None))
    return list(pages(layout))


def shown(pages_now: LivePages) -> list[object]:
    return [pages_now.page(number) for number in range(1, pages_now.page_count + 1)]


def test_the_pages_are_those_of_the_print() -> None:
    assert shown(live(START)) == printed(START)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_and_after_undo_the_pages_are_those_of_a_fresh_print(edit: Edit) -> None:
    before = live(START)
    after = live(edit(START), before)
    assert shown(after) == printed(edit(START))
    assert live(START, after).starts == before.starts


@given(st.lists(st.sampled_from([edit for name, edit in EDITS.items() if "project" not in name]), max_size=5))
@settings(max_examples=25, deadline=None)
def test_after_many_edits_too(edits: list[Edit]) -> None:
    table, followed = START, live(START)
    for edit in edits:
        if table.units:
            table = edit(table)
        followed = live(table, followed)
    assert shown(followed) == printed(table)


@given(tables(), tables())
@settings(max_examples=20, deadline=None)
def test_a_quite_different_table_does_not_remember_the_former(one: GoalTable, other: GoalTable) -> None:
    assert shown(live(other, live(one))) == printed(other)


def test_rows_that_the_edit_left_alone_are_the_very_same() -> None:
    before = live(START)
    after = live(EDITS["a letter more"](START), before)
    differing = [
        number for number, (old, new) in enumerate(zip(before.extents, after.extents, strict=True)) if old is not new
    ]
    assert differing == [after.row_of(place(7))]


def test_where_too_many_rows_would_have_to_be_laid_out_at_once_it_says_so() -> None:
    before = live(START)
    assert live_pages(START, SETUP, None, AtMost(5, 99)) is None
    assert live_pages(EDITS["a letter more"](START), SETUP, before, AtMost(1, 99)) is not None
    assert live_pages(EDITS["a wider amount"](START), SETUP, before, AtMost(20, 99)) is None


def test_the_page_of_a_row_is_the_one_on_which_it_begins() -> None:
    followed = live(START)
    for number in range(1, followed.page_count + 1):
        for band in followed.page(number).bands[1:]:
            if not band.done:
                assert followed.page_of(band.number) == number


def test_the_row_of_an_indicator_is_its_projects_and_of_nothing_the_sum() -> None:
    followed = live(START)
    assert followed.rows[followed.row_of(replace(place(20), indicator="p20i0"))].place == place(20)
    assert followed.row_of(Place("b")) == 14
    assert followed.row_of(Place("zz")) == 0


@given(st.lists(st.tuples(st.integers(0, 49), st.integers(0, 10**7), st.integers(0, 40)), min_size=1, max_size=4))
@settings(max_examples=15, deadline=None)
def test_sums_far_above_the_edit_are_followed_in_a_table_of_many_pages(edits: list[tuple[int, int, int]]) -> None:
    table = invented_table(50)
    live = live_pages(table, PageSetup())
    places = [Place(unit.id, project.id) for unit in table.units for project in unit.projects]
    for number, cents, sentences in edits:
        place = places[number % len(places)]
        table = put_value(table, place.at("funding.appropriation"), Decimal(cents).scaleb(-2))
        table = put_value(table, place.at("objective"), "逐步完善工作机制。" * sentences)
        live = live_pages(table, PageSetup(), live)
    fresh = live_pages(table, PageSetup())
    assert live is not None
    assert fresh is not None
    assert live.starts == fresh.starts
    assert (live.form, live.extents) == (fresh.form, fresh.extents)


def test_where_too_many_pages_would_have_to_be_filled_at_once_it_says_so() -> None:
    before = live(START)
    longer = EDITS["a row twice as long"](START)
    assert live_pages(longer, SETUP, before, AtMost(20, 1)) is None
    assert live_pages(longer, SETUP, before, AtMost(20, 99)) == live(longer)


def test_a_shape_that_the_last_row_gives_up_makes_the_column_as_narrow_as_before() -> None:
    wide = EDITS["a wider amount"](START)
    followed = live(START, live(wide, live(START)))
    assert followed.form == live(START).form


def test_sums_follow_an_amount_and_its_undo() -> None:
    more = EDITS["an amount"](START)
    followed = live(more, live(START))
    rows = [followed.row_of(each) for each in (TABLE, Place("a"), place(5))]
    assert [followed.laid(row) for row in rows] == [live(more).laid(row) for row in rows]
    assert live(START, followed).laid(0) == live(START).laid(0)


def test_a_row_is_laid_out_when_its_page_is_asked_for_and_once_as_long_as_the_page_is_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = live(START)
    laid: list[str] = []

    def lay_out(row: PrintedRow, form: Form) -> LaidRow:
        laid.append(row.name)
        return laid_row(row, form)

    monkeypatch.setattr("gzgoals.gui.paper.live.laid_row", lay_out)
    page = before.page(2)
    rows = [START.units[0].projects[band.number - 2].name for band in page.bands[1:]]
    assert rows
    assert laid == rows
    assert before.page(2) == page
    assert laid == rows
    after = live(EDITS["the last row"](START), before)
    laid.clear()
    assert after.page(2) == page
    assert laid == []
