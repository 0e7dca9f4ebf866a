"""Going to a project: a few letters, arrows, Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.checks import check
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.dialogs.go_to import MOST, GoToDialog
from hands import compose

KEYS = Qt.Key
NAMES = ("办公业务费", "业务装备费", "运维费")
TABLE = GoalTable(
    year=2026,
    units=(Unit(id="u", name="本院", projects=tuple(Project(id=name, name=name) for name in NAMES)),),
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def opened(qtbot: QtBot, table: GoalTable, here: Place, parent: QWidget) -> GoToDialog:
    dialog = GoToDialog(table, check(table), here, parent)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget) -> GoToDialog:
    return opened(qtbot, TABLE, Place("u", "运维费"), parent)


def test_it_begins_at_the_project_shown(dialog: GoToDialog) -> None:
    assert dialog.chosen() == Place("u", "运维费")


def test_a_few_letters_and_enter_go_to_the_best_that_fits(dialog: GoToDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "yw")
    qtbot.keyClick(dialog.field, KEYS.Key_Return)
    assert dialog.result() == GoToDialog.DialogCode.Accepted
    assert dialog.chosen() == Place("u", "业务装备费")


def test_arrows_choose_another(dialog: GoToDialog, qtbot: QtBot) -> None:
    compose(dialog.field, "业务")
    qtbot.keyClick(dialog.field, KEYS.Key_Down)
    assert dialog.chosen() == Place("u", "办公业务费")


def test_enter_where_nothing_fits_stays(dialog: GoToDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field, "zzz")
    qtbot.keyClick(dialog.field, KEYS.Key_Return)
    assert dialog.isVisible()
    assert "没有符合" in dialog.told.text()


def test_escape_goes_nowhere(dialog: GoToDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.field, KEYS.Key_Escape)
    assert dialog.result() == GoToDialog.DialogCode.Rejected


def test_very_many_projects_are_listed_in_part_and_counted_in_whole(qtbot: QtBot, parent: QWidget) -> None:
    projects = tuple(Project(id=str(number), name=f"运维费{number}") for number in range(MOST + 5))
    table = GoalTable(year=2026, units=(Unit(id="u", projects=projects),))
    dialog = opened(qtbot, table, Place("u", str(MOST + 3)), parent)
    assert len(dialog.model.rows) == MOST
    assert f"{MOST + 5} 个项目" in dialog.told.text()
    qtbot.keyClicks(dialog.field, f"f{MOST + 3}")
    assert dialog.chosen() == Place("u", str(MOST + 3))
