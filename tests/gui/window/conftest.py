"""A window to try things in."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gzgoals.core.settings import Settings
from gzgoals.gui.app import application, new_window
from gzgoals.gui.dialogs import reading
from gzgoals.gui.dialogs.messages import Unsaved
from gzgoals.gui.window import file_commands
from gzgoals.gui.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, no dialog tells of a reading's progress."""
    monkeypatch.setattr(reading, "PATIENCE", 60_000)


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """An active window on an empty table, which closes without asking."""
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.DISCARD)
    window = new_window(application(), Settings())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.safekeeping.end()  # where a test has it stay open
    window.deleteLater()
