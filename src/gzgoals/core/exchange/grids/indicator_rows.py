"""Rows of indicators, each in its cells: levels filled down from merged cells, targets in one column or several."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gzgoals.core.exchange.grids.captions import PARTS_OF_LEVELS, PARTS_OF_TARGETS, Part, Period
from gzgoals.core.exchange.grids.cells import name_in
from gzgoals.core.exchange.grids.columns import Columns
from gzgoals.core.exchange.grids.levels import is_level, with_levels
from gzgoals.core.exchange.grids.notation import Understood, Written, sign_of, target_of
from gzgoals.core.exchange.grids.pieces import FoundIndicator, Remark
from gzgoals.core.exchange.source import NOWHERE, GridRow, Spot
from gzgoals.core.table import Target

_SHOWN = 40
_NUMBERED = re.compile(r"^指标\s*[0-9０-９]{1,2}\s*[:：、.．]\s*")
_DOTS = frozenset("…⋯.")
_NATURES = frozenset({"定量", "定性", "定量指标", "定性指标"})


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels that the rows above left standing, which blank cells below repeat."""

    first: str = ""
    second: str = ""

    def below(self, first: str, second: str) -> "Levels":
        """Return the levels of a row with these cells."""
        if first and first != self.first:
            return Levels(first, second)
        return Levels(first or self.first, second or self.second)


def says_indicator(row: GridRow, columns: Columns) -> bool:
    """Tell whether an indicator stands in a row: a name or a target, not the levels alone."""
    names = (columns.at(Part.INDICATOR), columns.second_block.get(Part.INDICATOR, -1))
    if any(_named(_cell(row, place)) for place in names):
        return True
    return any(_cell(row, place) for place in columns.all_at(Part.VALUE))


def says_nothing(row: GridRow) -> bool:
    """Tell a row in which a blank form's own marks are all there is: dots, or the number of an indicator."""
    return not any(_named(cell) for cell in row.cells)


def says_level(row: GridRow, columns: Columns) -> bool:
    """Tell whether a row has a level of indicators, or a part of a target, even with no indicator in it."""
    levels = [cell for part in PARTS_OF_LEVELS for place in columns.all_at(part) if (cell := _cell(row, place))]
    signs = [cell for place in columns.all_at(Part.OPERATOR) if (cell := _cell(row, place))]
    measures = [place for place in columns.all_at(Part.MEASURE) if _cell(row, place)]
    return any(map(is_level, levels)) if levels else any(sign_of(sign)[1] for sign in signs) or bool(measures)


def indicators_of(rows: Sequence[GridRow], columns: Columns) -> tuple[FoundIndicator, ...]:
    """Return the indicators of one project's rows; a row of levels alone only tells those below it."""
    levels = Levels()
    found: list[FoundIndicator] = []
    for row in rows:
        levels = levels.below(*_level_cells(row, columns))
        if says_indicator(row, columns):
            found += _indicators(row, columns, levels)
    return tuple(found)


def target_remark(columns: Columns, spot: Spot) -> tuple[Remark, ...]:
    """Return the remark of a table that has one column of targets, or none, for the two that are wanted."""
    if not columns.has(Part.VALUE):
        return (Remark(spot, "各指标的指标值留空", "因原表没有“指标值”一列，请填写"),)
    if len(_periods(columns)) == 1 and Part.INDICATOR not in columns.second_block:
        return (Remark(spot, "同一指标值同时记作实施周期指标值和年度指标值", "因原表只有一列指标值，请核对"),)
    return ()


def _level_cells(row: GridRow, columns: Columns) -> tuple[str, str]:
    first, second = (name_in(_cell(row, columns.at(part))) for part in (Part.FIRST, Part.SECOND))
    both = name_in(_cell(row, columns.at(Part.CATEGORY)))
    if both and not columns.has(Part.SECOND) and both not in _NATURES:
        second = both
    return first, second


