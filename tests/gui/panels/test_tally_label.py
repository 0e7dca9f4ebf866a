"""The counts beside the tabs."""

from pytestqt.qtbot import QtBot

from gzgoals.core.checks import Severity
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.panels.tally_label import TallyLabel
from gzgoals.gui.session import Session


def test_each_severity_that_occurs_has_its_badge(qtbot: QtBot) -> None:
    session = Session(GoalTable(year=2026, units=(Unit(id="u", projects=(Project(id="p"),)),)))
    label = TallyLabel(session)
    qtbot.addWidget(label)
    before = session.checked.counts[Severity.ERROR]
    assert label.badges[Severity.ERROR].accessibleName() == f"错误 {before}"
    assert label.badges[Severity.HINT].isHidden()
    session.put("修改项目名称", Place("u", "p", field="name"), "物业费")
    assert label.badges[Severity.ERROR].accessibleName() == f"错误 {before - 1}"
