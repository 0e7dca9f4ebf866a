"""The sheets of an office document that was read, one a tab; the rows that matter just now are selected."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QTabWidget, QWidget

from gzgoals.core.exchange.source import Grid, GridRow, Spot
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column, RowsModel
from gzgoals.gui.widgets.cell_delegate import CellDelegate
from gzgoals.gui.widgets.group_header import GroupHeader

_WIDEST = 220  # pixels of a column at first; the user may make it wider
_SEEN = 60  # rows whose texts decide how wide the columns are


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet with its place among the rows that were read."""

    key: int
    row: GridRow


class SourceSheets(QTabWidget):
    """Sheets to look at.

    Signals
    -------
    picked(Spot)
        The user has clicked a row, or gone to it by keyboard.
    """

    picked = Signal(object)

    def __init__(self, grids: Sequence[Grid], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setTabPosition(QTabWidget.TabPosition.South)
        self.setAccessibleName("原文件的表格")
        self._grids = tuple(grids)
        self._showing = False
        for number, grid in enumerate(grids, 1):
            name = grid.name or f"表 {number}"
            self.addTab(self._view(grid, name), name.replace("&", "&&"))
        self.tabBar().setVisible(len(grids) > 1)

    def _view(self, grid: Grid, name: str) -> QTableView:
        view = QTableView(self)
        model: RowsModel[SheetRow] = RowsModel(tuple(_columns(grid)), parent=view)
        model.set_rows([SheetRow(number, row) for number, row in enumerate(grid.rows)])
        view.setModel(model)
        view.setAccessibleName(f"原文件的表格“{name}”")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setItemDelegate(CellDelegate(parent=view))
        view.setHorizontalHeader(GroupHeader([""] * len(model.columns), view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setCornerButtonEnabled(False)
        view.verticalHeader().setVisible(False)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for number, width in enumerate(_widths(grid, view)):
            view.setColumnWidth(number, width)
        view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        return view

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Select the rows of `spots`, and bring the first of them into view."""
        for number, grid in enumerate(self._grids):
            rows = [index for index, row in enumerate(grid.rows) if any(_meets(row, spot) for spot in spots)]
            if rows:
                self.setCurrentIndex(number)
                self._select(self.view(number), rows, max(spot.column for spot in spots))
                return

    def view(self, number: int) -> QTableView:
        """Return the view of one sheet, counted from 0."""
        view = self.widget(number)
        assert isinstance(view, QTableView)
        return view

    def zoom(self, steps: int) -> None:
        """Show the text larger (1) or smaller (-1)."""
        for number in range(self.count()):
            view = self.view(number)
            font = view.font()
            font.setPointSizeF(min(max(font.pointSizeF() + steps, 6.0), 30.0))
            self._set_font(view, font.pointSizeF())

    def fit(self) -> None:
        """Show the text in the size of the program's own."""
        for number in range(self.count()):
            self._set_font(self.view(number), self.font().pointSizeF())

    def _set_font(self, view: QTableView, size: float) -> None:
        font = view.font()
        font.setPointSizeF(size)
        view.setFont(font)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)

    def _select(self, view: QTableView, rows: Sequence[int], column: int) -> None:
        """Select rows and show them, with a column of theirs where one is meant."""
        self._showing = True
        model, last = view.model(), view.model().columnCount() - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(model.index(row, 0), model.index(row, last))
        flags = QItemSelectionModel.SelectionFlag
        view.selectionModel().setCurrentIndex(model.index(rows[0], 0), flags.NoUpdate)
        view.selectionModel().select(selection, flags.ClearAndSelect)
        first = model.index(rows[0], min(column, last))
        view.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._showing = False

    def _on_row_changed(self, current: QModelIndex, _former: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            spots = self._grids[self.currentIndex()].rows[current.row()].spots
            if spots:
                self.picked.emit(spots[0])


def _meets(row: GridRow, spot: Spot) -> bool:
    """Tell whether a row of the sheet stands where `spot` says."""
    rows = range(spot.row, max(spot.last, spot.row) + 1) if spot.row else range(0)
    return any((own.sheet, own.page) == (spot.sheet, spot.page) and own.row in rows for own in row.spots)


def _columns(grid: Grid) -> Iterator[Column[SheetRow]]:
    yield Column("number", "行", lambda row: Cell(_number(row.row), right=True, muted=True))
    for index in range(max((len(row.cells) for row in grid.rows), default=0)):
        yield Column(str(index), _title(index), _cell(index))


def _cell(index: int) -> Callable[[SheetRow], Cell]:
    def cell(row: SheetRow) -> Cell:
        text = row.row.cell(index)
        return Cell(text.replace("\n", " "), tip=text)

    return cell


def _number(row: GridRow) -> str:
    return str(row.spots[0].row) if row.spots and row.spots[0].row else ""


def _title(index: int) -> str:
    return Spot(row=1, column=index + 1).text.rstrip("1")


def _widths(grid: Grid, view: QTableView) -> Iterator[int]:
    metrics = view.fontMetrics()
    yield metrics.horizontalAdvance("00000") + 16
    for index in range(max((len(row.cells) for row in grid.rows), default=0)):
        texts = (row.cell(index) for row in grid.rows[:_SEEN])
        longest = max((metrics.horizontalAdvance(text[:_SEEN]) for text in texts), default=0)
        yield min(max(longest + 24, 56), _WIDEST)
