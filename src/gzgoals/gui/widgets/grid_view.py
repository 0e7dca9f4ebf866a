"""A table view for typing: keys edit, Enter goes down, drop-downs open at the first click, rows are dragged."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from gzgoals.gui.models.cells import Editor, Role
from gzgoals.gui.widgets.cell_delegate import CellDelegate
from gzgoals.gui.widgets.group_header import GroupHeader


class GridView(QTableView):
    """The view of the indicator grid."""

    def __init__(self, groups: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self._cells = CellDelegate(lines=4, parent=self, by_cell=True)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(GroupHeader(groups, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def commit(self) -> None:
        """Bring what is typed in an open cell editor into the table."""
        editor = QApplication.focusWidget()
        if editor is not None and editor is not self and self.viewport().isAncestorOf(editor):
            self.commitData(editor)
            self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = self.selectionModel().selectedIndexes() == [index]
        chooses = index.isValid() and index.data(Role.EDITOR) is Editor.CHOICE
        if event.button() == Qt.MouseButton.LeftButton and alone and chooses and event.modifiers() == _BARE:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() in (_BARE, Qt.KeyboardModifier.KeypadModifier):
            self.go_down()
            return
        if self.currentIndex().data(Role.EDITOR) is Editor.CHOICE and event.text().isprintable() and event.text():
            self._cells.first_key = event.text().strip()
            self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def go_down(self) -> None:
        """Make the cell below the current one current."""
        here = self.currentIndex()
        below = here.siblingAtRow(here.row() + 1) if here.isValid() else QModelIndex()
        if below.isValid():
            self.setCurrentIndex(below)

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        hints, moves = CellDelegate.EndEditHint, QAbstractItemView.CursorAction
        super().closeEditor(editor, hint if hint == hints.RevertModelCache else hints.NoHint)
        if hint == hints.SubmitModelCache:
            self.go_down()
        elif hint in {hints.EditNextItem, hints.EditPreviousItem}:  # Tab goes on; the next key opens that cell
            action = moves.MoveNext if hint == hints.EditNextItem else moves.MovePrevious
            self.setCurrentIndex(self.moveCursor(action, _BARE))


_BARE = Qt.KeyboardModifier.NoModifier
