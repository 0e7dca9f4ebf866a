"""History as a value: the steps done, the steps undone, and the policy that joins keystrokes into one step."""

from dataclasses import dataclass, replace

from gzgoals.core.table import TABLE, GoalTable, Place

PAUSE = 1.5
"""Seconds without typing after which the next keystroke is a step of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One table in the history: what was done to reach it, in the user's words, and where.

    `typed` marks text typed key by key: such steps join while the place is the same, the pauses are short and
    nobody has left the field (`History.sealed`). `at` is when the last key fell, in seconds of any steady clock.
    """

    table: GoalTable
    label: str = ""
    place: Place = TABLE
    typed: bool = False
    at: float = 0.0

    def joins(self, earlier: "Step") -> bool:
        """Tell whether this step goes on with the typing of `earlier`."""
        going_on = self.typed and earlier.typed and (self.label, self.place) == (earlier.label, earlier.place)
        return going_on and 0 <= self.at - earlier.at < PAUSE


@dataclass(frozen=True, slots=True)
class History:
    """All tables that undo and redo can reach; `now` is the one on the screen."""

    now: Step
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()

    @classmethod
    def of(cls, table: GoalTable) -> "History":
        """Begin with a table just made or opened."""
        return cls(Step(table))

    def applied(self, step: Step) -> "History":
        """Return the history with `step` done; what was undone before is gone. The same when the table is."""
        if step.table is self.now.table:
            return self
        if self.past and not self.future and step.joins(self.now):
            before = self.past[-1].table
            return replace(self, now=step) if step.table != before else History(self.past[-1], self.past[:-1])
        return History(step, (*self.past, self.now))

    def sealed(self) -> "History":
        """Return the history with the current typing ended, as by leaving the field: the next key begins a step."""
        return replace(self, now=replace(self.now, typed=False)) if self.now.typed else self

    def undone(self) -> "History":
        """Return the history one step back; the same at its beginning."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.future, self.now)).sealed()

    def redone(self) -> "History":
        """Return the history one step forward again; the same at its end."""
        if not self.future:
            return self
        return History(self.future[-1], (*self.past, self.now), self.future[:-1]).sealed()

    @property
    def undo_label(self) -> str:
        """What undo would take back, in the user's words; empty when there is nothing."""
        return self.now.label if self.past else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, in the user's words; empty when there is nothing."""
        return self.future[-1].label if self.future else ""
