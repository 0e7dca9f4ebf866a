"""The tabs below the form: what is told on and beside their titles does not have all that is in them painted anew."""

import pytest
from PySide6.QtWidgets import QApplication

from gzgoals.core.checks import Severity
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Place, split_target
from gzgoals.gui.panels.tally_label import TallyLabel
from gzgoals.gui.window.main_window import MainWindow
from painted import Painted
from tables_to_check import indicator, project, table

FIRST = Place("u", "p1", "i1")


@pytest.fixture(autouse=True)
def opened(window: MainWindow) -> None:
    lacking = (indicator("案件数", "11", "12"), indicator("会议数", "11", "3"))
    window.session.open(table(project(name="物业费", indicators=lacking)))


@pytest.fixture
def tally(window: MainWindow) -> TallyLabel:
    return window.findChildren(TallyLabel)[0]


def measured(table: GoalTable) -> GoalTable:
    """Return the table with a measure at the first indicator, which mends one of its warnings."""
    for side in ("cycle", "annual"):
        table = put_value(table, FIRST.at(side), split_target("12件"))
    return table


def test_another_count_leaves_what_is_in_the_tab_as_it_is(window: MainWindow, tally: TallyLabel) -> None:
    counted, field = Painted(tally), Painted(window.findings.bar.text)
    before = window.session.checked.counts[Severity.WARNING]
    window.session.apply("补计量单位", measured, FIRST)
    assert window.session.checked.counts[Severity.WARNING] == before - 1
    assert not counted.region.isEmpty()
    assert field.region.isEmpty()


def test_a_badge_that_comes_beside_the_titles_is_given_its_room(window: MainWindow, tally: TallyLabel) -> None:
    assert tally.badges[Severity.ERROR].isHidden()
    before = tally.width()
    window.session.put("修改项目名称", Place("u", "p1", field="name"), "")
    QApplication.processEvents()
    assert not tally.badges[Severity.ERROR].isHidden()
    assert tally.width() == tally.sizeHint().width() > before
