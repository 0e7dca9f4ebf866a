"""A reading followed by the window: it tells the progress and the end, and is silent once it is cancelled."""

import multiprocessing

from pytestqt.qtbot import QtBot

import reading_works
from gzgoals.core.table import GoalTable
from gzgoals.core.worker import Reading
from gzgoals.gui.window.reading_job import ReadingJob


def test_the_end_comes_after_the_progress(qtbot: QtBot) -> None:
    job = ReadingJob(Reading(b"ab", "甲", 2026, reading_works.count_pages))
    told: list[object] = []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(job.finished, timeout=20_000) as finished:
        pass
    assert told == [(1, 2), (2, 2)]
    assert finished.args is not None
    assert finished.args[0].table == GoalTable(year=2026, department="ab")


def test_a_refusal_is_told_in_its_own_words(qtbot: QtBot) -> None:
    job = ReadingJob(Reading(b"", "甲.pdf", None, reading_works.refuse))
    with qtbot.waitSignal(job.failed, timeout=20_000) as failed:
        pass
    assert failed.args == ["“甲.pdf”不是绩效目标表。"]


def test_after_cancelling_nothing_runs_and_nothing_is_said(qtbot: QtBot) -> None:
    job = ReadingJob(Reading(b"", "甲.pdf", None, reading_works.dream))
    with qtbot.assertNotEmitted(job.failed, wait=100), qtbot.assertNotEmitted(job.finished):
        job.cancel()
    assert multiprocessing.active_children() == []


def test_cancelling_at_a_word_of_progress_is_heard_at_once(qtbot: QtBot) -> None:
    job = ReadingJob(Reading(b"abc", "甲", 2026, reading_works.count_pages))
    with qtbot.waitSignal(job.progressed, timeout=20_000), qtbot.assertNotEmitted(job.finished):
        job.progressed.connect(job.cancel)
    assert multiprocessing.active_children() == []
