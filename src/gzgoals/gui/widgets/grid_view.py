"""The indicator grid's view: drop-downs open at the first click or key, rows are dragged."""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from gzgoals.gui.models.cells import Editor, Role
from gzgoals.gui.models.difference import runs
from gzgoals.gui.widgets.group_header import GroupHeader
from gzgoals.gui.widgets.typing_view import BARE, TypingView


class GridView(TypingView):
    """The view of the indicator grid."""

    def __init__(self, groups: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self.setHorizontalHeader(GroupHeader(groups, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.passes: Callable[[QModelIndex], bool] = lambda _: False
        """Whether Tab passes a cell over that could be edited."""
        self.typed_at: Callable[[QModelIndex, str], QModelIndex] = lambda index, _: index
        """Into which cell a key goes that is typed in another one."""
        self._heights: dict[int, tuple[object, str, int]] = {}
        self._measures = True  # whether rows are as high as their cells need
        self._many = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._measure_seen)
        self.verticalScrollBar().valueChanged.connect(self._measure_seen)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)

    def selected_cells(self) -> set[tuple[int, int]]:
        """Return row and column of each cell that is selected, else of the current one: Qt would ask all of them."""
        chosen = {
            (row, column)
            for part in self._selected_parts()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        }
        here = self.currentIndex()
        return chosen or ({(here.row(), here.column())} if here.isValid() else set())

    def selected_rows(self) -> list[int]:
        """Return the rows in which cells are selected, in their order, else that of the current cell."""
        rows = {row for part in self._selected_parts() for row in range(part.top(), part.bottom() + 1)}
        here = self.currentIndex()
        return sorted(rows) if rows or not here.isValid() else [here.row()]

    def _selected_parts(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def select_cells(self, cells: Collection[tuple[int, int]]) -> None:
        """Select cells by row and column, of which there is at least one; the upper left one is current and seen."""
        model, chosen = self.model(), self.selectionModel()
        selection = QItemSelection()
        for top, bottom, left, right in rectangles(cells):
            selection.select(model.index(top, left), model.index(bottom, right))
        flag = QItemSelectionModel.SelectionFlag
        here = model.index(*min(cells))
        chosen.setCurrentIndex(here, flag.NoUpdate)
        chosen.select(selection, flag.ClearAndSelect)
        self.scrollTo(here)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged) if model else ():
            signal.connect(self._on_rows_changed)

    def _on_rows_changed(self) -> None:
        """Leave it to Qt how high rows are, unless there are very many: it would measure all of them at each edit."""
        many = self._measures and self.model().rowCount() > _MANY
        if many is not self._many:
            self._many = many
            modes = QHeaderView.ResizeMode
            self.verticalHeader().setSectionResizeMode(modes.Fixed if many else modes.ResizeToContents)
        self._measure_soon()

    def _measure_soon(self) -> None:
        if self._many:
            self._soon.start()

    def _measure_seen(self) -> None:
        """Make the rows that are seen as high as they are to be; of very many the others are as high as any."""
        if not self._many:
            return
        last = self.rowAt(self.viewport().height() - 1)
        for row in range(self.rowAt(0), last + 1 if last >= 0 else self.model().rowCount()):
            self.verticalHeader().resizeSection(row, self.sizeHintForRow(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_soon()

    def sizeHintForRow(self, row: int) -> int:
        """Return how high a row is: at each edit Qt asks for all rows, and would ask all their cells."""
        shown = self.model().index(row, 0).data(Role.CELL)  # another object once anything in the row is another
        font, known = self.font().key(), self._heights.get(row)
        if known and known[0] is shown and known[1] == font:
            return known[2]
        height = super().sizeHintForRow(row)
        self._heights[row] = shown, font, height
        return height

    def _on_section_resized(self) -> None:
        self._heights.clear()
        self._measure_soon()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = self.selected_cells() == {(index.row(), index.column())}
        chooses = index.isValid() and index.data(Role.EDITOR) is Editor.CHOICE
        if event.button() == Qt.MouseButton.LeftButton and alone and chooses and event.modifiers() == BARE:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        types = bool(event.text()) and event.text().isprintable() and event.modifiers() & ~_WITH_TEXT == BARE
        typed = event.text().strip()
        if types and typed:
            self._go_where_it_is_typed(typed)
        super().keyPressEvent(event)

    def _go_where_it_is_typed(self, text: str) -> None:
        there = self.typed_at(self.currentIndex(), text)
        if there.isValid() and there != self.currentIndex():
            self.carry_to(there)

    def stops_at(self, index: QModelIndex) -> bool:
        return super().stops_at(index) and not self.passes(index)


def rectangles(cells: Collection[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the cells as rectangles (top, bottom, left, right): rows below each other that hold the same columns."""
    rows: dict[int, list[int]] = {}
    for row, column in sorted(cells):
        rows.setdefault(row, []).append(column)
    top = bottom = -1
    columns: list[int] = []
    for row, own in [*rows.items(), (-1, [])]:
        if own == columns and row == bottom + 1:
            bottom = row
            continue
        yield from ((top, bottom, left, right) for left, right in runs(columns))
        top, bottom, columns = row, row, own


_MANY = 1000
"""From how many rows on only those that are seen are measured: all of them would hold up the window for seconds."""
_WITH_TEXT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Modifiers with which a key still types a letter."""
