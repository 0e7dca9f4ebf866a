"""The editor of an indicator's name or value: a line of text, with suggestions that wait to be asked for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gzgoals.core.library import Entry
from gzgoals.gui.models.library_rows import SUGGESTED, LibraryRow
from gzgoals.gui.widgets.popping_line import PoppingLine
from gzgoals.gui.widgets.suggestions import MOST, Ask, Suggestions


class NameEditor(PoppingLine[LibraryRow]):
    """A line of text below which the library's entries stand that could be meant, and what its words could become.

    None of them is taken by itself: Down goes to them and puts the one gone to into the line. Enter or Tab then takes
    it, and who types on has made it the beginning of what is typed.
    """

    def __init__(self, parent: QWidget, ask: Ask) -> None:
        super().__init__(parent, SUGGESTED, MOST)
        self._suggestions = Suggestions(self, self.list, ask)

    @property
    def entry(self) -> Entry | None:
        """The entry that was taken, None where the text itself is meant."""
        row = self.list.current
        return row.entry if row and self._decided and not row.composed else None

    @property
    def meant(self) -> str:
        """The text that is meant: what was typed, until what was gone to is taken."""
        typed = self._suggestions.typed
        return self.text() if self._decided or typed is None else typed

    def handles(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if self._suggestions.handles(key):
            row = self._suggestions.row
            self._say(f"{row.entry.name} {row.entry.target.text}" if row else self.text())
            return True
        self._decided = self._suggestions.row is not None and key in _TAKING
        return False

    def _on_list_clicked(self, key: str) -> None:
        """Take what was clicked; what is made of words may be a beginning, so that the line stays open with it."""
        row = next(row for row in self.list.model.rows if row.key == key)
        if row.composed:
            self._suggestions.go_on_from(row)
        else:
            super()._on_list_clicked(key)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self.list.show_rows(())  # the input method shows its own list in this place


_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
