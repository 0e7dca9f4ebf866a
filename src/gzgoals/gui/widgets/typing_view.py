"""A table view for typing into cells: keys edit, Enter goes down, Tab goes on, what is half typed can be taken in."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView, QWidget

from gzgoals.gui.widgets.cell_delegate import CellDelegate

BARE = Qt.KeyboardModifier.NoModifier


class TypingView(QTableView):
    """A table whose cells are typed into; a cell grows to at most `lines` lines."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.cells = CellDelegate(lines=lines, parent=self, by_cell=True)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)

    def commit(self) -> None:
        """Bring what is typed in an open cell editor into the table."""
        editor = QApplication.focusWidget()
        if editor is not None and editor is not self and self.viewport().isAncestorOf(editor):
            self.commitData(editor)
            self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.go_down()
        else:
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
            self.setCurrentIndex(self.moveCursor(action, BARE))


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter, alone, on either part of the keyboard."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() in keys and event.modifiers() in (BARE, Qt.KeyboardModifier.KeypadModifier)
