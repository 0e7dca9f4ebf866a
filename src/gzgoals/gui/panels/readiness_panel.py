"""The tab 上报前检查: what stands between the table and its final print, step by step."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from gzgoals.core.checks import Step, readiness
from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.models.step_rows import COLUMNS, StepRow, step_rows
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.elided_label import ElidedLabel
from gzgoals.gui.widgets.going_view import GoingView

_WIDTHS = {"concern": 112, "owner": 240, "way_out": 160}
_GIVE = {"owner": 110, "way_out": 96}
"""Widths in pixels of the usual type; the findings take what is left, and where that is little others give way."""

AT_ONCE = 1000
"""The number of findings up to which the list follows every key; with more it waits until the hands rest."""

LISTED = 500
"""How many steps are listed; who has more begins with these."""

_REST = 400
"""Milliseconds."""


class ReadinessPanel(QWidget):
    """The steps that are left before the print, the most urgent first, kept up to date while they are in sight.

    A click or Enter on a step goes to its findings, one after another.

    Signals
    -------
    report_wanted()
        The user wants the report of the check as a file.
    print_wanted()
        The user wants to print the official table.
    """

    report_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._last: tuple[Hashable, int] = (None, 0)
        self.model: RowsModel[StepRow] = RowsModel(COLUMNS, parent=self)
        self.view = GoingView(self.model, _WIDTHS, self, "readiness", _GIVE)
        self.view.setAccessibleName("上报前检查")
        self.verdict = QLabel(self)
        self.verdict.setObjectName("verdict")
        self.rules = ElidedLabel(self)
        self.rules.setObjectName("caption")
        self.report = _button("导出检查报告…", self)
        self.print = _button("打印…", self)
        self._fine = QLabel("没有发现问题。", self)
        self._fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fine.setObjectName("caption")
        self._more = QLabel(self)
        self._more.setObjectName("caption")
        self._more.setContentsMargins(12, 4, 12, 4)
        self._more.hide()
        self._pages = QStackedLayout()
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 6, 12, 6)
        bar.setSpacing(8)
        bar.addWidget(self.verdict)
        bar.addWidget(self.rules, 1)
        bar.addWidget(self.report)
        bar.addWidget(self.print)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._fine)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._more)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self._rest.timeout.connect(self._on_rested)
        self.report.clicked.connect(self.report_wanted)
        self.print.clicked.connect(self.print_wanted)
        self._session.opened.connect(self._on_changed)
        self._session.changed.connect(self._on_changed)
        self._session.checking_changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show how things stand now."""
        self._stale = False
        checking, ready = self._session.checking, readiness(self._session.checked)
        self.verdict.setText("正在检查…" if checking else f"{_SIGNS[ready.is_ready]} {ready.verdict}")
        self.verdict.setProperty("fine", ready.is_ready and not checking)
        self.verdict.style().unpolish(self.verdict)  # a changed property is looked at only then
        self.verdict.style().polish(self.verdict)
        self.verdict.setToolTip(ready.counts)
        self.model.set_rows(step_rows(self._session.checked, ready.steps[:LISTED]))
        rest = len(ready.steps) - LISTED
        self._more.setText(f"先列出 {LISTED} 项，处理后依次列出其余 {rest} 项。")
        self._more.setVisible(rest > 0)
        self._fine.setText("正在检查…" if checking else "没有发现问题。")
        self._pages.setCurrentWidget(self.view if self.model.rows else self._fine)

    def enter(self) -> None:
        """Give the keyboard to the first step, or to the print where there is none left."""
        if not self.model.rows:
            self.print.setFocus()
            return
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def _on_changed(self) -> None:
        self._stale = True
        counts = self._session.checked.all_counts  # all findings in a row would be gathered anew at every key
        if counts.open + counts.answered > AT_ONCE:
            self._rest.start()
        else:
            self._on_rested()

    def _on_rested(self) -> None:
        if self._stale and self.isVisible():
            self.refresh()

    def _on_chosen(self, index: QModelIndex) -> None:
        key = index.data(Role.KEY)
        row = next((row for row in self.model.rows if row.key == key), None)
        if row:
            self._session.go(row.step.findings[self._turn(row.step, key)].place)

    def _turn(self, step: Step, key: Hashable) -> int:
        """Return which finding's turn it is: the one after the last, if that was of the same step."""
        last, turn = self._last
        turn = (turn + 1) % len(step.findings) if last == key else 0
        self._last = key, turn
        return turn

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)


_SIGNS = {True: "✓", False: "!"}


def _button(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    return button
