"""Suggestions below a line of text: they wait to be gone to, and stand in the line as long as they are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gzgoals.gui.models.library_rows import LibraryRow
from gzgoals.gui.widgets.pop_list import PopList

MOST = 10
"""How many suggestions are made."""

HOW = "↓ 选择，Enter 选用，接着键入则续写"
"""What stands below the suggestions."""

Ask = Callable[[str], Sequence[LibraryRow]]
"""Says what could be meant with what is typed."""


class Suggestions:
    """What could be meant in a line, in the list `pop`: Down and Up go through it, and none is taken by itself."""

    def __init__(self, line: QLineEdit, pop: PopList[LibraryRow], ask: Ask) -> None:
        self.pop = pop
        self.typed: str | None = None
        """What stood in the line before a suggestion was gone to."""
        self._line = line
        self._ask = ask
        line.textEdited.connect(self._on_text_edited)

    @property
    def row(self) -> LibraryRow | None:
        """The suggestion gone to, if any."""
        return self.pop.current if self.pop.isVisible() else None

    def handles(self, key: Qt.Key) -> bool:
        """Do what a key does among the suggestions, and tell whether it does anything there."""
        if key == Qt.Key.Key_Down:
            self._go_down()
            return True
        if not self.pop.isVisible():
            return False
        if key == Qt.Key.Key_Up or (self.row and key in _STEPS):
            self._step(_STEPS[key])
            return True
        if self.row and key == Qt.Key.Key_Escape:
            self.put(None)
            self.hide()
            return True
        return False

    def put(self, row: LibraryRow | None) -> None:
        """Put a suggestion into the line, with none what was typed."""
        text = row.entry.name if row else self.typed
        if text is None:
            return
        typed = self._line.text() if self.typed is None else self.typed
        self._line.textEdited.disconnect(self._on_text_edited)
        self._line.selectAll()
        self._line.insert(text)  # so that it counts as typed, and can be undone within the line
        self._line.textEdited.connect(self._on_text_edited)
        self.typed = typed if row else None

    def go_on_from(self, row: LibraryRow) -> None:
        """Make a suggestion the beginning of what is typed."""
        self.put(row)
        self._on_text_edited()

    def hide(self) -> None:
        """Take the list away; what stands in the line is what is meant."""
        self.typed = None
        self.pop.show_rows(())

    def _go_down(self) -> None:
        if not self.pop.isVisible():
            self._show(self._ask(self._line.text().strip()))
        self._step(1)

    def _step(self, by: int) -> None:
        """Go to another suggestion; above the first one lies the text itself."""
        if by == -1 and self.pop.view.currentIndex().row() == 0:
            self.pop.go_to(-1)
        elif self.pop.model.rows:
            self.pop.step(by)
        self.put(self.pop.current)

    def _show(self, rows: Sequence[LibraryRow]) -> None:
        self.pop.show_rows(rows, words=HOW if rows else "")

    def _on_text_edited(self) -> None:
        self.typed = None
        typed = self._line.text().strip()
        self._show(self._ask(typed) if typed else ())
        count = len(self.pop.model.rows)
        self._line.setAccessibleDescription(f"有 {count} 项可选，按下方向键选用" if count else "")


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -MOST, Qt.Key.Key_PageDown: MOST}
