"""Rows of a form are parted into pages: every line once and in order, merged cells over exactly their rows."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.paper.fonts import paper_fonts
from gzgoals.gui.paper.form_pages import form_pages
from gzgoals.gui.paper.forms import Form, FormCell, FormPage, FormRow, Shown, all_rules
from gzgoals.gui.paper.layout import Face
from gzgoals.gui.paper.pages import foot_top
from gzgoals.gui.paper.setup import UNITS_PER_POINT, page_layout, sheet_of

pytestmark = pytest.mark.usefixtures("qapp")
EDGES = (1000, 3000, 5000, 9000)
TITLE = ("申报表", "（2026 年度）")


def face() -> Face:
    setup = PageSetup(orientation="portrait")
    return Face(sheet_of(page_layout(setup), setup), paper_fonts(round(setup.type_size * UNITS_PER_POINT)))


def cell(name: str, count: int, column: int, down: int = 1) -> FormCell:
    lines = tuple(f"{name}{line}" for line in range(count))
    return FormCell(lines, EDGES[column], EDGES[column + 1], down)


def fact(number: int, lines: int) -> FormRow:
    """Return a row with a label, which may be parted."""
    label = cell("签", 1, 0)._replace(again=("签（续）",))
    return FormRow((label, FormCell(cell(f"文{number}-", lines, 0).lines, EDGES[1], EDGES[3])))


def group(number: int, label: int, heights: list[int]) -> Iterator[FormRow]:
    """Yield the rows of a group, the first of which has a cell over all of them."""
    for place, lines in enumerate(heights):
        tall = [cell(f"组{number}-", label, 0, len(heights))] if not place else []
        yield FormRow((*tall, cell(f"名{number}-{place}-", lines, 1), cell(f"值{number}-{place}-", 1, 2)))


HEAD = FormRow((cell("甲", 1, 0), cell("乙", 1, 1), cell("丙", 1, 2)), heads=True)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    facts = [fact(n, lines) for n, lines in enumerate(draw(st.lists(st.integers(0, 130), max_size=4)))]
    groups = draw(
        st.lists(st.tuples(st.integers(1, 40), st.lists(st.integers(0, 70), min_size=1, max_size=8)), max_size=6)
    )
    below = [row for n, (label, heights) in enumerate(groups) for row in group(n, label, heights)]
    signatures = draw(st.sampled_from([(), ("填报人：",)]))
    return Form((*facts, HEAD, *below), TITLE, signatures)


def shown_cells(pages: list[FormPage]) -> list[Shown]:
    return [shown for page in pages for shown in page.cells]


@given(forms())
def test_every_line_of_every_cell_appears_once_and_in_order(form: Form) -> None:
    pages = list(form_pages(form, face()))
    for number, row in enumerate(form.rows):
        if row.heads:
            continue
        for each in row.cells:
            here = [s for s in shown_cells(pages) if s.row == number and s.cell.left == each.left]
            lines = [line for shown in here for line in shown.cell.lines]
            if each.again:
                assert lines[:1] == list(each.lines)
                assert all(shown.cell.lines == each.again for shown in here[1:])
            elif any(shown.cell.down > 1 for shown in here):
                assert all(shown.cell.lines == each.lines for shown in here)
            else:
                assert lines == list(each.lines)


@given(forms())
def test_nothing_stands_over_the_pages_end_and_lines_fit_their_cells(form: Form) -> None:
    paper = face()
    for page in form_pages(form, paper):
        for shown in page.cells:
            assert paper.sheet.top <= shown.top < shown.bottom < foot_top(paper)
            assert len(shown.cell.lines) * paper.pitch < shown.bottom - shown.top
        if page.signed:
            assert page.end + 3 * paper.pitch < foot_top(paper)


@given(forms())
def test_merged_cells_cover_exactly_their_rows_on_each_page(form: Form) -> None:
    for page in form_pages(form, face()):
        for tall in (shown for shown in page.cells if shown.cell.down > 1):
            inside = [s for s in page.cells if s.cell.down == 1 and tall.row <= s.row < tall.row + tall.cell.down]
            beside = [s for s in inside if s.cell.left > tall.cell.left]
            assert (tall.top, tall.bottom) == (min(s.top for s in beside), max(s.bottom for s in beside))


@given(forms())
def test_the_cells_of_a_page_leave_no_gap_and_never_overlap(form: Form) -> None:
    for page in form_pages(form, face()):
        cells = page.cells
        if cells:
            area = sum((s.cell.right - s.cell.left) * (s.bottom - s.top) for s in cells)
            whole = (EDGES[-1] - EDGES[0]) * (page.end - min(s.top for s in cells))
            assert area == whole


@given(forms())
def test_only_the_first_page_begins_and_only_the_last_one_is_signed(form: Form) -> None:
    pages = list(form_pages(form, face()))
    assert [page.begins for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [page.signed for page in pages] == [False] * (len(pages) - 1) + [bool(form.signatures)]


@given(forms())
def test_pages_with_groups_begin_with_the_head(form: Form) -> None:
    head = next(number for number, row in enumerate(form.rows) if row.heads)
    for page in form_pages(form, face()):
        below = [shown for shown in page.cells if shown.row > head]
        heads = [shown for shown in page.cells if shown.cell in HEAD.cells]
        assert len(heads) == len(HEAD.cells) or not below


def test_a_row_below_the_head_that_fits_on_a_page_is_not_parted() -> None:
    form = Form((fact(0, 30), HEAD, *group(0, 1, [10, 10, 10])), TITLE)
    pages = list(form_pages(form, face()))
    assert len(pages) == 2
    assert all(shown.whole for shown in shown_cells(pages))


def test_rules_that_touch_are_one() -> None:
    (page,) = form_pages(Form((HEAD, *group(0, 1, [1, 1])), TITLE), face())
    rules = all_rules(page)
    assert len([rule for rule in rules if rule[0] == rule[2]]) == len(EDGES)
    assert sorted((x1, x2) for x1, y1, x2, y2 in rules if y1 == y2) == [(1000, 9000)] * 3 + [(3000, 9000)]
