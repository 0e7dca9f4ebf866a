"""A list in which rows are ticked: the space bar ticks, Tab goes on to the next widget, rows stay in their order."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QKeyCombination, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from gzgoals.gui.models.cells import Editor, Role
from gzgoals.gui.models.rows_model import R, RowsModel
from gzgoals.gui.widgets.cell_delegate import CellDelegate, toggled
from gzgoals.gui.widgets.column_widths import ColumnWidths
from gzgoals.gui.widgets.grid_view import GridView
from gzgoals.gui.widgets.type_size import follow_type


class ChoosingView(GridView):
    """Shows a model of rows; `widths` are pixels by column key in the usual type, columns without one share the rest.

    Rows are as high as so many `lines`; where they `grow`, each is as high as its longest cell needs, up to that.
    """

    def __init__(
        self,
        model: RowsModel[R],
        widths: Mapping[str, int],
        parent: QWidget | None = None,
        lines: int = 1,
        *,
        grow: bool = False,
        give: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        super().__init__(tuple(column.group for column in model.columns), parent)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(lines=lines, parent=self, by_cell=True))
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabKeyNavigation(False)
        self.setWordWrap(lines > 1)
        self.horizontalHeader().setStretchLastSection(False)
        self.widths = ColumnWidths(self, [column.key for column in model.columns], widths, give=give)
        if grow:
            self.horizontalHeader().sectionResized.connect(self.resizeRowsToContents)
        else:
            self._measures = False
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            follow_type(self, partial(_fit_rows, self, lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid() and here.data(Role.EDITOR) is not Editor.CHOICE:
            self._toggle(here)
            return
        if event.keyCombination() == _OPENING and here.data(Role.EDITOR) is Editor.CHOICE:
            self.edit(here)
            return
        super().keyPressEvent(event)

    def _toggle(self, here: QModelIndex) -> None:
        """Tick the cell, or the first tick box of its row; all selected rows follow the one that is current."""
        column = here.column() if _checkable(here) else self._first_tick(here)
        if column < 0:
            return
        state = toggled(here.siblingAtColumn(column).data(Qt.ItemDataRole.CheckStateRole))
        rows = {index.row() for index in self.selectionModel().selectedIndexes()} | {here.row()}
        for row in sorted(rows):
            index = self.model().index(row, column)
            if _checkable(index):
                self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _first_tick(self, here: QModelIndex) -> int:
        columns = range(self.model().columnCount())
        return next((column for column in columns if _checkable(here.siblingAtColumn(column))), -1)


_OPENING = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down)
"""What opens a drop-down everywhere; in the indicator grid it moves rows."""


def _fit_rows(view: ChoosingView, lines: int) -> None:
    view.verticalHeader().setDefaultSectionSize(lines * view.fontMetrics().lineSpacing() + 14)


def _checkable(index: QModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
