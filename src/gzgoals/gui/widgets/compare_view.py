"""Two years compared: sums and a filter on top, a row a change, long texts side by side below the list."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.table import money_text
from gzgoals.core.years import Change, Comparison
from gzgoals.gui.models.cells import Editor, Role
from gzgoals.gui.models.change_rows import YEARS, ChangeRow, Sides, Subject, change_rows, columns, subject_of
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.column_widths import ColumnWidths, fit_rows
from gzgoals.gui.widgets.elided_label import ElidedLabel
from gzgoals.gui.widgets.group_header import GroupHeader
from gzgoals.gui.widgets.text_difference import TextDifference
from gzgoals.gui.widgets.trend_label import TrendLabel
from gzgoals.gui.widgets.typing_view import TypingView, is_enter

_WIDTHS = {"kind": 92, "difference": 96, "percent": 66}
"""Widths in pixels of the usual type; the others share what is left."""
_LONG = 16
"""Texts longer than this are shown side by side too."""


class CompareView(QWidget):
    """Shows a comparison; reasons can be written where it is `writable`.

    `sides` are what two tables of the same year are called.

    Signals
    -------
    chosen(Change)
        The user wants to see where this change is.
    reason_wished(Change, text)
        The user has written this reason for a change.
    """

    chosen = Signal(object)
    reason_wished = Signal(object, str)

    def __init__(self, parent: QWidget | None = None, *, writable: bool, sides: Sides | None = None) -> None:
        super().__init__(parent)
        self._sides = sides
        self._writable = writable
        self._comparison: Comparison | None = None
        self.sums = ElidedLabel(self)
        self.trend = TrendLabel(self)
        self.filters = {subject: _filter_button(subject, self) for subject in Subject}
        self.model: RowsModel[ChangeRow] = RowsModel(columns(sides or YEARS), parent=self)
        self.view = ChangesTable(self.model, self)
        self.view.setColumnHidden(self.model.columnCount() - 1, sides is not None)  # reasons are for years
        self.view.setAccessibleName(f"与{(sides or YEARS)[0]}对比")
        self.difference = TextDifference(self)
        self.difference.hide()
        self._group = QButtonGroup(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 5, 12, 5)
        bar.setSpacing(4)
        for button in self.filters.values():
            self._group.addButton(button)
            bar.addWidget(button)
        bar.addSpacing(12)
        bar.addWidget(self.sums, 1)
        bar.addSpacing(6)
        bar.addWidget(self.trend)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        parts.addWidget(self.difference)
        parts.setStretchFactor(0, 1)
        parts.setSizes([220, 60])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(parts, 1)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._refresh_rows)
        self.model.wished.connect(self._on_wished)
        self.view.clicked.connect(self._on_clicked)
        self.view.entered_row.connect(self._on_chosen)
        self.view.selectionModel().currentChanged.connect(self._refresh_difference)

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    def set_comparison(self, comparison: Comparison) -> None:
        """Show a comparison; what is the same as before keeps its row, its selection and its open editor."""
        self._comparison = comparison
        old, new = comparison.old_total.total, comparison.new_total.total
        before, after = self._names(comparison)
        self.sums.set_text(f"合计　{before} {money_text(old)}　→　{after} {money_text(new)} 万元")
        self.trend.set_amounts(old, new, (self._sides or YEARS)[0])
        counts = dict.fromkeys(Subject, 0)
        for change in comparison.changes:
            counts[subject_of(change)] += 1
        counts[Subject.ALL] = len(comparison.changes)
        for subject, button in self.filters.items():
            button.setText(f"{subject.value} {counts[subject]}")
        self._refresh_rows()

    def clear(self) -> None:
        """Show nothing, as for a table that remembers no year before."""
        self._comparison = None
        self._refresh_rows()

    @property
    def subject(self) -> Subject:
        """By which kind of thing the list is filtered."""
        return next(subject for subject, button in self.filters.items() if button.isChecked())

    def _refresh_rows(self) -> None:
        changes = self._comparison.changes if self._comparison else ()
        self.model.set_rows(change_rows(changes, self.subject, writable=self._writable))
        self._refresh_difference()

    def _refresh_difference(self) -> None:
        change = self._change(self.view.currentIndex().data(Role.KEY))
        long = change is not None and max(len(change.before), len(change.after)) > _LONG
        if change and long and self._comparison:
            self.difference.set_texts(self._names(self._comparison), change.before, change.after)
        self.difference.setVisible(long)

    def _names(self, comparison: Comparison) -> Sides:
        return self._sides or (f"{comparison.old_year} 年", f"{comparison.new_year} 年")

    def _change(self, key: Hashable) -> Change | None:
        return next((row.change for row in self.model.rows if row.key == key), None)

    def _on_wished(self, key: Hashable, _column: str, text: str) -> None:
        if change := self._change(key):
            self.reason_wished.emit(change, text)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.data(Role.EDITOR) is Editor.NONE:
            self._on_chosen(index)

    def _on_chosen(self, index: QModelIndex) -> None:
        if change := self._change(index.data(Role.KEY)):
            self.chosen.emit(change)


class ChangesTable(TypingView):
    """The list of changes: Enter goes to where a change is, but in a reason it goes down.

    Signals
    -------
    entered_row(index)
        Enter was pressed on a cell that is not typed into.
    """

    entered_row = Signal(QModelIndex)

    def __init__(self, model: RowsModel[ChangeRow], parent: QWidget) -> None:
        super().__init__(1, parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalHeader(GroupHeader([""] * len(model.columns), self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.widths = ColumnWidths(self, [column.key for column in model.columns], _WIDTHS, "compare", 56)
        fit_rows(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if is_enter(event) and here.isValid() and here.data(Role.EDITOR) is Editor.NONE:
            self.entered_row.emit(here)
        else:
            super().keyPressEvent(event)


def _filter_button(subject: Subject, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setCheckable(True)
    button.setChecked(subject is Subject.ALL)
    button.setText(subject.value)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleDescription("筛选变动")
    return button
