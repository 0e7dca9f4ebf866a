"""Projects side by side as a table model: rows and columns come and go, and only what differs is announced."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from gzgoals.core.checks import Checked, Finding
from gzgoals.core.siblings import Column, Matrix, Side, shown
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Place, catalogue_of, money_text
from gzgoals.core.visible import visible
from gzgoals.gui.models.cells import Badge, Cell, Editor, Role
from gzgoals.gui.models.difference import Inserted, Moved, Removed, difference
from gzgoals.gui.models.finding_words import said_of
from gzgoals.gui.models.rows_model import Index
from gzgoals.gui.models.tips import tip

UNUSUAL = "◇"
"""Stands beside a target that is another than most projects have."""
MISSING = "＋"
_EMPTY = "（空）"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a row or above a column: a name with the amount or the category `beside` it.

    `text` is what an editor of the name opens with.
    """

    name: str = ""
    beside: str = ""
    badge: Badge | None = None
    strong: bool = False
    tip: str = ""
    text: str = ""

    @property
    def aloud(self) -> str:
        """What a screen reader says of it."""
        return f"{self.name}，{self.beside}" + (f" 万元，{self.badge.words}" if self.badge else "")


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A project with its indicators by the keys of their columns; `name` is without the unit's at its beginning.

    `current` tells that it is the project shown for editing.
    """

    key: Place
    name: str = ""
    full_name: str = ""
    amount: str = ""
    cells: Mapping[str, Indicator] = field(default_factory=lambda: MappingProxyType({}))
    findings: tuple[Finding, ...] = ()
    badge: Badge = Badge()
    current: bool = False

    @property
    def head(self) -> Head:
        """What stands before the row."""
        told = f"{self.full_name}\n{self.amount} 万元\n{self.badge.words}\n双击转到这个项目"
        return Head(self.name, self.amount, self.badge, self.current, told)


@dataclass(frozen=True, slots=True)
class Title:
    """A column with the words of its category, and which targets are edited in it."""

    column: Column
    category: str
    side: Side

    @property
    def key(self) -> str:
        """What the column is, whatever it shows now."""
        return self.column.key

    @property
    def name(self) -> str:
        """The indicator's name, or that there is none yet."""
        return self.column.name or "（未填指标名称）"

    @property
    def head(self) -> Head:
        """What stands above the column."""
        told = f"{self.category}\n{self.name}\n双击为各项目一起改名"
        return Head(self.name, self.category, tip=told, text=self.column.name)


def matrix_rows(table: GoalTable, matrix: Matrix, checked: Checked, current: Place) -> tuple[MatrixRow, ...]:
    """Return the rows of a matrix of the table."""
    units = {unit.id: unit.name for unit in table.units}
    keys = [column.key for column in matrix.columns]
    rows = []
    for line in matrix.lines:
        full = line.project.name.strip() or "（未填项目名称）"
        short = full.removeprefix(units.get(line.place.unit, "")) or full
        cells = {key: each for key, each in zip(keys, line.cells, strict=True) if each}
        amount, badge = money_text(line.project.funding.total), Badge.of(checked.tally(line.place))
        here = line.place == Place(current.unit, current.project)
        rows.append(MatrixRow(line.place, short, full, amount, cells, checked.at(line.place), badge, here))
    return tuple(rows)


def titles(table: GoalTable, matrix: Matrix, side: Side) -> tuple[Title, ...]:
    """Return the titles of a matrix of the table."""
    catalogue = catalogue_of(table.scheme)
    return tuple(Title(column, _category(column.category, catalogue), side) for column in matrix.columns)


def _category(category: str, catalogue: Catalogue) -> str:
    known = catalogue.by_code.get(category)
    return known.name if known else category or "未分类"


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


def cell_of(row: MatrixRow, title: Title) -> Cell:
    """Return what the cell of a project and an indicator shows."""
    indicator = row.cells.get(title.key)
    if indicator is None:
        return Cell(
            prompt=MISSING,
            tip=f"这个项目没有“{title.name}”，键入指标值即可新增",
            editor=Editor.TEXT,
            spoken=f"{row.full_name}，{title.name}，没有这项指标，键入即新增",
        )
    text = shown(indicator)
    usual = title.column.usual
    unusual = usual is not None and (indicator.cycle, indicator.annual) != usual
    found = _problems(row, indicator)
    told = "\n".join((*map(said_of, found), *_remarks(indicator, title, unusual=unusual)))
    cell = Cell(
        shown(indicator, title.side),
        tip=told or text,
        editor=Editor.TEXT,
        prompt=_EMPTY,
        shown=f"{UNUSUAL} {text or _EMPTY}" if unusual else text,
        muted=not text,
        spoken=f"{row.full_name}，{title.name}，{text or '空'}{'，与多数项目不同' if unusual else ''}",
    )
    worst = max((each.severity for each in found if not each.is_answered), default=None)
    return replace(cell, mark=worst) if worst else cell


def _problems(row: MatrixRow, indicator: Indicator) -> list[Finding]:
    """Return the findings that mark one of the indicator's targets."""
    return [
        finding
        for finding in row.findings
        if any(
            cell.indicator == indicator.id and cell.field.partition(".")[0] in ("cycle", "annual")
            for cell in finding.cells
        )
    ]


def _remarks(indicator: Indicator, title: Title, *, unusual: bool) -> list[str]:
    """Return what else there is to tell of a cell: all of its text, and how it differs from the column."""
    remarks = []
    if indicator.cycle != indicator.annual:
        remarks.append(f"实施周期 {indicator.cycle.text or _EMPTY}，年度 {indicator.annual.text or _EMPTY}")
    if unusual and title.column.usual:
        usual = Indicator(cycle=title.column.usual[0], annual=title.column.usual[1])
        remarks.append(f"{UNUSUAL} 多数项目为 {shown(usual) or _EMPTY}")
    if indicator.name != title.column.name:
        remarks.append(f"在这个项目中名称为“{indicator.name or _EMPTY}”")
    if indicator.category != title.column.category:
        remarks.append("在这个项目中的类别与其他项目不同")
    return remarks
