"""Two people and one file, seen from the window: who has it is told, and nobody's work is overwritten unnoticed."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import put_value
from gzgoals.core.files import parse_table, write_table
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.window import file_care, file_commands
from gzgoals.gui.window.main_window import MainWindow
from other_process import another_process
from tables_to_check import GOOD, table

NAME = Place("u", "p1", field="name")
HOLDING = "import pathlib; from gzgoals.core.files.holding import hold; kept = hold(pathlib.Path(sys.argv[1]))"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "某院.gzgoals"
    write_table(path, table(GOOD))
    return path


def named(name: str) -> GoalTable:
    return put_value(table(GOOD), NAME, name)


def name_in(whole: GoalTable) -> str:
    return whole.units[0].projects[0].name


def told(window: MainWindow) -> str:
    return window.bar.notice.text if window.bar.notice else ""


def answer(window: MainWindow, qtbot: QtBot, key: str) -> None:
    qtbot.mouseClick(window.bar.buttons[key], Qt.MouseButton.LeftButton)


def mark(path: Path) -> Path:
    return path.with_name(f".~{path.name}.lock")


def changed_by_someone_else(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Open the file, begin to change it, and let someone else save it meanwhile."""
    window.files.open_path(path)
    window.session.put("修改", NAME, "我的")
    write_table(path, named("别人的"))
    qtbot.waitUntil(lambda: "已被其他人或其他程序改动" in told(window))


def test_an_open_file_is_marked_and_the_mark_goes_with_the_window(window: MainWindow, path: Path) -> None:
    window.files.open_path(path)
    assert mark(path).exists()
    window.close()
    assert not mark(path).exists()


def test_another_file_takes_the_mark_along(window: MainWindow, path: Path) -> None:
    other = path.with_name("另一张.gzgoals")
    write_table(other, table(GOOD))
    window.files.open_path(path)
    window.files.open_path(other)
    assert (mark(path).exists(), mark(other).exists()) == (False, True)


def test_a_file_that_someone_has_open_says_so_and_is_not_saved_into(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = path.with_name("我的.gzgoals")
    monkeypatch.setattr(file_commands, "ask_save", lambda *_: copy)
    with another_process(HOLDING, str(path)):
        window.files.open_path(path)
        assert "在另一个窗口打开" in told(window)
        window.session.put("修改", NAME, "我的")
        answer(window, qtbot, "save_as")
        assert name_in(parse_table(path.read_bytes(), "")) == GOOD.name
        assert name_in(parse_table(copy.read_bytes(), "")) == "我的"
    assert told(window) == ""


def test_a_file_of_someone_else_is_named_with_who_and_where(window: MainWindow, path: Path) -> None:
    fields = {"user": "zhangsan", "machine": "PC-12", "since": "2026-11-24T02:42:00+00:00", "token": "t"}
    mark(path).write_text(json.dumps(fields), encoding="utf-8")
    window.files.open_path(path)
    assert "由zhangsan（PC-12）打开" in told(window)


def test_a_file_is_taken_over_on_demand(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    fields = {"user": "zhangsan", "machine": "PC-12", "since": "2026-11-24T02:42:00+00:00", "token": "t"}
    mark(path).write_text(json.dumps(fields), encoding="utf-8")
    window.files.open_path(path)
    answer(window, qtbot, "take")
    assert told(window) == ""
    window.session.put("修改", NAME, "我的")
    assert window.files.save()
    assert name_in(parse_table(path.read_bytes(), "")) == "我的"


def test_our_own_mark_that_a_fall_has_left_is_taken_over_in_silence(window: MainWindow, path: Path) -> None:
    with another_process(HOLDING, str(path)):
        pass
    window.files.open_path(path)
    assert told(window) == ""
    assert window.safekeeping.care.holder is None


def test_the_former_holder_hears_when_a_file_is_taken_over(window: MainWindow, path: Path) -> None:
    window.files.open_path(path)
    fields = {"user": "lisi", "machine": "PC-7", "since": "2026-11-24T02:42:00+00:00", "token": "t"}
    mark(path).write_text(json.dumps(fields), encoding="utf-8")
    window.safekeeping.care._beat()
    assert "由lisi（PC-7）打开" in told(window)


def test_a_change_on_the_disk_is_noticed(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    changed_by_someone_else(window, qtbot, path)
    assert list(window.bar.buttons) == ["reload", "compare", "keep"]


def test_our_own_save_is_no_change(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.files.open_path(path)
    window.session.put("修改", NAME, "我的")
    with qtbot.waitSignal(window.safekeeping.care._settling.timeout):
        window.files.save()
    assert told(window) == ""


def test_a_save_over_someone_elses_is_refused_and_told(window: MainWindow, path: Path) -> None:
    window.files.open_path(path)
    window.session.put("修改", NAME, "我的")
    write_table(path, named("别人的"))
    assert not window.files.save()
    assert "已被其他人或其他程序改动" in told(window)
    assert name_in(parse_table(path.read_bytes(), "")) == "别人的"
    assert name_in(window.session.table) == "我的"


def test_the_new_content_is_taken_in_and_ones_own_is_one_undo_away(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    changed_by_someone_else(window, qtbot, path)
    answer(window, qtbot, "reload")
    assert (name_in(window.session.table), window.session.modified, told(window)) == ("别人的", False, "")
    window.undo()
    assert (name_in(window.session.table), window.session.modified) == ("我的", True)
    assert window.files.save()


def test_ones_own_is_kept_and_saved_over_theirs_on_demand(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    changed_by_someone_else(window, qtbot, path)
    answer(window, qtbot, "keep")
    assert told(window) == ""
    assert window.files.save()
    assert name_in(parse_table(path.read_bytes(), "")) == "我的"


def test_both_are_compared_and_the_question_stays(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_by_someone_else(window, qtbot, path)
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(
        window.safekeeping.care, "_tell_difference", lambda old, new, _: shown.append((name_in(old), name_in(new)))
    )
    answer(window, qtbot, "compare")
    assert shown == [("别人的", "我的")]
    assert told(window)


def test_a_file_that_cannot_be_read_any_more_is_told(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed_by_someone_else(window, qtbot, path)
    path.write_bytes(b"spoilt")
    sentences: list[str] = []
    monkeypatch.setattr(file_care, "tell", lambda _, text: sentences.append(text))
    answer(window, qtbot, "reload")
    assert len(sentences) == 1
    assert name_in(window.session.table) == "我的"


def test_a_file_that_nobody_touched_is_not_read_again(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.open_path(path)
    window.safekeeping.care.look()
    monkeypatch.setattr(file_care, "stamp_of", None)
    window.safekeeping.care.look()
    assert told(window) == ""
