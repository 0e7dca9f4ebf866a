"""Official tables without vertical rules: columns by their captions and gutters, rows by rules or by room."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.grids.header import AMOUNTS, SOURCES, Role
from gzgoals.core.exchange.pdf.bands import Cells, Heads, amounts_add_up, by_room, is_amount, is_one_row
from gzgoals.core.exchange.pdf.edges import joined
from gzgoals.core.exchange.pdf.gutters import Caption, Level, columns_between, crosses, header_at, levels_of
from gzgoals.core.exchange.pdf.lines import Line, Spacing, lines_of, spacing_of
from gzgoals.core.exchange.pdf.orientation import Orientation
from gzgoals.core.exchange.pdf.pages import PageRow, PageTable
from gzgoals.core.exchange.pdf.parts import LongTable, is_page_number
from gzgoals.core.exchange.pdf.rules import Rule, rules_of
from gzgoals.core.exchange.pdf.runs import Manner, PageText, Run
from gzgoals.core.exchange.printed.wording import compact

_ASCENT, _DESCENT = 0.9, 0.25
_FEWEST_RULES = 2
_ALMOST_ALL = 0.8
_NEAR = 2.0


class Sheet(NamedTuple):
    """A page's runs and its horizontal rules, as they are drawn."""

    number: int
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    spacing: Spacing
    orientation: Orientation


@dataclass(slots=True)
class _Stretch:
    """The part of a table on one page: its levels, the first `header` of them its captions."""

    sheet: Sheet
    levels: list[Level]
    header: int = 0


@dataclass(slots=True)
class _Unruled:
    captions: tuple[Caption, ...]
    above: list[Level]
    above_sheet: Sheet
    stretches: list[_Stretch] = field(default_factory=list)
    unsure: bool = False


def sheet_of(page: object, number: int, known: Manner) -> Sheet:
    """Return what an open page holds; `number` counts from 1."""
    text = PageText(page, known)
    try:
        rules = tuple(joined(rules_of(page, text.orientation).horizontal))
        return Sheet(number, text.runs, rules, spacing_of(text), text.orientation)
    finally:
        text.close()


def unruled_tables(sheets: Sequence[Sheet]) -> list[LongTable]:
    """Return the official tables of a document that have no vertical rules; none if one of them is not sure."""
    tables = []
    for found in _found(sheets):
        table = _table(found)
        if table is None:
            return []
        tables.append(table)
    return tables


def _found(sheets: Sequence[Sheet]) -> Iterator[_Unruled]:
    """Yield the tables: each begins with a header, and ends where text runs across its columns."""
    repeated = _repeated(sheets)
    table: _Unruled | None = None
    above: list[Level] = []
    for sheet in sheets:
        levels = _without_furniture(levels_of(sheet.runs), repeated)
        stretch = None
        place = 0
        while place < len(levels):
            header = header_at(levels, place)
            if header and not (table and stretch is None and not above and _alike(table.captions, header[1])):
                if table:
                    yield table
                table = _Unruled(header[1], above, sheet)
                above = []
            if header:
                stretch = _Stretch(sheet, list(levels[place : header[0]]), header[0] - place)
                place = header[0]
            elif table and not above and not crosses(levels[place], table.captions):
                stretch = stretch or _Stretch(sheet, [])
                stretch.levels.append(levels[place])
                place += 1
            else:
                if table and _is_body(levels[place], table.captions):
                    table.unsure = True
                above.append(levels[place])
                place += 1
            if table and stretch and stretch not in table.stretches[-1:]:
                table.stretches.append(stretch)
    if table:
        yield table


def _is_body(level: Level, captions: Sequence[Caption]) -> bool:
    """Tell a level of the table that does not keep to its columns: it has amounts where they stand."""
    first = min(caption.left for caption in captions if caption.role in AMOUNTS)
    last = max(caption.right for caption in captions if caption.role in AMOUNTS)
    return any(is_amount(run.text) and first < run.right and run.left < last for run in level.runs)


