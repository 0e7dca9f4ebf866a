"""The columns of a table: how wide each is, so that no amount is ever cut and the text shares the rest."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.core.page_setup import LEAST_WIDTH, PageSetup
from gzgoals.gui.paper.fonts import Fonts, paper_fonts
from gzgoals.gui.paper.kinds import OFFICIAL, ColumnKind, SheetRow, TableKind
from gzgoals.gui.paper.setup import UNITS_PER_POINT, Sheet

PADDING = 3 * UNITS_PER_POINT
_LEAST_AMOUNT_WIDTH = 4.4
_WIDEST_DRAFT = 6
_SMALLEST = 5 * UNITS_PER_POINT
_STEP = UNITS_PER_POINT // 2
_WHOLE = 1000
_LEAST_TEXT = 8
"""Hundredths of the room for text that a column of text has at least."""
_MOST_LEAST = 0.9
"""How much of the room for text may go to what columns are made to hold."""
_DIGIT = re.compile("[0-9]")
_NUMBER = re.compile("[+-]?[0-9,.]{1,40}%?")


class Column(NamedTuple):
    """A column between two vertical rules, in units from the sheet's left edge."""

    left: int
    right: int

    @property
    def inner_width(self) -> int:
        """The width between the paddings."""
        return self.right - self.left - 2 * PADDING


