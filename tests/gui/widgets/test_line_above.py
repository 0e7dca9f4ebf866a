"""A line above a list, whose keys walk through the list."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.widgets.line_above import walk_below

KEYS = Qt.Key


class Asking(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line, self.list = QLineEdit(), QListWidget()
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.list.addItems([f"第 {number} 行" for number in range(100)])
        self.list.setCurrentRow(0)
        walk_below(self.line, self.list)


@pytest.fixture
def asking(qtbot: QtBot) -> Asking:
    asking = Asking()
    qtbot.addWidget(asking)
    with qtbot.waitExposed(asking):
        asking.show()
    asking.line.setFocus()
    return asking


def test_arrows_and_pages_walk_through_the_list_while_the_line_keeps_the_keyboard(asking: Asking, qtbot: QtBot) -> None:
    for key in (KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Up):
        qtbot.keyClick(asking.line, key)
    assert asking.list.currentRow() == 1
    qtbot.keyClick(asking.line, KEYS.Key_PageDown)
    assert asking.list.currentRow() > 2
    qtbot.keyClick(asking.line, KEYS.Key_PageUp)
    assert asking.list.currentRow() == 1
    assert asking.line.hasFocus()


def test_what_is_typed_and_a_key_let_go_stay_with_the_line(asking: Asking, qtbot: QtBot) -> None:
    qtbot.keyClicks(asking.line, "ab")
    qtbot.keyClick(asking.line, KEYS.Key_Left)
    qtbot.keyClicks(asking.line, "c")
    let_go: list[QEvent.Type] = []

    class Listening(QListWidget):
        def keyReleaseEvent(self, event: QKeyEvent) -> None:
            let_go.append(event.type())

    below = Listening(asking)
    walk_below(asking.line, below)
    QApplication.sendEvent(
        asking.line, QKeyEvent(QEvent.Type.KeyRelease, KEYS.Key_Down, Qt.KeyboardModifier.NoModifier)
    )
    assert (asking.line.text(), asking.list.currentRow(), let_go) == ("acb", 0, [])
