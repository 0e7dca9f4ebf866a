"""The dialog that merges: what is told, what is chosen, and that it is gone afterwards."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.table import Funding, GoalTable, Project, Unit
from gzgoals.core.years import merge_plan
from gzgoals.gui.dialogs.merge import MergeDialog, ask_merge

LEFT = Qt.MouseButton.LeftButton
NAMES = ("甲 & 乙.gzgoals", "丙.gzgoals")


def table(amount: str, *, year: int = 2026, name: str = "物业费") -> GoalTable:
    project = Project(name=name, funding=Funding(appropriation=Decimal(amount)))
    return GoalTable(year=year, units=(Unit(name="某法院", projects=(project,)),))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[MergeDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MergeDialog(merge_plan([table("1.00"), table("2.00", year=2025)], NAMES), ("丙：推断了年度",), parent)
    dialog.show()
    yield dialog
    parent.close()


def click_box(qtbot: QtBot, dialog: MergeDialog, number: int) -> None:
    box = dialog.boxes[number]
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def amounts(merged: GoalTable) -> list[Decimal]:
    return [project.funding.total for unit in merged.units for project in unit.projects]


def test_both_are_kept_unless_the_user_says_otherwise(dialog: MergeDialog) -> None:
    assert amounts(dialog.table()) == [Decimal("1.00"), Decimal("2.00")]


def test_one_is_left_out_by_a_click(dialog: MergeDialog, qtbot: QtBot) -> None:
    click_box(qtbot, dialog, 0)
    assert amounts(dialog.table()) == [Decimal("2.00")]
    assert dialog.conflicts.rows[0].choice == "丙.gzgoals"


def test_the_last_one_cannot_be_left_out(dialog: MergeDialog, qtbot: QtBot) -> None:
    click_box(qtbot, dialog, 0)
    click_box(qtbot, dialog, 1)
    assert dialog.boxes[1].isChecked()
    assert amounts(dialog.table()) == [Decimal("2.00")]


def test_what_merging_decides_and_what_reading_guessed_is_told(dialog: MergeDialog) -> None:
    assert dialog.notes.toPlainText().split("\n") == ["年度取“2026”，其他来源为“2025”。", "丙：推断了年度"]


def test_a_files_name_is_shown_to_the_letter(dialog: MergeDialog) -> None:
    assert dialog.boxes[0].text() == "甲 && 乙.gzgoals"


def test_without_conflicts_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MergeDialog(merge_plan([table("1.00"), table("2.00", name="租赁费")], NAMES), (), parent)
    dialog.show()
    assert not dialog.list.isVisible()
    assert not dialog.notes.isVisible()
    assert amounts(dialog.table()) == [Decimal("1.00"), Decimal("2.00")]


@pytest.mark.parametrize("code", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_the_dialog_is_freed_whatever_was_answered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, code: QDialog.DialogCode
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    destroyed: list[bool] = []

    def answer(dialog: QDialog) -> int:
        dialog.destroyed.connect(lambda: destroyed.append(True))
        return code.value

    monkeypatch.setattr(QDialog, "exec", answer)
    merged = ask_merge(parent, [table("1.00"), table("2.00")], NAMES)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert (merged is not None) is (code is QDialog.DialogCode.Accepted)
    assert destroyed == [True]


def test_units_are_told_only_where_there_are_several(dialog: MergeDialog) -> None:
    assert dialog.list.isColumnHidden(0)
    assert dialog.list.currentIndex().row() == 0


def test_what_is_told_takes_no_more_room_than_it_needs(dialog: MergeDialog) -> None:
    assert dialog.notes.height() < 4 * dialog.fontMetrics().lineSpacing()
    assert not dialog.notes.verticalScrollBar().isVisible()
