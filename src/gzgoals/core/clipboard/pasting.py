"""Pasting a block into the indicators of a project, as spreadsheets do it: pure, cell by cell, nothing else touched."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gzgoals.core.clipboard.block import Block
from gzgoals.core.clipboard.columns import COLUMNS, SIDES, Layout, cell_texts, layout_of, with_levels_down
from gzgoals.core.edits import replaced
from gzgoals.core.entry import entered, sign_in, with_part
from gzgoals.core.exchange.grids.cells import name_in
from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.exchange.grids.notation import with_unknown_sign
from gzgoals.core.table import Catalogue, Indicator, Target

Cell = tuple[int, str]
"""A row, counted from 0, and a column of the grid; the row after the last indicator is the one for a new one."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What pasting comes to: the indicators, which cells took a text, and what there is to be told.

    `unknown` counts categories and signs that are kept as they were written; `surplus` the columns without a place.
    """

    indicators: tuple[Indicator, ...]
    cells: tuple[Cell, ...]
    rows: int
    added: int
    unknown: int = 0
    surplus: int = 0


def pasted(
    indicators: Sequence[Indicator],
    cells: Sequence[Cell],
    block: Block,
    catalogue: Catalogue,
    note: Callable[[int, int], None] = lambda _done, _of: None,
) -> Pasted:
    """Return the indicators once `block` is pasted into the selected `cells`, at least one.

    One text fills all of them; a block that fits in a whole number of times is repeated; else it goes to the right and
    down from the upper left one, and new indicators are added past the end. `note` is told how many rows are done; what
    it raises ends the work.
    """
    writes = _writes(cells, block, catalogue)
    result = list(indicators)
    unknown, taken, surplus = 0, [], 0
    for done, (row, texts, extra) in enumerate(writes):
        note(done, max(block.height, done))
        surplus = max(surplus, extra)
        old = result[row] if row < len(result) else Indicator()
        if row >= len(result) and not any(text.strip() for text in texts.values()):
            continue
        new, missed = with_texts(old, texts, catalogue)
        unknown += missed
        at = min(row, len(result))
        result[at : at + 1] = [new]
        taken += [(at, column) for column in COLUMNS if _is_written(column, texts)]
    rows = len({row for row, _ in taken})
    return Pasted(tuple(result), tuple(taken), rows, len(result) - len(indicators), unknown, surplus)


def _is_written(column: str, texts: Mapping[str, str]) -> bool:
    return column in texts or column.partition(".")[0] in texts


_Write = tuple[int, dict[str, str], int]
"""A row, its texts by column, and how many columns of the block have no place."""


def _writes(cells: Sequence[Cell], block: Block, catalogue: Catalogue) -> Iterator[_Write]:
    columns = sorted({COLUMNS.index(column) for _, column in cells if column in COLUMNS})
    whole = not columns or any(column == "number" for _, column in cells)
    if block.height == block.width == 1:
        yield from _filled(cells, block.rows[0][0], whole=whole)
        return
    layout = layout_of(block, "" if whole else COLUMNS[columns[0]], catalogue)
    body = with_levels_down(block.rows[layout.begin :], layout)
    if not body:
        return
    rows = sorted({row for row, _ in cells})
    wide = 1 if whole or layout.whole_rows else _times(columns, block.width)
    high = _times(rows, len(body)) if wide else 0
    if wide > 1 and high:
        layout = Layout(tuple((COLUMNS[column],) for column in columns))
    for offset in range(len(body) * max(high, 1)):
        texts = body[offset % len(body)]
        yield rows[0] + offset, *_placed(texts * max(wide * bool(high), 1), layout)


def _times(selected: Sequence[int], size: int) -> int:
    """Return how often `size` fits into a selection without gaps and remainder, 0 where it does not."""
    count = len(selected)
    together = selected[-1] - selected[0] + 1 == count
    return count // size if together and count % size == 0 else 0


def _filled(cells: Sequence[Cell], text: str, *, whole: bool) -> Iterator[_Write]:
    rows: dict[int, dict[str, str]] = {}
    for row, column in cells:
        wanted = "name" if whole else column
        if wanted in COLUMNS:
            rows.setdefault(row, {})[wanted] = text
    for row in sorted(rows):
        yield row, rows[row], 0


def _placed(texts: Sequence[str], layout: Layout) -> tuple[dict[str, str], int]:
    placed: dict[str, str] = {}
    surplus = 0
    for place, (text, columns) in enumerate(zip(texts, layout.columns, strict=True)):
        placed.update(dict.fromkeys(columns, text))
        surplus += not columns and place not in layout.silent and bool(text.strip())
    return placed, surplus


def with_texts(indicator: Indicator, texts: Mapping[str, str], catalogue: Catalogue) -> tuple[Indicator, int]:
    """Return the indicator with `texts` in its columns, and how many of them were kept without being understood.

    `cycle` and `annual` stand for whole targets. What a cell shows already changes nothing.
    """
    texts = {column: name_in(text) for column, text in texts.items()}
    shown = cell_texts(indicator, catalogue)
    unknown = 0
    levels: dict[str, str] = {column: texts[column] for column in ("first", "second") if column in texts}
    if any(shown[column] != text for column, text in levels.items()):
        indicator = _with_levels(indicator, levels, catalogue)
        known = catalogue.by_code.get(indicator.category)
        unknown += known is None and bool(indicator.category) and any(levels.values())
    if "name" in texts:
        indicator = entered(indicator, "name", texts["name"], catalogue)
    for side in SIDES:
        if side in texts:
            indicator = entered(indicator, side, texts[side], catalogue)
            continue
        parts = {part: texts[column] for part in _PARTS if (column := f"{side}.{part}") in texts}
        if any(shown[f"{side}.{part}"] != text for part, text in parts.items()):
            target = _with_parts(getattr(indicator, side), tuple(parts.items()))
            indicator = replaced(indicator, **{side: target})
            unknown += not sign_in(parts.get("operator", ""))[1]
    return indicator, unknown


_PARTS = ("operator", "value", "measure")
_BLANK = Target()


def _with_levels(indicator: Indicator, levels: Mapping[str, str], catalogue: Catalogue) -> Indicator:
    if len(levels) == 2:  # both are told, so that one must not overrule the other
        return replaced(indicator, category=understood(levels["first"], levels["second"], catalogue))
    for column, text in levels.items():
        indicator = entered(indicator, column, text, catalogue)
    return indicator


@lru_cache(maxsize=1024)
def _with_parts(target: Target, texts: tuple[tuple[str, str], ...]) -> Target:
    """Put the parts of a target into their cells; none of them takes away what another one says.

    A sign or a measure in the value's own cell stands where their cells are blank; where they contradict each other the
    value stays as it was written, and so does what is no sign, before it.
    """
    parts = {part: text.strip() for part, text in texts}
    operator, value, measure = (parts.get(part, "") for part in _PARTS)
    for part in _PARTS:  # what says nothing first, so that it does not clear what the value brings
        if part in parts and (not parts[part] or (part == "operator" and sign_in(operator) == ("", True))):
            target = with_part(target, part, parts[part])
    operator = "" if sign_in(operator) == ("", True) else operator
    if value and not sign_in(operator)[1]:
        target = replaced(target, value=with_unknown_sign(operator, value))
        operator = ""
    elif value and _differ(
        with_part(_BLANK, "value", value), with_part(with_part(_BLANK, "operator", operator), "measure", measure)
    ):
        target = replaced(target, value=value)
    elif value:
        target = with_part(target, "value", value)
    target = with_part(target, "operator", operator) if operator else target
    return with_part(target, "measure", measure) if measure else target


def _differ(one: Target, other: Target) -> bool:
    """Tell whether two targets both say something, but not the same, of their sign or of their measure."""
    pairs = ((one.operator, other.operator), (one.measure, other.measure))
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)
