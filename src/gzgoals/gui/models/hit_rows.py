"""What the list of hits shows: a tick, the project, where, what stands there, and what it would become."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from gzgoals.core.checks.terms.columns import TARGETS
from gzgoals.core.search import Hit, replaced_text
from gzgoals.core.table import Place
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column

Spans = tuple[tuple[int, int], ...]

_LEAD = 8
"""How many letters are left standing before the first that is meant."""
_EMPTY = "（清空）"
_SHORT = {"cycle": "周期值", "annual": "年度值"}


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit with its project's name; `first` is the first of its project, `new` is what is to come in its place."""

    key: Place
    owner: str
    first: bool
    hit: Hit
    new: str
    ticked: bool

    @property
    def after(self) -> str:
        """What would stand in the cell."""
        return replaced_text(self.hit, self.new)

    @property
    def stays(self) -> bool:
        """Whether nothing would be another."""
        return self.after == self.hit.text


def hit_rows(hits: Iterable[Hit], new: str, off: Collection[Place]) -> tuple[HitRow, ...]:
    """Return a row a hit, with a tick unless its place is among those that are `off`."""
    rows, former = [], None
    for hit in hits:
        owner = hit.place.project or hit.place.unit
        rows.append(HitRow(hit.place, hit.owner or "（未填名称）", owner != former, hit, new, hit.place not in off))
        former = owner
    return tuple(rows)


def where_words(hit: Hit, targets: dict[str, str] = TARGETS) -> str:
    """Return where a hit stands, as `指标 3 · 年度指标值`; `targets` are the words for the two targets."""
    side, _, part = hit.place.field.partition(".")
    word = "部门名称" if side == "department" else targets.get(side, hit.where.value)
    if part == "measure":
        word = f"{word.removesuffix('指标值').removesuffix('值')}计量单位"
    return f"指标 {hit.number} · {word}" if hit.number else word


def excerpt(text: str, spans: Spans) -> tuple[str, Spans]:
    """Return a text on one line that begins shortly before the first span, and the spans there."""
    line = " ".join(text.split("\n"))
    cut = max(spans[0][0] - _LEAD, 0) if spans else 0
    if cut <= 1:
        return line, spans
    return f"…{line[cut:]}", tuple((start - cut + 1, end - cut + 1) for start, end in spans)


def _new_spans(row: HitRow) -> Spans:
    """Return where the new text stands in what the cell would become."""
    moved, spans = 0, []
    for start, end in row.hit.spans:
        spans.append((start + moved, start + moved + len(row.new)))
        moved += len(row.new) - (end - start)
    return tuple(spans)


def _tick(row: HitRow) -> Cell:
    state = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
    spoken = f"{row.owner}，{where_words(row.hit)}：{row.hit.text}，改为“{row.after}”"
    return Cell(check=state, tip="替换这一处（空格键）", spoken=spoken)


def _owner(row: HitRow) -> Cell:
    return Cell(row.owner if row.first else "", tip=row.owner, spoken=row.owner)


def _before(row: HitRow) -> Cell:
    text, spans = excerpt(row.hit.text, row.hit.spans)
    return Cell(text, spans=spans, tip=row.hit.text)


def _after(row: HitRow) -> Cell:
    if row.stays:
        return Cell("不变", muted=True, tip=row.after)
    if not row.after:
        return Cell(_EMPTY, muted=not row.ticked)
    text, spans = excerpt(row.after, _new_spans(row))
    lit = tuple(span for span in spans if span[0] < span[1]) if row.ticked else ()
    return Cell(text, spans=lit, tip=row.after, muted=not row.ticked)


COLUMNS = (
    Column[HitRow]("ticked", "替换", _tick),
    Column[HitRow]("owner", "项目", _owner),
    Column[HitRow]("where", "位置", lambda row: Cell(where_words(row.hit, _SHORT), tip=where_words(row.hit))),
    Column[HitRow]("before", "原文", _before),
    Column[HitRow]("after", "改为", _after),
)
