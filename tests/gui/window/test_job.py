"""A large table read beside the window: its progress, its end, and silence once it is cancelled."""

import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from evidence.invented import invented_table
from gzgoals.core.files import table_bytes, write_table
from gzgoals.gui.window import file_commands
from gzgoals.gui.window.file_commands import table_job
from gzgoals.gui.window.job import Job, Note
from gzgoals.gui.window.main_window import MainWindow


def test_the_table_comes_as_it_was_written(qtbot: QtBot) -> None:
    table = invented_table(60)
    job = table_job(table_bytes(table), "甲.gzgoals")
    with qtbot.waitSignal(job.finished) as finished:
        pass
    assert finished.args is not None
    assert finished.args[0].table == table


def test_a_file_that_is_none_is_refused_in_words(qtbot: QtBot) -> None:
    job = table_job(b"{", "甲.gzgoals")
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert failed.args is not None
    assert "甲.gzgoals" in failed.args[0]


def test_after_cancelling_the_work_ends_and_nothing_is_said(qtbot: QtBot) -> None:
    begun, over = threading.Event(), threading.Event()

    def work(note: Note) -> None:
        try:
            while True:
                note(1, 2)
                begun.set()
        finally:
            over.set()

    job = Job(work, "")
    heard = [QSignalSpy(signal) for signal in (job.finished, job.failed)]
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    qtbot.waitUntil(over.is_set)
    assert [spy.count() for spy in heard] == [0, 0]


def test_a_job_that_is_over_is_freed_with_all_it_worked_on(qtbot: QtBot) -> None:
    job = table_job(table_bytes(invented_table(3)), "甲.gzgoals")
    with qtbot.waitSignal(job.finished):
        pass
    known = weakref.ref(job)
    del job
    assert known() is None


def test_a_large_file_is_opened_beside_the_window(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_commands, "LARGE_FILE", 10)
    table = invented_table(20)
    write_table(tmp_path / "甲.gzgoals", table)
    assert window.files.open_path(tmp_path / "甲.gzgoals")
    assert window.session.table == table
    assert window.session.path == tmp_path / "甲.gzgoals"
