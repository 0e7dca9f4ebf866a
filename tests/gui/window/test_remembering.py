"""What a window finds again as it was left."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from gzgoals.core.settings import Settings
from gzgoals.core.table import TABLE as WHOLE
from gzgoals.core.table import Place
from gzgoals.gui.app import application, new_window
from gzgoals.gui.dialogs.messages import Unsaved
from gzgoals.gui.widgets.notice_bar import Notice
from gzgoals.gui.window import file_commands, remembering
from gzgoals.gui.window.main_window import MainWindow
from tables_to_check import GOOD, project, table

Another = Callable[[], MainWindow]


@pytest.fixture
def another(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Another]:
    """Close the window and open another one, as on the next day."""
    monkeypatch.setattr(file_commands, "ask_unsaved", lambda *_: Unsaved.DISCARD)
    opened: list[MainWindow] = []

    def next_day() -> MainWindow:
        window.close()
        opened.append(new_window(application(), Settings.model_validate_json(window.settings.model_dump_json())))
        opened[-1].show()
        return opened[-1]

    yield next_day
    for each in opened:
        each.close()
        each.deleteLater()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(remembering, "tell", lambda _, text, *__: told.append(text))
    return told


@pytest.fixture
def files(window: MainWindow, tmp_path: Path) -> tuple[Path, Path]:
    """Two files of two projects each."""
    both = tmp_path / "甲.gzgoals", tmp_path / "乙.gzgoals"
    for path in both:
        window.session.open(table(GOOD, project(name="租赁费")))
        window.session.save(path)
    return both


def recent(window: MainWindow) -> QMenu:
    window._recent.aboutToShow.emit()
    return window._recent


def test_a_file_shows_the_project_that_was_shown_last(window: MainWindow, files: tuple[Path, Path]) -> None:
    one, other = files
    window.files.open_path(one)
    second = Place("u", window.session.table.units[0].projects[1].id)
    window.session.show(second)
    window.files.open_path(other)
    assert window.session.place != second
    window.files.open_path(one)
    assert window.session.place == second


def test_the_next_day_too_and_for_the_whole_table(
    window: MainWindow, files: tuple[Path, Path], another: Another
) -> None:
    window.files.open_path(files[0])
    window.session.show(WHOLE)
    later = another()
    later.files.open_path(files[0])
    assert later.session.place == WHOLE


def test_a_project_that_has_gone_is_not_looked_for(window: MainWindow, files: tuple[Path, Path]) -> None:
    window.files.open_path(files[1])
    first = window.session.place
    window.files.open_path(files[0])
    window._remember(lambda settings: settings.with_shown(files[1], "u", "gone"))
    window.files.open_path(files[1])
    assert window.session.place == first


def test_what_was_dragged_and_which_list_was_shown_is_there_the_next_day(window: MainWindow, another: Another) -> None:
    window.form.grid.widths.set_own({"first": 150})
    window.tabs.setCurrentWidget(window.readiness)
    later = another()
    assert later.form.grid.widths.own == {"first": 150}
    assert later.tabs.currentWidget() is later.readiness


def test_widths_of_columns_that_are_no_more_are_left_out(qtbot: QtBot) -> None:
    window = new_window(application(), Settings(widths={"grid": {"gone": 90, "first": 120}, "no table": {"x": 1}}))
    qtbot.addWidget(window)
    assert window.form.grid.widths.own == {"first": 120}
    window.safekeeping.end()


def test_a_file_that_has_gone_is_told_and_no_longer_offered(
    window: MainWindow, files: tuple[Path, Path], told: list[str]
) -> None:
    for path in files:
        window.files.open_path(path)
    files[0].unlink()
    gone = recent(window).actions()[1]
    gone.trigger()
    assert len(told) == 1
    assert files[0].name in told[0]
    assert window.settings.recent == (str(files[1]),)


def test_the_list_of_files_can_be_emptied(window: MainWindow, files: tuple[Path, Path]) -> None:
    window.files.open_path(files[0])
    recent(window).actions()[-1].trigger()
    assert window.settings.recent == ()
    assert window.settings.shown == ()
    assert [action.text() for action in recent(window).actions()] == ["（还没有）"]


def test_an_empty_start_offers_the_latest_file(window: MainWindow, files: tuple[Path, Path], another: Another) -> None:
    window.files.open_path(files[0])
    later = another()
    later.recent.offer()
    assert later.bar.text.text() == "上次编辑的是“甲.gzgoals”。"
    later.bar.buttons["open"].click()
    assert later.session.path == files[0]
    assert later.bar.notice is None


def test_the_offer_goes_when_something_else_is_begun(window: MainWindow, files: tuple[Path, Path]) -> None:
    window.files.open_path(files[0])
    window.files.new()
    window.recent.offer()
    assert window.bar.notice
    window.actions_by_key["add_project"].trigger()
    assert window.bar.notice is None


def test_the_offer_can_be_declined(window: MainWindow, files: tuple[Path, Path]) -> None:
    window.files.open_path(files[0])
    window.files.new()
    window.recent.offer()
    window.bar.buttons["drop"].click()
    assert window.bar.notice is None
    assert window.session.path is None


def test_who_begins_is_told_that_last_years_file_can_be_opened(
    window: MainWindow, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.recent.forget()
    window.files.new()
    window.recent.offer()
    assert "上年的 PDF" in window.bar.text.text()
    monkeypatch.setattr(file_commands, "ask_open", lambda *_: files[0])
    window.bar.buttons["ask"].click()
    assert window.session.path == files[0]


def test_what_has_happened_stands_before_an_offer(window: MainWindow) -> None:
    window.bar.tell(Notice("some", "有事要说。"))
    window.recent.offer()
    assert window.bar.text.text() == "有事要说。"
    window.bar.withdraw("some")
    assert "上年" in window.bar.text.text()
