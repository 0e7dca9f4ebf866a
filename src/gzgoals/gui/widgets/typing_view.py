"""A table view for typing into cells: keys edit, Enter goes down, Tab goes on, what is half typed can be taken in."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLineEdit, QTableView, QWidget

from gzgoals.gui.models.cells import Editor, Role
from gzgoals.gui.widgets.cell_delegate import CellDelegate

Index = QModelIndex | QPersistentModelIndex

BARE = Qt.KeyboardModifier.NoModifier
_HINTS = CellDelegate.EndEditHint


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of Tabs along a row: the column where it began, and the cell that it has come to."""

    start: int
    end: QPersistentModelIndex


class TypingView(QTableView):
    """A table whose cells are typed into; a cell grows to at most `lines` lines.

    Tab goes on to the next cell that can be edited, into the next row behind a row's last; Enter goes down, and at the
    end of a run of Tabs to the column where the run began, as officers know it from their spreadsheets.
    """

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
        self._run: _Run | None = None
        self._leaving = False
        self._composed: QWidget | None = None

    @property
    def editor(self) -> QWidget | None:
        """The cell editor that is open, None where none is."""
        widget = self.indexWidget(self.currentIndex())
        return widget if self.state() == QAbstractItemView.State.EditingState else None

    def commit(self) -> None:
        """Bring what is typed in an open cell editor into the table."""
        editor = QApplication.focusWidget()
        if editor is not None and editor is not self and self.viewport().isAncestorOf(editor):
            self.commitData(editor)
            self.closeEditor(editor, _HINTS.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.go_down()
        elif is_enter(event, Qt.KeyboardModifier.ShiftModifier):
            self.go_up()
        elif self.tabKeyNavigation() and event.key() in _TABS:
            event.setAccepted(self.go_on(_TABS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)
            line = self.editor
            if event.key() == Qt.Key.Key_F2 and isinstance(line, QLineEdit) and not self._chooses:
                line.end(False)  # else Qt selects what stands there, and the next key would replace it

    @property
    def _chooses(self) -> bool:
        return self.currentIndex().data(Role.EDITOR) is Editor.CHOICE

    def go_down(self) -> None:
        """Make the cell below the current one current, or that below the one where a run of Tabs began."""
        here = self.currentIndex()
        self._go(here.row() + 1, self._run_at(here).start)

    def go_up(self) -> None:
        """Make the cell above the current one current."""
        here = self.currentIndex()
        self._go(here.row() - 1, here.column())

    def _go(self, row: int, column: int) -> None:
        there = self.model().index(row, column)
        if self.currentIndex().isValid() and there.isValid():
            self.setCurrentIndex(there)

    def go_on(self, step: int) -> bool:
        """Make the next cell (1) or the one before (-1) current that can be edited, and tell whether there is one."""
        here = self.currentIndex()
        there = self.beside(here, step)
        if not there.isValid():
            return False
        run = self._run_at(here) if there.row() == here.row() else _Run(there.column(), QPersistentModelIndex(there))
        self.setCurrentIndex(there)
        self._run = _Run(run.start, QPersistentModelIndex(there))
        return True

    def beside(self, here: QModelIndex, step: int) -> QModelIndex:
        """Return the next cell (1) or the one before (-1) that Tab stops at, row by row; invalid at the end."""
        model, columns = self.model(), self.model().columnCount()
        place = here.row() * columns + here.column() + step if here.isValid() else 0
        while 0 <= place < model.rowCount() * columns:
            index = model.index(*divmod(place, columns))
            if self.stops_at(index):
                return index
            place += step
        return QModelIndex()

    def stops_at(self, index: QModelIndex) -> bool:
        """Tell whether Tab stops at a cell: one that is seen and can be edited."""
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable) and not self.isColumnHidden(index.column())

    def carry_to(self, index: QModelIndex) -> None:
        """Make another cell current as if one had been there all the while: a run of Tabs goes on there."""
        run = self._run if self._run and self._run.end == self.currentIndex() else None
        self.setCurrentIndex(index)
        self._run = _Run(run.start, QPersistentModelIndex(index)) if run else None

    def _run_at(self, here: QModelIndex) -> _Run:
        """Return the run of Tabs that has come to a cell, one that begins there where none has."""
        return self._run if self._run and self._run.end == here else _Run(here.column(), QPersistentModelIndex(here))

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._leaving = True
        super().currentChanged(current, previous)
        self._leaving = False

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint if hint == _HINTS.RevertModelCache else _HINTS.NoHint)
        if (
            self._leaving
        ):  # the cell is left for another one already, whatever Qt says of the editor that was open there
            return
        if hint == _HINTS.SubmitModelCache:
            self.go_down()
        elif hint in _STEPS:  # Tab goes on; the next key opens that cell
            self.go_on(_STEPS[hint])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.tabKeyNavigation() and event.reason() in _BY_TAB and not self.stops_at(self.currentIndex()):
            self.setCurrentIndex(self.beside(QModelIndex(), 1))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the cell for what is composed, and leave it as it was where the first word is given up again."""
        begins = self.editor is None
        super().inputMethodEvent(event)
        if begins:
            self._composed = self.editor
        if not event.preeditString():
            editor, self._composed = self._composed, None
            if isinstance(editor, QLineEdit) and not (event.commitString() or editor.text()):
                self.closeEditor(editor, _HINTS.RevertModelCache)


def is_enter(event: QKeyEvent, modifiers: Qt.KeyboardModifier = BARE) -> bool:
    """Tell whether a key is Enter on either part of the keyboard, alone or with just these modifiers."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() in keys and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == modifiers


_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_STEPS = {_HINTS.EditNextItem: 1, _HINTS.EditPreviousItem: -1}
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
