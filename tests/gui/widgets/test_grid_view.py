"""The indicator grid's view by itself: which cells are selected, and how high its rows are."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column, RowsModel
from gzgoals.gui.widgets import grid_view
from gzgoals.gui.widgets.grid_view import GridView, rectangles


@dataclass(frozen=True)
class Thing:
    key: str
    name: str = "名"


COLUMNS = tuple(Column[Thing](key, key, lambda row: Cell(row.name)) for key in "abcd")
LONG = "一个很长的指标名称" * 20


def things(count: int, **names: str) -> tuple[Thing, ...]:
    return tuple(Thing(f"t{number}", names.get(f"t{number}", "名")) for number in range(count))


@pytest.fixture
def view(qtbot: QtBot) -> GridView:
    view = GridView(("",) * len(COLUMNS))
    qtbot.addWidget(view)
    view.setModel(RowsModel(COLUMNS, parent=view))
    view.resize(400, 300)
    with qtbot.waitExposed(view):
        view.show()
    return view


def show(view: GridView, rows: tuple[Thing, ...]) -> None:
    model = view.model()
    assert isinstance(model, RowsModel)
    model.set_rows(rows)
    QApplication.processEvents()


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 5))))
def test_rectangles_hold_just_the_cells_that_they_are_made_of(cells: set[tuple[int, int]]) -> None:
    held = [
        (row, column)
        for top, bottom, left, right in rectangles(cells)
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    ]
    assert sorted(held) == sorted(cells)


def test_a_block_of_cells_is_one_rectangle() -> None:
    assert list(rectangles([(row, column) for row in range(3, 9) for column in (1, 2)])) == [(3, 8, 1, 2)]


def test_what_is_selected_is_told_by_rows_and_cells_else_what_is_current(view: GridView) -> None:
    show(view, things(5))
    assert (view.selected_cells(), view.selected_rows()) == (set(), [])
    view.select_cells([(3, 1), (1, 1), (1, 2)])
    assert (view.selected_cells(), view.selected_rows()) == ({(1, 1), (1, 2), (3, 1)}, [1, 3])
    assert view.currentIndex() == view.model().index(1, 1)
    view.clearSelection()
    assert (view.selected_cells(), view.selected_rows()) == ({(1, 1)}, [1])


def test_of_very_many_rows_those_that_are_seen_are_as_high_as_their_texts(
    view: GridView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid_view, "_MANY", 50)
    show(view, things(50, t1=LONG, t40=LONG))
    usual, long = view.rowHeight(0), view.rowHeight(1)
    assert view.rowHeight(40) == long > usual
    show(view, things(60, t1=LONG, t3=LONG, t55=LONG))
    assert (view.rowHeight(0), view.rowHeight(3)) == (usual, long)
    assert view.rowHeight(55) < long
    view.scrollToBottom()
    assert view.rowHeight(55) == long
    show(view, things(20, t3=LONG, t15=LONG))
    assert (view.rowHeight(1), view.rowHeight(3), view.rowHeight(15)) == (usual, long, long)
