"""The columns of a table: how wide each is, so that no amount is ever cut and the text shares the rest."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.gui.paper.fonts import Fonts, paper_fonts
from gzgoals.gui.paper.kinds import OFFICIAL, SheetRow, TableKind
from gzgoals.gui.paper.setup import UNITS_PER_POINT, Sheet

PADDING = 3 * UNITS_PER_POINT
_LEAST_AMOUNT_WIDTH = 4.4
_WIDEST_DRAFT = 6
_SMALLEST = 5 * UNITS_PER_POINT
_STEP = UNITS_PER_POINT // 2
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


Shapes = tuple[frozenset[str], ...]
"""What is written in each column of amounts, with every digit a 0: the widths of the columns follow from that alone."""


def fitted(
    rows: Sequence[SheetRow], sheet: Sheet, type_size: float, kind: TableKind = OFFICIAL
) -> tuple[Fonts, tuple[Column, ...]]:
    """Return fonts and columns for these rows of a kind of table, `type_size` in points.

    Where huge amounts on a small sheet would leave too little for the text, the type becomes smaller. Only where the
    smallest type is still too large does an amount get less room than it needs, and is broken like any text.
    """
    return fitted_to(shapes_of([row_shapes(row, kind) for row in rows], kind), sheet, type_size, kind)


def row_shapes(row: SheetRow, kind: TableKind = OFFICIAL) -> tuple[str, ...]:
    """Return what a row has in the columns of amounts, with every digit a 0."""
    return tuple(_DIGIT.sub("0", row.texts[place]) for place in kind.amounts)


def shapes_of(rows: Iterable[tuple[str, ...]], kind: TableKind = OFFICIAL) -> Shapes:
    """Put together what the rows have in the columns of amounts."""
    together = tuple(map(frozenset, zip(*rows, strict=True)))
    return together or (frozenset(),) * len(kind.amounts)


def fitted_to(shapes: Shapes, sheet: Sheet, type_size: float, kind: TableKind) -> tuple[Fonts, tuple[Column, ...]]:
    """Return what `fitted` does for rows that have these `shapes`."""
    size = round(type_size * UNITS_PER_POINT)
    while True:
        fonts = paper_fonts(size)
        widths = [_amount_width(column, fonts) for column in shapes]
        most = sheet.width - kind.least_text_width * size
        if sum(widths) <= most:
            return fonts, _side_by_side(sheet, kind, widths)
        if size <= _SMALLEST:
            return fonts, _side_by_side(sheet, kind, [min(width, most // len(widths)) for width in widths])
        size -= _STEP


def _amount_width(shapes: Iterable[str], fonts: Fonts) -> int:
    """Return the width that the widest amount needs; a draft that is no number may be broken where it is very long."""
    metrics = QFontMetricsF(fonts.text)
    digit = max("0123456789", key=metrics.horizontalAdvance)
    widest = _LEAST_AMOUNT_WIDTH * fonts.size
    for shape in shapes:
        width = metrics.horizontalAdvance(shape.replace("0", digit))
        widest = max(widest, width if _NUMBER.fullmatch(shape) else min(width, _WIDEST_DRAFT * fonts.size))
    return round(widest) + 1 + 2 * PADDING


def _side_by_side(sheet: Sheet, kind: TableKind, amount_widths: Sequence[int]) -> tuple[Column, ...]:
    amounts = dict(zip(kind.amounts, amount_widths, strict=True))
    rest, shares = sheet.width - sum(amount_widths), sum(column.share for column in kind.columns)
    edges = [sheet.left]
    for place, column in enumerate(kind.columns[:-1]):
        width = amounts[place] if place in amounts else rest * column.share // shares
        edges.append(edges[-1] + width)
    edges.append(sheet.right)
    return tuple(Column(left, right) for left, right in pairwise(edges))
