"""What a comparison of two years shows: one row a change, which may be filtered by what kind of thing has changed."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from gzgoals.core.checks import Severity
from gzgoals.core.table import money_text
from gzgoals.core.years import Change, ChangeKind
from gzgoals.core.years.report import percent_text
from gzgoals.gui.models.cells import Cell, Editor, Tone
from gzgoals.gui.models.excerpts import excerpts
from gzgoals.gui.models.rows_model import Column

_K = ChangeKind


class Subject(Enum):
    """What kind of thing has changed, as the user filters by; the value is the word on the screen."""

    ALL = "全部"
    PROJECTS = "项目增减"
    AMOUNTS = "金额"
    OBJECTIVES = "目标"
    INDICATORS = "指标"


_SUBJECTS = {
    _K.AMOUNT: Subject.AMOUNTS,
    _K.OBJECTIVE: Subject.OBJECTIVES,
    _K.INDICATOR: Subject.INDICATORS,
    _K.INDICATOR_ADDED: Subject.INDICATORS,
    _K.INDICATOR_DROPPED: Subject.INDICATORS,
}
_SIGNS = {
    _K.UNIT_ADDED: "＋",
    _K.ADDED: "＋",
    _K.INDICATOR_ADDED: "＋",
    _K.UNIT_DROPPED: "－",
    _K.DROPPED: "－",
    _K.INDICATOR_DROPPED: "－",
    _K.RENAMED: "✎",
    _K.UNIT_RENAMED: "✎",
    _K.DEPARTMENT: "✎",
    _K.OBJECTIVE: "✎",
    _K.INDICATOR: "✎",
    _K.MOVED: "⇄",
}
Sides = tuple[str, str]
"""What the two tables are called, the older one first."""

YEARS: Sides = ("上年", "本年")
STALE = "数值又有变动，请核对理由"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change; `writable` tells whether its reason can be written here."""

    change: Change
    writable: bool = True

    @property
    def key(self) -> Hashable:
        """The same thing changes once in each way."""
        return self.change.kind, self.change.key


def change_rows(changes: Sequence[Change], subject: Subject, *, writable: bool) -> tuple[ChangeRow, ...]:
    """Return a row for each change of this kind of thing."""
    return tuple(
        ChangeRow(change, writable) for change in changes if subject in (Subject.ALL, subject_of(change))
    )  # fmt: skip


def subject_of(change: Change) -> Subject:
    """Return what kind of thing has changed; whatever is not inside a project counts with the projects."""
    return _SUBJECTS.get(change.kind, Subject.PROJECTS)


def trend(difference: Decimal | None) -> str:
    """Return an amount's change as `▲26.00` or `▼26.00`; nothing where there is none."""
    return f"{'▲' if difference > 0 else '▼'}{money_text(abs(difference))}" if difference else ""


def tone_of(difference: Decimal | None) -> Tone | None:
    """Return which way an amount went."""
    return (Tone.UP if difference > 0 else Tone.DOWN) if difference else None


def _owner(row: ChangeRow) -> Cell:
    name = row.change.owner or "（未命名）"
    return Cell(name, tip=name, muted=not row.change.owner)


def _kind(row: ChangeRow) -> Cell:
    change = row.change
    sign = _SIGNS.get(change.kind) or trend(change.difference)[:1] or "✎"
    tone = tone_of(change.difference) or (Tone.UP if sign == "＋" else Tone.DOWN if sign == "－" else None)
    return Cell(f"{sign} {change.kind.label}", tone=tone, spoken=change.kind.label)


def _where(row: ChangeRow) -> Cell:
    return Cell(row.change.where, tip=row.change.where)


def _value(row: ChangeRow, side: int, sides: Sides) -> Cell:
    change = row.change
    whole = (change.before, change.after)[side]
    if not whole:
        return Cell("—", muted=True, spoken="无")
    both = "\n".join(
        f"{word}：{text}" for word, text in zip(sides, (change.before, change.after), strict=True) if text
    )  # fmt: skip
    shown = excerpts(change.before, change.after)[side]
    return Cell(shown, tip=both, right=change.is_about_money, spoken=whole, muted=not side)


def _difference(row: ChangeRow) -> Cell:
    change = row.change
    if not change.difference:
        return Cell()
    words = f"{'增加' if change.difference > 0 else '减少'} {money_text(abs(change.difference))} 万元"
    return Cell(trend(change.difference), right=True, tone=tone_of(change.difference), tip=words, spoken=words)


def _percent(row: ChangeRow) -> Cell:
    return Cell(percent_text(row.change.percent), right=True, tone=tone_of(row.change.difference))


def _reason(row: ChangeRow) -> Cell:
    change = row.change
    if not row.writable:
        return Cell(change.reason, tip=change.reason)
    prompt = "填写理由"
    if not change.stale:
        return Cell(change.reason, tip=change.reason, editor=Editor.TEXT, prompt=prompt)
    shown = f"! 待核对：{change.reason}"
    told = f"{STALE}：{change.reason}"
    return Cell(
        change.reason, tip=told, editor=Editor.TEXT, shown=shown, mark=Severity.WARNING, spoken=change.reason
    )  # fmt: skip


def columns(sides: Sides) -> tuple[Column[ChangeRow], ...]:
    """Return the columns for a comparison of two tables that are called so."""
    return (
        Column[ChangeRow]("owner", "项目", _owner),
        Column[ChangeRow]("kind", "变动", _kind),
        Column[ChangeRow]("where", "栏目", _where),
        Column[ChangeRow]("before", sides[0], lambda row: _value(row, 0, sides)),
        Column[ChangeRow]("after", sides[1], lambda row: _value(row, 1, sides)),
        Column[ChangeRow]("difference", "增减（万元）", _difference, right=True),
        Column[ChangeRow]("percent", "%", _percent, right=True),
        Column[ChangeRow]("reason", "理由", _reason),
    )


COLUMNS = columns(YEARS)