def widths_with(columns: Sequence[Column], rule: int, x: float) -> tuple[int, ...]:
    """Return the official columns' widths in thousandths of the table's, once a rule is moved to `x` points.

    The room comes from the next column of text, or goes there: those of amounts beside the rule may need all of theirs.
    """
    whole = columns[-1].right - columns[0].left
    widths = [(column.right - column.left) * _WHOLE // whole for column in columns]
    giver = next(place for place in range(rule + 1, len(columns)) if OFFICIAL.columns[place].share)
    wider = round((x * UNITS_PER_POINT - columns[rule].right) * _WHOLE / whole)
    wider = min(max(wider, LEAST_WIDTH - widths[rule]), widths[giver] - LEAST_WIDTH)
    widths[rule] += wider
    widths[giver] -= wider
    return tuple(max(LEAST_WIDTH, width) for width in widths)


Shapes = tuple[frozenset[str], ...]
"""What is written in each column of amounts, with every digit a 0: the widths of the columns follow from that alone."""


def fitted(
    rows: Sequence[SheetRow], sheet: Sheet, setup: PageSetup, kind: TableKind = OFFICIAL
) -> tuple[Fonts, tuple[Column, ...]]:
    """Return fonts and columns for these rows of a kind of table.

    Where huge amounts on a small sheet would leave too little for the text, the type becomes smaller. Only where the
    smallest type is still too large does an amount get less room than it needs, and is broken like any text.
    """
    return fitted_to(shapes_of([row_shapes(row, kind) for row in rows], kind), sheet, setup, kind)


def row_shapes(row: SheetRow, kind: TableKind = OFFICIAL) -> tuple[str, ...]:
    """Return what a row has in the columns of amounts, with every digit a 0."""
    texts = row.texts
    return text_shapes(texts[place] for place in kind.amounts)


def text_shapes(texts: Iterable[str]) -> tuple[str, ...]:
    """Return amounts with every digit a 0; a few hundred different ones stand in the rows of the largest table."""
    return tuple(intern(_DIGIT.sub("0", text)) for text in texts)


def shapes_of(rows: Iterable[tuple[str, ...]], kind: TableKind = OFFICIAL) -> Shapes:
    """Put together what the rows have in the columns of amounts."""
    together = tuple(map(frozenset, zip(*rows, strict=True)))
    return together or (frozenset(),) * len(kind.amounts)


def fitted_to(shapes: Shapes, sheet: Sheet, setup: PageSetup, kind: TableKind) -> tuple[Fonts, tuple[Column, ...]]:
    """Return what `fitted` does for rows that have these `shapes`."""
    size = round(setup.type_size * UNITS_PER_POINT)
    chosen = setup.widths if len(setup.widths) == len(kind.columns) else ()
    while True:
        fonts = paper_fonts(size, setup.font)
        needed = [_amount_width(column, fonts) for column in shapes]
        most = sheet.width - kind.least_text_width * size
        if sum(needed) <= most:
            amounts = _chosen(needed, most, sheet, kind, chosen)
            return fonts, _side_by_side(sheet, kind, amounts, fonts, chosen)
        if size <= _SMALLEST:
            amounts = [min(width, most // len(needed)) for width in needed]
            return fonts, _side_by_side(sheet, kind, amounts, fonts, chosen)
        size -= _STEP


def _chosen(needed: Sequence[int], most: int, sheet: Sheet, kind: TableKind, chosen: Sequence[int]) -> list[int]:
    """Return how wide the columns of amounts become: as chosen, but no less than needed, and no more than `most`."""
    if not chosen:
        return list(needed)
    wanted = [
        max(0, chosen[place] * sheet.width // _WHOLE - least) for place, least in zip(kind.amounts, needed, strict=True)
    ]
    spare = most - sum(needed)
    share = min(1.0, spare / sum(wanted)) if sum(wanted) else 0.0
    return [least + int(more * share) for least, more in zip(needed, wanted, strict=True)]


def _amount_width(shapes: Iterable[str], fonts: Fonts) -> int:
    """Return the width that the widest amount needs; a draft that is no number may be broken where it is very long."""
    metrics = QFontMetricsF(fonts.text)
    digit = max("0123456789", key=metrics.horizontalAdvance)
    widest = _LEAST_AMOUNT_WIDTH * fonts.size
    for shape in shapes:
        width = metrics.horizontalAdvance(shape.replace("0", digit))
        widest = max(widest, width if _NUMBER.fullmatch(shape) else min(width, _WIDEST_DRAFT * fonts.size))
    return round(widest) + 1 + 2 * PADDING


def _side_by_side(
    sheet: Sheet, kind: TableKind, amount_widths: Sequence[int], fonts: Fonts, chosen: Sequence[int] = ()
) -> tuple[Column, ...]:
    """Return the columns; those of text share what the amounts leave, as `chosen` or as is usual."""
    widths = dict(zip(kind.amounts, amount_widths, strict=True))
    rest = sheet.width - sum(amount_widths)
    shares = {place: column.share for place, column in enumerate(kind.columns) if column.share}
    least = {place: _text_width(kind.columns[place], fonts) for place in shares}
    if chosen:
        widths |= _shared(rest, {place: chosen[place] for place in shares})
    elif sum(least.values()) > _MOST_LEAST * rest:
        widths |= _shared(rest, shares)
    else:
        widths |= _shared_with(rest, shares, least)
    edges = [sheet.left]
    for place in range(len(kind.columns) - 1):
        edges.append(edges[-1] + widths[place])
    edges.append(sheet.right)
    return tuple(Column(left, right) for left, right in pairwise(edges))


def _text_width(column: ColumnKind, fonts: Fonts) -> int:
    """Return how wide a column of text is to be for its title and what it is made to hold."""
    heading, text = QFontMetricsF(fonts.heading), QFontMetricsF(fonts.text)
    title = max(map(heading.horizontalAdvance, column.title.split("\n")))
    return round(max(title, text.horizontalAdvance(column.fits))) + UNITS_PER_POINT + 2 * PADDING


def _shared(rest: int, shares: Mapping[int, int]) -> dict[int, int]:
    """Return room in these proportions, with some hundredths of it for each."""
    whole = sum(shares.values())
    least = _LEAST_TEXT * rest // 100
    widths = {place: max(least, rest * share // whole) for place, share in shares.items()}
    over = sum(widths.values()) - rest
    if over > 0:
        widths[max(widths, key=lambda place: widths[place])] -= over
    return widths


def _shared_with(rest: int, shares: Mapping[int, int], least: Mapping[int, int]) -> dict[int, int]:
    """Return room in these proportions, but no less than the `least` for each; all of it is more than those."""
    widths: dict[int, int] = {}
    while True:
        others = {place: share for place, share in shares.items() if place not in widths}
        room, whole = rest - sum(widths.values()), sum(others.values())
        wanted = {place: room * share // whole for place, share in others.items()}
        short = {place: least[place] for place in others if wanted[place] < least[place]}
        if not short:
            return widths | wanted
        widths |= short
