"""Ctrl+Z for the window: a text field keeps the undo keys for itself even with its own undo switched off."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox


class _UndoKeysFree(QObject):
    def __init__(self, field: QLineEdit | QPlainTextEdit | QSpinBox, *, own_first: bool) -> None:
        super().__init__(field)
        self._own_first = own_first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if not (undo or redo) or (self._own_first and self._has_own(watched)):
            return False
        event.ignore()
        return True

    def _has_own(self, field: QObject) -> bool:
        return isinstance(field, QLineEdit) and (field.isUndoAvailable() or field.isRedoAvailable())


def free_undo_keys(field: QLineEdit | QPlainTextEdit | QSpinBox, *, own_first: bool = False) -> None:
    """Let the window's undo and redo work while `field` has the focus.

    With `own_first` the field takes back its own typing before the window's turn comes: right for a cell editor, whose
    text is not in the table yet.
    """
    field.installEventFilter(_UndoKeysFree(field, own_first=own_first))
