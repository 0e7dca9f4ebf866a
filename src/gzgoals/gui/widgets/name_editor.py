"""The editor of an indicator's name or value: a line of text, with suggestions that wait to be asked for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gzgoals.core.library import Entry
from gzgoals.gui.models.library_rows import SUGGESTED, LibraryRow
from gzgoals.gui.widgets.popping_line import PoppingLine

MOST = 10
"""How many suggestions are made."""

HOW = "↓ 选择，Enter 选用，接着键入则续写"
"""What stands below the suggestions."""


class NameEditor(PoppingLine[LibraryRow]):
    """A line of text below which the library's entries stand that could be meant, and what its words could become.

    None of them is taken by itself: Down goes to them and puts the one gone to into the line. Enter or Tab then takes
    it, and who types on has made it the beginning of what is typed.
    """

    def __init__(self, parent: QWidget, suggest: Callable[[str], Sequence[LibraryRow]]) -> None:
        """Ask `suggest` for what could be meant with what is typed."""
        super().__init__(parent, SUGGESTED, MOST)
        self._suggest = suggest
        self._typed: str | None = None  # what stood in the line before a suggestion was gone to
        self.textEdited.connect(self._on_text_edited)

    @property
    def entry(self) -> Entry | None:
        """The entry that was taken, None where the text itself is meant."""
        row = self.list.current
        return row.entry if row and self._decided and not row.composed else None

    @property
    def meant(self) -> str:
        """The text that is meant: what was typed, until what was gone to is taken."""
        return self.text() if self._decided or self._typed is None else self._typed

    def handles(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Down:
            self._go_down()
            return True
        if not self.list.isVisible():
            return False
        gone_to = self.list.current is not None
        if key == Qt.Key.Key_Up or (gone_to and key in _STEPS):
            self._step(_STEPS[key])
            return True
        if gone_to and key == Qt.Key.Key_Escape:
            self._put(None)
            self.list.show_rows(())
            return True
        self._decided = gone_to and key in _TAKING
        return False

    def _on_list_clicked(self, key: str) -> None:
        """Take what was clicked; what is made of words may be a beginning, so that the line stays open with it."""
        row = next(row for row in self.list.model.rows if row.key == key)
        if not row.composed:
            super()._on_list_clicked(key)
            return
        self._put(row)
        self._on_text_edited()

    def _go_down(self) -> None:
        if not self.list.isVisible():
            self._show(self._suggest(self.text().strip()))
        self._step(1)

    def _step(self, by: int) -> None:
        """Go to another suggestion; above the first one lies the text itself."""
        if by == -1 and self.list.view.currentIndex().row() == 0:
            self.list.go_to(-1)
        elif self.list.model.rows:
            self.list.step(by)
        row = self.list.current
        self._put(row)
        self._say(f"{row.entry.name} {row.entry.target.text}" if row else self.text())

    def _put(self, row: LibraryRow | None) -> None:
        """Put the suggestion gone to into the line, with none what was typed."""
        text = row.entry.name if row else self._typed
        if text is None:
            return
        typed = self.text() if self._typed is None else self._typed
        self.textEdited.disconnect(self._on_text_edited)
        self.selectAll()
        self.insert(text)  # so that it counts as typed, and can be undone within the line
        self.textEdited.connect(self._on_text_edited)
        self._typed = typed if row else None

    def _show(self, rows: Sequence[LibraryRow]) -> None:
        self.list.show_rows(rows, words=HOW if rows else "")

    def _on_text_edited(self) -> None:
        self._typed = None
        typed = self.text().strip()
        self._show(self._suggest(typed) if typed else ())
        count = len(self.list.model.rows)
        self.setAccessibleDescription(f"有 {count} 项可选，按下方向键选用" if count else "")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self.list.show_rows(())  # the input method shows its own list in this place


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -MOST, Qt.Key.Key_PageDown: MOST}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