def _indicators(row: GridRow, columns: Columns, levels: Levels) -> list[FoundIndicator]:
    spot = row.spots[0] if row.spots else NOWHERE
    name = _named(_cell(row, columns.at(Part.INDICATOR)))
    if not columns.has(*PARTS_OF_LEVELS):
        first, second, name = with_levels(name)
        levels = Levels(first, second)
    cycle, annual = (_target(row, columns, period) for period in (Period.CYCLE, Period.ANNUAL))
    if Part.INDICATOR not in columns.second_block:
        return [_found(levels, name, cycle, annual, spot)]
    return _side_by_side(row, columns, levels, spot)


def _side_by_side(row: GridRow, columns: Columns, levels: Levels, spot: Spot) -> list[FoundIndicator]:
    """Return the indicators of a row with the cycle's at the left and the year's at the right."""
    nothing = Understood(Target())
    left = _named(_cell(row, columns.at(Part.INDICATOR)))
    right = _named(_cell(row, columns.second_block[Part.INDICATOR]))
    further = columns.second_block.get(Part.VALUE, -1)
    values = sorted({place for place in (*columns.all_at(Part.VALUE), further) if place >= 0})
    cycle = target_of(Written(value=_cell(row, values[0]))) if values else nothing
    annual = target_of(Written(value=_cell(row, values[-1]))) if len(values) > 1 else nothing
    if left == right:
        return [_found(levels, left, cycle, annual, spot)]
    second = name_in(_cell(row, columns.second_block.get(Part.SECOND, -1)))
    of_year = replace(levels, second=second or levels.second)
    both = [_found(levels, left, cycle, nothing, spot)] if left else []
    return both + ([_found(of_year, right, nothing, annual, spot)] if right else [])


def _found(levels: Levels, name: str, cycle: Understood, annual: Understood, spot: Spot) -> FoundIndicator:
    remarks = []
    if not name:
        text = annual.target.text or cycle.target.text
        remarks.append(Remark(spot, f"指标值“{text[:_SHOWN]}”的指标名称留空", "因该行没有写指标名称，请填写", "name"))
    for left in dict.fromkeys(filter(None, (cycle.left, annual.left))):
        text = annual.target.text or cycle.target.text
        why = "因它不能与这一指标值连写，请核对"
        remarks.append(Remark(spot, f"指标“{name}”记作“{text[:_SHOWN]}”，{left[:_SHOWN]}没有读入", why, "annual"))
    return FoundIndicator(levels.first, levels.second, name, cycle.target, annual.target, spot, tuple(remarks))


def _named(cell: str) -> str:
    """Return a name on one line without what blank forms print: `指标1：` before it, dots in its place."""
    name = _NUMBERED.sub("", name_in(cell))
    return "" if _DOTS.issuperset(name) else name


def _target(row: GridRow, columns: Columns, period: Period) -> Understood:
    periods = _periods(columns)
    wanted = period if period in periods else Period.ANY if Period.ANY in periods else None
    if wanted is None:
        wanted = periods[0] if len(periods) == 1 else None
    if wanted is None:
        return Understood(Target())
    cells = {part: _cell(row, _place(columns, part, wanted)) for part in PARTS_OF_TARGETS}
    sign = cells[Part.OPERATOR]
    nature = name_in(_cell(row, columns.at(Part.CATEGORY)))
    if not sign and nature and sign_of(nature)[1]:
        sign = nature
    return target_of(Written(sign, cells[Part.VALUE], cells[Part.MEASURE]))


def _periods(columns: Columns) -> list[Period]:
    return [period for period in Period if columns.at(Part.VALUE, period) >= 0]


def _place(columns: Columns, part: Part, period: Period) -> int:
    """Return the column of a part of a target: its period's own, the one for all, or the only one there is."""
    for wanted in (period, Period.ANY):
        if (place := columns.at(part, wanted)) >= 0:
            return place
    places = columns.all_at(part)
    return places[0] if len(places) == 1 else -1


def _cell(row: GridRow, place: int) -> str:
    return row.cell(place).strip()
