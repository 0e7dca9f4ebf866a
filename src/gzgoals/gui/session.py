"""The session, the one object that changes: it holds the history, the file and what is shown, and tells of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.checks import Checked, Office, Renewed, check, renewed
from gzgoals.core.checks.checking.unchecked import indicators_anew, renewed_in, unchecked
from gzgoals.core.collection import keep, tidy
from gzgoals.core.edits import History, Step, nearest, put_value, without_settled
from gzgoals.core.files import Stamp, write_table
from gzgoals.core.table import TABLE, GoalTable, Place, Project
from gzgoals.core.years import Comparison
from gzgoals.gui.background import Background
from gzgoals.gui.followed import FollowedComparison

Edit = Callable[[GoalTable], GoalTable]

LARGE = 1000
"""The number of indicators to be checked anew up to which nobody feels it; more are checked in the background."""

_IDLE = 3000
"""Milliseconds without an edit after which what the last ones left behind is tidied up."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did: the table and its findings before and after, and which parts of them are renewed.

    Where only the findings are others, as by other rules or when they have come at last, both tables are the same.
    """

    old: GoalTable
    new: GoalTable
    old_checked: Checked
    checked: Checked
    renewed: Renewed | None


class Session(QObject):
    """One open table.

    Signals
    -------
    opened()
        Another table is open; nothing of the former one is left.
    changed(Change)
        The table has become another value, by an edit, undo or redo, or its findings are others.
    shown(Place)
        Another department, unit or project is shown for editing.
    located(Place)
        The user is to be taken to this cell or field.
    history_changed()
        Undo, redo or the saved state may have changed.
    leaving(by)
        The table is to become another: by an edit (0), by undo (-1) or redo (1).
    returned(by)
        Undo or redo has come to the other table, and to where the step happened.
    saved()
        The table has been written to its file.
    checking_changed()
        `checking` is another.
    compared()
        The comparison with the year before has caught up with a large table.
    """

    opened = Signal()
    changed = Signal(object)
    shown = Signal(object)
    located = Signal(object)
    history_changed = Signal()
    leaving = Signal(int)
    returned = Signal(int)
    saved = Signal()
    checking_changed = Signal()
    compared = Signal()

    def __init__(self, table: GoalTable, office: Office | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._background = Background(self)
        self._background.done.connect(self._on_checked)
        self._asked: object = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._idle.timeout.connect(tidy)
        self._followed = FollowedComparison(table, self)
        self._followed.followed.connect(self.compared)
        self.checking = False
        """Whether the findings are still to come; until then `checked` holds none, of a table that may have some."""
        self._set(table, None, saved=True)

    def _set(self, table: GoalTable, path: Path | None, *, saved: bool) -> None:
        self.history = History.of(table)
        self._whole: Checked | None = None
        self._asked = None
        self.checked = self._check()
        if not self.checking:
            keep(self.checked.figures.indicators)
        self.path = path
        self.stamp: Stamp | None = None
        self._saved: GoalTable | None = table if saved else None
        self.place = _first_project(table)
        self._followed.begin(table)
        self._follow()

    @property
    def table(self) -> GoalTable:
        """The table as it is now."""
        return self.history.now.table

    @property
    def office(self) -> Office | None:
        """By whose rules the table is checked, None for the program's own."""
        return self._office

    @property
    def saved_table(self) -> GoalTable | None:
        """The table as its file holds it, None where no file does."""
        return self._saved

    @property
    def modified(self) -> bool:
        """Whether there is unsaved work."""
        return self.table is not self._saved

    @property
    def comparison(self) -> Comparison | None:
        """How the table differs from the year before, None where it remembers none.

        It is made when it is first asked for, from the one made before where nothing has changed.
        """
        return self._followed.exact

    @property
    def known_comparison(self) -> Comparison | None:
        """The same as far as it is known without waiting: a large table's may be older, or None; `compared` follows."""
        return self._followed.known

    def last_project(self, project_id: str) -> Project | None:
        """Return what a project was in the year before, None where it was not there, or is not known to have been."""
        return self._followed.last_project(project_id)

    def open(
        self, table: GoalTable, path: Path | None = None, *, saved: bool = True, stamp: Stamp | None = None
    ) -> None:
        """Begin with another table; `saved` tells whether the file at `path`, whose `stamp` it is, holds just this."""
        was_checking = self.checking
        self._set(table, path, saved=saved)
        self.stamp = stamp
        self.opened.emit()
        self.shown.emit(self.place)
        self.history_changed.emit()
        if self.checking != was_checking:
            self.checking_changed.emit()

    def set_office(self, office: Office | None) -> None:
        """Check by other rules from now on; None stands for the program's own."""
        if office is not self._office:
            self._office = office
            self._renew(self.table)

    def save(self, path: Path) -> None:
        """Write the table to `path` and go on with that file.

        Raises `FileTroubleError`, and `ChangedOnDiskError` where someone else has saved the file since it was opened;
        the work then stays open.
        """
        table = self.table
        expected = self.stamp if path == self.path else None
        self.stamp = write_table(path, table, expected)
        self.path, self._saved = path, table
        self.seal()
        self.saved.emit()
        self.history_changed.emit()

    def accept(self, stamp: Stamp, table: GoalTable | None = None) -> None:
        """Take note that the file holds what `stamp` says, and which `table` that is, where it is the open one."""
        self.stamp = stamp
        if table is not None:
            self._saved = table
            self.saved.emit()
        self.history_changed.emit()

    def apply(self, label: str, edit: Edit, place: Place, *, typed: bool = False) -> None:
        """Do an edit and make it a step of the history, named `label` in the user's words, that happened at `place`.

        `typed` marks text typed key by key, which joins into one step.
        """
        table = without_settled(edit(self.table), place, self.checked.sums_of)
        history = self.history.applied(Step(table, label, place, typed, time.monotonic()))
        if table is not self.table:
            self.leaving.emit(0)
        self._become(history)

    def put(self, label: str, place: Place, value: object, *, typed: bool = False) -> None:
        """Put a value into the field that `place` names."""
        self.apply(label, lambda table: put_value(table, place, value), place, typed=typed)

    def seal(self) -> None:
        """End the current typing, as when a field is left: the next key begins a step of its own."""
        self.history = self.history.sealed()

    def undo(self) -> None:
        """Take back the last step and go to where it happened."""
        if self.history.past:
            self._turn(-1, self.history.undone(), self.history.now.place)

    def redo(self) -> None:
        """Do the last undone step again and go to where it happened."""
        if self.history.future:
            self._turn(1, self.history.redone(), self.history.future[-1].place)

    def _turn(self, by: int, history: History, place: Place) -> None:
        self.leaving.emit(by)
        self._become(history)
        self.go(place)
        self.returned.emit(by)

    def show(self, place: Place) -> None:
        """Show the department, unit or project at `place` for editing."""
        thing = nearest(self.table, Place(place.unit, place.project))
        if thing != self.place:
            self.seal()
            self.place = thing
            self.shown.emit(thing)

    def go(self, place: Place) -> None:
        """Show what `place` lies in and take the user to it; to what is left of it when it is gone."""
        place = nearest(self.table, place)
        self.show(place)
        self.located.emit(place)

    def _become(self, history: History) -> None:
        old = self.table
        self.history = history
        if self.table is not old:
            self._renew(old)
            if self.checked.figures.indicators > LARGE:
                self._idle.start()
        self.history_changed.emit()

    def _renew(self, old: GoalTable) -> None:
        """Follow from the table `old` to the one that is open now, or to other findings of the same."""
        old_checked, was_checking = self.checked, self.checking
        self.checked = self._check()
        change = Change(old, self.table, old_checked, self.checked, self._renewed(old, old_checked, was_checking))
        before = self.place
        if change.renewed is None:
            self.place = nearest(self.table, self.place, old)
        self._follow()
        self.changed.emit(change)
        if self.place != before:
            self.shown.emit(self.place)
        if self.checking != was_checking:
            self.checking_changed.emit()

    def _follow(self) -> None:
        """Have the comparison follow, but not beside a check: two things at once would be felt at the keys."""
        if self.checking:
            self._followed.put_off(self.table)
        else:
            self._followed.follow(self.table)

    def _check(self) -> Checked:
        """Return the findings of the table, or none and have them made in the background where that takes long."""
        table, office, whole = self.table, self._office, self._whole
        if indicators_anew(table, whole, office) <= LARGE:
            self._background.drop()
            self.checking = False
            self._whole = check(table, whole, office)
            return self._whole
        rules = (table.scheme, table.hints_off, office)
        if not self._background.busy or self._asked != rules:  # else the edits since will be quick to check
            self._asked = rules
            self._background.ask(lambda: check(table, whole, office))
        former = self.checked if self.checking else None
        self.checking = True
        return unchecked(table, former, office)

    def _on_checked(self, checked: Checked) -> None:
        self._whole = checked
        keep(checked.figures.indicators)
        self._renew(self.table)

    def _renewed(self, old: GoalTable, old_checked: Checked, was_checking: bool) -> Renewed | None:
        if self.checking and was_checking:
            return renewed_in(old, self.table)
        return None if self.checking or was_checking else renewed(old_checked, self.checked)


def _first_project(table: GoalTable) -> Place:
    for unit in table.units:
        if unit.projects:
            return Place(unit.id, unit.projects[0].id)
    return Place(table.units[0].id) if table.units else TABLE
