"""The columns fit the amounts, and the text shares the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.columns import fitted
from gzgoals.gui.paper.kinds import CHECK, COMPARISON, INDICATORS, OFFICIAL, TableKind
from gzgoals.gui.paper.layout import form_of
from gzgoals.gui.paper.rows import PrintedRow
from gzgoals.gui.paper.setup import Sheet, page_layout, sheet_of

pytestmark = pytest.mark.usefixtures("qapp")
A4 = Sheet(left=794, top=794, right=16046, bottom=11106)
NUMBERS = st.decimals(-(10**12), 10**12, places=2).map("{:,f}".format)


def row(*amounts: str) -> PrintedRow:
    first, second, third, fourth = (*amounts, "", "", "", "")[:4]
    return PrintedRow("项目", (first, second, third, fourth))


def narrow_sheet() -> Sheet:
    setup = PageSetup(orientation="portrait")
    return sheet_of(page_layout(setup), setup)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=5))
def test_no_amount_is_wider_than_its_column(amounts: list[tuple[str, str, str, str]]) -> None:
    fonts, columns = fitted([PrintedRow("", four) for four in amounts], A4, PageSetup())
    metrics = QFontMetricsF(fonts.text)
    for four in amounts:
        for amount, place in zip(four, OFFICIAL.amounts, strict=True):
            assert metrics.horizontalAdvance(amount) <= columns[place].inner_width


def test_the_columns_fill_the_sheet_side_by_side() -> None:
    _, columns = fitted([row("1.00")], A4, PageSetup())
    edges = [A4.left, *(column.right for column in columns)]
    assert [column.left for column in columns] == edges[:-1]
    assert edges[-1] == A4.right


def test_nine_digits_keep_the_chosen_type_size_on_a_landscape_page() -> None:
    fonts, _ = fitted([row("999,999,999.99", "999,999,999.99")], A4, PageSetup())
    assert fonts.size == 210


def test_the_type_becomes_smaller_where_amounts_would_crowd_out_the_text() -> None:
    huge = "999,999,999,999.99"
    fonts, columns = fitted([row(huge, huge, huge, huge)], narrow_sheet(), PageSetup())
    assert fonts.size < 210
    assert columns[6].inner_width > 10 * fonts.size


@pytest.mark.parametrize("amount", ["1" * 500, "9" * 40])
def test_even_absurd_amounts_leave_room_for_the_text(amount: str) -> None:
    setup = PageSetup(orientation="portrait", side_margin=60)
    fonts, columns = fitted([row(amount, amount, amount, amount)], sheet_of(page_layout(setup), setup), PageSetup())
    assert min(column.inner_width for column in columns) > 3 * fonts.size


def test_a_long_draft_does_not_widen_its_column() -> None:
    _, usual = fitted([row("", "待财政部门核")], A4, PageSetup())
    _, columns = fitted([row("", "待财政部门核定后再行补充填列的一段草稿")], A4, PageSetup())
    assert columns == usual


KINDS = {"table": OFFICIAL, "comparison": COMPARISON, "check": CHECK, "indicators": INDICATORS}
SHEETS = {
    f"{size} {orientation}": PageSetup(size=size, orientation=orientation)
    for size in ("A4", "A3")
    for orientation in ("landscape", "portrait")
}


@pytest.mark.parametrize("setup", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_titles_of_text_columns_and_what_these_hold_stand_unbroken(kind: TableKind, setup: PageSetup) -> None:
    sheet = sheet_of(page_layout(setup), setup)
    fonts, columns = fitted([], sheet, setup, kind)
    header = form_of("", sheet, columns, fonts, kind).header
    texts = [place for place, column in enumerate(kind.columns) if column.share]
    assert [header.cells[place] for place in texts] == [tuple(kind.titles[place].split("\n")) for place in texts]
    metrics = QFontMetricsF(fonts.text)
    for place in texts:
        assert metrics.horizontalAdvance(kind.columns[place].fits) <= columns[place].inner_width


@given(
    st.sampled_from(list(KINDS.values())),
    st.integers(6_000, 24_000),
    st.integers(5, 24),
    st.lists(st.integers(10, 900), min_size=7, max_size=7),
    st.booleans(),
)
def test_on_any_sheet_every_column_has_room(
    kind: TableKind, width: int, type_size: int, widths: list[int], chosen: bool
) -> None:
    setup = PageSetup(type_size=type_size, widths=tuple(widths) if chosen else ())
    sheet = Sheet(left=0, top=0, right=width, bottom=9000)
    _, columns = fitted([], sheet, setup, kind)
    assert (columns[0].left, columns[-1].right) == (0, width)
    assert all(column.inner_width > 0 for column in columns)
