"""The program put together: what is done about unsaved work when something goes wrong."""

from collections.abc import Iterator
from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from gzgoals.core.files.homes import private_folder
from gzgoals.core.table import Place
from gzgoals.gui import app
from gzgoals.gui.session import Session
from gzgoals.gui.window.keeping import Keeper
from tables_to_check import GOOD, table


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[Keeper]:  # noqa: ARG001
    session = Session(table(GOOD))
    keeper = Keeper(session, lambda: "表")
    session.put("修改", Place("u", "p1", field="name"), "机构")
    yield keeper
    keeper.end()


def windows(keeper: Keeper) -> Any:
    return [SimpleNamespace(safekeeping=SimpleNamespace(keeper=keeper))]


def test_unsaved_work_is_noted_after_an_error(keeper: Keeper) -> None:
    app._save_now(windows(keeper))
    assert len(list(private_folder("recovery").iterdir())) == 1


def test_a_note_that_does_not_come_to_an_end_is_not_waited_for(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "_PATIENCE", 0)
    monkeypatch.setattr(Keeper, "note", lambda _: Future())
    with pytest.raises(TimeoutError):
        app._save_now(windows(keeper))


def test_before_there_is_a_window_there_is_nothing_to_note() -> None:
    app._save_now([])
