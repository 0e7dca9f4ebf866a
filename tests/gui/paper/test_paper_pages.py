"""Rows are parted into pages: every line once and in order, none over the page's end."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.columns import fitted
from gzgoals.gui.paper.kinds import SIGNED
from gzgoals.gui.paper.layout import LaidRow, Layout, form_of
from gzgoals.gui.paper.pages import Band, Page, foot_top, pages
from gzgoals.gui.paper.placing import placed_lines, placed_rules
from gzgoals.gui.paper.setup import page_layout, sheet_of

pytestmark = pytest.mark.usefixtures("qapp")


def row(name: int = 1, objective: int = 0, indicators: int = 1, *, leads: bool = False) -> LaidRow:
    """Return a row whose cells have so many lines, each with a text of its own."""

    def lines(cell: str, count: int) -> tuple[str, ...]:
        return tuple(f"{cell}{line}" for line in range(count))

    amount = ("1.00",)
    return LaidRow(
        (lines("名", name), amount, amount, (), (), lines("目", objective), lines("标", indicators)), 0, leads
    )


def layout_of(*rows: LaidRow) -> Layout:
    setup = PageSetup()
    sheet = sheet_of(page_layout(setup), setup)
    fonts, columns = fitted([], sheet, setup)
    return Layout(form_of("部门名称：甲", sheet, columns, fonts), rows)


def parted(*rows: LaidRow) -> list[Page]:
    return list(pages(layout_of(*rows)))


def room_of_page(number: int) -> int:
    """Return the lines that a row on this page may have."""
    return parted(row(indicators=500))[number - 1].bands[1].row.height


def pieces(page: Page) -> tuple[Band, ...]:
    return page.bands[1:]


ROWS = st.lists(
    st.builds(row, st.integers(0, 60), st.integers(0, 90), st.integers(0, 130), leads=st.booleans()), max_size=12
)


@given(ROWS)
def test_every_line_of_every_cell_appears_once_and_in_order(rows: list[LaidRow]) -> None:
    shown: list[list[str]] = [[] for _ in range(7)]
    for page in parted(*rows):
        for band in pieces(page):
            for cell, lines in zip(shown, band.row.cells, strict=True):
                cell.extend(lines)
    assert shown == [[line for laid in rows for line in laid.cells[place]] for place in range(7)]


@given(ROWS)
def test_no_band_and_no_line_overlaps_the_page_number(rows: list[LaidRow]) -> None:
    layout = layout_of(*rows)
    for page in pages(layout):
        last = page.bands[-1]
        assert last.top + last.height < foot_top(layout.form)
        *lines, foot = placed_lines(page, layout.form, 1)
        assert max(line.baseline for line in lines) < foot.baseline <= layout.form.sheet.bottom


@given(ROWS)
def test_the_bands_of_a_page_adjoin_and_begin_with_the_header(rows: list[LaidRow]) -> None:
    layout = layout_of(*rows)
    for page in pages(layout):
        assert page.bands[0].row is layout.form.header
        for above, below in zip(page.bands, page.bands[1:], strict=False):
            assert below.top == above.top + above.height


@given(ROWS)
def test_lines_of_a_cell_never_leave_their_band(rows: list[LaidRow]) -> None:
    layout = layout_of(*rows)
    for page in pages(layout):
        for band in page.bands:
            alone = replace(page, number=2, bands=(band,))
            *lines, _foot = placed_lines(alone, layout.form, 1)
            assert all(band.top < line.baseline < band.top + band.height for line in lines)


@given(ROWS)
def test_a_broken_row_has_three_lines_or_more_on_either_side(rows: list[LaidRow]) -> None:
    broken = [band for page in parted(*rows) for band in pieces(page) if not band.whole]
    assert all(band.row.height >= 3 for band in broken)


@given(ROWS)
def test_every_page_has_a_row_of_its_own_and_its_number(rows: list[LaidRow]) -> None:
    parts = parted(*rows)
    assert [page.number for page in parts] == list(range(1, len(parts) + 1))
    assert all(pieces(page) for page in parts) or not rows


def test_a_row_that_fits_is_not_broken() -> None:
    first, second = parted(row(indicators=room_of_page(1)), row(indicators=room_of_page(2)))
    assert [band.whole for band in (*pieces(first), *pieces(second))] == [True, True]


def test_a_row_that_does_not_fit_is_broken_where_the_page_ends() -> None:
    first, second = parted(row(indicators=10), row(indicators=25))
    assert [band.whole for band in (*pieces(first), *pieces(second))] == [True, False, False]
    assert second.bands[1].row.cells[6][-1] == "标24"


def test_a_continued_row_leaves_name_and_amounts_blank() -> None:
    _, second = parted(row(name=4, indicators=50))
    assert second.bands[1].row.cells[:5] == ((), (), (), (), ())


def test_a_row_too_short_to_break_begins_the_next_page() -> None:
    first, second = parted(row(indicators=room_of_page(1) - 4), row(indicators=5))
    assert (len(pieces(first)), pieces(second)[0].row.height) == (1, 5)


def test_a_name_is_not_parted_where_the_row_breaks() -> None:
    first, second = parted(row(indicators=room_of_page(1) - 6), row(name=7, indicators=20))
    assert (len(pieces(first)), len(pieces(second)[0].row.cells[0])) == (1, 7)


def test_a_very_long_name_is_parted_rather_than_leaving_a_page_empty() -> None:
    first, second = parted(row(), row(name=40))
    assert pieces(first)[1].row.cells[0] + pieces(second)[0].row.cells[0] == row(name=40).cells[0]


def test_a_unit_does_not_stand_last_on_a_page() -> None:
    room = len([band for page in parted(*[row()] * 40)[:1] for band in pieces(page)])
    first, second = parted(*[row()] * (room - 1), row(leads=True), row())
    assert (len(pieces(first)), pieces(second)[0].row.leads) == (room - 1, True)


def test_only_the_first_page_has_title_and_caption() -> None:
    layout = layout_of(*[row(indicators=30)] * 3)
    texts = [[line.text for line in placed_lines(page, layout.form, 4)] for page in pages(layout)]
    assert ["项目支出绩效目标表（含转移支付项目）" in page for page in texts] == [True, *[False] * (len(texts) - 1)]
    assert ["部门名称：甲" in page for page in texts] == [True, *[False] * (len(texts) - 1)]


def test_short_cells_of_a_whole_row_stand_in_its_middle() -> None:
    layout = layout_of(row(name=1, indicators=3))
    page = next(pages(layout))
    baselines = {line.text: line.baseline for line in placed_lines(page, layout.form, 1)}
    assert baselines["名0"] == baselines["标1"]


def test_the_cells_of_a_broken_row_are_set_from_the_top() -> None:
    layout = layout_of(row(name=1, indicators=50))
    page = next(pages(layout))
    baselines = {line.text: line.baseline for line in placed_lines(page, layout.form, 1)}
    assert baselines["名0"] == baselines["标0"]


def test_a_rule_closes_the_table_at_the_foot_of_each_page() -> None:
    layout = layout_of(row(indicators=50))
    for page in pages(layout):
        rules = list(placed_rules(page, layout.form))
        lowest = max(rule.y2 for rule in rules)
        assert {rule.y2 for rule in rules if rule.x1 == rule.x2} == {lowest}
        assert [rule for rule in rules if rule.y1 == rule.y2 == lowest]


def set_up(layout: Layout, *, together: bool, repeated: bool, signed: bool) -> Layout:
    kind = SIGNED if signed else layout.form.kind
    return replace(layout, form=replace(layout.form, kind=kind, together=together, repeated=repeated))


@settings(deadline=None)
@given(ROWS, st.booleans(), st.booleans(), st.booleans())
def test_however_pages_are_set_up_every_line_appears_once(
    rows: list[LaidRow], together: bool, repeated: bool, signed: bool
) -> None:
    layout = set_up(layout_of(*rows), together=together, repeated=repeated, signed=signed)
    every_page = list(pages(layout))
    lines: list[list[str]] = [[] for _ in rows]
    for page in every_page:
        for band in page.bands:
            if band.number >= 0:
                lines[band.number] += band.row.cells[-1]
        assert all(band.top + band.height <= foot_top(layout.form) for band in page.bands)
    assert lines == [list(row.cells[-1]) for row in rows]
    assert [page.closes for page in every_page] == [*[False] * (len(every_page) - 1), signed]


@settings(deadline=None)
@given(ROWS, st.booleans())
def test_together_only_rows_that_no_page_could_hold_are_parted(rows: list[LaidRow], signed: bool) -> None:
    layout = set_up(layout_of(*rows), together=True, repeated=True, signed=signed)
    first, others = (room_of_page(number) - (3 if signed else 0) for number in (1, 2))
    parted_rows = {band.number for page in pages(layout) for band in page.bands[1:] if not band.whole}
    assert all(rows[number].height > (others if number else min(first, others)) for number in parted_rows)


def test_a_header_that_is_not_repeated_stands_on_the_first_page_alone() -> None:
    layout = set_up(layout_of(*[row(indicators=30)] * 5), together=False, repeated=False, signed=False)
    first, *others = pages(layout)
    assert first.bands[0].row is layout.form.header
    assert others
    assert all(band.row is not layout.form.header for page in others for band in page.bands)
