"""Names of projects are completed while they are typed."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gzgoals.core.table import GoalTable, LastYear, Place, Project, Unit
from gzgoals.gui.models.library_rows import COMPOSED
from gzgoals.gui.widgets.offering_field import OfferingField
from gzgoals.gui.widgets.pop_list import PopList
from gzgoals.gui.window.main_window import MainWindow

LAST = LastYear(year=2025, units=(Unit(projects=(Project(name="奇特经费"), Project(name="物业管理费"))),))
HERE = Unit(id="u", name="某某法院", projects=(Project(id="p"), Project(id="q", name="物业管理费")))


@pytest.fixture
def field(window: MainWindow) -> OfferingField:
    """Give the field of a project that has no name yet."""
    window.session.open(GoalTable(year=2026, units=(HERE,), last_year=LAST))
    window.session.show(Place("u", "p"))
    window.form.project_form.name.setFocus()
    return window.form.project_form.name


def offered(field: OfferingField, qtbot: QtBot, typed: str) -> list[tuple[str, str]]:
    qtbot.keyClicks(field, typed)
    pops = [each for each in field.window().findChildren(PopList) if each.isVisible()]
    return [(row.entry.name, row.entry.told) for pop in pops for row in pop.model.rows]


def test_last_years_names_come_first(field: OfferingField, qtbot: QtBot) -> None:
    assert offered(field, qtbot, "jf")[0] == ("奇特经费", "2025 年")


def test_common_names_are_known_but_those_that_are_here_already(field: OfferingField, qtbot: QtBot) -> None:
    assert ("办公用房租赁费", "常用名称") in offered(field, qtbot, "zlf")
    field.clear()
    assert "物业管理费" not in dict(offered(field, qtbot, "wyglf"))


def test_names_are_made_of_words(window: MainWindow, field: OfferingField, qtbot: QtBot) -> None:
    assert offered(field, qtbot, "mmfydagzjf")[0] == ("某某法院档案工作经费", COMPOSED)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert window.session.table.units[0].projects[0].name == "某某法院档案工作经费"
    window.undo()
    assert window.session.table.units[0].projects[0].name == ""
