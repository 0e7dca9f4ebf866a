"""Choosing which projects stand side by side: found by any part of a name, ticked one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.table import Place
from gzgoals.gui.dialogs.projects import ProjectsDialog, ask_projects
from invented_years import published

UNIT = published().units[0]
PLACES = [Place(UNIT.id, project.id) for project in UNIT.projects]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(900, 600)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def dialog(parent: QWidget) -> ProjectsDialog:
    dialog = ProjectsDialog(published(), PLACES[:2], parent)
    dialog.show()
    return dialog


def names(dialog: ProjectsDialog) -> list[str]:
    return [row.name for row in dialog.model.rows]


def test_the_button_tells_how_many_are_ticked(dialog: ProjectsDialog) -> None:
    assert dialog.go.text() == "并排编辑 2 个项目"
    assert len(names(dialog)) == 17


@pytest.mark.parametrize("typed", ["sfjz", "sifa", "SFJZ"])
def test_a_project_is_found_by_its_pinyin(dialog: ProjectsDialog, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(dialog.wanted, typed)
    assert names(dialog) == ["司法救助金"]


def test_the_space_bar_ticks_and_what_is_filtered_away_stays_ticked(dialog: ProjectsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.wanted, "sfjz")
    dialog.view.setCurrentIndex(dialog.model.index(0, 1))
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.go.text() == "并排编辑 3 个项目"
    assert dialog.chosen() == (*PLACES[:2], PLACES[6])


def test_nothing_ticked_is_nothing_to_edit(parent: QWidget) -> None:
    assert not ProjectsDialog(published(), (), parent).go.isEnabled()


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [(QDialog.DialogCode.Accepted, tuple(PLACES[:2])), (QDialog.DialogCode.Rejected, ())],
)
def test_asking_returns_what_is_ticked_or_nothing(
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    answer: QDialog.DialogCode,
    chosen: tuple[Place, ...],
) -> None:
    monkeypatch.setattr(ProjectsDialog, "exec", lambda _: answer)
    assert ask_projects(parent, published(), PLACES[:2]) == chosen
