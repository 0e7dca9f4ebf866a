"""What a fallen session has left is offered at the next start, and is never lost by answering."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import put_value
from gzgoals.core.files import write_table
from gzgoals.core.files.homes import private_folder
from gzgoals.core.files.journal import Journal
from gzgoals.core.files.lost import lost_work
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.window.main_window import MainWindow
from tables_to_check import GOOD, table

NAME = Place("u", "p1", field="name")


def named(name: str) -> GoalTable:
    return put_value(table(GOOD), NAME, name)


def name_in(whole: GoalTable) -> str:
    return whole.units[0].projects[0].name


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a file of which a session that fell has left unsaved work."""
    path = tmp_path / "某院.gzgoals"
    fallen(path, write_table(path, table(GOOD)))
    return path


def fallen(path: Path | None, stamp: object, name: str = "未保存的") -> None:
    journal = Journal(table(GOOD), path, path.name if path else "新表", stamp)  # type: ignore[arg-type]
    journal.note(named(name))
    journal._notes.close()
    os.close(journal._held)


def told(window: MainWindow) -> str:
    return window.bar.notice.text if window.bar.notice else ""


def answer(window: MainWindow, qtbot: QtBot, key: str) -> None:
    qtbot.mouseClick(window.bar.buttons[key], Qt.MouseButton.LeftButton)


def offered_later() -> list[str]:
    names = []
    for lost in lost_work():
        names.append(name_in(lost.table))
        lost.release()
    return names


def test_a_start_after_a_normal_end_says_nothing(window: MainWindow) -> None:
    window.safekeeping.begin()
    assert window.bar.isHidden()


def test_unsaved_work_is_offered(window: MainWindow, path: Path) -> None:
    window.safekeeping.begin()
    assert told(window).startswith(f"上次没有正常退出，“{path.name}”（")
    assert list(window.bar.buttons) == ["recover", "compare", "later", "drop"]


def test_it_goes_on_in_its_file_and_undo_shows_what_was_saved(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.safekeeping.begin()
    answer(window, qtbot, "recover")
    session = window.session
    assert (name_in(session.table), session.path, session.modified) == ("未保存的", path, True)
    assert told(window) == ""
    window.undo()
    assert (name_in(session.table), session.modified) == (GOOD.name, False)


@pytest.mark.usefixtures("path")
def test_recovered_work_is_safe_from_the_next_fall(window: MainWindow, qtbot: QtBot) -> None:
    window.safekeeping.begin()
    answer(window, qtbot, "recover")
    keeper = window.safekeeping.keeper
    assert keeper._journal is not None
    os.close(keeper._journal._held)
    assert offered_later() == ["未保存的"]
    keeper._journal._held = os.open(os.devnull, os.O_RDWR)


def test_a_file_that_was_changed_since_is_left_alone(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    write_table(path, named("别人的"))
    window.safekeeping.begin()
    assert told(window).endswith("原文件此后又有改动，恢复的内容将作为新表打开。")
    answer(window, qtbot, "recover")
    session = window.session
    assert (name_in(session.table), session.path, session.modified) == ("未保存的", None, True)


def test_a_new_table_comes_back_too(window: MainWindow, qtbot: QtBot) -> None:
    fallen(None, None)
    window.safekeeping.begin()
    answer(window, qtbot, "recover")
    assert (name_in(window.session.table), window.session.path) == ("未保存的", None)


@pytest.mark.usefixtures("path")
def test_what_is_left_for_later_is_offered_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    window.safekeeping.begin()
    answer(window, qtbot, "later")
    assert told(window) == ""
    assert offered_later() == ["未保存的"]


@pytest.mark.usefixtures("path")
def test_what_was_not_answered_is_offered_at_the_next_start(window: MainWindow) -> None:
    window.safekeeping.begin()
    window.close()
    assert offered_later() == ["未保存的"]


@pytest.mark.usefixtures("path")
def test_what_is_not_wanted_is_set_aside_and_not_deleted(window: MainWindow, qtbot: QtBot) -> None:
    window.safekeeping.begin()
    answer(window, qtbot, "drop")
    assert offered_later() == []
    assert len(list(private_folder("recovery", "set-aside").iterdir())) == 1


@pytest.mark.usefixtures("path")
def test_several_are_offered_one_after_another(window: MainWindow, qtbot: QtBot) -> None:
    fallen(None, None, "另一份")
    window.safekeeping.begin()
    seen = []
    while told(window):
        answer(window, qtbot, "recover")
        seen.append(name_in(window.session.table))
    assert sorted(seen) == sorted(["未保存的", "另一份"])


@pytest.mark.usefixtures("path")
def test_the_difference_from_the_saved_file_can_be_looked_at(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(
        window.safekeeping.recovery, "_tell_difference", lambda old, new, _: shown.append((name_in(old), name_in(new)))
    )
    window.safekeeping.begin()
    answer(window, qtbot, "compare")
    assert shown == [(GOOD.name, "未保存的")]
    assert told(window)


def test_work_that_was_saved_just_before_the_fall_is_not_offered(window: MainWindow, path: Path) -> None:
    write_table(path, named("未保存的"))
    window.safekeeping.begin()
    assert told(window) == ""
    assert offered_later() == []
