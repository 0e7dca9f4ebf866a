"""What one cell of any list or tree shows, and the roles by which views and delegates ask for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto
from functools import lru_cache
from typing import Any

from PySide6.QtCore import Qt

from gzgoals.core.checks import Counts, Severity
from gzgoals.core.visible import visible
from gzgoals.gui.models.tips import tip


class Role(IntEnum):
    """Roles beyond Qt's own."""

    BADGE = Qt.ItemDataRole.UserRole + 1
    MARK = Qt.ItemDataRole.UserRole + 2
    MUTED = Qt.ItemDataRole.UserRole + 3
    STRONG = Qt.ItemDataRole.UserRole + 4
    EDITOR = Qt.ItemDataRole.UserRole + 5
    CHOICES = Qt.ItemDataRole.UserRole + 6
    KEY = Qt.ItemDataRole.UserRole + 7
    SPANS = Qt.ItemDataRole.UserRole + 8
    TONE = Qt.ItemDataRole.UserRole + 9
    OPENED = Qt.ItemDataRole.UserRole + 10
    DEPTH = Qt.ItemDataRole.UserRole + 11
    LINKS = Qt.ItemDataRole.UserRole + 12
    FURTHER = Qt.ItemDataRole.UserRole + 13
    CELL = Qt.ItemDataRole.UserRole + 99
    """The whole `Cell`, for a delegate that wants many of its parts: each question has a price."""


class Editor(Enum):
    """How a cell is edited."""

    NONE = auto()
    TEXT = auto()
    CHOICE = auto()


class Tone(Enum):
    """Which way a number went; the colour only helps a sign that stands in the text."""

    UP = auto()
    DOWN = auto()


@dataclass(frozen=True, slots=True)
class Badge:
    """The gravest severity of a thing's problems and how many are that grave; no severity means that all is well.

    With a `label` the badge says that in place of the severity's sign. `milder` tells of the less grave ones in words.
    `answered` is how many problems have been explained; it is shown where no open one is left.
    """

    severity: Severity | None = None
    count: int = 0
    label: str = ""
    answered: int = 0
    milder: str = ""

    @classmethod
    def of(cls, counts: Counts) -> "Badge":
        """Return the badge for this many findings."""
        return _badge_of(counts)

    @property
    def words(self) -> str:
        """The badge in words, for tooltips and screen readers."""
        if self.label:
            return f"{self.label} {self.count}" if self.count else self.label
        if self.severity:
            worst = f"{self.severity.word} {self.count}" if self.count else self.severity.word
            return f"{worst}，{self.milder}" if self.milder else worst
        return f"已说明 {self.answered}" if self.answered else "没有问题"


@lru_cache(maxsize=1024)
def _badge_of(counts: Counts) -> Badge:
    """Return the badge for this many findings; thousands of projects share a few hundred."""
    worst, by_severity = counts.worst, counts.by_severity
    if worst is None:
        return Badge(answered=counts.answered)
    milder = (f"{each.word} {by_severity[each]}" for each in sorted(by_severity, reverse=True) if each < worst)
    return Badge(worst, by_severity[worst], answered=counts.answered, milder="，".join(milder))


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything a cell shows: text, or a prompt where there is none, tooltip, problem mark, and how it is edited.

    `shown` stands in the cell where that is not the text itself, which the editor opens with, and `brief` where all of
    it finds no room; `check` is how the cell's tick box stands, None where it has none; `spans` are the parts of what
    is shown, from and to, that stand out. `opened` tells whether what the row stands for is listed below it, None where
    it stands for itself; `depth` is how far the row is set in; `links` are values with a `label` that can be clicked.
    `further` are choices that are offered only to what is typed and fits none of the usual `choices`; where a text is
    `suggested`, which tells its column, the library tells what could be meant.
    """

    text: str = ""
    tip: str = ""
    mark: Severity | None = None
    badge: Badge | None = None
    right: bool = False
    centred: bool = False
    muted: bool = False
    strong: bool = False
    editor: Editor = Editor.NONE
    choices: tuple[str, ...] = ()
    spoken: str = ""
    prompt: str = ""
    shown: str = ""
    brief: str = ""
    check: Qt.CheckState | None = None
    spans: tuple[tuple[int, int], ...] = ()
    tone: Tone | None = None
    opened: bool | None = None
    depth: int = 0
    links: tuple[Any, ...] = ()
    further: tuple[str, ...] = ()
    suggested: str = ""

    def marked(self, mark: Severity | None, tip: str) -> "Cell":
        """Return the cell with a problem marked on it, told by its tooltip."""
        return replace(self, mark=mark, tip=tip) if mark else self

    def answer(self, role: int) -> Any:
        """Answer what a view asks of this cell by role."""
        return _ANSWERS[role](self) if role in _ANSWERS else None

    @property
    def display(self) -> str:
        """What stands in the cell: what is shown for the text, the text, or the prompt where there is none.

        What would hide or turn the reading order round is made visible.
        """
        return visible(self.shown or self.text or self.prompt)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """On which side the text stands."""
        return _RIGHT if self.right else _CENTRE if self.centred else _LEFT

    @property
    def dim(self) -> bool:
        """Whether the text is of the quiet kind, as a prompt is."""
        return self.muted or not (self.shown or self.text)

    @property
    def aloud(self) -> str:
        """What a screen reader says of the cell."""
        said = self.spoken or (self.badge.words if self.badge else self.shown or self.text or self.prompt)
        if self.opened is not None:
            said = f"{'已展开' if self.opened else '已折叠'}，{said}"
        if self.check is not None:
            said = f"{_STATES[self.check]}{f'，{said}' if said else ''}"
        return f"{said or '空'}，{_with_level(self.mark, self.tip)}" if self.mark else said


def _with_level(mark: Severity, tip: str) -> str:
    """Return what is told of a mark, each problem with its level."""
    problems = tip.replace("\n", "；")
    return problems if problems.startswith(tuple(each.word for each in Severity)) else f"{mark.word}：{problems}"


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_STATES = {
    Qt.CheckState.Checked: "已勾选",
    Qt.CheckState.PartiallyChecked: "部分勾选",
    Qt.CheckState.Unchecked: "未勾选",
}

_ANSWERS: dict[int, Callable[[Cell], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: cell.display,
    Qt.ItemDataRole.EditRole: lambda cell: cell.text,
    Qt.ItemDataRole.ToolTipRole: lambda cell: tip(cell.tip) or None,
    Qt.ItemDataRole.TextAlignmentRole: lambda cell: cell.alignment,
    Qt.ItemDataRole.AccessibleTextRole: lambda cell: cell.aloud,
    Qt.ItemDataRole.CheckStateRole: lambda cell: cell.check,
    Role.BADGE: lambda cell: cell.badge,
    Role.MARK: lambda cell: cell.mark,
    Role.MUTED: lambda cell: cell.dim,
    Role.STRONG: lambda cell: cell.strong,
    Role.EDITOR: lambda cell: cell.editor,
    Role.CHOICES: lambda cell: cell.choices,
    Role.SPANS: lambda cell: cell.spans,
    Role.TONE: lambda cell: cell.tone,
    Role.OPENED: lambda cell: cell.opened,
    Role.DEPTH: lambda cell: cell.depth,
    Role.LINKS: lambda cell: cell.links,
    Role.FURTHER: lambda cell: cell.further,
    Role.CELL: lambda cell: cell,
}
