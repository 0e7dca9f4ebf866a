"""A hand on the real window: each key is a key event, goes where the keyboard is, and is counted."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QTableView, QWidget

from evidence.naming import Lines, TextTyped, initials_of
from evidence.struck import Tally, Word, words
from gzgoals.core.edits import find_project
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

    def name(self, name: str) -> None:
        """Type the name of the project."""
        TextTyped(self, lambda: offered(self._window), name).type()

    def take(self, wanted: Indicator) -> bool:
        """Take an indicator from the library, in the last row's name, and stand below; tell whether it is there.

        What it takes to find out that it is not there does not count: those who know their library type at once.
        """
        before = replace(self.tally)
        for letter in filter(str.isalnum, initials_of(wanted.name)):
            self.text(letter)
            first = next(iter(offered(self._window)), ())
            if first[:1] == (wanted.name,):
                self.chord("Down")
                if wanted.annual.text not in first:
                    self._target(wanted.cycle)  # it had another one at its last
                    self.chord("F4")
                self.chord("Return")
                return _content(self.built().indicators[-1]) == _content(wanted)
        self.chord("Esc")
        self.chord("Esc")  # the first one may only close a list
        self.tally = before
        return False

    def indicator(self, wanted: Indicator, above: Indicator | None) -> None:
        """Enter an indicator in the last row, from the cell of its second level on, and stand below it there."""
        if above and above.category == wanted.category:
            self.chord("Ctrl+D")
        else:
            self._choose(wanted.category)
        self.chord("Tab")
        name = TextTyped(self, lambda: offered(self._window), wanted.name)
        name.type()
        if wanted.cycle.text not in name.taken:
            self._target(wanted.cycle)
        self.chord("Return")

    def _choose(self, code: str) -> None:
        self.text(code)
        if isinstance(_keyboard(), QLineEdit):
            return  # Tab takes the only one that fits
        self.chord("Return")

    def _target(self, target: Target) -> None:
        """Leave the name for the target; only words are no target at its sign.

        A sign that came with the name, and is not wanted, is taken away there. Of a target that is wanted as such ones
        mostly are, the figure is typed and the rest taken from the list; where it is not told there, all is typed.
        """
        self.chord("Tab")
        there = self.built().indicators[-1].cycle
        if there.operator and not target.operator:
            self.text("w")  # 无
            self.chord("Tab")
            self.text(target.value)
        elif target.operator in ("≥", "≤", "") and target.value[:1].isdecimal() and not there.text:
            self._completed(target)
        elif target.operator:
            self.text(_TYPED[target.operator] + target.value + (target.measure if not there.measure else ""))
        else:
            self.chord("Tab")
            TextTyped(self, lambda: offered(self._window), target.value).type()

    def _completed(self, target: Target) -> None:
        self.text(target.value)
        typed = TextTyped(self, lambda: offered(self._window), target.text)
        if not typed.goes_to(target.text):
            if target.operator:
                typed.goes_to(target.operator + target.value)
            self.text(target.measure)


def _keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox):  # its list comes up after the key that opens it, and has the keys then
        QTest.qWait(50)
        widget = widget.view()
    assert widget is not None
    return widget


def offered(window: MainWindow) -> Lines:
    """Return the lines of the list that is popped up below the cell, nothing where there is none."""
    for frame in window.findChildren(QFrame, "pop_list"):
        view = frame.findChild(QTableView)
        if frame.isVisible() and isinstance(view, QTableView):
            model = view.model()
            columns = range(model.columnCount())
            return tuple(
                tuple(str(model.index(row, column).data()) for column in columns) for row in range(model.rowCount())
            )
    return ()


def _content(indicator: Indicator) -> tuple[object, ...]:
    return indicator.category, indicator.name, indicator.cycle, indicator.annual
