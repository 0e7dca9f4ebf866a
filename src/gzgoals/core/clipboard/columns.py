"""The columns of the indicator grid as texts, and which of them the columns of a foreign table are meant for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gzgoals.core.clipboard.block import Block
from gzgoals.core.edits import CELLS
from gzgoals.core.entry import sign_in
from gzgoals.core.exchange.grids.captions import PARTS_OF_TARGETS, Part, Period
from gzgoals.core.exchange.grids.columns import Columns, columns_at
from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.exchange.source import GridRow
from gzgoals.core.table import Catalogue, Indicator

SIDES = ("cycle", "annual")
_PARTS = {Part.OPERATOR: "operator", Part.VALUE: "value", Part.MEASURE: "measure"}
COLUMNS = CELLS
"""The columns that can be written into, as they stand in the grid."""

_PERIODS = {"cycle": Period.CYCLE, "annual": Period.ANNUAL}
_SHORT = {4: ("first", "second", "name", "cycle"), 5: ("first", "second", "name", "cycle", "annual")}
"""What stands in rows of four or five cells whose targets are written whole."""
_SEARCHED = 3
_LEFT_OUT = frozenset({Part.SERIAL})


@dataclass(frozen=True, slots=True)
class Layout:
    """Into which columns of the grid each column of a block goes; those for which there is none have none.

    `begin` is the first row below the block's header, `header` whether it has one; `silent` are columns that are left
    out without a word, as serial numbers are.
    """

    columns: tuple[tuple[str, ...], ...]
    begin: int = 0
    header: bool = False
    silent: frozenset[int] = frozenset()

    @property
    def whole_rows(self) -> bool:
        """Whether whole rows are meant, from wherever they are pasted."""
        return self.header or len(self.columns) >= len(COLUMNS)


def cell_texts(indicator: Indicator, catalogue: Catalogue) -> dict[str, str]:
    """Return what the grid shows of an indicator, by column."""
    first, second = catalogue.levels(indicator.category)
    texts = {"first": first, "second": second, "name": indicator.name}
    for side in SIDES:
        target = getattr(indicator, side)
        texts |= {f"{side}.{part}": getattr(target, part) for part in _PARTS.values()}
    return texts


def layout_of(block: Block, start: str, catalogue: Catalogue) -> Layout:
    """Return where a block goes that is pasted at the column `start`, which is empty where whole rows are selected.

    A header above the block tells it best; else rows as wide as the grid, or pasted into whole rows, begin with the
    first level, perhaps after a serial number; and all others go to the right from `start`.
    """
    if found := _by_header(block):
        return found
    serial = _begins_with_numbers(block, catalogue)
    wide = block.width - serial >= len(COLUMNS)
    if start and not wide:
        return _by_place(block.width, COLUMNS.index(start))
    columns = _by_place(block.width - serial, 0).columns
    if block.width - serial in _SHORT and not _holds_signs(block, 3 + serial):
        columns = tuple((column,) for column in _SHORT[block.width - serial])
    return Layout(((),) * serial + columns, silent=frozenset(range(serial)))


def with_levels_down(rows: Sequence[Sequence[str]], layout: Layout) -> list[tuple[str, ...]]:
    """Return the rows below a header with blank levels filled from above, where a sheet had them merged."""
    first, second = (_place_of(column, layout) for column in ("first", "second"))
    filled = []
    above = ("", "")
    for row in rows:
        texts = list(row)
        own = tuple(texts[place].strip() if place >= 0 else "" for place in (first, second))
        if layout.header and any(text.strip() for text in texts):
            fresh = own[0] and own[0] != above[0]
            above = (own[0] or above[0], own[1] if fresh else own[1] or above[1])
            for place, text in zip((first, second), above, strict=True):
                if place >= 0:
                    texts[place] = text
        filled.append(tuple(texts))
    return filled


def _place_of(column: str, layout: Layout) -> int:
    return next((place for place, columns in enumerate(layout.columns) if column in columns), -1)


def _by_place(width: int, start: int) -> Layout:
    return Layout(tuple(COLUMNS[place : place + 1] for place in range(start, start + width)))


def _begins_with_numbers(block: Block, catalogue: Catalogue) -> int:
    """Return 1 where the rows are numbered before their first level, else 0: numbers may be codes of that level."""
    if block.width < 3 or not all(row[0].strip().isdecimal() or not row[0].strip() for row in block.rows):
        return 0
    if block.width == len(COLUMNS) + 1:
        return 1
    rows = [row for row in block.rows if row[0].strip() or row[1].strip()]
    if not rows or all(catalogue.knows(understood(row[0], row[1], catalogue)) for row in rows):
        return 0
    return int(all(_is_first_level(row[1], catalogue) or not row[1].strip() for row in rows))


def _is_first_level(text: str, catalogue: Catalogue) -> bool:
    known = catalogue.by_code.get(understood(text, "", catalogue))
    return known is not None and not known.parent


def _holds_signs(block: Block, column: int) -> bool:
    return all(sign_in(row[column])[1] for row in block.rows)


def _by_header(block: Block) -> Layout | None:
    top = block.rows[: _SEARCHED * 2]
    pairs = zip(top, (("",) * block.width, *top), strict=False)
    # What is merged downward stands in each of its rows; a header is read where it stands once.
    rows = [GridRow(tuple(own if own != over else "" for own, over in zip(*pair, strict=True)), ()) for pair in pairs]
    for begin in range(min(_SEARCHED, len(rows))):
        found = columns_at(rows, begin)
        if found and found.of_indicators and Part.INDICATOR not in found.second_block:
            return _layout(found, block.width)
    return None


def _layout(found: Columns, width: int) -> Layout:
    columns: list[list[str]] = [[] for _ in range(width)]
    plain = {Part.FIRST: "first", Part.SECOND: "second", Part.INDICATOR: "name"}
    if not found.has(Part.SECOND):
        plain[Part.CATEGORY] = "second"
    for part, column in plain.items():
        if (place := found.at(part)) >= 0:
            columns[place].append(column)
    for side in SIDES:
        places = _places_of(found, side)
        whole = set(places) == {Part.VALUE}
        for part, place in places.items():
            columns[place].append(side if whole else f"{side}.{_PARTS[part]}")
    silent = frozenset(place for part in _LEFT_OUT for place in found.all_at(part))
    return Layout(tuple(map(tuple, columns)), found.end, header=True, silent=silent)


def _places_of(found: Columns, side: str) -> Mapping[Part, int]:
    """Return where the parts of a side's target stand; a column of targets of no period holds both sides' targets."""
    own = _PERIODS[side]
    places = {}
    for part in PARTS_OF_TARGETS:
        further = found.second_block.get(part, -1) if side == "annual" else -1
        candidates: Sequence[int] = (found.at(part, own), further, found.at(part, Period.ANY))
        if (place := next((place for place in candidates if place >= 0), -1)) >= 0:
            places[part] = place
    return places if Part.VALUE in places else {}
