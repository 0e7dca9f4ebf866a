"""页面设置: what is chosen is what comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.page_setup import PageSetup
from gzgoals.gui.dialogs.page_setup import PageSetupDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot) -> PageSetupDialog:
    dialog = PageSetupDialog(PageSetup(), window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


@pytest.mark.parametrize("name", ["header_repeated", "together", "numbered", "dated", "signed", "draft_mark"])
def test_a_tick_is_part_of_the_setup(dialog: PageSetupDialog, qtbot: QtBot, name: str) -> None:
    before = getattr(dialog.setup, name)
    qtbot.keyClick(dialog.ticks[name], Qt.Key.Key_Space)
    assert dialog.setup == PageSetup().replaced(**{name: not before})


def test_numbers_are_typed(dialog: PageSetupDialog, qtbot: QtBot) -> None:
    dialog.type_size.selectAll()
    qtbot.keyClicks(dialog.type_size, "12.5")
    dialog.side_margin.selectAll()
    qtbot.keyClicks(dialog.side_margin, "20")
    assert (dialog.setup.type_size, dialog.setup.side_margin) == (12.5, 20)


def test_columns_are_as_wide_as_is_said_once_they_are_not_automatic(dialog: PageSetupDialog, qtbot: QtBot) -> None:
    assert not dialog.widths[0].isEnabled()
    qtbot.keyClick(dialog.automatic, Qt.Key.Key_Space)
    dialog.widths[0].selectAll()
    qtbot.keyClicks(dialog.widths[0], "220")
    assert dialog.setup.widths[0] == 220
    assert len(dialog.setup.widths) == 7
    qtbot.keyClick(dialog.automatic, Qt.Key.Key_Space)
    assert not dialog.setup.widths


def test_a_font_that_is_missing_is_told_and_kept(window: QWidget) -> None:
    dialog = PageSetupDialog(PageSetup(font="没有的字体"), window)
    assert dialog.font_field.value() == "没有的字体"
    assert "没有的字体" in dialog.told.text()


def test_all_is_as_at_first_again(dialog: PageSetupDialog, qtbot: QtBot) -> None:
    dialog.choose(size="A3", signed=True, widths=(100, 100, 100, 100, 100, 200, 300))
    qtbot.mouseClick(dialog.usual, Qt.MouseButton.LeftButton)
    assert dialog.setup == PageSetup()
    assert dialog.size_field.value() == "A4"
