"""Pasting much: what takes long is done beside the window, and can be given up."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from gzgoals.core.table import GoalTable
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.window import clipboard_commands, clipboard_data
from gzgoals.gui.window.main_window import MainWindow
from hands import go_to_cell
from small_table import SMALL

KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
COUNT = 1200
ROW = ("产出指标", "质量指标", "完好率{}", "≥", "95", "%", "≥", "95", "%")


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(SMALL)


def put_rows(*, as_page: bool) -> None:
    rows = [[text.format(number) for text in ROW] for number in range(COUNT)]
    data = QMimeData()
    data.setText("\n".join(map("\t".join, rows)))
    if as_page:
        cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
        data.setHtml(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    clipboard_data.put(data)


def names(table: GoalTable) -> list[str]:
    return [indicator.name for indicator in table.units[0].projects[0].indicators]


@pytest.mark.parametrize("as_page", [True, False])
def test_many_rows_are_pasted_and_selected_as_one_step(window: MainWindow, qtbot: QtBot, as_page: bool) -> None:
    before = names(SMALL)
    put_rows(as_page=as_page)
    qtbot.keyClick(go_to_cell(window, NEW, "first"), KEYS.Key_V, CTRL)
    assert names(window.session.table) == [*before, *(f"完好率{number}" for number in range(COUNT))]
    assert window.statusBar().currentMessage() == f"粘贴了 {COUNT} 行；其中新增 {COUNT} 项指标。"
    assert window.form.grid.view.selectionModel().selection().count() == 1
    assert len(window.form.grid.current()) == COUNT
    window.undo()
    assert window.session.table is SMALL


@pytest.mark.parametrize("as_page", [True, False])
def test_pasting_that_is_given_up_changes_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, as_page: bool
) -> None:
    monkeypatch.setattr(clipboard_commands, "awaited", lambda *_: None)
    put_rows(as_page=as_page)
    qtbot.keyClick(go_to_cell(window, NEW, "first"), KEYS.Key_V, CTRL)
    assert window.session.table is SMALL
    assert window.statusBar().currentMessage() == "没有粘贴，内容保持原样。"


def test_more_than_can_be_pasted_is_told(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(clipboard_commands, "tell", lambda _parent, text: told.append(text))
    data = QMimeData()
    data.setText("甲\n" * 100_001)
    clipboard_data.put(data)
    qtbot.keyClick(go_to_cell(window, NEW, "first"), KEYS.Key_V, CTRL)
    assert told == ["剪贴板中的表格超过 10,000 行或 300 列，没有粘贴。请分几次复制。"]
    assert window.session.table is SMALL
