"""The indicator grid's view: drop-downs open at the first click or key, rows are dragged."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from gzgoals.gui.models.cells import Editor, Role
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
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)

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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = self.selectionModel().selectedIndexes() == [index]
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


_WITH_TEXT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Modifiers with which a key still types a letter."""
