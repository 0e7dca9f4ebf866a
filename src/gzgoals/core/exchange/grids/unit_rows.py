"""Rows that only sum up those below them, which stand for units where no column names any."""

from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.exchange.grids.captions import Part
from gzgoals.core.exchange.grids.columns import Columns
from gzgoals.core.exchange.grids.pieces import NO_MONEY, Gathering, Piece, Remark, sums_of
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.table import worth


def with_units(gathering: Gathering, columns: Columns) -> Gathering:
    """Return the gathering with rows that only sum up those below them taken for units, where no column names units.

    All of them must add up, the first row must be one, and none may have a text of its own. Those within another one
    are groups of its projects, which the table does not have.
    """
    pieces = gathering.pieces
    bare = [at for at, piece in enumerate(pieces) if not piece.objective and not piece.indicators and piece.amounts]
    if columns.has(Part.UNIT) or not bare or bare[0] != 0 or any(piece.unit for piece in pieces):
        return gathering
    kept, remarks, end = [], list(gathering.remarks), 0
    for at in bare:
        reach = _reach(pieces, bare, at)
        if not reach or (at < end < reach):
            return gathering
        if at >= end:
            end = reach
            kept += [replace(each, unit=pieces[at].name) for _, each in _projects(pieces, bare, at, end)]
        else:
            spot = pieces[at].spots[0] if pieces[at].spots else NOWHERE
            remarks.append(Remark(spot, f"“{pieces[at].name}”没有读入", "因它只是下面几个项目的合计，请核对"))
    return replace(gathering, pieces=tuple(kept), remarks=tuple(remarks))


def _projects(pieces: Sequence[Piece], bare: Sequence[int], begin: int, end: int) -> list[tuple[int, Piece]]:
    return [(place, pieces[place]) for place in range(begin + 1, end) if place not in bare]


def _reach(pieces: Sequence[Piece], bare: Sequence[int], at: int) -> int:
    """Return up to where the projects below a row of sums add up to it, 0 where they never do."""
    own = worth((pieces[at].amounts or NO_MONEY)[0])
    ends = [*(place for place in bare if place > at), len(pieces)]
    sums = ((end, sums_of([piece for _, piece in _projects(pieces, bare, at, end)])[0]) for end in ends)
    return next((end for end, below in sums if below and below == own), 0)
