"""A table model that holds rows as values and announces only how new rows differ from the old ones."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gzgoals.gui.models.cells import Cell, Editor, Role
from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference, runs

Index = QModelIndex | QPersistentModelIndex


_REMEMBERED = 1024
"""Cells: more than a screen shows."""

TICKED = "✓"
"""What is wished for a cell whose tick box is to be ticked."""


class Row(Protocol):
    """A row: any value with a key that stays the same while the thing lives."""

    @property
    def key(self) -> Hashable:
        """What the row is, whatever it shows now."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)  # generic and slotted do not go together on Python 3.11
class Column(Generic[R]):
    """A column: its key, its title, the group of columns it stands in, and what it shows of a row.

    `right` sets the title to the right, above numbers.
    """

    key: str
    title: str
    cell: Callable[[R], Cell]
    group: str = ""
    right: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows and columns for a view.

    Signals
    -------
    wished(key, column, text)
        The user wants `text` in this cell. Nothing is set here: the difference comes back through `set_rows`.
        Where the cell has a tick box, `text` is `TICKED`, or empty to take the tick away.
    dragged(keys, target)
        The user wants the rows with these keys to stand before row `target`.
    """

    wished = Signal(object, str, str)
    dragged = Signal(object, int)

    def __init__(
        self, columns: Sequence[Column[R]], mime: str = "", handle: str = "", parent: QObject | None = None
    ) -> None:
        """Hold rows of `columns`; with a `mime` type they can be dragged, by their cell in the column `handle`."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._mime = mime
        self._handle = handle
        self._rows: list[R] = []
        self._cells: dict[tuple[int, int], tuple[R, Cell]] = {}

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows as they are shown now."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show `rows`: announce what was removed, inserted, moved and changed, keeping editors and selection."""
        fresh = {row.key: row for row in rows}
        for step in difference([row.key for row in self._rows], list(fresh)):
            self._take(step, rows)
        for index, row in enumerate(rows):
            if self._rows[index] is not row and self._rows[index] != row:
                self._renew(index, row)

    def _renew(self, number: int, row: R) -> None:
        """Show another row with the same key, and announce the cells that show something else than a view was told."""
        told = [self._told(number, column) for column in range(len(self.columns))]
        self._rows[number] = row
        others = [column for column, cell in enumerate(told) if cell is None or cell != self._cell(number, column)]
        for first, last in runs(others):
            self.dataChanged.emit(self.index(number, first), self.index(number, last))

    def _take(self, step: Removed | Inserted | Moved, rows: Sequence[R]) -> None:
        root = QModelIndex()
        match step:
            case Removed(first, last):
                self.beginRemoveRows(root, first, last)
                del self._rows[first : last + 1]
                self.endRemoveRows()
            case Inserted(first, last):
                self.beginInsertRows(root, first, last)
                self._rows[first:first] = rows[first : last + 1]
                self.endInsertRows()
            case Moved(source, target):
                self.beginMoveRows(root, source, source, root, target + (target > source))
                self._rows.insert(target, self._rows.pop(source))
                self.endMoveRows()

    def index_of(self, key: Hashable, column: str = "") -> QModelIndex:
        """Return the index of a row by its key and a column by its own; invalid when it is not shown."""
        for number, row in enumerate(self._rows):
            if row.key == key:
                keys = [each.key for each in self.columns]
                return self.index(number, keys.index(column) if column in keys else 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.KEY:
            return self._rows[index.row()].key
        return self._cell(index.row(), index.column()).answer(role)

    def _cell(self, number: int, column: int) -> Cell:
        """Return what a cell shows, which views ask for role by role."""
        if told := self._told(number, column):
            return told
        if len(self._cells) >= _REMEMBERED:
            self._cells.clear()
        row = self._rows[number]
        cell = self.columns[column].cell(row)
        self._cells[number, column] = row, cell
        return cell

    def _told(self, number: int, column: int) -> Cell | None:
        """Return what a cell shows, if it has been asked for it."""
        known = self._cells.get((number, column))
        return known[1] if known and known[0] is self._rows[number] else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].title
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation == Qt.Orientation.Horizontal:
            column = self.columns[section]
            return f"{column.group}，{column.title}" if column.group else column.title
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | (Qt.ItemFlag.ItemIsDropEnabled if self._mime else Qt.ItemFlag.NoItemFlags)
        if self._mime and self.columns[index.column()].key == self._handle:
            flags |= Qt.ItemFlag.ItemIsDragEnabled  # elsewhere dragging the mouse selects cells
        cell = self._cell(index.row(), index.column())
        if cell.editor is not Editor.NONE:
            flags |= Qt.ItemFlag.ItemIsEditable
        if cell.check is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role not in {Qt.ItemDataRole.EditRole, Qt.ItemDataRole.CheckStateRole} or not index.isValid():
            return False
        ticks = role == Qt.ItemDataRole.CheckStateRole
        text = (TICKED if Qt.CheckState(value) == Qt.CheckState.Checked else "") if ticks else str(value)
        self.wished.emit(self._rows[index.row()].key, self.columns[index.column()].key, text)
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction if self._mime else Qt.DropAction.IgnoreAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Let rows be copied too, where they are dropped on something else that takes them."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction if self._mime else Qt.DropAction.IgnoreAction

    def mimeTypes(self) -> list[str]:
        return [self._mime] if self._mime else []

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        keys = [str(self._rows[row].key) for row in sorted({index.row() for index in indexes})]
        data.setData(self._mime, "\n".join(keys).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if action != Qt.DropAction.MoveAction or not data.hasFormat(self._mime):
            return False
        keys = bytes(data.data(self._mime).data()).decode().split("\n")
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        self.dragged.emit(keys, target)
        return False  # the rows move when the difference comes back; the view must not remove them itself
