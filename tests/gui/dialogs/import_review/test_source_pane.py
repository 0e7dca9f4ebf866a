"""The source beside what was read: the view that fits it, and real pages of a PDF."""

import multiprocessing
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.grids.official import official_rows
from gzgoals.core.exchange.grids.official_draft import official_draft
from gzgoals.core.exchange.pdf.pictures import page_sizes
from gzgoals.core.exchange.pdf.reader import read_pdf_grids
from gzgoals.core.exchange.source import Grid, GridRow, Source, Spot
from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
from gzgoals.gui.dialogs.import_review.origins import thing_at
from gzgoals.gui.dialogs.import_review.source_pane import SourcePane, is_shown
from gzgoals.gui.paper import pdf_bytes
from gzgoals.gui.widgets.source_lines import SourceLines
from gzgoals.gui.widgets.source_pages import SourcePages
from gzgoals.gui.widgets.source_sheets import SourceSheets

SHEET = Grid((GridRow(("甲",), (Spot(sheet="表", row=1),)),), "表")


@pytest.fixture
def printed(draft: Draft) -> Draft:
    """The sample as it is read from a PDF that the program has printed."""
    data = pdf_bytes(draft.table)
    tables = [table for grid in read_pdf_grids(data, "表.pdf") if (table := official_rows(grid))]
    source = Source(pdf=data, page_sizes=page_sizes(data))
    return replace(official_draft(tables, "表.pdf", 2025), source=source)


@pytest.mark.parametrize(
    ("source", "kind"), [(Source(lines=("甲",)), SourceLines), (Source(grids=(SHEET,)), SourceSheets)]
)
def test_each_source_has_its_view(qtbot: QtBot, source: Source, kind: type) -> None:
    pane = SourcePane(source)
    qtbot.addWidget(pane)
    assert isinstance(pane.view, kind)


def test_a_table_of_our_own_has_none() -> None:
    assert not is_shown(Source())


def test_the_pages_of_a_pdf_are_drawn_and_a_projects_box_is_clicked(qtbot: QtBot, printed: Draft) -> None:
    pane = SourcePane(printed.source)
    qtbot.addWidget(pane, before_close_func=SourcePane.end)
    pane.resize(900, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    view = pane.view
    assert isinstance(view, SourcePages)
    project = printed.table.units[0].projects[9]
    spot = printed.origins[project.id][0]
    white = view.grab().toImage().pixelColor(view.rect().center())
    pane.show_spots(printed.origins[project.id])
    assert view.page == spot.page
    qtbot.waitUntil(lambda: any(page == spot.page for page, _ in view._pictures))
    assert view.grab().toImage().pixelColor(view.box_of(spot).center().toPoint()) != white
    picked = QSignalSpy(pane.picked)
    where = view.box_of(spot).topLeft() + QPointF(4, 4)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where.toPoint())
    assert thing_at(printed.origins, picked.at(0)[0]) == project.id


def test_zooming_tells_the_page_and_the_size(qtbot: QtBot, printed: Draft) -> None:
    pane = SourcePane(printed.source)
    qtbot.addWidget(pane, before_close_func=SourcePane.end)
    with qtbot.waitExposed(pane):
        pane.show()
    told = [label for label in pane.findChildren(QLabel) if "页" in label.text()]
    before = told[0].text()
    assert before.startswith(f"第 1 / {len(printed.source.page_sizes)} 页")
    larger = next(button for button in pane.findChildren(QToolButton) if button.accessibleName() == "放大")
    qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert told[0].text() != before


def test_a_page_that_cannot_be_drawn_stays_white(qtbot: QtBot, printed: Draft) -> None:
    pane = SourcePane(printed.source)
    qtbot.addWidget(pane, before_close_func=SourcePane.end)
    view = pane.view
    assert isinstance(view, SourcePages)
    qtbot.waitUntil(lambda: view._draw(10_000, 1.0) == QImage())


@pytest.mark.parametrize("leave", [ReviewDialog.accept, ReviewDialog.reject, ReviewDialog.close])
def test_drawing_ends_with_the_review_and_does_not_begin_again(
    qtbot: QtBot, review: Callable[..., ReviewDialog], printed: Draft, leave: Callable[[ReviewDialog], None]
) -> None:
    before = set(multiprocessing.active_children())
    dialog = review(printed)
    assert dialog.source
    view = dialog.source.view
    assert isinstance(view, SourcePages)
    qtbot.waitUntil(lambda: bool(view.pictured))
    assert set(multiprocessing.active_children()) - before
    leave(dialog)
    assert set(multiprocessing.active_children()) <= before
    assert view._draw(1, 9.0) == QImage()
    assert set(multiprocessing.active_children()) <= before
