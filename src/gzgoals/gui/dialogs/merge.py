"""Several tables about to become one: what is equal, what is told, and of what differs which is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gzgoals.core.table import GoalTable, catalogue_of
from gzgoals.core.years import MergePlan, merge_plan, merged
from gzgoals.gui.dialogs.asking import accepted
from gzgoals.gui.models.merge_rows import (
    CONFLICTS,
    ConflictRow,
    FieldRow,
    conflict_rows,
    field_columns,
    field_rows,
)
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.widgets.cell_delegate import CellDelegate
from gzgoals.gui.widgets.group_header import GroupHeader
from gzgoals.gui.widgets.tick_box import TickBox

_AROUND_NOTES = 16
"""Pixels."""


def ask_merge(
    parent: QWidget, tables: Sequence[GoalTable], names: Sequence[str], doubts: Sequence[str] = ()
) -> GoalTable | None:
    """Show what merging these tables comes to, let the user choose, and return the one table; None to leave it.

    `names` are the sources' names, `doubts` what was guessed while they were read.
    """
    dialog = MergeDialog(merge_plan(tables, names), doubts, parent)
    dialog.resize(parent.size() * 0.9)
    return dialog.table() if accepted(dialog) else None


class MergeDialog(QDialog):
    """The conflicts of a plan, and the one that is looked at side by side; at least one candidate is always kept."""

    def __init__(self, plan: MergePlan, doubts: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("合并多个表")
        self._plan = plan
        self._kept = [set(range(len(conflict.candidates))) for conflict in plan.conflicts]
        most = max((len(conflict.candidates) for conflict in plan.conflicts), default=0)
        self.conflicts: RowsModel[ConflictRow] = RowsModel(CONFLICTS, parent=self)
        self.fields: RowsModel[FieldRow] = RowsModel(field_columns(most), parent=self)
        self.list = _list(self, self.conflicts, "有冲突的项目")
        self.sides = _sides(self, self.fields)
        self.boxes = [TickBox(self) for _ in range(most)]
        self.notes = QPlainTextEdit("\n".join([*(note.text for note in plan.notes), *doubts]), self)
        self._lay_out()
        for box in self.boxes:
            box.clicked.connect(self._on_box_clicked)
        self.list.selectionModel().currentChanged.connect(self._show_conflict)
        self.conflicts.set_rows(conflict_rows(plan.conflicts, self._kept, plan.names))
        if plan.conflicts:
            units = {conflict.unit for conflict in plan.conflicts}
            self.list.setColumnHidden(0, len(units) == 1)  # names need its room
            self.list.setCurrentIndex(self.conflicts.index(0, 1))
            self.list.setFocus()

    def _lay_out(self) -> None:
        summary = QLabel(_summary(self._plan), self)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName("合并说明")
        lines = min(self.notes.blockCount(), 5)
        self.notes.setMaximumHeight(lines * self.fontMetrics().lineSpacing() + _AROUND_NOTES)
        self.notes.setFrameShape(QFrame.Shape.StyledPanel)
        self.notes.setVisible(bool(self.notes.toPlainText()))
        heading = QLabel("合并时还要留意：", self)
        heading.setObjectName("caption")
        heading.setVisible(self.notes.isVisibleTo(self))
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.list)
        parts.addWidget(self._right())
        parts.setSizes([360, 640])
        parts.setChildrenCollapsible(False)
        parts.setVisible(bool(self._plan.conflicts))
        buttons = QDialogButtonBox(self)
        go_on = buttons.addButton("合并为新表", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part, stretch in ((summary, 0), (parts, 1), (heading, 0), (self.notes, 0), (buttons, 0)):
            layout.addWidget(part, stretch)
        if not self._plan.conflicts:
            layout.insertStretch(4, 1)

    def _right(self) -> QWidget:
        side = QWidget(self)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(QLabel("保留：", side))
        for box in self.boxes:
            line.addWidget(box)
        line.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides, 1)
        column.addLayout(line)
        return side

    def table(self) -> GoalTable:
        """Return the one table, as the user has chosen."""
        return merged(self._plan, dict(enumerate(self._kept)))

    def _show_conflict(self) -> None:
        number = self.list.currentIndex().row()
        if number < 0:
            return
        conflict, names = self._plan.conflicts[number], self._plan.names
        catalogue = catalogue_of(self._plan.tables[0].scheme)
        self.fields.set_rows(field_rows(conflict, names, catalogue))
        self.sides.resizeRowsToContents()
        for place, box in enumerate(self.boxes):
            there = place < len(conflict.candidates)
            box.setVisible(there)
            self.sides.setColumnHidden(place + 1, not there)
            if there:
                box.setText(names[conflict.candidates[place][0]].replace("&", "&&"))
                box.setChecked(place in self._kept[number])

    def _on_box_clicked(self) -> None:
        number, box = self.list.currentIndex().row(), self.sender()
        kept = {place for place, each in enumerate(self.boxes) if each.isChecked() and not each.isHidden()}
        if not kept and isinstance(box, TickBox):
            box.setChecked(True)  # to merge is not to drop: one is kept
            return
        self._kept[number] = kept
        self.conflicts.set_rows(conflict_rows(self._plan.conflicts, self._kept, self._plan.names))


def _summary(plan: MergePlan) -> str:
    projects = sum(len(group.candidates) for unit in plan.units for group in unit.groups)
    told = f"{len(plan.tables)} 个文件，全部保留时共 {projects} 个项目；{plan.equal} 个完全相同的只留一份。"
    if not plan.conflicts:
        return f"{told}没有冲突，可以直接合并。"
    conflicts = f"{len(plan.conflicts)} 个项目在各文件中内容不同"
    return f"{told}\n{conflicts}：逐个查看，勾选要保留的；都勾选时，后者在名称中注明来源。"


def _list(parent: QWidget, model: RowsModel[ConflictRow], name: str) -> QTableView:
    view = _view(parent, model, name, 1)
    view.setHorizontalHeader(GroupHeader([""] * len(CONFLICTS), view))
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.horizontalHeader().setSectionResizeMode(len(CONFLICTS) - 1, QHeaderView.ResizeMode.ResizeToContents)
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 12)
    return view


def _sides(parent: QWidget, model: RowsModel[FieldRow]) -> QTableView:
    view = _view(parent, model, "逐项对照", 6)
    view.setHorizontalHeader(GroupHeader([""] * model.columnCount(), view))
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().sectionResized.connect(view.resizeRowsToContents)
    return view


def _view(parent: QWidget, model: RowsModel[ConflictRow] | RowsModel[FieldRow], name: str, lines: int) -> QTableView:
    view = QTableView(parent)
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(CellDelegate(lines=lines, parent=view))
    view.setFrameShape(QFrame.Shape.StyledPanel)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.verticalHeader().setVisible(False)
    return view
