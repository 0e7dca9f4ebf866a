"""The editor of an indicator's name: a line of text, with suggestions that wait to be asked for."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gzgoals.core.library import Entry
from gzgoals.gui.models.library_rows import SUGGESTED, LibraryRow, Suggest
from gzgoals.gui.widgets.popping_line import PoppingLine

MOST = 8
"""How many suggestions are made."""

HOW = "↓ 选择，Enter 选用"
"""What stands below the suggestions."""


class NameEditor(PoppingLine[LibraryRow]):
    """A line of text below which the library's entries stand that could be meant.

    None of them is taken by itself: Down goes to them, Enter or Tab then takes the one gone to.
    """

    def __init__(self, parent: QWidget, suggest: Suggest, key: object) -> None:
        """Ask `suggest` for what could be meant in the row with this key."""
        super().__init__(parent, SUGGESTED, MOST)
        self.setAccessibleName("指标名称，键入时列出指标库中的指标，按下方向键选用")
        self._suggest = partial(suggest, key)
        self.textEdited.connect(self._on_text_edited)

    @property
    def entry(self) -> Entry | None:
        """The entry that was taken, None where the text itself is meant."""
        row = self.list.current
        return row.entry if row and self._decided else None

    def handles(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        gone_to = self.list.isVisible() and self.list.current is not None
        if key == Qt.Key.Key_Down:
            self._go_down()
            return True
        if not gone_to:
            return False
        if key == Qt.Key.Key_Escape:
            self.list.show_rows(())
            return True
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        self._decided = key in _TAKING
        return False

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
        self._say(f"{row.entry.name} {row.entry.target.text}" if row else self.text())

    def _show(self, rows: Sequence[LibraryRow]) -> None:
        self.list.show_rows(rows, words=HOW if rows else "")

    def _on_text_edited(self) -> None:
        typed = self.text().strip()
        self._show(self._suggest(typed) if typed else ())
        count = len(self.list.model.rows)
        self.setAccessibleDescription(f"指标库中有 {count} 项可选，按下方向键选用" if count else "")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self.list.show_rows(())  # the input method shows its own list in this place


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -MOST, Qt.Key.Key_PageDown: MOST}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
