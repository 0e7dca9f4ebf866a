"""A line of text in a form, with suggestions below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from gzgoals.gui.models.library_rows import SUGGESTED
from gzgoals.gui.widgets.pop_list import PopList
from gzgoals.gui.widgets.suggestions import MOST, Ask, Suggestions
from gzgoals.gui.widgets.text_field import TextField


class OfferingField(TextField):
    """A text field that offers what `ask` says, where that is set; what is gone to stands in the field at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask: Ask | None = None
        self._suggestions: Suggestions | None = None

    def offer(self, ask: Ask) -> None:
        """Offer what `ask` says from now on."""
        self._ask = ask

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ask and not self._suggestions:  # the list lies over the window, which the field is in by now
            pop = PopList(self, SUGGESTED, MOST)
            pop.clicked.connect(self._on_clicked)
            self._suggestions = Suggestions(self, pop, self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and self._suggestions and self._handles(self._suggestions, Qt.Key(event.key())):
            return
        super().keyPressEvent(event)

    def _handles(self, suggestions: Suggestions, key: Qt.Key) -> bool:
        if suggestions.handles(key):
            return True
        closes = key == Qt.Key.Key_Escape and suggestions.pop.isVisible()
        if closes:
            suggestions.hide()
        return closes

    def rewind(self) -> None:
        super().rewind()
        self._hide()

    def _show(self, text: str) -> None:
        super()._show(text)
        self._hide()  # what was offered was for what stood there before

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.preeditString():
            self._hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide()

    def _hide(self) -> None:
        if self._suggestions:
            self._suggestions.hide()

    def _on_clicked(self, key: str) -> None:
        if self._suggestions:
            row = next(row for row in self._suggestions.pop.model.rows if row.key == key)
            self._suggestions.go_on_from(row)
