"""The published sample under review."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gzgoals.core.edits import replaced
from gzgoals.core.exchange import Draft
from gzgoals.core.opening import open_source
from gzgoals.core.table import GoalTable
from gzgoals.gui.dialogs.import_review.dialog import ReviewDialog
from gzgoals.gui.dialogs.import_review.state import ReviewState

ROOT = Path(__file__).parents[4]
SAMPLE = ROOT / "resources/samples/guangzhou-internet-court.published.txt"

Review = Callable[..., ReviewDialog]


@pytest.fixture
def draft() -> Draft:
    """The sample as it is read, as a table of 2025: what was published last year."""
    read = open_source(SAMPLE, 2025)
    assert len(read.doubts) == 1
    return read


@pytest.fixture
def open_table(draft: Draft) -> GoalTable:
    """A table of 2026 with the department, and nothing in it yet but its unit."""
    unit = replaced(draft.table.units[0], id="mine", projects=())
    return GoalTable(year=2026, department=draft.table.department, units=(unit,))


@pytest.fixture
def review(qtbot: QtBot) -> Iterator[Review]:
    """Return a way to open a review on the screen."""
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[ReviewDialog] = []

    def open_review(draft: Draft, open_table: GoalTable | None = None, *, into_open: bool = False) -> ReviewDialog:
        state = ReviewState(draft, open_table)
        if into_open:
            state.go_into_open(into_open=True)
        dialog = ReviewDialog(state, "2025年.txt", "2026.gzgoals", parent)
        opened.append(dialog)
        dialog.resize(1440, 860)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    yield open_review
    for dialog in opened:
        dialog.done(ReviewDialog.DialogCode.Rejected)
    parent.deleteLater()
