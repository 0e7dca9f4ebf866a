"""Two people and one file: who has it open is known, and a mark left behind keeps no one away."""

import json
import os
from pathlib import Path

import pytest

from gzgoals.core.files.holding import Hold, Holder, hold, take_over
from gzgoals.core.files.whereabouts import machine, user
from other_process import another_process

HOLDING = "import pathlib; from gzgoals.core.files.holding import hold; kept = hold(pathlib.Path(sys.argv[1]))"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "表.gzgoals"
    file.write_bytes(b"")
    return file


def mark(path: Path) -> Path:
    return path.with_name(f".~{path.name}.lock")


def held(path: Path) -> Hold:
    ours = hold(path)
    assert isinstance(ours, Hold)
    return ours


def holder(path: Path) -> Holder:
    theirs = hold(path)
    assert isinstance(theirs, Holder)
    return theirs


def test_a_file_is_held_and_released_without_a_trace(path: Path) -> None:
    ours = held(path)
    assert mark(path).exists()
    ours.release()
    assert [each.name for each in path.parent.iterdir()] == ["表.gzgoals"]


def test_who_has_a_file_open_is_told(path: Path) -> None:
    with another_process(HOLDING, str(path)):
        theirs = holder(path)
        assert (theirs.user, theirs.machine, theirs.is_gone) == (user(), machine(), False)


def test_a_second_window_of_the_same_program_is_told_too(path: Path) -> None:
    ours = held(path)
    assert not holder(path).is_gone
    ours.release()


def test_the_mark_of_a_killed_process_is_known_as_left_behind(path: Path) -> None:
    with another_process(HOLDING, str(path)):
        pass
    assert holder(path).is_gone


def elsewhere(path: Path) -> None:
    fields = {"user": "zhang", "machine": "elsewhere", "since": "2026-11-24T02:00:00+00:00", "token": "t"}
    mark(path).write_text(json.dumps(fields), encoding="utf-8")


def test_the_mark_of_another_machine_is_believed_until_it_is_silent_for_long(path: Path) -> None:
    elsewhere(path)
    assert not holder(path).is_gone
    os.utime(mark(path), (0, 0))
    assert holder(path).is_gone


def test_a_file_is_taken_over_and_the_former_holder_hears_of_it(path: Path) -> None:
    ours = held(path)
    theirs = take_over(path)
    assert theirs is not None
    after = ours.beat()
    assert after is not None
    assert after.user == user()
    ours.release()
    assert mark(path).exists()
    theirs.release()
    assert not mark(path).exists()


def test_a_beat_keeps_the_mark_young(path: Path) -> None:
    ours = held(path)
    os.utime(mark(path), (0, 0))
    assert ours.beat() is None
    assert mark(path).stat().st_mtime > 1_000_000_000
    ours.release()


@pytest.mark.parametrize("content", ["", "{}", "[1]", "[" * 5000, '{"user": 1, "machine": 2, "since": 3, "token": 4}'])
def test_a_mark_that_cannot_be_read_speaks_of_nobody_known(path: Path, content: str) -> None:
    mark(path).write_text(content, encoding="utf-8")
    assert holder(path).user == "?"
    os.utime(mark(path), (0, 0))
    assert holder(path).is_gone


def test_a_folder_that_takes_no_mark_keeps_no_one_from_opening(tmp_path: Path) -> None:
    assert hold(tmp_path / "gone" / "表.gzgoals") is None
    assert take_over(tmp_path / "gone" / "表.gzgoals") is None


def test_a_link_and_its_file_share_one_mark(path: Path) -> None:
    link = path.with_name("link.gzgoals")
    link.symlink_to(path)
    ours = held(link)
    assert isinstance(hold(path), Holder)
    ours.release()


def test_a_mark_that_is_gone_is_made_again(path: Path) -> None:
    ours = held(path)
    theirs = take_over(path)
    assert theirs is not None
    theirs.release()
    assert ours.beat() is None
    assert mark(path).exists()
    assert not holder(path).is_gone
    ours.release()
    assert not mark(path).exists()
