"""Former saves from the window: gone back to in one step, or written elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gzgoals.core.files import read_table, write_table
from gzgoals.core.files.versions import Version, keep_version, versions_of
from gzgoals.core.files.writing import table_bytes
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.versions import Restored
from gzgoals.gui.window import version_commands
from gzgoals.gui.window.main_window import MainWindow
from gzgoals.gui.window.version_commands import VersionCommands
from tables_to_check import GOOD, project, table

FORMER = table(project(name="从前的项目"))


@pytest.fixture
def path(window: MainWindow, tmp_path: Path) -> Path:
    path = tmp_path / "某院.gzgoals"
    keep_version(path, table_bytes(FORMER))
    window.session.open(table(GOOD), path, stamp=write_table(path, table(GOOD)))
    return path


def trigger(window: MainWindow) -> None:
    window.actions_by_key["versions"].trigger()


def test_without_a_file_there_is_nothing_to_show(window: MainWindow) -> None:
    assert not window.actions_by_key["versions"].isEnabled()


def test_a_version_is_gone_back_to_in_one_step(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int, GoalTable]] = []

    def answer(_: QWidget, name: str, versions: list[Version], now: GoalTable, *_rest: object) -> Restored:
        asked.append((name, len(versions), now))
        return Restored(versions[0].table(), "今天 10:42")

    monkeypatch.setattr(version_commands, "ask_version", answer)
    before = window.session.table
    trigger(window)
    assert asked == [("某院.gzgoals", 1, before)]
    assert window.session.table == FORMER
    assert window.session.modified
    assert window.session.history.undo_label == "恢复今天 10:42的版本"
    assert window.statusBar().currentMessage() == "已恢复今天 10:42的版本，按 Ctrl+Z 可撤销。"
    assert read_table(path) == before
    window.undo()
    assert window.session.table is before
    assert not window.session.modified


def test_what_is_half_typed_is_in_the_table_before(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.put("修改", Place("u", "p1", field="name"), "刚改的", typed=True)
    monkeypatch.setattr(version_commands, "ask_version", lambda *_: Restored(FORMER, "昨天 9:00"))
    trigger(window)
    window.undo()
    assert window.session.table.units[0].projects[0].name == "刚改的"
    assert path.exists()


def test_left_alone_nothing_changes(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version_commands, "ask_version", lambda *_: None)
    trigger(window)
    assert not window.session.modified
    assert read_table(path) == window.session.table


def save_elsewhere(
    window: MainWindow, path: Path, target: Path | None, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str]]:
    """Save the only version to `target`; return the name that was suggested and what was told."""
    suggested: list[str] = []
    told: list[str] = []

    def choose(_: QWidget, suggestion: Path, *_rest: object) -> Path | None:
        suggested.append(suggestion.name)
        return target

    monkeypatch.setattr(version_commands, "ask_save", choose)
    monkeypatch.setattr(version_commands, "tell", lambda _, text: told.append(text))
    VersionCommands(window, window.session)._save_elsewhere(window, versions_of(path)[0])
    return suggested, told


def test_a_version_is_written_to_another_file(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (version,) = versions_of(path)
    suggested, told = save_elsewhere(window, path, tmp_path / "旧.gzgoals", monkeypatch)
    assert suggested == [f"某院-{version.when:%Y%m%d-%H%M}.gzgoals"]
    assert told == []
    assert read_table(tmp_path / "旧.gzgoals") == FORMER


def test_but_not_over_the_file_that_is_open(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, told = save_elsewhere(window, path, path, monkeypatch)
    assert told == ["这是正在编辑的文件，请另选一个文件名，或使用“恢复此版本”。"]
    assert read_table(path) == table(GOOD)


def test_where_it_cannot_be_written_it_is_told(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, told = save_elsewhere(window, path, tmp_path / "没有" / "旧.gzgoals", monkeypatch)
    assert len(told) == 1
    assert "文件或所在文件夹不存在" in told[0]


def test_no_file_chosen_writes_none(
    window: MainWindow, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_elsewhere(window, path, None, monkeypatch)
    assert [each.name for each in tmp_path.iterdir() if not each.name.startswith(".~")] == ["某院.gzgoals"]
