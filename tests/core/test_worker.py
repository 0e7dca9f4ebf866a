"""Reading apart: what comes back, what is told on the way, and that nothing outlives or breaks the program."""

import multiprocessing
from collections.abc import Iterator

import pytest

import reading_works
from gzgoals.core import worker
from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange import read_text
from gzgoals.core.resources import resource
from gzgoals.core.worker import Reading

SAMPLE = resource("samples/guangzhou-internet-court.published.txt").read_bytes()


@pytest.fixture(autouse=True)
def nothing_runs_on() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_a_draft_comes_back_as_it_was_read() -> None:
    apart, here = Reading(SAMPLE, "公开表.txt", 2026).draft(), read_text(SAMPLE, "公开表.txt", 2026)
    assert [unit.name for unit in apart.table.units] == [unit.name for unit in here.table.units]
    assert [doubt.text for doubt in apart.doubts] == [doubt.text for doubt in here.doubts]
    assert apart.source == here.source


def test_progress_is_told_on_the_way() -> None:
    told: list[tuple[int, int]] = []
    draft = Reading(b"abc", "甲", 2027, reading_works.count_pages).draft(lambda done, of: told.append((done, of)))
    assert (draft.table.year, draft.table.department, told) == (2027, "abc", [(1, 3), (2, 3), (3, 3)])


def test_much_data_is_handed_over_whole() -> None:
    data = b"7" * 300_000
    draft = Reading(data, "甲", None, reading_works.length).draft()
    assert draft.table.department == "300000"


def test_a_refusal_comes_back_as_its_sentence() -> None:
    with pytest.raises(BadFileError, match=r"^“甲\.pdf”不是绩效目标表。$"):
        Reading(b"", "甲.pdf", None, reading_works.refuse).draft()


def test_a_reader_that_falls_takes_nothing_along() -> None:
    with pytest.raises(BadFileError, match=r"“甲\.pdf”无法读取，文件可能已损坏"):
        Reading(b"", "甲.pdf", None, reading_works.fall).draft()


def test_what_a_falling_reader_cries_does_not_reach_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BadFileError, match=r"“甲\.xls”无法读取，文件可能已损坏"):
        Reading(b"", "甲.xls", None, reading_works.cry).draft()
    assert capfd.readouterr() == ("", "")


def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    with pytest.raises(BadFileError, match=r"“甲\.xlsx”太大或内容异常"):
        Reading(b"", "甲.xlsx", None, reading_works.eat).draft()


def test_a_file_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PATIENCE", 0.0)
    with pytest.raises(BadFileError, match=r"“甲\.pdf”读了很久仍没有结果，已停止"):
        Reading(b"", "甲.pdf", None, reading_works.dream).draft()


def test_a_file_that_tells_of_progress_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LONGEST", 0.0)
    with pytest.raises(BadFileError, match=r"“甲\.pdf”读了很久仍没有结果，已停止"):
        Reading(b"", "甲.pdf", None, reading_works.count_for_ever).draft()


def test_a_reader_with_much_before_it_is_given_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading(b"", "甲.xlsx", None, reading_works.announce)
    assert reading.heard(60) == (0, 1_000_000)
    monkeypatch.setattr(worker, "PATIENCE", 0.0)
    assert reading.draft().table.year == 2026


def test_a_reading_can_be_stopped_at_any_time() -> None:
    reading = Reading(b"", "甲.pdf", None, reading_works.dream)
    assert reading.heard() is None
    reading.stop()
    reading.stop()
