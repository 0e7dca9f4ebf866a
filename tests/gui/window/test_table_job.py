"""A large table read beside the window: its progress, its end, and silence once it is cancelled."""

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from evidence.invented import invented_table
from gzgoals.core.files import table_bytes, write_table
from gzgoals.gui.window import file_commands
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.table_job import TableJob


def test_the_table_comes_as_it_was_written(qtbot: QtBot) -> None:
    table = invented_table(60)
    job = TableJob(table_bytes(table), "甲.gzgoals")
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args is not None
    assert finished.args[0].table == table


def test_a_file_that_is_none_is_refused_in_words(qtbot: QtBot) -> None:
    job = TableJob(b"{", "甲.gzgoals")
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert failed.args is not None
    assert "甲.gzgoals" in failed.args[0]


def test_after_cancelling_nothing_is_said(qtbot: QtBot) -> None:
    job = TableJob(table_bytes(invented_table(60)), "甲.gzgoals")
    heard = [QSignalSpy(signal) for signal in (job.progressed, job.finished, job.failed)]
    job.cancel()
    qtbot.waitUntil(lambda: job._background._running is None)
    assert [spy.count() for spy in heard] == [0, 0, 0]


def test_a_large_file_is_opened_beside_the_window(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "LARGE_FILE", 10)
    table = invented_table(20)
    write_table(tmp_path / "甲.gzgoals", table)
    assert window.files.open_path(tmp_path / "甲.gzgoals")
    assert window.session.table == table
    assert window.session.path == tmp_path / "甲.gzgoals"
