"""What the list of years in a table's texts shows: a tick, the project, where, and the text before and after."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt

from gzgoals.core.table import Place
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column

Spans = tuple[tuple[int, int], ...]

_AROUND = 16
"""Characters that are shown on either side of what changes in a long text."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A text with a year in it by its place, what it would become, and whether it is to."""

    key: Place
    owner: str
    where: str
    before: str
    after: str
    ticked: bool
    usual: bool


def changed_parts(before: str, after: str) -> tuple[Spans, Spans]:
    """Return the numbers in which two texts differ, as parts of the one and of the other."""
    ones, others = list(_NUMBER.finditer(before)), list(_NUMBER.finditer(after))
    if len(ones) != len(others):
        return ((0, len(before)),), ((0, len(after)),)
    pairs = [(one.span(), other.span()) for one, other in zip(ones, others, strict=True) if one[0] != other[0]]
    return tuple(one for one, _ in pairs), tuple(other for _, other in pairs)


def excerpt(text: str, spans: Spans) -> tuple[str, Spans]:
    """Return the part of a text around `spans` on one line, and where they are in it."""
    if not spans:
        return text.replace("\n", " "), ()
    start, end = max(spans[0][0] - _AROUND, 0), min(spans[-1][1] + _AROUND, len(text))
    start, end = (0 if start <= 2 else start), (len(text) if end >= len(text) - 2 else end)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    return f"{head}{text[start:end]}{tail}".replace("\n", " "), tuple((a + shift, b + shift) for a, b in spans)


_NUMBER = re.compile(r"\d+")


def _tick(row: MentionRow) -> Cell:
    state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
    return Cell(check=state, tip="改为右栏的年份（空格键）", spoken=f"{row.owner}，{row.where}：改为“{row.after}”")


def _before(row: MentionRow) -> Cell:
    text, spans = excerpt(row.before, changed_parts(row.before, row.after)[0])
    told = row.before if row.usual else f"{row.before}\n（年份早于上年，一般不改）"
    return Cell(text, spans=spans, tip=told)


def _after(row: MentionRow) -> Cell:
    text, spans = excerpt(row.after, changed_parts(row.before, row.after)[1])
    return Cell(text, spans=spans if row.ticked else (), tip=row.after, muted=not row.ticked)


COLUMNS = (
    Column[MentionRow]("ticked", "", _tick),
    Column[MentionRow]("owner", "项目", lambda row: Cell(row.owner, tip=row.owner)),
    Column[MentionRow]("where", "位置", lambda row: Cell(row.where)),
    Column[MentionRow]("before", "原文", _before),
    Column[MentionRow]("after", "改为", _after),
)
