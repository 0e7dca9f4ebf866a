"""Exports for office programs from the window: made beside it, told, and cancelled without a trace."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from gzgoals.core.exchange.formats import FORMATS, Format, Report
from gzgoals.core.exchange.sources import read_source
from gzgoals.core.table import GoalTable, Project, Unit
from gzgoals.gui.window import export_commands
from gzgoals.gui.window.export_commands import export_job
from gzgoals.gui.window.main_window import MainWindow
from table_content import content

TABLE = GoalTable(year=2026, department="某法院", units=(Unit(name="某法院", projects=(Project(name="物业费"),)),))


@pytest.fixture
def target(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user wants the export."""
    window.session.open(TABLE)
    path = tmp_path / "表"
    monkeypatch.setattr(export_commands, "ask_save", lambda *_: path)
    return path


@pytest.mark.parametrize("key", ["xlsx", "docx", "csv"])
def test_what_the_window_exports_is_read_again(window: MainWindow, target: Path, key: str) -> None:
    window.actions_by_key[f"export_{key}"].trigger()
    assert content(read_source(target.read_bytes(), "表").table) == content(TABLE)
    assert window.statusBar().currentMessage() == f"已导出：{target}"


def test_the_template_is_suggested_by_a_name_of_its_own(
    window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(export_commands, "ask_save", lambda *words: asked.append(words))
    window.actions_by_key["export_template"].trigger()
    assert asked[0][1].name == "某法院-2026-指标模板.xlsx"
    assert not target.exists()


def test_an_export_that_fails_is_told(window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(export_commands, "tell", lambda _, text: told.append(text))
    monkeypatch.setattr(export_commands, "ask_save", lambda *_: target / "没有" / "表.xlsx")
    window.actions_by_key["export_xlsx"].trigger()
    assert len(told) == 1
    assert "没有" in told[0]


def test_a_table_that_no_file_can_hold_is_told_and_nothing_is_written(
    window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(export_commands, "tell", lambda _, text: told.append(text))
    window.session.open(GoalTable(year=2026, units=(Unit(name="甲" * 40_000),)))
    window.actions_by_key["export_xlsx"].trigger()
    assert "32,767" in told[0]
    assert not target.exists()


def test_a_cancelled_export_leaves_nothing(window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[bool] = []

    def for_ever(_: GoalTable, report: Report) -> bytes:
        while report(1, 2):
            pass
        stopped.append(True)
        return b""

    def cancel() -> None:
        (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog))
        dialog.canceled.emit()

    monkeypatch.setitem(FORMATS, "xlsx", Format(".xlsx", "Excel 工作簿", for_ever))
    QTimer.singleShot(50, window, cancel)
    window.actions_by_key["export_xlsx"].trigger()
    assert not target.exists()


def test_a_job_tells_how_far_it_is_and_then_gives_the_bytes(qapp: QApplication, qtbot: QtBot) -> None:
    units = (Unit(projects=tuple(Project(name=str(number)) for number in range(3000))),)
    job = export_job(GoalTable(year=2026, units=units), FORMATS["xlsx"], qapp)
    progress = QSignalSpy(job.progressed)
    with qtbot.waitSignal(job.finished, timeout=60_000) as finished:
        pass
    assert finished.args is not None
    assert finished.args[0].startswith(b"PK")
    assert progress.count() >= 1
