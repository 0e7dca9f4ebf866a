"""Many at once, from the window: what is asked is done to all that is selected, in one step."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import Scaling
from gzgoals.core.table import Funding, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.gui.dialogs.set_many import Setting
from gzgoals.gui.window import many_commands
from gzgoals.gui.window.main_window import MainWindow

TARGET = Target(operator="≥", value="95", measure="%")


def project(key: str, *names: str) -> Project:
    return Project(
        id=key,
        name=key,
        funding=Funding(appropriation=Decimal("100.00")),
        indicators=tuple(Indicator(id=f"{key}{name}", name=name, cycle=TARGET, annual=TARGET) for name in names),
    )


TABLE = GoalTable(
    year=2026,
    units=(
        Unit(id="u", name="某法院", projects=(project("p", "甲", "乙"), project("q", "丙"))),
        Unit(id="v", name="法庭"),
    ),
)


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    window.session.open(TABLE)
    window.tree.view.setFocus()


def drawn(window: MainWindow) -> str:
    return " ".join(
        f"{unit.id}:{','.join(f'{each.id}{each.funding.total}' for each in unit.projects)}"
        for unit in window.session.table.units
    )


def targets(window: MainWindow) -> list[str]:
    return [
        f"{each.category}{each.name}{each.cycle.text},{each.annual.text}"
        for unit in window.session.table.units
        for project in unit.projects
        for each in project.indicators
    ]


def test_the_amounts_of_selected_projects_are_scaled(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_commands, "ask_scaling", lambda *_: Scaling(Decimal(-5)))
    window.tree.choose(["p", "q"])
    window.actions_by_key["scale_amounts"].trigger()
    assert drawn(window) == "u:p95.00,q95.00 v:"
    assert window.session.history.undo_label == "调整 2 个项目的金额"
    window.undo()
    assert window.session.table is TABLE


def test_projects_are_moved_to_a_unit(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def answer(_window: object, units: Sequence[Unit], about: str) -> str:
        asked.append((about, *(unit.id for unit in units)))
        return "v"

    monkeypatch.setattr(many_commands, "ask_unit", answer)
    window.tree.choose(["p", "q"])
    window.actions_by_key["move_to_unit"].trigger()
    assert drawn(window) == "u: v:p100.00,q100.00"
    assert asked == [("把 2 个项目移到哪个单位？", "v")]
    assert [place.project for place in window.tree.chosen()] == ["p", "q"]


def test_selected_indicators_are_set(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    setting = Setting(category="12", measure="件", sides=("annual",))
    monkeypatch.setattr(many_commands, "ask_setting", lambda *_: setting)
    grid = window.form.grid
    grid.view.setFocus()
    grid.view.setCurrentIndex(grid.model.index_of("p乙", "name"))
    window.actions_by_key["set_indicators"].trigger()
    assert targets(window) == ["甲≥95%,≥95%", "12乙≥95%,≥95件", "丙≥95%,≥95%"]


def test_all_indicators_of_the_projects_selected_in_the_tree_are_set(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_window: object, _catalogue: object, about: str) -> Setting:
        asked.append(about)
        return Setting(operator="＝")

    monkeypatch.setattr(many_commands, "ask_setting", answer)
    window.tree.choose(["p", "q"])
    window.actions_by_key["set_indicators"].trigger()
    assert targets(window) == ["甲＝95%,＝95%", "乙＝95%,＝95%", "丙＝95%,＝95%"]
    assert asked == ["共 3 项指标，在 2 个项目中"]
    assert window.session.history.undo_label == "批量设置 3 项指标"


def test_leaving_the_dialog_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ask_scaling", "ask_unit", "ask_setting"):
        monkeypatch.setattr(many_commands, name, lambda *_: None)
    for key in ("scale_amounts", "move_to_unit", "set_indicators"):
        window.actions_by_key[key].trigger()
    assert window.session.table is TABLE


def test_del_removes_all_selected_projects_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.tree.choose(["p", "q"])
    qtbot.keyClick(window.tree.view, Qt.Key.Key_Delete)
    assert drawn(window) == "u: v:"
    assert window.statusBar().currentMessage() == "已删除 2 个项目，按 Ctrl+Z 可恢复。"


def test_ctrl_d_copies_all_selected_projects(window: MainWindow, qtbot: QtBot) -> None:
    window.tree.choose(["p", "q"])
    qtbot.keyClick(window.tree.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [each.name for each in window.session.table.units[0].projects] == ["p", "p（副本）", "q", "q（副本）"]
    assert len(window.tree.chosen()) == 2


def test_where_nothing_is_left_nothing_can_be_done_to_many(window: MainWindow) -> None:
    window.session.open(GoalTable(year=2026))
    window.tree.view.setFocus()
    QApplication.processEvents()
    window.actions_by_key.refresh()
    for key in ("scale_amounts", "move_to_unit", "set_indicators", "remove_thing", "copy_thing", "copy_text"):
        assert not window.actions_by_key[key].isEnabled(), key
    assert window.session.place == Place()


def test_projects_that_stand_apart_are_dragged_into_another_unit(window: MainWindow) -> None:
    unit = Unit(id="u", projects=tuple(project(key, "甲") for key in "abcdef"))
    window.session.open(GoalTable(year=2026, units=(Unit(id="v"), unit)))
    model = window.tree.model
    window.tree.choose(["b", "d", "f"])
    data = model.mimeData([model.index_of(key) for key in "bdf"])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of("v"))
    assert drawn(window) == "v:b100.00,d100.00,f100.00 u:a100.00,c100.00,e100.00"
    assert [place.project for place in window.tree.chosen()] == ["b", "d", "f"]
