"""The project tree with its filter and the sums below."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from gzgoals.core.checks import Figures, Renewed
from gzgoals.core.edits import find_project, find_unit, move_project, move_unit, place_of
from gzgoals.core.table import TABLE, Place, money_text
from gzgoals.gui.models.project_rows import COLUMNS, ROOT, TreeRow, filters_alike, project_tree, renewed_rows
from gzgoals.gui.models.tree_model import TreeModel
from gzgoals.gui.session import Change, Session
from gzgoals.gui.widgets.cell_delegate import PADDING, CellDelegate
from gzgoals.gui.widgets.funding_bar import SOURCES
from gzgoals.gui.widgets.type_size import scaled
from gzgoals.gui.widgets.window_undo import free_undo_keys

_AMOUNT, _BADGE = (next(n for n, column in enumerate(COLUMNS) if column.key == key) for key in ("amount", "badge"))

_AT_ONCE = 100
"""The number of projects whose badges are renewed before the keys have their turn again."""
_SPARE = 12
"""Pixels that a column may be wider than it need be."""
_LEAST_NAME = 110
"""Pixels of the usual type that names have at least; where there is less room the amounts give way."""
_ALL_OPEN = 1000
"""The number of projects up to which all units are opened at first."""


class TreePanel(QWidget):
    """Department, units and projects with amounts and badges.

    Signals
    -------
    menu_wanted(position)
        The user asks for the menu of the current row; the position is a global one.
    """

    menu_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._refreshing = False
        self._amounts = (Decimal("0.00"), Decimal("0.00"))
        self._coming: list[tuple[tuple[int, int], ...]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self.filter = _filter_field(self)
        self.model = TreeModel(self)
        self.view = _tree_view(self, self.model)
        self.sums = QLabel(self)
        self.sums.setObjectName("sums")
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.sums.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(6)
        for part in (self.filter, self.view, self.sums):
            layout.addWidget(part)
        self._connect()
        self._on_opened()

    def _connect(self) -> None:
        self._session.opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.shown.connect(self._on_shown)
        self._session.located.connect(self._on_located)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.filter.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.dragged.connect(self._on_dragged)
        self.model.rowsInserted.connect(self._on_rows_inserted)

    def _on_opened(self) -> None:
        self.filter.clear()
        self._set_tree()
        self._expand()
        self._on_shown(self._session.place)
        self.view.scrollTo(self.view.currentIndex())
        self.view.setFocus()

    def _refresh(self) -> None:
        self._set_tree()
        self._on_shown(self._session.place)

    def _set_tree(self) -> None:
        self._coming = []
        checked = self._session.checked
        tree = project_tree(self._session.table, checked, self._wanted)
        self._refreshing = True  # Qt moves on from a removed row by itself; what is shown is the session's to say
        self.model.set_tree(tree)
        self._refreshing = False
        self._amounts = _extremes(_every_row(tree))
        self._fit_columns()
        self.sums.setText(_sums(checked.figures))

    def _expand(self) -> None:
        """Open all units, or of very many projects those of the unit that is shown: each row costs its time."""
        if self._session.checked.figures.projects <= _ALL_OPEN or self._wanted:
            self.view.expandAll()
            return
        self.view.expand(self.model.index_of(ROOT))
        if unit := self._session.place.unit:
            self.view.expand(self.model.index_of(unit))

    def _on_changed(self, change: Change) -> None:
        """Show what one edit has changed: a few rows, where none have come, gone or moved."""
        renewed = change.renewed
        if renewed is None and change.old is change.new:
            self._renew_badges()
            return
        if renewed is None or not filters_alike(change.old, change.new, renewed, self._wanted):
            self._refresh()
            return
        self._show_renewed(renewed)
        self.sums.setText(_sums(change.checked.figures))

    def _renew_badges(self) -> None:
        """Show the findings of all projects that have come, some after some so that no key has to wait for them."""
        units = self._session.table.units
        rows = range(len(units))
        self._show_renewed(Renewed((), tuple(rows)))
        places = [(row, place) for row in rows for place in range(len(units[row].projects))]
        self._coming = [tuple(places[start : start + _AT_ONCE]) for start in range(0, len(places), _AT_ONCE)][::-1]
        if len(self._coming) > 1:
            self._timer.start()
        else:
            self._on_timeout()

    def _on_timeout(self) -> None:
        if self._coming:
            self._show_renewed(Renewed(self._coming.pop(), ()))
        if not self._coming:
            self._timer.stop()

    def _show_renewed(self, renewed: Renewed) -> None:
        rows = tuple(renewed_rows(self._session.table, self._session.checked, renewed))
        self.model.renew(rows)
        self._amounts = _extremes(rows, self._amounts)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give amounts and badges the room that the largest need; Qt would ask a thousand rows at every key."""
        bold = QFont(self.view.font())
        bold.setBold(True)
        widest = max(QFontMetrics(bold).horizontalAdvance(money_text(amount)) for amount in self._amounts)
        badge = self.view.sizeHintForIndex(self.model.index_of(ROOT, _BADGE)).width()
        narrow = self.view.viewport().width() < widest + PADDING + badge + scaled(self, _LEAST_NAME)
        if narrow != self.view.isColumnHidden(_AMOUNT):
            self.view.setColumnHidden(_AMOUNT, narrow)  # the form and the tooltips tell it too
        for column, width in ((_AMOUNT, widest + PADDING), (_BADGE, badge)):
            if not 0 <= self.view.columnWidth(column) - width <= _SPARE:  # else all rows would be painted at many a key
                self.view.setColumnWidth(column, width + _SPARE // 2)

    @property
    def _wanted(self) -> str:
        return self.filter.text().strip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model.rowCount():
            self._fit_columns()

    def _on_filter_changed(self) -> None:
        self._refresh()
        self._expand()

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if last - first > _ALL_OPEN or self._session.checked.figures.projects > _ALL_OPEN:
            return
        self.view.expand(parent)
        for row in range(first, last + 1):
            self.view.expand(self.model.index(row, 0, parent))

    def _on_shown(self, place: Place) -> None:
        index = self.model.index_of(place.project or place.unit or ROOT)
        if index == self.view.currentIndex().siblingAtColumn(0):
            return
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, rows)  # none where the filter hides what is shown
        self.view.scrollTo(index)

    def _on_located(self, place: Place) -> None:
        shown = self.model.index_of(place.project or place.unit or ROOT)
        if not shown.isValid():
            self.filter.clear()  # the place lies outside what the filter shows
            self._on_shown(place)
        if not place.field and not place.indicator:
            self.view.setFocus()

    def _on_current_changed(self, index: QModelIndex) -> None:
        key = self.model.key(index)
        if not key or self._refreshing:
            return
        above = self.model.key(index.parent())
        place = TABLE if key == ROOT else Place(key) if above == ROOT else Place(above, key)
        self._session.show(place)

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(position))

    def _on_dragged(self, key: str, target: str, row: int) -> None:
        """Move a project or unit to where it was dropped: between rows, or onto a unit or project."""
        table = self._session.table
        if row >= 0:
            row = self._row_in_table(target, row)
        moved, onto = place_of(table, key), TABLE if target == ROOT else place_of(table, target)
        if moved.project and onto.unit:
            unit = find_unit(table, onto)
            if onto.project:
                row = unit.projects.index(find_project(table, onto))
            self._move_project(moved, onto.unit, row if row >= 0 else len(unit.projects))
        elif not moved.project and target == ROOT:
            self._move_unit(moved, row if row >= 0 else len(table.units))

    def _row_in_table(self, target: str, row: int) -> int:
        """Return where in the table the tree's row stands: a filter hides some between; -1 behind the last."""
        key = self.model.key(self.model.index(row, 0, self.model.index_of(target)))
        table = self._session.table
        place = place_of(table, key) if key else TABLE
        if place.project:
            return find_unit(table, place).projects.index(find_project(table, place))
        return table.units.index(find_unit(table, place)) if place.unit else -1

    def _move_project(self, place: Place, unit_id: str, row: int) -> None:
        table = self._session.table
        project = find_project(table, place)
        if unit_id == place.unit and find_unit(table, place).projects.index(project) < row:
            row -= 1
        there = Place(unit_id, place.project)
        self._session.apply("移动项目", lambda now: move_project(now, place, unit_id, row), there)
        self._session.go(there)

    def _move_unit(self, place: Place, row: int) -> None:
        table = self._session.table
        if table.units.index(find_unit(table, place)) < row:
            row -= 1
        self._session.apply("移动单位", lambda now: move_unit(now, place, row), place)
        self._session.go(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_columns()
            return False
        down = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return)
        if watched is self.filter and event.type() == QEvent.Type.KeyPress and down:
            self.view.setFocus()
            return True
        return super().eventFilter(watched, event)


