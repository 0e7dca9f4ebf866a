"""What can be done to the selected indicators: copy, remove, move up and down."""

from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.edits import add_indicators, copy_indicator, find_project, move_indicator, remove_indicators
from gzgoals.core.table import GoalTable
from gzgoals.gui.session import Session


def duplicate(session: Session, ids: Sequence[str]) -> None:
    """Add copies of the indicators below the last of them."""
    here = session.place
    indicators = find_project(session.table, here).indicators
    wanted = set(ids)
    chosen = [indicator for indicator in indicators if indicator.id in wanted]
    copies = [copy_indicator(indicator) for indicator in chosen]
    index = indicators.index(chosen[-1]) + 1
    there = replace(here, indicator=copies[0].id)
    session.apply("复制指标", lambda table: add_indicators(table, here, copies, index), there)
    session.go(there)


def remove(session: Session, ids: Sequence[str]) -> None:
    """Remove the indicators."""
    here = session.place
    there = replace(here, indicator=ids[0])
    session.apply("删除指标", lambda table: remove_indicators(table, here, ids), there)


def move(session: Session, ids: Sequence[str], by: int) -> None:
    """Move the indicators by one row up (-1) or down (1)."""
    here = session.place
    order = [indicator.id for indicator in find_project(session.table, here).indicators]

    def edit(table: GoalTable) -> GoalTable:
        for each in ids if by < 0 else reversed(ids):
            table = move_indicator(table, replace(here, indicator=each), order.index(each) + by)
        return table

    session.apply("移动指标", edit, replace(here, indicator=ids[0]))


def can_move(session: Session, ids: Sequence[str], by: int) -> bool:
    """Tell whether the indicators can move by one row up (-1) or down (1)."""
    if not ids or not session.place.project:
        return False
    order = {each.id: row for row, each in enumerate(find_project(session.table, session.place).indicators)}
    return all(each in order and 0 <= order[each] + by < len(order) for each in ids)
