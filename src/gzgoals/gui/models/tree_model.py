"""A tree model of department, units and projects that announces only how a new tree differs from the old one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, Qt, Signal

from gzgoals.gui.models.cells import Cell, Role
from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference
from gzgoals.gui.models.project_rows import COLUMNS, TreeRow
from gzgoals.gui.models.rows_model import Index

MIME = "application/x-gzgoals-tree"
INDICATORS_MIME = "application/x-gzgoals-indicators"
"""What the grid's rows are dragged as."""
_REMEMBERED = 1024
"""Cells: more than a screen shows."""
_MANY = 64
"""Steps from which on all rows go and come at once: views look at all their rows again at each step."""
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_MOVABLE = _FIXED | Qt.ItemFlag.ItemIsDragEnabled


class _Node:
    """A row with its place in the tree."""

    __slots__ = ("at", "children", "number", "parent", "row")

    def __init__(self, row: TreeRow, parent: "_Node | None", number: int) -> None:
        self.row = row
        self.parent = parent
        self.number = number
        self.children: list[_Node] = []
        self.at = 0

    def row_in_parent(self) -> int:
        """Return where the node stands, looked up only where the others have moved since."""
        siblings = self.parent.children if self.parent else [self]
        if not (self.at < len(siblings) and siblings[self.at] is self):
            self.at = siblings.index(self)
        return self.at


