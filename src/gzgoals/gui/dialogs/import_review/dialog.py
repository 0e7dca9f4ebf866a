"""The review of an import: the source beside what was read from it, doubts first, then the projects and where to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from gzgoals.core.edits import place_of
from gzgoals.core.exchange import Draft
from gzgoals.core.exchange.source import Spot
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.dialogs.frame import foot_of, frame, head_of
from gzgoals.gui.dialogs.import_review.destination import Destination
from gzgoals.gui.dialogs.import_review.doubts_panel import DoubtsPanel
from gzgoals.gui.dialogs.import_review.origins import thing_at
from gzgoals.gui.dialogs.import_review.projects_panel import ProjectsPanel
from gzgoals.gui.dialogs.import_review.source_pane import SourcePane, is_shown
from gzgoals.gui.dialogs.import_review.state import ReviewState
from gzgoals.gui.dialogs.import_review.summary import Summary
from gzgoals.gui.dialogs.mention_list import MentionList
from gzgoals.gui.dialogs.messages import ask_drop_review
from gzgoals.gui.dialogs.tick_buttons import tick_buttons
from gzgoals.gui.widgets.type_size import fitting

SIZE = QSize(1440, 860)

_MOST_DOUBTS = 0.42
"""The share of the room that doubts take at first, however many there are."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The table that came of an import; `into_open` when it is the open table with what was brought in."""

    table: GoalTable
    into_open: bool


class ReviewDialog(QDialog):
    """Shows a state; accepted when the user wants what `state.result` then is."""

    def __init__(self, state: ReviewState, name: str, open_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对导入内容")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.state = state
        state.setParent(self)
        self.summary = Summary(state, self)
        self.doubts = DoubtsPanel(state, self)
        self.projects = ProjectsPanel(state, self)
        self.mentions = MentionList(self)
        self.destination = Destination(state, open_name, self)
        self.source = SourcePane(state.draft.source, self) if is_shown(state.draft.source) else None
        self.lists = QTabWidget(self)
        self.lists.setAccessibleName("核对内容")
        self.go = QPushButton(self)
        self.cancel = QPushButton("取消", self)
        self._lay_out(name)
        self._connect()
        self._refresh()
        self.resize(fitting(self, SIZE))

    @classmethod
    def ask(cls, state: ReviewState, name: str, open_name: str, parent: QWidget) -> Imported | None:
        """Show a review until it is answered."""
        dialog = cls(state, name, open_name, parent)
        return Imported(dialog.state.result, dialog.state.choices.into_open) if accepted(dialog) else None

    def _lay_out(self, name: str) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.summary)
        self._both = self._findings()
        column.addWidget(self._both, 1)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setChildrenCollapsible(False)
        for part, room in ((self.source, 620), (right, 820)):
            if part is not None:
                middle.addWidget(part)
                middle.setStretchFactor(middle.count() - 1, room)
        middle.setSizes([620, 820] if self.source else [1440])
        head = head_of(self, "核对导入内容", _about(name, self.state.draft))
        frame(self, head, middle, foot_of(self, self.destination, self.cancel, self.go))

    def _findings(self) -> QSplitter:
        """Return the doubts over the lists of projects and years."""
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(9)
        self.lists.setDocumentMode(True)
        self.lists.addTab(self.projects, "项目")
        self.lists.addTab(self.mentions, "年份")
        self.lists.setCornerWidget(tick_buttons(self, self._tick_all, self._tick_none))
        both.addWidget(self.doubts)
        both.addWidget(self.lists)
        both.setStretchFactor(1, 1)
        self.doubts.setVisible(bool(self.state.draft.doubts))
        return both

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wanted = min(self.doubts.wanted_height(), round(self._both.height() * _MOST_DOUBTS))
        self._both.setSizes([wanted, max(self._both.height() - wanted, 200)])
        first = self.doubts.view if self.state.draft.doubts else self.projects.view
        first.setCurrentIndex(first.model().index(0, 2 if self.state.draft.doubts else 1))
        first.setFocus()

    def _connect(self) -> None:
        state = self.state
        state.changed.connect(self._refresh)
        state.spotted.connect(self._on_spotted)
        self.summary.settle_all.clicked.connect(self.doubts.settle_all)
        self.projects.chosen.connect(state.look_at)
        self.mentions.chosen.connect(state.look_at)
        self.mentions.ticked.connect(self._on_ticked)
        self.go.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        if self.source:
            self.source.picked.connect(self._on_picked)
            self.finished.connect(self.source.end)
        for keys, do in (
            ("Ctrl+Return", self.accept),
            ("Ctrl+Enter", self.accept),
            ("Ctrl+Z", state.undo),
            ("Ctrl+Y", state.redo),
            ("Ctrl+Shift+Z", state.redo),
        ):
            QShortcut(QKeySequence(keys), self, do)

    def _refresh(self) -> None:
        plan = self.state.plan
        self.go.setText(f"带入 {plan.coming} 个项目")
        self.go.setEnabled(plan.coming > 0)
        self.mentions.show_mentions(self.state.table, plan.mentions, plan.advanced)
        self.lists.setTabText(0, f"项目 {len(self.projects.model.rows)}")
        self.lists.setTabText(1, f"年份 {len(plan.mentions)}")
        self.lists.setTabVisible(1, bool(plan.mentions))

    def _on_spotted(self, spots: Sequence[Spot]) -> None:
        if self.source:
            self.source.show_spots(spots)

    def _on_picked(self, point: Spot) -> None:
        if thing := thing_at(self.state.draft.origins, point):
            place = place_of(self.state.table, thing)
            self.lists.setCurrentWidget(self.projects)
            self.projects.select(place.project)
            self.state.look_at(place)

    def _on_ticked(self, places: Sequence[Place], ticked: bool) -> None:
        self.state.advance(places, advanced=ticked)

    def _tick_all(self) -> None:
        self._tick(ticked=True)

    def _tick_none(self) -> None:
        self._tick(ticked=False)

    def _tick(self, *, ticked: bool) -> None:
        shown = self.projects if self.lists.currentWidget() is self.projects else self.mentions
        shown.tick_all(ticked=ticked)

    def accept(self) -> None:
        for view in (self.doubts.view, self.projects.view):
            view.commit()
        self.destination.commit()
        if self.go.isEnabled():
            super().accept()

    def reject(self) -> None:
        if not self.state.history.past or ask_drop_review(self):
            super().reject()


def _about(name: str, draft: Draft) -> str:
    source = draft.source
    extent = f"{len(source.page_sizes)} 页" if source.pdf else f"{len(source.lines)} 行" if source.lines else ""
    return " · ".join(part for part in (name, extent) if part)
