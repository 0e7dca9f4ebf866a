"""Whatever a table says is shown to the letter: nothing of it is markup, a link, a mnemonic or a place to write."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QMessageBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.exchange import Doubt, Draft
from gzgoals.core.exchange.source import Grid, GridRow, Source, Spot
from gzgoals.core.files import write_table
from gzgoals.core.table import LastYear, Place
from gzgoals.core.visible import BIDI
from gzgoals.core.years import merge_plan
from gzgoals.gui.dialogs.compare import CompareDialog
from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
from gzgoals.gui.dialogs.import_review.state import ReviewState
from gzgoals.gui.dialogs.merge import MergeDialog
from gzgoals.gui.dialogs.messages import _box
from gzgoals.gui.dialogs.roll import RollDialog
from gzgoals.gui.window.main_window import MainWindow
from hostile_texts import TEXTS, table_of_texts
from table_content import content

TIP = re.compile(r'<p style="white-space: pre-wrap">[^<]*</p>')
NAME = "甲&乙[*]<b>丙\u202e丁.gzgoals"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole)


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> MainWindow:
    table = table_of_texts()
    before = replace(table, units=tuple(replace(unit, name=unit.name + "旧") for unit in table.units))
    path = tmp_path / NAME
    write_table(path, replace(table, last_year=LastYear(year=2025, units=before.units[:2])))
    assert window.files.open_path(path)
    return window


def shown_in(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[tuple[int, str]]:
    """Yield everything that a model says by the roles that show text."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from ((role, str(index.data(role))) for role in ROLES if index.data(role))
        yield from shown_in(model, model.index(row, 0, parent))


def is_more(text: str) -> bool:
    """Tell whether Qt takes a text for markup that is not our own around a tooltip."""
    return QtGui.Qt.mightBeRichText(text) and not TIP.fullmatch(text)


def wrong_with(widget: QWidget) -> Iterator[str]:
    """Yield what a widget would take for more than text."""
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and is_more(widget.text()):
        yield f"label {widget.text()}"
    if isinstance(widget, QTextEdit) and widget.acceptRichText():
        yield "an editor that takes rich text"
    yield from (f"tip {tip}" for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()) if is_more(tip))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        shown = list(shown_in(widget.model()))
        yield from (f"tip {text}" for role, text in shown if role != Qt.ItemDataRole.DisplayRole and is_more(text))
        yield from (f"cell {text!r}" for _, text in shown if set(text) & {*BIDI, "\x1b"})


def taken_for_more() -> list[str]:
    """Return what is on any screen and would be taken for more than text."""
    return [wrong for widget in QApplication.allWidgets() for wrong in wrong_with(widget)]


def test_no_part_of_the_window_takes_a_tables_text_for_more(opened: MainWindow) -> None:
    opened.show_comparison()
    for unit in opened.session.table.units:
        for project in unit.projects:
            opened.session.show(Place(unit.id, project.id))
            QApplication.processEvents()
            assert taken_for_more() == []
    assert len(list(shown_in(opened.tree.view.model()))) > len(TEXTS)


def test_no_dialog_does(opened: MainWindow, qtbot: QtBot) -> None:
    table = opened.session.table
    comparison = opened.session.comparison
    assert comparison is not None
    changed = replace(table, units=tuple(replace(u, projects=u.projects[::-1]) for u in table.units))
    plan = merge_plan([table, changed], [NAME, TEXTS[0]])
    for dialog in (
        RollDialog(table, opened),
        CompareDialog(comparison, opened, lambda *_: None),
        MergeDialog(plan, list(TEXTS), opened),
        _box(opened, QMessageBox.Icon.Warning, TEXTS[0], TEXTS[1]),
    ):
        qtbot.addWidget(dialog)
        assert taken_for_more() == []


@pytest.mark.parametrize(
    "source",
    [Source(lines=TEXTS), Source(grids=(Grid(tuple(GridRow((t, t), (Spot(row=1),)) for t in TEXTS), TEXTS[0]),))],
)
def test_no_review_of_an_import_does(opened: MainWindow, qtbot: QtBot, source: Source) -> None:
    doubts = tuple(Doubt(Spot(line=1), Place(), f"“{text}”视为单位", f"因“{text}”") for text in TEXTS)
    draft = Draft(table_of_texts(), doubts, {"p1": (Spot(line=2),)}, source)
    dialog = ReviewDialog(ReviewState(draft, opened.session.table), NAME, TEXTS[0], opened)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert taken_for_more() == []


def test_the_title_the_status_and_the_menu_name_the_file_to_the_letter(opened: MainWindow) -> None:
    shown = NAME.replace("\u202e", "□")
    assert opened.windowTitle().startswith(shown.replace("[*]", "[*][*]"))
    status = [label.text() for label in opened.statusBar().findChildren(QLabel)]
    assert shown in status
    opened._recent.aboutToShow.emit()
    assert shown.replace("&", "&&") in opened._recent.actions()[0].text()


def test_undoing_an_import_names_the_file_without_a_mnemonic(opened: MainWindow) -> None:
    opened.session.apply("导入“甲&乙”", lambda table: replace(table, department="丙"), Place())
    assert opened.actions_by_key["undo"].text() == "撤销导入“甲&&乙”"


def test_what_is_shown_with_a_mark_is_kept_as_it_was(opened: MainWindow, tmp_path: Path) -> None:
    opened.session.save(tmp_path / "乙.gzgoals")
    opened.files.open_path(tmp_path / "乙.gzgoals")
    assert content(replace(opened.session.table, last_year=None)) == content(table_of_texts())
    assert [button for button in opened.findChildren(QAbstractButton) if "\u202e" in button.text()] == []
