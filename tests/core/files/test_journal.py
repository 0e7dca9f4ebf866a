"""Unsaved work: noted while it is done, found again after a fall, gone after a normal end."""

import errno
import os
from pathlib import Path

import pytest

from evidence.invented import large_table
from gzgoals.core.edits import put_value
from gzgoals.core.files.homes import private_folder
from gzgoals.core.files.journal import Journal
from gzgoals.core.files.lost import Lost, lost_work
from gzgoals.core.files.stamp import stamp_of_bytes
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.years import last_year_of, remembering
from other_process import another_process
from tables_to_check import GOOD, table

FILE = Path("某院-2026.gzgoals")
STAMP = stamp_of_bytes(b"as opened")
NAME = Place("u", "p1", field="name")


def typed(whole: GoalTable, *texts: str) -> list[GoalTable]:
    """Return the tables that typing these names one after another makes."""
    made = []
    for text in texts:
        whole = put_value(whole, NAME, text)
        made.append(whole)
    return made


def fall(journal: Journal) -> None:
    """Leave the journal as a killed process does: closed by the system, nothing tidied up."""
    journal._notes.close()
    os.close(journal._held)


def found() -> Lost:
    (lost,) = lost_work()
    return lost


def test_what_was_noted_before_a_fall_is_found() -> None:
    start = table(GOOD)
    journal = Journal(start, FILE, FILE.name, STAMP)
    one, two = typed(start, "机", "机构")
    journal.note(one)
    journal.note(two)
    fall(journal)
    lost = found()
    assert (lost.base, lost.table, lost.whole) == (start, two, True)
    assert (lost.about.path, lost.about.name, lost.about.stamp) == (str(FILE), FILE.name, STAMP)


def test_the_work_of_a_program_that_runs_is_not_offered() -> None:
    journal = Journal(table(GOOD), FILE, FILE.name, STAMP)
    journal.note(typed(table(GOOD), "机构")[0])
    assert lost_work() == []
    journal.end()


def test_the_work_of_a_killed_process_is_found() -> None:
    code = (
        "from pathlib import Path\nfrom gzgoals.core.files.journal import Journal\n"
        "from gzgoals.core.table import GoalTable, Unit\n"
        "journal = Journal(GoalTable(year=2026), None, '新表', None)\n"
        "journal.note(GoalTable(year=2026, department='某院', units=(Unit(),)))"
    )
    with another_process(code):
        assert lost_work() == []
    assert found().table.department == "某院"


def test_nothing_is_left_after_a_normal_end() -> None:
    journal = Journal(table(GOOD), FILE, FILE.name, STAMP)
    journal.note(typed(table(GOOD), "机构")[0])
    journal.end()
    assert list(private_folder("recovery").iterdir()) == []


def test_after_a_save_only_what_came_later_is_unsaved() -> None:
    start = table(GOOD)
    one, two = typed(start, "机", "机构")
    journal = Journal(start, None, "新表", None)
    journal.note(one)
    journal.saved(one, FILE, FILE.name, STAMP)
    journal.note(two)
    fall(journal)
    lost = found()
    assert (lost.base, lost.table, lost.about.path, lost.about.stamp) == (one, two, str(FILE), STAMP)


def test_a_fall_right_after_a_save_leaves_nothing_to_offer() -> None:
    start = table(GOOD)
    (one,) = typed(start, "机")
    journal = Journal(start, FILE, FILE.name, STAMP)
    journal.note(one)
    journal.saved(one, FILE, FILE.name, STAMP)
    fall(journal)
    assert lost_work() == []
    assert list(private_folder("recovery").iterdir()) == []


def test_a_fall_while_a_save_is_being_noted_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    start = table(GOOD)
    one, two = typed(start, "机", "机构")
    journal = Journal(start, FILE, FILE.name, STAMP)
    journal.note(one)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _refuse)
        with pytest.raises(OSError, match="no space"):
            journal.saved(one, FILE, FILE.name, STAMP)
    journal.note(two)
    fall(journal)
    assert found().table == two


def _refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space")


def test_a_table_that_is_in_no_file_is_unsaved_from_the_beginning() -> None:
    journal = Journal(table(GOOD), None, "导入的表", None)
    fall(journal)
    assert found().table == table(GOOD)


def test_a_note_torn_by_the_fall_is_left_out_in_silence() -> None:
    start = table(GOOD)
    one, two = typed(start, "机", "机构")
    journal = Journal(start, FILE, FILE.name, STAMP)
    journal.note(one)
    kept = journal.folder / "notes-0.jsonl"
    end = kept.stat().st_size
    journal.note(two)
    fall(journal)
    for size in range(end, kept.stat().st_size, 7):
        torn = kept.read_bytes()
        os.truncate(kept, size)
        lost = found()
        lost.release()
        assert (lost.table, lost.whole) == (one, True)
        kept.write_bytes(torn)


