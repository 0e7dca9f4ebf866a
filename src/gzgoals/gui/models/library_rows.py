"""What is shown of the indicators in the library: while a name is typed, and in the list of them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gzgoals.core.library import Entry, Hit
from gzgoals.core.table import Catalogue
from gzgoals.gui.models.cells import Cell
from gzgoals.gui.models.rows_model import Column

USED = "✓ 已用"
COMPOSED = "按词补全"
"""Where a text is from that was made of words."""

_NAMES_FIRST = 4
"""Whole names that stand before those made of words."""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """An entry, the parts of its name that fit, its category in words, and whether the project has it already.

    One that is `composed` is not in the library: its name was made of words, and may be only the beginning of one.
    """

    key: str
    entry: Entry
    category: str
    spans: tuple[tuple[int, int], ...]
    used: bool
    composed: bool = False


Suggest = Callable[[object, str, str], Sequence[LibraryRow]]
"""Says what could be meant in a row of the grid, by its key, and in one of its columns with what is typed there."""


def library_rows(hits: Sequence[Hit], catalogue: Catalogue) -> tuple[LibraryRow, ...]:
    """Return the rows that show these entries."""
    return tuple(
        LibraryRow(hit.entry.key, hit.entry, catalogue.levels(hit.entry.category)[1], _spans(hit), hit.used)
        for hit in hits
    )


def suggested_rows(
    hits: Sequence[Hit], composed: Sequence[str], most: int, catalogue: Catalogue
) -> tuple[LibraryRow, ...]:
    """Return the rows of some whole names, of those made of words, of further names, and last of one used already."""
    rows = library_rows(hits, catalogue)
    known = {row.entry.name for row in rows}
    used = [row for row in rows if row.used][:1]
    fresh = [(row, hit) for row, hit in zip(rows, hits, strict=True) if not row.used]
    first = [row for row, hit in fresh if hit.fit][:_NAMES_FIRST]
    made = composed_rows([name for name in composed if name not in known], COMPOSED)
    others = [row for row, _ in fresh if row not in first]
    return (*(*first, *made, *others)[: most - len(used)], *used)


def composed_rows(texts: Sequence[str], source: str = "") -> tuple[LibraryRow, ...]:
    """Return the rows of texts that are no entries of the library, perhaps with a word for where they are from."""
    entries = (Entry(text, text, sources=tuple(filter(None, (source,)))) for text in texts)
    return tuple(LibraryRow(f"+{entry.key}", entry, "", (), used=False, composed=True) for entry in entries)


def _spans(hit: Hit) -> tuple[tuple[int, int], ...]:
    return ((hit.fit.start, hit.fit.end),) if hit.fit and hit.fit.end > hit.fit.start else ()


def _name(row: LibraryRow) -> Cell:
    used = USED.removeprefix("✓ ") if row.used else ""
    said = "，".join(filter(None, (row.entry.name, row.entry.target.text, row.entry.told, used)))
    return Cell(row.entry.name, tip=row.entry.name, spans=row.spans, muted=row.used, spoken=said)


def _category(row: LibraryRow) -> Cell:
    return Cell(row.category, muted=True, tip=row.category)


def _target(row: LibraryRow) -> Cell:
    others = [seen.annual.text or seen.cycle.text for seen in row.entry.targets[:_TOLD]]
    return Cell(row.entry.target.text, muted=True, tip="用过的指标值：" + "、".join(others) if others else "")


def _source(row: LibraryRow) -> Cell:
    years = "、".join(f"{year} 年" for year in row.entry.years)
    tip = "\n".join(filter(None, ("、".join(row.entry.sources[:_TOLD]), years)))
    return Cell(row.entry.told, muted=True, tip=tip)


def _used(row: LibraryRow) -> Cell:
    return Cell(USED if row.used else "", muted=True, tip="本项目已有这项指标" if row.used else "")


_TOLD = 12
"""Targets or sources that a tooltip tells."""

SUGGESTED = (
    Column[LibraryRow]("name", "指标名称", _name),
    Column[LibraryRow]("target", "指标值", _target),
    Column[LibraryRow]("source", "来源", lambda row: _used(row) if row.used else _source(row)),
)
"""What is shown while a name is typed."""

LISTED = (
    Column[LibraryRow]("name", "指标名称", _name),
    Column[LibraryRow]("category", "二级指标", _category),
    Column[LibraryRow]("target", "指标值", _target),
    Column[LibraryRow]("source", "来源", _source),
    Column[LibraryRow]("used", "", _used),
)
"""What is shown in the list of them all."""
