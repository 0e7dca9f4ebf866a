"""Projects side by side as a table model: rows and columns come and go, and only what differs is announced."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from gzgoals.core.siblings import Matrix
from gzgoals.core.table import Indicator, Place
from gzgoals.core.visible import visible
from gzgoals.gui.models.cells import Cell, Role
from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference
from gzgoals.gui.models.matrix_rows import MatrixRow, Title, cell_of
from gzgoals.gui.models.rows_model import Index
from gzgoals.gui.models.tips import tip


class MatrixModel(QAbstractTableModel):
    """Rows are projects, columns are indicators; both have keys.

    Signals
    -------
    wished(place, column, text)
        The user wants `text` in the cell of the project at `place`. Nothing is set here: the difference comes back.
    """

    wished = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix()
        """What is shown."""
        self._rows: list[MatrixRow] = []
        self._titles: list[Title] = []
        self._cells: dict[tuple[int, int], tuple[MatrixRow, Title, Cell]] = {}

    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The rows as they are shown now."""
        return tuple(self._rows)

    @property
    def titles(self) -> tuple[Title, ...]:
        """The columns as they are shown now."""
        return tuple(self._titles)

    def set_matrix(self, matrix: Matrix, new_titles: Sequence[Title], rows: Sequence[MatrixRow]) -> None:
        """Show another matrix: announce what came, went, moved and changed, keeping editors and selection."""
        self.matrix = matrix
        old_keys = [title.key for title in self._titles]
        for step in difference(old_keys, [title.key for title in new_titles]):
            self._take(step, self._titles, new_titles, Qt.Orientation.Horizontal)
        for step in difference([row.key for row in self._rows], [row.key for row in rows]):
            self._take(step, self._rows, rows, Qt.Orientation.Vertical)
        for number, title in enumerate(new_titles):
            if self._titles[number] != title:
                self._titles[number] = title
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, number, number)
                if self._rows:
                    self.dataChanged.emit(self.index(0, number), self.index(len(self._rows) - 1, number))
        for number, row in enumerate(rows):
            if self._rows[number] is not row and self._rows[number] != row:
                self._rows[number] = row
                self.headerDataChanged.emit(Qt.Orientation.Vertical, number, number)
                if self._titles:
                    self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._titles) - 1))

    def _take(
        self, step: Removed | Inserted | Moved, things: list[Any], new: Sequence[Any], way: Qt.Orientation
    ) -> None:
        """Announce and do one step to rows or columns; a row shows nothing yet in a column that it does not know."""
        root, rows = QModelIndex(), way == Qt.Orientation.Vertical
        match step:
            case Removed(first, last):
                (self.beginRemoveRows if rows else self.beginRemoveColumns)(root, first, last)
                del things[first : last + 1]
                self.endRemoveRows() if rows else self.endRemoveColumns()
            case Inserted(first, last):
                (self.beginInsertRows if rows else self.beginInsertColumns)(root, first, last)
                things[first:first] = new[first : last + 1]
                self.endInsertRows() if rows else self.endInsertColumns()
            case Moved(source, target):
                begin = self.beginMoveRows if rows else self.beginMoveColumns
                begin(root, source, source, root, target + (target > source))
                things.insert(target, things.pop(source))
                self.endMoveRows() if rows else self.endMoveColumns()

    def index_of(self, place: Hashable, column: str) -> QModelIndex:
        """Return the index of a cell by the place of its project and its column; invalid when it is not shown."""
        rows = (number for number, row in enumerate(self._rows) if row.key == place)
        columns = (number for number, title in enumerate(self._titles) if title.key == column)
        row, number = next(rows, -1), next(columns, -1)
        return self.index(row, number) if row >= 0 and number >= 0 else QModelIndex()

    def keys_at(self, index: Index) -> tuple[Place, str]:
        """Return the place of a cell's project and the key of its column."""
        return self._rows[index.row()].key, self._titles[index.column()].key

    def indicator_at(self, index: Index) -> Indicator | None:
        """Return a cell's indicator, None where there is none."""
        return self._rows[index.row()].cells.get(self._titles[index.column()].key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, title = self._rows[index.row()], self._titles[index.column()]
        if role == Role.KEY:
            return row.key, title.key
        known = self._cells.get((index.row(), index.column()))
        if known is None or known[0] is not row or known[1] is not title:
            if len(self._cells) > _REMEMBERED:
                self._cells.clear()
            known = self._cells[index.row(), index.column()] = row, title, cell_of(row, title)
        return known[2].answer(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < len(self._titles if across else self._rows):
            return None
        head = self._titles[section].head if across else self._rows[section].head
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: visible(head.name),
            Qt.ItemDataRole.ToolTipRole: tip(head.tip),
            Qt.ItemDataRole.AccessibleTextRole: head.aloud,
            Role.CELL: head,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.wished.emit(*self.keys_at(index), str(value))
        return True


_REMEMBERED = 1024
"""Cells: more than a screen shows."""
