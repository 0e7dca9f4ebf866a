"""Rolling the open table forward, under a user's hands."""

import gc
import weakref
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.table import Funding, GoalTable, Place, Project, Unit
from gzgoals.core.years import Amounts, RollPlan, rolled, usual_plan
from gzgoals.gui.dialogs.roll import RollDialog, ask_roll

KEYS = Qt.Key
MONEY = Funding(other=Decimal("3.00"))
TABLE = GoalTable(
    year=2025,
    department="某法院",
    units=(
        Unit(
            id="u",
            name="某法院",
            projects=(
                Project(
                    id="p", name="2025年运维", objective="2025年12月31日前完成。", funding=MONEY
                ),
                Project(id="q", name="2021年运维", funding=Funding(appropriation=Decimal("5.00"))),
            ),
        ),
    ),
)  # fmt: skip
NAME, OBJECTIVE, OLD = Place("u", "p", field="name"), Place("u", "p", field="objective"), Place("u", "q", field="name")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget) -> Iterator[RollDialog]:
    dialog = RollDialog(TABLE, parent)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    dialog.deleteLater()


def tick(dialog: RollDialog, qtbot: QtBot, row: int) -> None:
    view = dialog.mentions.view if dialog.lists.currentIndex() == 0 else dialog.projects
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, 1))
    qtbot.keyClick(view, KEYS.Key_Space)


def test_models_are_sound(dialog: RollDialog) -> None:
    models = (dialog.mentions.model, dialog.model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal, model) for model in models]
    dialog.choose(year=2030)
    dialog.choose(dropped=frozenset({"p"}))
    assert len(testers) == 2


def test_what_is_usual_is_offered_first(dialog: RollDialog) -> None:
    assert dialog.result_table == rolled(TABLE, usual_plan(TABLE, 2026))
    assert [(row.after, row.ticked) for row in dialog.mentions.model.rows] == [
        ("2026年运维", True),
        ("2026年12月31日前完成。", True),
        ("2026年运维", False),
    ]


def test_a_year_is_ticked_by_the_space_bar(dialog: RollDialog, qtbot: QtBot) -> None:
    tick(dialog, qtbot, 0)
    tick(dialog, qtbot, 2)
    assert dialog.result_table == rolled(TABLE, RollPlan(2026, advanced=frozenset({OBJECTIVE, OLD})))


def test_a_project_is_ticked_to_end(dialog: RollDialog, qtbot: QtBot) -> None:
    dialog.lists.setCurrentIndex(1)
    tick(dialog, qtbot, 1)
    table = dialog.result_table
    assert [project.id for project in table.units[0].projects] == ["p"]
    assert table.last_year is not None
    assert [project.id for project in table.last_year.units[0].projects] == ["p", "q"]
    assert dialog.lists.tabText(1) == "项目（结转 1 / 2 个）"


def test_amounts_and_year_are_chosen_by_keys(dialog: RollDialog, qtbot: QtBot) -> None:
    dialog.year.setFocus()
    qtbot.keyClick(dialog.year, KEYS.Key_Up)
    dialog.amounts.setFocus()
    qtbot.keyClick(dialog.amounts, KEYS.Key_End)
    plan = usual_plan(TABLE, 2027)
    assert dialog.result_table == rolled(TABLE, RollPlan(2027, Amounts.CLEAR, plan.advanced))
    assert dialog.go.text() == "结转到 2027 年度"


def test_a_year_half_typed_is_taken(dialog: RollDialog, qtbot: QtBot) -> None:
    dialog.year.setFocus()
    dialog.year.selectAll()
    qtbot.keyClicks(dialog.year, "2028")
    qtbot.keyClick(dialog.year, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.result_table.year == 2028


def run(monkeypatch: pytest.MonkeyPatch, act: Callable[[RollDialog], None]) -> None:
    def answer(dialog: QDialog) -> int:
        assert isinstance(dialog, RollDialog)
        dialog.show()
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", answer)


def test_cancelled_there_is_no_table(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, lambda dialog: dialog.reject())
    assert ask_roll(parent, TABLE) is None


def test_the_dialog_is_freed(parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[weakref.ref[RollDialog]] = []

    def look(dialog: RollDialog) -> None:
        held.append(weakref.ref(dialog))
        dialog.accept()

    run(monkeypatch, look)
    assert ask_roll(parent, TABLE) == rolled(TABLE, usual_plan(TABLE, 2026))
    qtbot.waitUntil(lambda: gc.collect() >= 0 and held[0]() is None)
    assert parent.findChildren(QDialog) == []
