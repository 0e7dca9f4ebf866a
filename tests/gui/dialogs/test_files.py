"""Where to save: the suffix that goes with a name."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.gui.dialogs.files import TABLES, ask_open, ask_save


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("/表.gzgoals", "/表.gzgoals"),
        ("/表.JSON", "/表.JSON"),
        ("/表", "/表.gzgoals"),
        ("/绩效2026.1.5", "/绩效2026.1.5.gzgoals"),
    ],
)
def test_a_suffix_is_added_unless_it_is_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, saved: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))
    assert ask_save(parent, Path("/建议.gzgoals"), "另存为", TABLES) == Path(saved)


def test_nothing_chosen_is_none(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    assert ask_save(parent, Path("/建议.gzgoals"), "另存为", TABLES) is None
    assert ask_open(parent, Path("/")) is None
