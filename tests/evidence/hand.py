"""A hand on the real window: each key is a key event, goes where the keyboard is, and is counted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QTableView, QWidget

from evidence.struck import Tally, Word, words
from gzgoals.core.edits import find_project
from gzgoals.core.lookup import readings
from gzgoals.core.table import Indicator, Project, Target
from gzgoals.gui.window.main_window import MainWindow
from hands import compose

_TYPED = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "=", "": ""}


class Hand:
    """Strikes keys and counts them."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.tally = Tally()
        QTest.qWaitForWindowActive(window)

    def built(self) -> Project:
        """Return the project as it is by now."""
        return find_project(self._window.session.table, self._window.session.place)

    def chord(self, chord: str) -> None:
        """Strike keys together."""
        self.tally.chords((chord,))
        keys = QKeySequence(chord)[0]  # type: ignore[index]
        QTest.keyClick(_keyboard(), keys.key(), keys.keyboardModifiers())
        QApplication.processEvents()

    def text(self, text: str) -> None:
        """Type a text, Chinese words as an input method does."""
        self.tally.text(text)
        for part in words(text):
            if isinstance(part, Word):
                compose(_keyboard(), part.text)
            elif part.isascii():
                QTest.keyClicks(_keyboard(), part)
            else:
                compose(_keyboard(), part)
            QApplication.processEvents()

    def indicator(self, wanted: Indicator, above: Indicator | None) -> None:
        """Enter an indicator in the last row, from the cell of its second level on, and stand below it there."""
        if above and above.category == wanted.category:
            self.chord("Ctrl+D")
        else:
            self._choose(wanted.category)
        self.chord("Tab")
        if not self._complete(wanted.name):
            self.text(wanted.name)
        self._target(wanted.cycle)
        self.chord("Return")

    def _choose(self, code: str) -> None:
        self.text(code)
        if isinstance(_keyboard(), QLineEdit):
            return  # Tab takes the only one that fits
        self.chord("Return")

    def _complete(self, name: str) -> bool:
        """Take a name from the list that comes up while its first sounds are typed; tell whether it is there."""
        before = replace(self.tally)
        for letter in _initials(name):
            self.text(letter)
            if _first_offered(self._window) == name:
                return True
        line = _keyboard()
        if isinstance(line, QLineEdit):
            line.selectAll()  # somebody who knows that the name is not there types it at once
        self.tally = before
        return False

    def _target(self, target: Target) -> None:
        """Leave the name for the target, and type it in one go unless it is there already."""
        self.chord("Tab")
        if self.built().indicators[-1].cycle == target:
            return
        text = _TYPED[target.operator] + target.value + target.measure
        if not text[0].isdecimal():
            self.chord("Tab")  # figures go into the value by themselves
        self.text(text)


def _keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox):  # its list comes up after the key that opens it, and has the keys then
        QTest.qWait(50)
        widget = widget.view()
    assert widget is not None
    return widget


def _initials(name: str) -> str:
    return "".join((readings(letter) or (letter,))[0][0] for letter in name if letter.isalnum())


def _first_offered(window: MainWindow) -> str:
    """Return the first name in the list that is popped up below the cell, nothing where there is none."""
    for frame in window.findChildren(QFrame, "pop_list"):
        view = frame.findChild(QTableView)
        if frame.isVisible() and isinstance(view, QTableView) and view.model().rowCount():
            return str(view.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole))
    return ""
