"""What can be done to the selected cells of the grid: fill, clear, and make the annual targets those of the cycle."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from gzgoals.core.edits import CELLS, copied, emptied, find_project, put_indicators, replaced
from gzgoals.core.entry import entered
from gzgoals.core.table import Catalogue, Indicator, Place, Target, catalogue_of
from gzgoals.gui.session import Session

Cells = Sequence[tuple[str, str]]
"""Cells by the id of their indicator and the key of their column, row by row."""


def fill_down(session: Session, cells: Cells) -> None:
    """Put what stands topmost in each column into the selected cells below; one row takes it from the row above."""
    indicators = _indicators(session)
    order = {indicator.id: row for row, indicator in enumerate(indicators)}
    rows: dict[str, list[int]] = {}
    for key, column in _known(session, cells):
        rows.setdefault(column, []).append(order[key])
    alone = all(len(each) == 1 for each in rows.values())
    changed: dict[int, Indicator] = {}
    for group in {tuple(each) for each in rows.values()}:
        columns = [column for column, each in rows.items() if tuple(each) == group]
        top, *below = (group[0] - 1, *group) if alone else group
        for row in below if top >= 0 else ():
            changed[row] = copied(changed.get(row, indicators[row]), indicators[top], columns, _catalogue(session))
    _put(session, "向下填充", tuple(changed.values()), cells)


def fill(session: Session, cells: Cells, key: str, column: str) -> None:
    """Put what stands in one cell into the selected ones of its kind, on either side."""
    source = next((each for each in _indicators(session) if each.id == key), None)
    if source is None or column not in CELLS:
        return
    side = column.partition(".")[0]
    if side in ("cycle", "annual"):
        target = getattr(source, side)
        source = replaced(source, cycle=target, annual=target)
    catalogue = _catalogue(session)
    _change(session, "填充", _of_kind(cells, column), lambda each, columns: copied(each, source, columns, catalogue))


def fill_with(session: Session, cells: Cells, column: str, text: str) -> None:
    """Put a text typed in one column into the selected cells of its kind, as if it had been typed into each."""
    catalogue = _catalogue(session)

    def filled(indicator: Indicator, columns: Sequence[str]) -> Indicator:
        for each in columns:
            indicator = entered(indicator, each, text, catalogue)
        return indicator

    _change(session, "填充", _of_kind(cells, column), filled)


def clear(session: Session, cells: Cells) -> None:
    """Empty the selected cells, as one step."""
    catalogue = _catalogue(session)
    _change(session, "清除", cells, lambda each, columns: emptied(each, columns, catalogue))


def follow_cycle(session: Session, ids: Sequence[str]) -> None:
    """Make the annual targets of these indicators those of the whole cycle."""
    wanted = set(ids)
    changed = [replaced(each, annual=each.cycle) for each in _indicators(session) if each.id in wanted]
    if changed:
        place = replace(session.place, indicator=ids[0], field="annual.value")
        here = session.place
        session.apply("年度同周期", lambda table: put_indicators(table, here, changed), place)


def came_apart(old: Indicator, new: Indicator, column: str, text: str) -> bool:
    """Tell whether a text put into one cell of a target has become more than that cell."""
    side, _, part = column.partition(".")
    before, after = getattr(old, side), getattr(new, side)
    others = {"operator", "value", "measure"} - {part}
    return isinstance(after, Target) and (
        getattr(after, part) != text.strip() and any(getattr(before, each) != getattr(after, each) for each in others)
    )


def _change(
    session: Session, label: str, cells: Cells, change: Callable[[Indicator, Sequence[str]], Indicator]
) -> None:
    by_id = {indicator.id: indicator for indicator in _indicators(session)}
    columns: dict[str, list[str]] = {}
    for key, column in _known(session, cells):
        columns.setdefault(key, []).append(column)
    _put(session, label, [change(by_id[key], each) for key, each in columns.items()], cells)


def _put(session: Session, label: str, changed: Sequence[Indicator], cells: Cells) -> None:
    """Put the changed indicators into the project shown, as one step named by how many cells it is about."""
    known = _known(session, cells)
    if changed and known:
        key, column = known[0]
        here = session.place
        place = replace(here, indicator=key, field="category" if column in ("first", "second") else column)
        count = f" {len(known)} 个单元格" if len(known) > 1 else "单元格"
        session.apply(f"{label}{count}", lambda table: put_indicators(table, here, changed), place)


def _known(session: Session, cells: Cells) -> Cells:
    """Return those cells that can be edited and hold an indicator that is there already."""
    ids = {indicator.id for indicator in _indicators(session)}
    return [(key, column) for key, column in cells if key in ids and column in CELLS]


def _of_kind(cells: Cells, column: str) -> Cells:
    """Return the cells whose columns hold the same kind of thing as `column`, on either side."""
    return [(key, each) for key, each in cells if each.rpartition(".")[2] == column.rpartition(".")[2]]


def _indicators(session: Session) -> tuple[Indicator, ...]:
    here: Place = session.place
    return find_project(session.table, here).indicators if here.project else ()


def _catalogue(session: Session) -> Catalogue:
    return catalogue_of(session.table.scheme)
