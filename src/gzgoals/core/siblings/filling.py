"""What becomes of the table when something is typed into cells of the matrix, or a column is named anew."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from gzgoals.core.edits import add_indicators, find_project, put_values, replaced
from gzgoals.core.entry import entered
from gzgoals.core.siblings.matrix import Column, Matrix
from gzgoals.core.table import Catalogue, GoalTable, Indicator, Place, catalogue_of

BETWEEN = " / "
"""What stands between a target for the cycle and another one for the year."""
_BETWEEN = re.compile(r"(?:^|\s)/(?:\s|$)")


class Side(Enum):
    """Which of an indicator's two targets is typed."""

    BOTH = "两者"
    CYCLE = "周期"
    ANNUAL = "年度"


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of the matrix: the place of its project, and its indicator, or where one is to stand.

    A new indicator comes after the one with the id `after`, or first.
    """

    place: Place
    column: Column
    indicator: Indicator | None
    after: str = ""


def slot_of(matrix: Matrix, place: Place, key: str) -> Slot | None:
    """Return the cell of the project at `place` in the column `key`, None where there is none any longer."""
    line, number = matrix.line(place), matrix.number(key)
    if line is None or number < 0:
        return None
    before = next((each.id for each in reversed(line.cells[:number]) if each), "")
    return Slot(line.place, matrix.columns[number], line.cells[number], before)


def shown(indicator: Indicator, side: Side = Side.BOTH) -> str:
    """Return an indicator's target as it is printed, both of them where they differ, or that of one side."""
    cycle, annual = indicator.cycle.text, indicator.annual.text
    if side is not Side.BOTH:
        return cycle if side is Side.CYCLE else annual
    return cycle if cycle == annual else f"{cycle}{BETWEEN}{annual}".strip()


def with_texts(table: GoalTable, texts: Iterable[tuple[Slot, str]], side: Side) -> GoalTable:
    """Return the table with what was typed in cells of its matrix; a cell without an indicator gets one.

    Both targets take the text, or a part each where it is written as `≥95% / ≥90%`; or that of one side alone does.
    """
    catalogue = catalogue_of(table.scheme)
    return _with(
        table,
        [
            (slot, _typed(slot.indicator or _new(slot), text, side if slot.indicator else Side.BOTH, catalogue))
            for slot, text in texts
            if slot.indicator or text.strip()
        ],
    )


def with_targets_of(table: GoalTable, source: Indicator, slots: Iterable[Slot], side: Side) -> GoalTable:
    """Return the table with the targets of `source` in cells of its matrix, or that of one side."""
    changed = []
    for slot in slots:
        old = slot.indicator or _new(slot)
        both = slot.indicator is None or side is Side.BOTH
        cycle = source.cycle if both or side is Side.CYCLE else old.cycle
        annual = source.annual if both or side is Side.ANNUAL else old.annual
        changed.append((slot, replaced(old, cycle=cycle, annual=annual)))
    return _with(table, changed)


def renamed(table: GoalTable, matrix: Matrix, key: str, name: str) -> GoalTable:
    """Return the table with the indicators of a column named `name` in all projects."""
    number = matrix.number(key)
    if number < 0 or not name.strip():
        return table
    cells = ((line.place, line.cells[number]) for line in matrix.lines)
    return put_values(
        table, [(replace(place, indicator=each.id, field="name"), name.strip()) for place, each in cells if each]
    )


def _new(slot: Slot) -> Indicator:
    return Indicator(name=slot.column.name, category=slot.column.category)


def _typed(indicator: Indicator, text: str, side: Side, catalogue: Catalogue) -> Indicator:
    cycle = annual = text
    if side is Side.BOTH and not any(_BETWEEN.search(each.text) for each in (indicator.cycle, indicator.annual)):
        parts = _BETWEEN.split(text)
        if len(parts) == 2 and any(parts):  # a lone stroke is what officers write for nothing
            cycle, annual = parts
    if side is not Side.ANNUAL:
        indicator = entered(indicator, "cycle", cycle, catalogue)
    return indicator if side is Side.CYCLE else entered(indicator, "annual", annual, catalogue)


def _with(table: GoalTable, changed: Sequence[tuple[Slot, Indicator]]) -> GoalTable:
    table = put_values(
        table,
        [
            (replace(slot.place, indicator=new.id, field=side), getattr(new, side))
            for slot, new in changed
            if slot.indicator
            for side in ("cycle", "annual")
        ],
    )
    for slot, new in reversed(changed):  # several that come after one indicator stand in their order then
        if slot.indicator is None:
            ids = [indicator.id for indicator in find_project(table, slot.place).indicators]
            table = add_indicators(table, slot.place, (new,), ids.index(slot.after) + 1 if slot.after in ids else 0)
    return table
