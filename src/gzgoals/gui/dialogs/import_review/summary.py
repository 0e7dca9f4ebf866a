"""What was recognised, in two lines: how much, whether it adds up as the source says, and what is still in doubt."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from gzgoals.core.checks import Severity
from gzgoals.core.edits import sums
from gzgoals.core.table import GoalTable, Project, Stated, money_text
from gzgoals.gui.dialogs.import_review.state import ReviewState
from gzgoals.gui.models.cells import Badge
from gzgoals.gui.widgets.badge import BadgeLabel
from gzgoals.gui.widgets.funding_bar import SOURCES


class Summary(QWidget):
    """The lines over the doubts; `settle_all` is the button that ticks them all."""

    def __init__(self, state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.counts = _label(self, "summary")
        self.verdict = _label(self, "verdict")
        self.badge = BadgeLabel(self)
        self.settle_all = QPushButton("全部采用(&A)", self)
        self.settle_all.setAutoDefault(False)
        self.settle_all.setToolTip("所有待核对的内容都按“识别为”一栏采用")
        layout = QGridLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.counts, 0, 0)
        layout.addWidget(self.verdict, 1, 0)
        layout.addWidget(self.badge, 0, 1, 2, 1)
        layout.addWidget(self.settle_all, 0, 2, 2, 1)
        layout.setColumnStretch(0, 1)
        state.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tell how things stand now."""
        state = self._state
        self.counts.setText(_counts(state.table))
        fine, words = verdict(state.draft.table, state.table, printed=state.draft.summed)
        self.verdict.setText(f"{'✓' if fine else '!'} {words}")
        if self.verdict.property("fine") is not fine:
            self.verdict.setProperty("fine", fine)
            self.verdict.style().unpolish(self.verdict)
            self.verdict.style().polish(self.verdict)
        doubts = state.open_doubts
        self.badge.set_badge(Badge(Severity.WARNING, doubts, "待核对") if doubts else Badge())
        self.settle_all.setVisible(bool(state.draft.doubts))
        self.settle_all.setEnabled(bool(doubts))


def verdict(before: GoalTable, table: GoalTable, *, printed: bool) -> tuple[bool, str]:
    """Tell whether the table adds up to what its source printed, and say so.

    A reader keeps what was printed only where it contradicted; elsewhere the sums of the table as it was read are just
    that. `printed` tells whether the source has a row of sums at all.
    """
    off = _difference(before.stated or sums(_projects(before)), sums(_projects(table)))
    if off:
        return False, f"与原文件{'合计行' if printed or before.stated else ''}不一致：{off}"
    for was, now in zip(before.units, table.units, strict=True):
        if off := _difference(was.stated or sums(was.projects), sums(now.projects)):
            return False, f"“{now.name}”与原文件的单位行不一致：{off}"
    return True, "与原文件合计行一致" if printed else "与原文件没有出入"


def _counts(table: GoalTable) -> str:
    projects = _projects(table)
    indicators = sum(len(project.indicators) for project in projects)
    total = sum((project.funding.total for project in projects), Decimal("0.00"))
    units = f"{len(table.units)} 个单位、" if len(table.units) > 1 else ""
    return f"识别到 {units}{len(projects)} 个项目、{indicators} 项指标，合计 {money_text(total)} 万元"


def _projects(table: GoalTable) -> list[Project]:
    return [project for unit in table.units for project in unit.projects]


def _difference(stated: Stated, summed: Stated) -> str:
    """Return the first column in which what was printed is not what the projects add up to."""
    for name, word in (*SOURCES, ("total", "总计")):
        printed, added = getattr(stated, name), getattr(summed, name)
        if printed != added:
            return f"“{word}”原为 {money_text(printed)}，各项目之和 {money_text(added)}"
    return ""


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
