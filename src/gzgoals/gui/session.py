"""The session, the one object that changes: it holds the history, the file and what is shown, and tells of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gzgoals.core.checks import Checked, Office, Renewed, check, renewed
from gzgoals.core.collection import keep
from gzgoals.core.edits import History, Step, get_value, place_of, put_value, without_settled
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.files import write_table
from gzgoals.core.table import TABLE, GoalTable, Place, Project
from gzgoals.core.years import Comparison, compare

Edit = Callable[[GoalTable], GoalTable]


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did: the table and its findings before and after, and which parts of them are renewed.

    Where only the findings are others, as by other rules, both tables are the same.
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
        The table has become another value, by an edit, undo or redo.
    shown(Place)
        Another department, unit or project is shown for editing.
    located(Place)
        The user is to be taken to this cell or field.
    history_changed()
        Undo, redo or the saved state may have changed.
    checking_changed()
        `checking` is another.
    """

    opened = Signal()
    changed = Signal(object)
    shown = Signal(object)
    located = Signal(object)
    history_changed = Signal()
    checking_changed = Signal()
    checking = False

    def __init__(self, table: GoalTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office: Office | None = None
        self._set(table, None, saved=True)

    def _set(self, table: GoalTable, path: Path | None, *, saved: bool) -> None:
        self.history = History.of(table)
        self.checked = check(table, office=self._office)
        keep(self.checked.figures.indicators)
        self.path = path
        self._saved: GoalTable | None = table if saved else None
        self.place = _first_project(table)
        self._compared: tuple[GoalTable, Comparison] | None = None

    @property
    def table(self) -> GoalTable:
        """The table as it is now."""
        return self.history.now.table

    @property
    def office(self) -> Office | None:
        """By whose rules the table is checked, None for the program's own."""
        return self._office

    @property
    def modified(self) -> bool:
        """Whether there is unsaved work."""
        return self.table is not self._saved

    @property
    def comparison(self) -> Comparison | None:
        """How the table differs from the year before, None where it remembers none.

        It is made when it is first asked for, from the one made before where nothing has changed.
        """
        table = self.table
        if table.last_year is None:
            return None
        known = self._compared
        if known is None or known[0] is not table:
            self._compared = (table, compare(table.last_year, table, known[1] if known else None))
        return self._compared[1] if self._compared else None

    def last_project(self, project_id: str) -> Project | None:
        """Return what a project was in the year before, None where it was not there."""
        piece = self.comparison.pieces.get(project_id) if self.comparison else None
        return piece.old if piece else None

    def open(self, table: GoalTable, path: Path | None = None, *, saved: bool = True) -> None:
        """Begin with another table; `saved` tells whether the file at `path` holds just this."""
        self._set(table, path, saved=saved)
        self.opened.emit()
        self.shown.emit(self.place)
        self.history_changed.emit()

    def set_office(self, office: Office | None) -> None:
        """Check by other rules from now on; None stands for the program's own."""
        if office is not self._office:
            self._office, old = office, self.checked
            self.checked = check(self.table, old, office)
            self.changed.emit(Change(self.table, self.table, old, self.checked, renewed(old, self.checked)))

    def save(self, path: Path) -> None:
        """Write the table to `path` and go on with that file. Raises `FileTroubleError`; the work then stays open."""
        table = self.table
        write_table(path, table)
        self.path, self._saved = path, table
        self.seal()
        self.history_changed.emit()

    def apply(self, label: str, edit: Edit, place: Place, *, typed: bool = False) -> None:
        """Do an edit and make it a step of the history, named `label` in the user's words, that happened at `place`.

        `typed` marks text typed key by key, which joins into one step.
        """
        step = Step(
            without_settled(edit(self.table), place, self.checked.sums_of), label, place, typed, time.monotonic()
        )
        self._become(self.history.applied(step))

    def put(self, label: str, place: Place, value: object, *, typed: bool = False) -> None:
        """Put a value into the field that `place` names."""
        self.apply(label, lambda table: put_value(table, place, value), place, typed=typed)

    def seal(self) -> None:
        """End the current typing, as when a field is left: the next key begins a step of its own."""
        self.history = self.history.sealed()

    def undo(self) -> None:
        """Take back the last step and go to where it happened."""
        place = self.history.now.place
        if self.history.past:
            self._become(self.history.undone())
            self.go(place)

    def redo(self) -> None:
        """Do the last undone step again and go to where it happened."""
        if self.history.future:
            self._become(self.history.redone())
            self.go(self.history.now.place)

    def show(self, place: Place) -> None:
        """Show the department, unit or project at `place` for editing."""
        thing = _nearest(self.table, Place(place.unit, place.project))
        if thing != self.place:
            self.seal()
            self.place = thing
            self.shown.emit(thing)

    def go(self, place: Place) -> None:
        """Show what `place` lies in and take the user to it; to what is left of it when it is gone."""
        place = _nearest(self.table, place)
        self.show(place)
        self.located.emit(place)

    def _become(self, history: History) -> None:
        old, old_checked = self.table, self.checked
        self.history = history
        if self.table is not old:
            self.checked = check(self.table, old_checked, self._office)
            self.place, before = _nearest(self.table, self.place, old), self.place
            self.changed.emit(Change(old, self.table, old_checked, self.checked, renewed(old_checked, self.checked)))
            if self.place != before:
                self.shown.emit(self.place)
        self.history_changed.emit()


def _first_project(table: GoalTable) -> Place:
    for unit in table.units:
        if unit.projects:
            return Place(unit.id, unit.projects[0].id)
    return Place(table.units[0].id) if table.units else TABLE


def _nearest(table: GoalTable, place: Place, before: GoalTable | None = None) -> Place:
    """Return `place` if the table holds it, else the neighbour it had `before`, else what it lay in."""
    if _holds(table, place):
        return place
    if place.project and (moved := _moved(table, place)):
        return _nearest(table, moved, before)
    if place.indicator:
        return _nearest(table, replace(place, indicator="", field="indicators"), before)
    if before and (neighbour := _neighbour(table, place, before)):
        return neighbour
    if place.project:
        return _nearest(table, Place(place.unit), before)
    return TABLE


def _holds(table: GoalTable, place: Place) -> bool:
    try:
        get_value(table, place.at("id" if place.unit else "units"))
    except PlaceGoneError:
        return False
    return True


def _moved(table: GoalTable, place: Place) -> Place | None:
    """Return the place of the same project in another unit, None when it is in none or where it was."""
    try:
        now = place_of(table, place.project)
    except PlaceGoneError:
        return None
    return replace(place, unit=now.unit) if now.unit != place.unit else None


def _neighbour(table: GoalTable, place: Place, before: GoalTable) -> Place | None:
    """Return the thing next to the one at `place` in the table `before`, if it is still there."""
    for unit in before.units:
        if unit.id == place.unit and place.project:
            places = [Place(unit.id, project.id) for project in unit.projects]
            break
    else:
        places = [Place(unit.id) for unit in before.units]
    if place not in places:
        return None
    index = places.index(place)
    return next((near for near in (*places[index + 1 :], *places[:index][::-1]) if _holds(table, near)), None)
