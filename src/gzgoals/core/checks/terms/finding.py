"""What a check tells: a rule's finding at a place of the table, how grave it is, and the fixes offered for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from gzgoals.core.table import GoalTable, Place


class Severity(IntEnum):
    """How grave a finding is; a graver one compares as greater."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word on the screen."""
        return _WORDS[self]

    @property
    def json(self) -> str:
        """The word in the output for other programs."""
        return self.name.lower()


_WORDS = {Severity.HINT: "提示", Severity.WARNING: "警告", Severity.ERROR: "错误"}


@dataclass(frozen=True, slots=True)
class Finding:
    """That a rule is not met: `message` says it as it is shown, `place` is the cell to go to.

    `also` are further cells that the same finding marks; project, indicator and column are named by whoever shows it.
    `value` is what was checked, as text: an explanation holds as long as it is the same. `reason` is the officer's
    explanation, if there is one, and `lapsed` tells that it was written for another value and holds no more.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    also: tuple[Place, ...] = ()
    value: str = ""
    reason: str = ""
    lapsed: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether an explanation holds that was written for this very value; an error cannot be explained away."""
        return bool(self.reason) and not self.lapsed and self.severity is not Severity.ERROR

    @property
    def cells(self) -> tuple[Place, ...]:
        """All places that the finding marks, the one to go to first."""
        return (self.place, *self.also)

    def marks(self, field: Place) -> bool:
        """Tell whether one of the finding's cells is the `field` of a thing or a part of it."""
        return any(cell.thing == field.thing and f"{cell.field}.".startswith(f"{field.field}.") for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: its label on the screen and the edit that does it.

    The edit looks the place up again when it is done, and raises `PlaceGoneError` when it is gone by then. `kind` names
    in the same words what is done to all findings of a rule at once (`补计量单位` for `补“平方米”`); it is the label
    itself where nothing in that is particular to the one finding.
    """

    label: str
    edit: Callable[[GoalTable], GoalTable]
    kind: str = ""

    def __post_init__(self) -> None:
        if not self.kind:
            object.__setattr__(self, "kind", self.label)
