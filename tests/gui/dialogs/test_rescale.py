"""The preview of changed amounts: what is shown is what is applied."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import Scaling
from gzgoals.core.table import Funding, GoalTable, Place, Project, Unit
from gzgoals.gui.dialogs.rescale import RescaleDialog

TABLE = GoalTable(
    year=2026,
    units=(
        Unit(
            id="u",
            projects=(
                Project(id="a", name="物业费", funding=Funding(appropriation=Decimal("549.00"))),
                Project(id="b", name="租赁费", funding=Funding(appropriation=Decimal("0.30"), other="五百")),
                Project(id="c", funding=Funding()),
            ),
        ),
    ),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> RescaleDialog:
    dialog = RescaleDialog(TABLE, [Place("u", key) for key in "abc"])
    qtbot.addWidget(dialog)
    tester = QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
    assert tester.model() is dialog.model
    dialog.show()
    return dialog


def drawn(dialog: RescaleDialog) -> list[str]:
    model = dialog.model
    return [
        " ".join(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_it_begins_with_a_cut_and_shows_sums_first(dialog: RescaleDialog) -> None:
    assert drawn(dialog) == [
        "合计 3 个项目 549.30 521.84 -27.46",
        "物业费 549.00 521.55 -27.45",
        "租赁费　※ 0.30 0.29 -0.01",
        "（未填项目名称） 0.00 0.00 —",
    ]
    assert dialog.go.text() == "调整 2 个项目"
    assert "1 个项目有金额不是数字" in dialog.note.text()
    assert dialog.scaling() == Scaling(Decimal("-5.0"), "百元")


def test_the_preview_follows_what_is_chosen(dialog: RescaleDialog, qtbot: QtBot) -> None:
    dialog.direction.setCurrentIndex(1)
    dialog.direction.activated.emit(1)
    dialog.percent.selectAll()
    qtbot.keyClicks(dialog.percent, "10")
    dialog.step.setCurrentIndex(3)
    dialog.step.activated.emit(3)
    assert drawn(dialog)[1] == "物业费 549.00 604.00 +55.00"
    assert dialog.scaling() == Scaling(Decimal(10), "万元")


def test_rounding_alone_that_changes_nothing_cannot_be_applied(dialog: RescaleDialog) -> None:
    dialog.percent.setValue(0)
    assert not dialog.go.isEnabled()
