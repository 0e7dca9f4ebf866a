"""The indicator grid of one project."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gzgoals.core.edits import CELLS, add_indicators, copied, find_indicator, find_project, move_indicator, put_value
from gzgoals.core.entry import entered
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Place, Project, catalogue_of
from gzgoals.core.years.matching import match_indicators
from gzgoals.gui.models.indicator_rows import COLUMNS, NEW, IndicatorRow, indicator_rows
from gzgoals.gui.models.rows_model import RowsModel
from gzgoals.gui.models.tree_model import INDICATORS_MIME
from gzgoals.gui.panels import cell_commands
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.column_widths import ColumnWidths
from gzgoals.gui.widgets.grid_view import GridView

_WIDTHS = {
    "number": 30,
    "first": 108,
    "second": 136,
    "operator": 48,
    "value": 84,
    "measure": 64,
    "last": 94,
    "badge": 48,
}
"""Widths in pixels of the usual type; the name takes what is left."""
_NARROW = {"operator": 40, "value": 78, "measure": 52}
"""Those that are narrower while last year's targets stand beside them."""
_GIVE = {column.key: _NARROW[part] for column in COLUMNS if (part := column.key.rpartition(".")[2]) in _NARROW}
"""The same where the name has little room."""
_LAST = [column.key for column in COLUMNS].index("last")
_TITLES = {column.key: f"{column.group}·{column.title}" if column.group else column.title for column in COLUMNS}


