"""The comparison with the year before: at once where that is quick, else it catches up in the background."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from gzgoals.core.table import GoalTable, LastYear, Place, Project, Unit
from gzgoals.gui import followed
from gzgoals.gui.panels.compare_panel import ComparePanel
from gzgoals.gui.panels.form_panel import FormPanel
from gzgoals.gui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")

UNIT = Unit(id="u", name="某法院", projects=(Project(id="0123456789ab", name="租赁费"),))
TABLE = GoalTable(year=2026, units=(UNIT,), last_year=LastYear(year=2025, units=(UNIT,)))
HERE = Place("u", "0123456789ab")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one project in each year be many, and no pause be long."""
    monkeypatch.setattr(followed, "_QUICK", 1)
    monkeypatch.setattr(followed, "_PAUSE", 0)


def told(session: Session) -> list[str] | None:
    known = session.known_comparison
    return [change.after for change in known.changes] if known else None


@pytest.mark.usefixtures("large")
def test_of_a_large_table_nothing_is_known_until_it_is_compared(qtbot: QtBot) -> None:
    session = Session(TABLE)
    assert session.known_comparison is None
    with qtbot.waitSignal(session.compared):
        pass
    assert told(session) == []
    assert session.last_project(HERE.project) is UNIT.projects[0]


@pytest.mark.usefixtures("large")
def test_what_is_known_follows_an_edit(qtbot: QtBot) -> None:
    session = Session(TABLE)
    with qtbot.waitSignal(session.compared):
        pass
    with qtbot.waitSignal(session.compared):
        session.put("修改项目名称", HERE.at("name"), "租赁")
        assert told(session) == []
    assert told(session) == ["租赁"]


@pytest.mark.usefixtures("large")
def test_whoever_wants_it_exactly_has_it_at_once() -> None:
    session = Session(TABLE)
    session.put("修改项目名称", HERE.at("name"), "租赁")
    comparison = session.comparison
    assert comparison is not None
    assert [change.after for change in comparison.changes] == ["租赁"]


def test_a_small_table_is_compared_without_a_word() -> None:
    session = Session(TABLE)
    heard = QSignalSpy(session.compared)
    session.put("修改项目名称", HERE.at("name"), "租赁")
    assert told(session) == ["租赁"]
    assert heard.count() == 0


@pytest.mark.usefixtures("large")
def test_another_table_has_nothing_of_the_former_ones(qtbot: QtBot) -> None:
    session = Session(TABLE)
    with qtbot.waitSignal(session.compared):
        pass
    session.open(GoalTable(year=2026))
    assert session.known_comparison is None


@pytest.mark.usefixtures("large")
def test_the_form_tells_of_the_year_before_once_that_is_known(qtbot: QtBot) -> None:
    session = Session(TABLE)
    form, panel = FormPanel(session), ComparePanel(session)
    qtbot.addWidget(form)
    qtbot.addWidget(panel)
    panel.show()
    assert form.project_form.last_total.isHidden()
    assert panel._pages.currentWidget() is panel._coming
    with qtbot.waitSignal(session.compared):
        pass
    assert form.project_form.last_total.text() == "上年 0.00"
    assert panel._pages.currentWidget() is panel._same