class TreeModel(QAbstractItemModel):
    """The project tree.

    Qt is handed a number for each node, never a Python object: an index that outlives its node then finds nothing
    instead of a dangling pointer.

    Signals
    -------
    dragged(keys, parent key, target, copied)
        The user wants the things `keys`, or copies of them, to stand before row `target` of `parent key`; -1 means
        last.
    indicators_dropped(keys, key, copied)
        The user wants these indicators of the project that is shown, or copies of them, in the project `key`.
    """

    dragged = Signal(object, str, int, bool)
    indicators_dropped = Signal(object, str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._nodes: dict[int, _Node] = {}
        self._by_key: dict[str, _Node] = {}
        self._root = _Node(TreeRow(""), None, 0)
        self._cells: dict[tuple[int, int], tuple[TreeRow, Cell]] = {}

    def set_tree(self, top: TreeRow) -> None:
        """Show the tree below and including `top`, announcing what differs from the one shown before."""
        self._settle(self._root, (top,))

    def renew(self, rows: Iterable[TreeRow]) -> None:
        """Show these rows in place of those with their keys, whatever stands below them; others stay as they are."""
        others: dict[tuple[int, range], list[_Node]] = {}
        for row in rows:
            node = self._by_key.get(row.key)
            if node and node.parent and (columns := _differing(node.row, row)):
                node.row = row
                others.setdefault((node.parent.number, columns), []).append(node)
        for (_, columns), siblings in others.items():
            for first, last in _runs(siblings):
                self._tell(first, last, columns)

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Return the index of the unit or project with this id (or of `ROOT`); invalid when it is not shown."""
        node = self._by_key.get(key)
        return self._index(node, column) if node else QModelIndex()

    def key(self, index: Index) -> str:
        """Return the id of what an index stands for; nothing when it is gone."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.row.key if node else ""

    def _settle(self, node: _Node, rows: Sequence[TreeRow]) -> None:
        if not rows and not node.children:
            return
        steps = list(difference([child.row.key for child in node.children], [row.key for row in rows]))
        if len(steps) > _MANY:
            steps = [Removed(0, len(node.children) - 1)] if node.children else []
            steps += [Inserted(0, len(rows) - 1)] if rows else []
        for step in steps:
            self._take(node, step, rows)
        others = []
        for child, row in zip(node.children, rows, strict=True):
            if not child.row.shows_as(row):
                child.row = row
                others.append(child)
        if others:
            self._tell(others[0], others[-1], range(len(COLUMNS)))
        for child, row in zip(node.children, rows, strict=True):
            self._settle(child, row.children)

    def _tell(self, first: _Node, last: _Node, columns: range) -> None:
        self.dataChanged.emit(self._index(first, columns[0]), self._index(last, columns[-1]))

    def _take(self, node: _Node, step: Removed | Inserted | Moved, rows: Sequence[TreeRow]) -> None:
        parent = self._index(node)
        match step:
            case Removed(first, last):
                self.beginRemoveRows(parent, first, last)
                for child in node.children[first : last + 1]:
                    self._forget(child)
                del node.children[first : last + 1]
                self.endRemoveRows()
            case Inserted(first, last):
                self.beginInsertRows(parent, first, last)
                node.children[first:first] = self._made(rows[first : last + 1], node, first)
                self.endInsertRows()
            case Moved(source, target):
                self.beginMoveRows(parent, source, source, parent, target + (target > source))
                node.children.insert(target, node.children.pop(source))
                self.endMoveRows()

    def _node(self, row: TreeRow, parent: _Node) -> _Node:
        node = _Node(row, parent, next(self._numbers))
        self._nodes[node.number] = node
        self._by_key[row.key] = node
        node.children = self._made(row.children, node, 0)
        return node

    def _made(self, rows: Sequence[TreeRow], parent: _Node, first: int) -> list[_Node]:
        nodes = [self._node(row, parent) for row in rows]
        for at, node in enumerate(nodes, first):
            node.at = at
        return nodes

    def _forget(self, node: _Node) -> None:
        del self._nodes[node.number]
        if self._by_key.get(node.row.key) is node:
            del self._by_key[node.row.key]
        for child in node.children:
            self._forget(child)

    def _index(self, node: _Node, column: int = 0) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row_in_parent(), column, node.number)

    def _find(self, index: Index) -> _Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        children = self._find(parent).children
        if parent.column() > 0 or not (0 <= row < len(children) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, children[row].number)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        node = self._find(index)
        return self._index(node.parent) if node.parent else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.column() > 0 else len(self._find(parent).children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:
        return bool(self._find(parent).children) and parent.column() <= 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._find(index)
        if node is self._root:
            return None
        return node.row.key if role == Role.KEY else self._cell(node, index.column()).answer(role)

    def _cell(self, node: _Node, column: int) -> Cell:
        """Return what a cell shows, which the view asks for role by role."""
        known = self._cells.get((node.number, column))
        if known and known[0] is node.row:
            return known[1]
        if len(self._cells) >= _REMEMBERED:
            self._cells.clear()
        cell = COLUMNS[column].cell(node.row)
        self._cells[node.number, column] = node.row, cell
        return cell

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self._find(index)
        if node is self._root:
            return super().flags(index)
        return _FIXED if node.parent is self._root else _MOVABLE

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME, INDICATORS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        keys = dict.fromkeys(self.key(index) for index in indexes if index.flags() & Qt.ItemFlag.ItemIsDragEnabled)
        data.setData(MIME, "\n".join(keys).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if data.hasFormat(INDICATORS_MIME):
            return row < 0 and self._is_project(parent)
        return super().canDropMimeData(data, action, row, column, parent)

    def _is_project(self, index: Index) -> bool:
        above = self._find(index).parent
        return above is not None and above.parent is not None and above.parent.parent is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        copied = action == Qt.DropAction.CopyAction
        if data.hasFormat(INDICATORS_MIME):
            if row < 0 and self._is_project(parent):
                self.indicators_dropped.emit(_keys(data, INDICATORS_MIME), self.key(parent), copied)
        elif data.hasFormat(MIME) and parent.isValid():
            self.dragged.emit(_keys(data, MIME), self.key(parent), row, copied)
        return False  # the rows move when the difference comes back; the view must not remove them itself


def _keys(data: QMimeData, mime: str) -> list[str]:
    return bytes(data.data(mime).data()).decode().split("\n")


def _differing(old: TreeRow, new: TreeRow) -> range:
    """Return the columns, from the first to the last of them, in which two rows do not show the same."""
    if old.shows_as(new):
        return range(0)
    others = [number for number, column in enumerate(COLUMNS) if column.cell(old) != column.cell(new)]
    return range(others[0], others[-1] + 1)


def _runs(siblings: list[_Node]) -> Iterator[tuple[_Node, _Node]]:
    """Yield first and last of those that stand side by side: a view paints all that lies between the two."""
    siblings.sort(key=_Node.row_in_parent)
    for _, run in groupby(enumerate(siblings), key=lambda each: each[1].row_in_parent() - each[0]):
        nodes = [node for _, node in run]
        yield nodes[0], nodes[-1]