class GridPanel(QFrame):
    """One row an indicator, and a last one into which a new indicator is typed.

    Signals
    -------
    menu_wanted(position)
        The user asks for the menu of the current row; the position is a global one.
    told(text)
        Something was done with what was typed that the user should know of.
    """

    menu_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._place = Place()
        self._fills = False
        self.model: RowsModel[IndicatorRow] = RowsModel(COLUMNS, INDICATORS_MIME, "number", self)
        self.view = GridView(tuple(column.group for column in COLUMNS), self)
        self.view.setAccessibleName("绩效指标")
        self.view.setModel(self.model)
        self.view.passes = self._passes
        self.view.typed_at = self._typed_at
        self.view.setColumnHidden(_LAST, True)
        keys = [column.key for column in COLUMNS]
        self.widths = ColumnWidths(self.view, keys, _widths(beside=False), "grid", 112, _GIVE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)
        self.model.wished.connect(self._on_wished)
        self.model.dragged.connect(self._on_dragged)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)

    def show_place(self, place: Place) -> None:
        """Show the indicators of the project at `place`."""
        if place == self._place:
            self.refresh()
            return
        self.view.commit()
        self._place = place
        column = self.view.currentIndex().column()
        self.refresh()
        self.view.selectionModel().clear()
        if self.window().focusWidget() is self.view:  # the hand stays in its column
            here = self.model.index(0, column)
            self.view.setCurrentIndex(here if self.view.stops_at(here) else self.view.beside(QModelIndex(), 1))

    def refresh(self) -> None:
        """Show the indicators as they are in the table now."""
        project = find_project(self._session.table, self._place)
        last = self._last(project)
        self.model.set_rows(indicator_rows(self._place, project, self._session.checked, self._catalogue, last))
        beside = self._session.table.last_year is not None
        if self.view.isColumnHidden(_LAST) is beside:
            self.view.setColumnHidden(_LAST, not beside)
            self.widths.set_usual(_widths(beside=beside))

    def _last(self, project: Project) -> dict[str, Indicator]:
        """Return what each indicator was in the year before, by its id now."""
        old = self._session.last_project(project.id)
        return {now.id: then for then, now in match_indicators(old, project) if then and now} if old else {}

    def locate(self, place: Place) -> None:
        """Make the cell at `place` current and give it the keyboard."""
        column = place.field if place.field in _TITLES else _CELLS.get(place.field, "name")
        if place.field == "category":
            first, second = self._catalogue.levels(find_indicator(self._session.table, place).category)
            column = "first" if not first and not second else "second"
        index = self.model.index_of(place.indicator or NEW, column)
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever keys are held, as those of undo
        self.view.selectionModel().setCurrentIndex(index, alone)
        self.view.scrollTo(index)
        self.view.setFocus()

    def current(self) -> tuple[str, ...]:
        """The ids of the indicators that are selected, in their order."""
        rows = self.model.rows
        return tuple(key for row in self.view.selected_rows() if (key := rows[row].key) != NEW)

    def cells(self) -> tuple[tuple[str, str], ...]:
        """The cells that are selected, row by row: each an indicator's id, or `NEW`, and the key of a column."""
        rows = self.model.rows
        return tuple((rows[row].key, COLUMNS[column].key) for row, column in sorted(self.view.selected_cells()))

    def choose(self, cells: Iterable[tuple[int, str]]) -> None:
        """Select cells by their row and the key of their column; the upper left one is current."""
        columns = {column.key: number for number, column in enumerate(COLUMNS)}
        if numbers := [(row, columns[column]) for row, column in cells]:
            self.view.select_cells(numbers)

    def add_after_current(self) -> None:
        """Add an empty indicator below the current row and go to its name."""
        row = self.view.currentIndex().row() + 1 if self.view.currentIndex().isValid() else len(self.model.rows)
        self._add(Indicator(), row, "name")
        self.view.setFocus()

    def fill_down(self) -> None:
        """Fill the selected cells from the topmost of each column, or those of one row from the row above."""
        cells = self.cells()
        if {key for key, _ in cells} != {NEW}:
            cell_commands.fill_down(self._session, cells)
        elif above := find_project(self._session.table, self._place).indicators[-1:]:
            columns = {column for _, column in cells if column in CELLS}
            if not columns:
                return
            here = COLUMNS[self.view.currentIndex().column()].key
            self._add(copied(Indicator(), above[0], columns, self._catalogue), len(self.model.rows), here)

    def fill_selection(self) -> None:
        """Fill the selected cells with what is typed in the open one, else with what stands in the current one."""
        self._fills = True
        typed = self._session.table
        self.view.commit()
        self._fills = False
        here = self.view.currentIndex()
        if self._session.table is typed and here.isValid():
            cell_commands.fill(self._session, self.cells(), self.model.rows[here.row()].key, COLUMNS[here.column()].key)

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        cell_commands.clear(self._session, self.cells())

    def follow_cycle(self) -> None:
        """Make the annual targets of the selected indicators those of the whole cycle."""
        cell_commands.follow_cycle(self._session, self.current())

    @property
    def _catalogue(self) -> Catalogue:
        return catalogue_of(self._session.table.scheme)

    def _passes(self, index: QModelIndex) -> bool:
        """Tell whether Tab passes over a cell: the first level of a new indicator, for it follows from the second."""
        return self.model.rows[index.row()].key == NEW and COLUMNS[index.column()].key == "first"

    def _typed_at(self, index: QModelIndex, text: str) -> QModelIndex:
        """Return the cell that a key is for: figures typed at a sign are for the value beside it."""
        column = COLUMNS[index.column()].key if index.isValid() else ""
        is_for_value = column.endswith(".operator") and text[0].isdecimal()
        return index.siblingAtColumn(index.column() + 1) if is_for_value else index

    def _add(self, indicator: Indicator, row: int, column: str) -> None:
        project = self._place
        there = replace(project, indicator=indicator.id)
        self._session.apply("新增指标", lambda table: add_indicators(table, project, (indicator,), row), there)
        self.view.carry_to(self.model.index_of(indicator.id, column))

    def _on_wished(self, key: str, column: str, text: str) -> None:
        if self._fills and len(self.cells()) > 1:
            cell_commands.fill_with(self._session, self.cells(), column, text)
        elif key != NEW:
            self._put(key, column, text)
        elif text.strip():
            self._add(entered(Indicator(), column, text, self._catalogue), len(self.model.rows), column)

    def _put(self, key: str, column: str, text: str) -> None:
        place = replace(self._place, indicator=key)
        old = find_indicator(self._session.table, place)
        new = entered(old, column, text, self._catalogue)
        field = "category" if column in ("first", "second") else column
        name, _, part = field.partition(".")

        def edit(table: GoalTable) -> GoalTable:
            return put_value(table, place.at(name), getattr(new, name))

        label = f"修改{_TITLES[column]}"
        if part and cell_commands.came_apart(old, new, column, text):
            label = f"填入{_TITLES[column].partition('·')[0]} {getattr(new, name).text}"
            self.told.emit(f"“{text.strip()}”已拆成符号、值和单位，按 Ctrl+Z 可撤销。")
        self._session.apply(label, edit, place.at(field))

    def _on_dragged(self, keys: Sequence[str], row: int) -> None:
        project = self._place
        moved = [key for key in keys if key != NEW]
        order = [row.key for row in self.model.rows]
        row -= sum(order.index(key) < row for key in moved)

        def edit(table: GoalTable) -> GoalTable:
            for offset, key in enumerate(moved):
                table = move_indicator(table, replace(project, indicator=key), len(order))
                table = move_indicator(table, replace(project, indicator=key), row + offset)
            return table

        if moved:
            self._session.apply("移动指标", edit, replace(project, indicator=moved[0]))

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu_wanted.emit(self.view.viewport().mapToGlobal(position))


_CELLS = {"cycle": "cycle.value", "annual": "annual.value", "": "name", "indicators": "name"}


def _widths(*, beside: bool) -> dict[str, int]:
    """Return the width of each column that has its own; `beside` them stand last year's targets."""
    widths = _WIDTHS | _NARROW if beside else _WIDTHS
    return {column.key: widths[part] for column in COLUMNS if (part := column.key.rpartition(".")[2]) in widths}