def _repeated(sheets: Sequence[Sheet]) -> frozenset[tuple[str, int]]:
    """Return what several pages print in the same place: running titles and captions."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        seen.update({_place(level) for level in levels_of(sheet.runs)})
    return frozenset(place for place, count in seen.items() if count > 1)


def _place(level: Level) -> tuple[str, int]:
    return compact("".join(run.text for run in level.runs)), round(level.base)


def _without_furniture(levels: list[Level], repeated: frozenset[tuple[str, int]]) -> list[Level]:
    """Return the levels of a page without the page number and what other pages repeat at its edges."""
    first, last = 0, len(levels)
    while first < last and _is_furniture(levels[first], repeated) and not header_at(levels, first):
        first += 1
    while first < last and _is_furniture(levels[last - 1], repeated):
        last -= 1
    return levels[first:last]


def _is_furniture(level: Level, repeated: frozenset[tuple[str, int]]) -> bool:
    return _place(level) in repeated or is_page_number("".join(run.text for run in level.runs))


def _alike(captions: Sequence[Caption], others: Sequence[Caption]) -> bool:
    return [caption.role for caption in captions] == [caption.role for caption in others]


def _table(found: _Unruled) -> LongTable | None:
    """Return a table, None where its columns are not sure: where totals are not the sums of their sources."""
    if found.unsure:
        return None
    body = [level for stretch in found.stretches for level in stretch.levels[stretch.header :]]
    heads = _heads(found.captions)
    roles = [caption.role for caption in found.captions]
    sources = [roles.index(role) for role in SOURCES if role in roles]
    for columns in columns_between(body, found.captions):
        parts = _parts(found, columns, heads)
        rows = [row.cells for part in parts for row in part.rows]
        if Role.TOTAL not in roles or not sources or amounts_add_up(rows, roles.index(Role.TOTAL), sources):
            spacing = found.above_sheet.spacing._replace(columns=True)
            runs = [run for level in found.above for run in level.runs]
            return LongTable(parts, lines_of(runs, found.above_sheet.number, spacing))
    return None


def _parts(found: _Unruled, columns: tuple[float, ...], heads: Heads) -> list[PageTable]:
    rules = [_wide(stretch.sheet.rules, columns) for stretch in found.stretches]
    columns = _to_edges(columns, [rule for some in rules for rule in some])
    return [_part(stretch, columns, heads, some) for stretch, some in zip(found.stretches, rules, strict=True)]


def _heads(captions: Sequence[Caption]) -> Heads:
    roles = [caption.role for caption in captions]
    amounts = tuple(place for place, role in enumerate(roles) if role in AMOUNTS)
    total = roles.index(Role.TOTAL) if Role.TOTAL in roles else -1
    return Heads(roles.index(Role.NAME), total, amounts, roles.index(Role.INDICATORS))


def _wide(rules: Sequence[Rule], columns: Sequence[float]) -> list[Rule]:
    """Return the rules that part all columns."""
    width = columns[-1] - columns[0]
    return [rule for rule in rules if min(rule.end, columns[-1]) - max(rule.begin, columns[0]) > _ALMOST_ALL * width]


def _to_edges(columns: tuple[float, ...], rules: Sequence[Rule]) -> tuple[float, ...]:
    """Return the columns with the outer ones as wide as the rules over them."""
    left = min([columns[0], *(rule.begin for rule in rules)])
    right = max([columns[-1], *(rule.end for rule in rules)])
    return left, *columns[1:-1], right


def _part(stretch: _Stretch, columns: tuple[float, ...], heads: Heads, rules: Sequence[Rule]) -> PageTable:
    sheet = stretch.sheet
    cells = _cells([run for level in stretch.levels[: stretch.header] for run in level.runs], columns, sheet)
    rows = [cells] if any(cells) else []
    body = stretch.levels[stretch.header :]
    groups = _between(body, [rule.place for rule in rules])
    parted = [_cells([run for level in group for run in level.runs], columns, sheet) for group in groups]
    ruled = len(groups) > _FEWEST_RULES and all(is_one_row(group, heads) for group in parted)
    for group in parted:
        rows += [group] if ruled else by_room(group, heads)
    placed = [PageRow(row, sheet.orientation.visible(_box(row, columns))) for row in rows]
    lines = [line for row in rows for cell in row for line in cell]
    top = min((line.base - _ASCENT * line.em for line in lines), default=0.0)
    bottom = max((line.base + _DESCENT * line.em for line in lines), default=0.0)
    return PageTable(sheet.number, columns, top, bottom, tuple(placed))


def _between(levels: Sequence[Level], places: Sequence[float]) -> list[list[Level]]:
    """Return levels in the groups that rules at some heights part."""
    groups: list[list[Level]] = [list(levels[:1])]
    for level, below in pairwise(levels):
        if any(level.base - _NEAR < place < below.base for place in places):
            groups.append([])
        groups[-1].append(below)
    return groups


def _cells(runs: Sequence[Run], columns: Sequence[float], sheet: Sheet) -> Cells:
    cells: list[list[Run]] = [[] for _ in range(len(columns) - 1)]
    for run in runs:
        middle = (run.left + run.right) / 2
        cells[sum(middle >= x for x in columns[1:-1])].append(run)
    return tuple(tuple(lines_of(cell, sheet.number, sheet.spacing)) if cell else () for cell in cells)


def _box(row: Cells, columns: Sequence[float]) -> tuple[float, float, float, float]:
    lines: list[Line] = [line for cell in row for line in cell]
    top = min(line.base - _ASCENT * line.em for line in lines)
    return columns[0], top, columns[-1], max(line.base + _DESCENT * line.em for line in lines)
