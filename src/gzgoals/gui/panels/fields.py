"""A form as a table of fields: each knows its label, its place in the table and its widget."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from gzgoals.core.checks import Checked, Finding
from gzgoals.core.edits import field_of, thing_at
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.models.finding_words import said_of
from gzgoals.gui.models.tips import tip
from gzgoals.gui.session import Session


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: `name` as in `Place.field`, the label, and a widget of the field protocol."""

    name: str
    label: str
    widget: Any


class FieldWiring(QObject):
    """Ties the widgets of a form to one place of the table: shows what stands there, and applies what is typed."""

    def __init__(self, session: Session, fields: tuple[Field, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.fields = fields
        self.place = Place()
        self._notes: dict[str, str] = {}
        for field in fields:
            field.widget.setObjectName(field.name)
            field.widget.setAccessibleName(field.label)
            field.widget.edited.connect(self._on_edited)
            field.widget.left.connect(session.seal)

    def show(self, place: Place) -> None:
        """Show what the table holds at `place`, in every field."""
        self.place = place
        thing = thing_at(self._session.table, place)
        for field in self.fields:
            field.widget.set_value(field_of(thing, field.name))
            field.widget.rewind()
        self.mark(self._session.checked)

    def refresh(self, old: GoalTable, new: GoalTable) -> None:
        """Show what differs between two tables."""
        before, after = thing_at(old, self.place), thing_at(new, self.place)
        if before is after:
            return
        for field in self.fields:
            value = field_of(after, field.name)
            if value != field_of(before, field.name):
                field.widget.set_value(value)

    def note(self, notes: dict[str, str]) -> None:
        """Say more in the tooltips of the fields that `notes` names; `mark` shows it."""
        self._notes = notes

    def mark(self, checked: Checked) -> None:
        """Mark the fields at which there are findings."""
        found = _findings(checked, self.place)
        for field in self.fields:
            there = self.place.at(field.name)
            here = [finding for finding in found if there in (finding.place, *finding.also)]
            _mark(field.widget, here, self._notes.get(field.name, ""))

    def focus(self, name: str) -> bool:
        """Put the cursor into the field `name`, or the one it is a part of; tell whether there is one."""
        for field in self.fields:
            if name and (field.name == name or field.name.startswith(f"{name}.")):
                field.widget.setFocus()
                return True
        return False

    def _on_edited(self, value: object) -> None:
        widget = self.sender()
        field = next(field for field in self.fields if field.widget is widget)
        self._session.put(f"修改{field.label}", self.place.at(field.name), value, typed=True)


def _findings(checked: Checked, place: Place) -> tuple[Finding, ...]:
    """Return the findings that may mark a field of the table, unit or project itself."""
    if place.project:
        return checked.at(place)
    unit = checked.unit(place.unit)
    return (unit.own if unit else ()) if place.unit else checked.own


def _mark(widget: QWidget, findings: list[Finding], note: str) -> None:
    """Outline a field by the gravest of its open findings; say all of them, and the note, in its tooltip and aloud."""
    worst = max((finding.severity for finding in findings if not finding.is_answered), default=None)
    lines = [said_of(finding) for finding in findings]
    messages = "\n".join([*lines, note] if note else lines)
    word = worst.json if worst is not None else ""
    widget.setToolTip(tip(messages))
    widget.setAccessibleDescription(messages)
    if widget.property("severity") != word:
        widget.setProperty("severity", word)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def caption(text: str, parent: QWidget, buddy: QWidget | None = None) -> QLabel:
    """Return a muted label that names a field."""
    label = QLabel(text, parent)
    label.setObjectName("caption")
    if buddy is not None:
        label.setBuddy(buddy)
    return label
