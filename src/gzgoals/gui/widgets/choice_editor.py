"""The drop-down in a cell: a line to type any part of a choice, its code or its pinyin, with the list of what fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gzgoals.core.entry import whole_target
from gzgoals.core.lookup import Rank, match
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column
from gzgoals.gui.widgets.popping_line import PoppingLine

ROWS = 10
"""How many choices are seen at once; the others are scrolled to."""

NO_SIGN = "无"
"""What the list of operators shows for none."""

NOTHING_FITS = "没有符合的选项"

WHOLE_TARGET = "填入整个指标值"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the choices: the value it stands for, how it is shown, and in what other words it may be looked for.

    `spans` and `note_spans` are what fits of what is typed, in the label and in the note beside it; `whole` tells
    that it is the whole of one of its texts.
    """

    key: str
    label: str
    note: str = ""
    also: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    note_spans: tuple[tuple[int, int], ...] = ()
    whole: bool = False


_SIGNS = {
    "": Choice("", NO_SIGN, "不写符号"),
    "≥": Choice("≥", "≥", "大于等于", (">=", "不小于", "不低于", "不少于")),
    "≤": Choice("≤", "≤", "小于等于", ("<=", "不大于", "不超过", "不高于")),
    "＞": Choice("＞", "＞", "大于"),
    "＜": Choice("＜", "＜", "小于"),
    "＝": Choice("＝", "＝", "等于"),
}

_COLUMNS = (
    Column[Choice]("label", "选项", lambda row: Cell(row.label, spans=row.spans)),
    Column[Choice]("note", "说明", lambda row: Cell(row.note, spans=row.note_spans, muted=True)),
)


def choice_of(value: str) -> Choice:
    """Return a choice that stands for itself, or a sign with its words."""
    return _SIGNS.get(value) or Choice(value, value)


def fitting(query: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return the choices that fit what was typed, the best first, else in their order, with what fits marked."""
    fits = [found for choice in choices if (found := _fit(query, choice))]
    return tuple(choice for _, choice in sorted(fits, key=lambda each: each[0]))


def _fit(query: str, choice: Choice) -> tuple[Rank, Choice] | None:
    """Return how well a choice fits by the best of its texts."""
    texts = (choice.label, choice.note, *choice.also)
    fits = [(fit.rank, number, fit) for number, text in enumerate(texts) if text and (fit := match(query, text))]
    if not fits:
        return None
    rank, number, fit = min(fits)
    span = ((fit.start, fit.end),) if fit.end > fit.start else ()
    spans, note_spans = span if number == 0 else (), span if number == 1 else ()
    return rank, replace(choice, spans=spans, note_spans=note_spans, whole=rank is Rank.SAME)


class ChoiceEditor(PoppingLine[Choice]):
    """A line that takes one of its choices and nothing else.

    `further` choices are offered only where what is typed fits none of the usual ones.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _COLUMNS, ROWS)
        self._choices: tuple[Choice, ...] = ()
        self._further: tuple[Choice, ...] = ()
        self._present: str | None = None
        self._preview = ""
        self.textEdited.connect(self._on_text_edited)

    def offer(self, choices: Sequence[str], further: Sequence[str], present: str) -> None:
        """Offer `choices`, of which `present` stands in the cell; what is typed stays."""
        offered = tuple(map(choice_of, choices)), tuple(choice_of(each) for each in further if each not in choices)
        if (*offered, present) == (self._choices, self._further, self._present):
            return
        (self._choices, self._further), self._present = offered, present
        if not self.isModified():
            self.setText(choice_of(present).label if present in choices else present)
            self.selectAll()
        self._look_up()

    @property
    def query(self) -> str:
        """What is looked for: what was typed, with what the input method still makes of it."""
        return f"{self.text() if self.isModified() else ''}{self._preview}".strip()

    @property
    def choice(self) -> str | None:
        """The choice that Enter takes, None where nothing fits."""
        row = self.list.current
        return row.key if row else None

    @property
    def sure_choice(self) -> str | None:
        """The choice that is meant, even if the cell is left by the mouse: taken, gone to, or all that can be meant."""
        row = self.list.current
        alone = bool(self.query) and row is not None and (row.whole or len(self.list.model.rows) == 1)
        return self.choice if self._decided or alone else None

    def handles(self, event: QKeyEvent) -> bool:
        key, bare = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and bare == Qt.KeyboardModifier.NoModifier:
            direction, by_page = _STEPS[key]
            self.list.step(direction * (self.list.page if by_page else 1))
            self._decided = True
            self._tell()
            return True
        if key not in _LEAVING or bare & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        self._decided = self.choice is not None
        return bool(self.query) and not self._decided

    def _look_up(self) -> None:
        query = self.query
        rows = fitting(query, self._choices) or fitting(query, self._further) or self._whole_targets(query)
        keys = [row.key for row in rows]
        present = keys.index(self._present) if self._present is not None and self._present in keys else -1
        self._decided = False
        self.list.show_rows(rows, (0 if rows else -1) if query else present, "" if rows else NOTHING_FITS)
        self._tell()

    def _whole_targets(self, query: str) -> tuple[Choice, ...]:
        """Return what is typed as a choice, where a sign is asked and a whole target begins with it."""
        target = whole_target(query) if all(each.key in _SIGNS for each in self._choices) else None
        return (Choice(query, target.text, WHOLE_TARGET),) if target else ()

    def _tell(self) -> None:
        row, rows = self.list.current, self.list.model.rows
        words = f"{row.label} {row.note}".strip() if row else "" if rows else NOTHING_FITS
        self._say(f"{words}，第 {rows.index(row) + 1} 项，共 {len(rows)} 项" if row else words)

    def _on_text_edited(self) -> None:
        self._look_up()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        preview = event.preeditString().replace("'", "")
        if preview != self._preview:
            self._preview = preview
            self._look_up()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.list.isVisible():
            self._look_up()


_STEPS = {
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_PageUp: (-1, True),
    Qt.Key.Key_PageDown: (1, True),
}
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