def _filter_field(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setPlaceholderText("筛选项目或单位")
    field.setAccessibleName("筛选项目或单位")
    field.setClearButtonEnabled(True)
    free_undo_keys(field, own_first=True)
    return field


def _tree_view(parent: QWidget, model: TreeModel) -> QTreeView:
    view = QTreeView(parent)
    view.setModel(model)
    view.setAccessibleName("项目树")
    view.setHeaderHidden(True)
    view.setItemDelegate(CellDelegate(parent=view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setIndentation(14)
    view.setUniformRowHeights(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (_AMOUNT, _BADGE):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
    return view


def _every_row(top: TreeRow) -> Iterable[TreeRow]:
    yield top
    for row in top.children:
        yield from _every_row(row)


def _extremes(rows: Iterable[TreeRow], known: tuple[Decimal, ...] = ()) -> tuple[Decimal, Decimal]:
    """Return the smallest and the largest amount of these rows and of those that are known."""
    amounts = [*known, *(row.amount for row in rows)]
    return min(amounts), max(amounts)


def _sums(figures: Figures) -> str:
    sources = "　".join(f"{word} {money_text(getattr(figures, name))}" for name, word in SOURCES)
    counts = f"{figures.projects} 个项目 · {figures.indicators} 项指标"
    return f"合计 {money_text(figures.total)} 万元 · {counts}\n{sources}"