def test_a_note_that_failed_half_way_does_not_spoil_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    start = table(GOOD)
    one, two = typed(start, "机", "机构")
    journal = Journal(start, FILE, FILE.name, STAMP)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _refuse)
        with pytest.raises(OSError, match="no space"):
            journal.note(one)
    journal.note(two)
    fall(journal)
    lost = found()
    assert (lost.table, lost.whole) == (two, True)


@pytest.mark.parametrize("kills_before", range(1, 6))
def test_a_fall_amid_a_long_note_leaves_it_out_in_silence(monkeypatch: pytest.MonkeyPatch, kills_before: int) -> None:
    start = table(GOOD)
    journal = Journal(start, FILE, FILE.name, STAMP)
    (one,) = typed(start, "机")
    journal.note(one)
    writes = 0

    def write(data: bytes) -> None:
        nonlocal writes
        writes += 1
        if writes == kills_before:
            raise KeyboardInterrupt
        journal._notes.write(data)

    with monkeypatch.context() as patched:
        patched.setattr(journal, "_write", write)
        with pytest.raises(KeyboardInterrupt):
            journal.note(remembering(one, last_year_of(large_table(400))))
    fall(journal)
    lost = found()
    assert (lost.table, lost.whole) == (one, True)


def test_a_long_note_is_found() -> None:
    start = table(GOOD)
    journal = Journal(start, FILE, FILE.name, STAMP)
    long = remembering(start, last_year_of(large_table(400)))
    journal.note(long)
    short = typed(long, "机")[0]
    journal.note(short)
    fall(journal)
    lost = found()
    assert (lost.table, lost.whole) == (short, True)


def test_a_note_that_went_bad_ends_the_way_there_and_is_told() -> None:
    start = table(GOOD)
    one, two, three = typed(start, "机", "机构", "机构运行")
    journal = Journal(start, FILE, FILE.name, STAMP)
    for each in (one, two, three):
        journal.note(each)
    fall(journal)
    kept = journal.folder / "notes-0.jsonl"
    first, second, third = kept.read_bytes().splitlines(keepends=True)
    kept.write_bytes(first + second.replace("机构".encode(), "机关".encode()) + third)
    lost = found()
    assert (lost.table, lost.whole) == (one, False)


def test_a_folder_that_cannot_be_read_is_set_aside_and_kept() -> None:
    journal = Journal(table(GOOD), FILE, FILE.name, STAMP)
    journal.note(typed(table(GOOD), "机构")[0])
    fall(journal)
    (journal.folder / "base-0.gzgoals").write_bytes(b"spoilt")
    assert lost_work() == []
    aside = private_folder("recovery", "set-aside") / journal.folder.name
    assert (aside / "notes-0.jsonl").stat().st_size > 0


def test_what_was_released_is_offered_again_and_what_was_dropped_is_not() -> None:
    journal = Journal(table(GOOD), None, "新表", None)
    fall(journal)
    found().release()
    found().drop()
    assert lost_work() == []


@pytest.mark.skipif(os.name != "posix", reason="permissions are told otherwise there")
def test_no_one_else_can_read_what_is_kept() -> None:
    journal = Journal(table(GOOD), FILE, FILE.name, STAMP)
    folders = [journal.folder, *journal.folder.parents[:2]]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
    assert {each.stat().st_mode & 0o777 for each in journal.folder.iterdir()} == {0o600}
    journal.end()


def test_a_journal_that_cannot_be_begun_leaves_nothing_open_or_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _refuse)
        opened = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0  # noqa: PTH208, PTH112
        for _ in range(3):
            with pytest.raises(OSError, match="no space"):
                Journal(table(GOOD), FILE, FILE.name, STAMP)
        left = len(os.listdir("/proc/self/fd")) if opened else 0  # noqa: PTH208
    assert (left, list(private_folder("recovery").iterdir())) == (opened, [])


def test_a_first_note_that_went_bad_is_told_and_not_deleted() -> None:
    journal = Journal(table(GOOD), FILE, FILE.name, STAMP)
    journal.note(typed(table(GOOD), "机构")[0])
    fall(journal)
    kept = journal.folder / "notes-0.jsonl"
    kept.write_bytes(kept.read_bytes().replace("机构".encode(), "机关".encode()))
    lost = found()
    assert (lost.table, lost.whole) == (table(GOOD), False)


def test_old_work_that_is_set_aside_is_kept_from_then_on() -> None:
    journal = Journal(table(GOOD), None, "新表", None)
    fall(journal)
    os.utime(journal.folder, (0, 0))
    found().set_aside()
    assert (private_folder("recovery", "set-aside") / journal.folder.name / "base-0.gzgoals").is_file()
