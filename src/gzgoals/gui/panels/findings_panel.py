"""The list of all findings; a click on one goes to the cell."""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QStackedLayout, QTableView, QWidget

from gzgoals.gui.models.cells import Role
from gzgoals.gui.models.finding_rows import COLUMNS, FindingRow, finding_rows
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.cell_delegate import CellDelegate
from gzgoals.gui.widgets.group_header import GroupHeader


class FindingsPanel(QWidget):
    """Every problem of the table at once, the gravest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._last: Hashable = None
        self.model: RowsModel[FindingRow] = RowsModel(COLUMNS, parent=self)
        self.view = _findings_view(self, self.model)
        self._fine = QLabel("没有发现问题。", self)
        self._fine.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fine.setObjectName("caption")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._fine)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Show the findings as they are now."""
        self.model.set_rows(finding_rows(self._session.table, self._session.checked))
        self._pages.setCurrentWidget(self.view if self.model.rows else self._fine)

    def step(self, by: int) -> None:
        """Go to the next (1) or former (-1) finding of the list, round its end."""
        if count := len(self.model.rows):
            here = self.view.currentIndex()
            mended = by > 0 and self._last is not None and not self.model.index_of(self._last).isValid()
            row = (here.row() + (0 if mended else by)) % count if here.isValid() else 0  # the next one has moved up
            self.view.setCurrentIndex(self.model.index(row, 0))
            self._on_chosen(self.view.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        key = index.data(Role.KEY)
        row = next((row for row in self.model.rows if row.key == key), None)
        if row:
            self._last = key
            self._session.go(row.finding.place)


def _findings_view(parent: QWidget, model: RowsModel[FindingRow]) -> QTableView:
    view = QTableView(parent)
    view.setAccessibleName("检查结果")
    view.setModel(model)
    view.setItemDelegate(CellDelegate(parent=view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.verticalHeader().setVisible(False)
    view.setHorizontalHeader(GroupHeader([""] * len(COLUMNS), view))
    for number, width in enumerate((72, 240, 172)):
        view.setColumnWidth(number, width)
    view.horizontalHeader().setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 12)
    return view
