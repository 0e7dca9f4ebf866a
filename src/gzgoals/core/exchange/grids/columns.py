"""The header of a table of indicators or of projects in a grid: one to three rows, any order, by alias."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gzgoals.core.exchange.grids.captions import (
    ABOVE,
    PARTS_OF_LEVELS,
    PARTS_OF_MONEY,
    Column,
    Part,
    Period,
    column_of,
    is_past,
    is_third,
    parts_periods,
    plain,
    project_level,
)
from gzgoals.core.exchange.grids.column_years import of_other_years, own_year, years_above, years_of
from gzgoals.core.exchange.grids.form_labels import label_of
from gzgoals.core.exchange.grids.header import text_of
from gzgoals.core.exchange.grids.money import unit_in
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.exchange.source import GridRow

_MOST_ROWS = 3
_FEWEST_KNOWN = 0.6
_LIKELY = re.compile(r"指\s*标|项\s*目|级")
_LONGEST = 60
_ITSELF = 1.5  # how fine 项目名称 is: finer than 一级项目, coarser than 二级项目
_SUMS = ("小计", "合计")


@dataclass(frozen=True, slots=True)
class Columns:
    """A header: rows `begin` to `end` of the grid, where each column stands, and what the others are called.

    `money` is how many 万元 one of the numbers below is, where a caption tells; `second_block` are the columns of
    the same parts further right, as forms have them that put the year's indicators beside the cycle's. `year`
    is the one that captions tell.
    """

    begin: int
    end: int
    places: Mapping[Column, tuple[int, ...]]
    others: Mapping[int, str]
    texts: frozenset[str]
    money: str = ""
    second_block: Mapping[Part, int] = field(default_factory=dict)
    year: int | None = None

    def at(self, part: Part, period: Period = Period.ANY) -> int:
        """Return the first column of a part, -1 for none."""
        return self.places.get((part, period), (-1,))[0]

    def all_at(self, part: Part) -> tuple[int, ...]:
        """Return the columns of a part, of any period."""
        return tuple(place for (other, _), places in self.places.items() if other is part for place in places)

    def has(self, *parts: Part) -> bool:
        """Tell whether any of the parts has a column."""
        return any(part in parts for part, _ in self.places)

    @property
    def of_indicators(self) -> bool:
        """Whether indicators stand below, each in its row."""
        levels = self.has(*PARTS_OF_LEVELS)
        return (self.has(Part.INDICATOR) and (levels or self.has(Part.VALUE))) or (levels and self.has(Part.VALUE))

    def repeats(self, row: GridRow) -> bool:
        """Tell whether a row is the header, or a row of it, once more."""
        return text_of(row) in self.texts


def columns_at(rows: Sequence[GridRow], begin: int) -> Columns | None:
    """Return the header of indicators, or of projects and their money, that begins at a row, None when none does.

    A row above that adds nothing to what the rows below say by themselves is a caption, no part of the header.
    """
    if not any(len(cell) <= _LONGEST and _LIKELY.search(cell) for cell in rows[begin].cells):
        return None
    best: Columns | None = None
    titled = years_above(rows, begin)
    for size in range(1, min(_MOST_ROWS, len(rows) - begin) + 1):
        block = rows[begin : begin + size]
        if not _is_captions(block):
            break
        found = _columns(block, begin, titled)
        without_first = _columns(block[1:], begin + 1, titled) if size > 1 else None
        if without_first and _count(found) <= _count(without_first):
            break
        better = best is None or _count(found) + parts_periods(block[-1].cells) > _count(best)
        if better and _is_header(found, rows):
            best = found
    return best


def _is_header(found: Columns, rows: Sequence[GridRow]) -> bool:
    if found.of_indicators:
        return True
    texts = found.has(Part.OBJECTIVE, *PARTS_OF_MONEY)
    if not found.has(Part.NAME) or not texts or found.has(Part.INDICATOR):
        return False
    below = next((row for row in rows[found.end :] if any(cell.strip() for cell in row.cells)), None)
    return below is not None and _is_project(below, found)


def _is_project(row: GridRow, columns: Columns) -> bool:
    """Tell a row of a list of projects from the next row of a form: a project or a sum, and no label below a label."""
    first = [row.cell(place) for place in (columns.at(Part.NAME), columns.at(Part.UNIT)) if row.cell(place).strip()]
    filled = [cell for cell in row.cells if cell.strip()]
    labels = [cell for cell in filled if label_of(cell) is not None or column_of("", cell) is not None]
    sums = [cell for cell in filled if compact(cell) in TOTAL_NAMES]
    return bool(sums) or (bool(first) and not labels)


def _count(found: Columns) -> int:
    return sum(len(places) for places in found.places.values()) + len(found.second_block)


def _is_captions(block: Sequence[GridRow]) -> bool:
    """Tell whether the last row of a block is one of captions, below others or beside them."""
    last = block[-1]
    filled = [place for place, cell in enumerate(last.cells) if cell.strip()]
    captions = list(_stacked(block))
    known = sum(_meaning(*captions[place]) is not None for place in filled)
    needed = _FEWEST_KNOWN * len(filled) if len(block) > 1 else 1
    return bool(filled) and known >= needed


def _stacked(block: Sequence[GridRow]) -> Iterator[tuple[str, str]]:
    """Give for each column the caption that it shares with others above, and its own lowest one."""
    groups = [""] * len(block)
    for place in range(max(len(row.cells) for row in block)):
        cells = [row.cell(place) for row in block]
        lowest = max((level for level, cell in enumerate(cells) if cell.strip()), default=-1)
        for level, cell in enumerate(cells):
            if cell.strip() or level >= lowest:
                groups[level] = cell
                if cell.strip():
                    groups[level + 1 :] = [""] * (len(groups) - level - 1)
        above = ABOVE.join(filter(None, groups[:lowest])) if lowest > 0 else ""
        yield above, cells[lowest] if lowest >= 0 else ""


def _columns(block: Sequence[GridRow], begin: int, titled: frozenset[int]) -> Columns:
    places: dict[Column, list[int]] = {}
    others: dict[int, str] = {}
    second: dict[Part, int] = {}
    sums: set[Part] = set()
    captions = list(_stacked(block))
    columns = _meanings(captions)
    years = years_of(captions, columns)
    year = own_year(years, titled)
    left_out = of_other_years(years, columns, year)
    columns = {place: column for place, column in columns.items() if place not in left_out}
    for place, column in columns.items():
        part, _ = column
        if column not in places or (part is Part.APPROPRIATION and part not in sums):
            places.setdefault(column, []).append(place)
        elif part not in PARTS_OF_MONEY:
            second.setdefault(part, place)
        if part in PARTS_OF_MONEY and _is_sum(*captions[place]):
            sums.add(part)
    for place, (group, own) in enumerate(captions):
        if own.strip() and place not in columns and not _is_heading(own):
            others[place] = f"{group.rpartition(ABOVE)[2]}{own}" if place in left_out or is_past(own) else own
    return Columns(
        begin,
        begin + len(block),
        {column: tuple(found) for column, found in places.items()},
        others,
        frozenset(text_of(row) for row in block),
        _money(captions, columns),
        second,
        year,
    )


def _meanings(captions: Sequence[tuple[str, str]]) -> dict[int, Column]:
    """Return what each column holds that can be told; past years' values and headings over the levels cannot."""
    found = {place: column for place, caption in enumerate(captions) if (column := _meaning(*caption))}
    third = [place for place, (_, own) in enumerate(captions) if is_third(own)]
    names = {place: project_level(captions[place][1]) or _ITSELF for place in found if found[place][0] is Part.NAME}
    finest = max(names.values(), default=0)
    measured = any(part is Part.MEASURE for part, _ in found.values())
    value = next((place for place, (part, _) in found.items() if part is Part.VALUE), None)
    for place, (part, _) in list(found.items()):
        own = plain(captions[place][1])
        if (
            names.get(place, finest) < finest
            or part in (Part.PAST, Part.CODE)
            or (part is Part.INDICATOR and third and place not in third)
        ):
            del found[place]  # it is told among the others
        elif own == "单位" and value is not None and not measured and place > min([value, *third]):
            found[place] = (Part.MEASURE, Period.ANY)
    return found


def _meaning(group: str, own: str) -> Column | None:
    """Return what a column holds; amounts and objectives are also known by their labels in forms."""
    if column := column_of(group, own):
        return column
    label = label_of(own) if len(own) <= _LONGEST else None
    wanted = label is not None and label.part in (*PARTS_OF_MONEY, Part.OBJECTIVE) and not label.said
    return (label.part, label.period) if wanted and label and label.part else None


def _is_sum(group: str, own: str) -> bool:
    """Tell whether an amount is the sum of others beside it: 小计 below the source, or 财政拨款 before its parts."""
    caption = plain(own)
    return (caption in _SUMS and bool(group.strip())) or "财政拨款" in caption


def _is_heading(own: str) -> bool:
    column = column_of("", own)
    return column is not None and column[0] is Part.INDICATOR


def _money(captions: Sequence[tuple[str, str]], columns: Mapping[int, Column]) -> str:
    """Return the unit of money that the captions of amounts tell."""
    texts = [text for place, column in columns.items() if column[0] in PARTS_OF_MONEY for text in captions[place]]
    return next(filter(None, map(unit_in, texts)), "")
