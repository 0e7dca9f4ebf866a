"""What a drop on the project tree does: units, projects and indicators moved or copied, however many, in one step."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from gzgoals.core.edits import (
    add_indicators,
    add_projects,
    add_units,
    copy_indicator,
    copy_project,
    copy_unit,
    find_project,
    find_unit,
    index_of,
    move_projects,
    move_units,
    place_of,
    remove_indicators,
)
from gzgoals.core.table import GoalTable, Place
from gzgoals.gui.session import Session


def drop_things(session: Session, keys: Sequence[str], onto: Place, row: int, *, copied: bool) -> tuple[str, ...]:
    """Move or copy units or projects before the row of the unit or table `onto`; a negative one is the last.

    Projects dropped onto a project stand before it. Returns the ids of what stands there now, none where it cannot.
    """
    table = session.table
    places = [place_of(table, key) for key in keys]
    projects = [place.project for place in places if place.project]
    units = [place.unit for place in places if not place.project]
    if projects and not units and onto.unit:
        projects = _in_order(table, projects)
        unit = find_unit(table, onto)
        at = index_of(unit.projects, onto.project, "项目") if onto.project else row
        return _drop_projects(session, projects, unit.id, len(unit.projects) if at < 0 else at, copied=copied)
    if units and not onto.unit:
        units = [unit.id for unit in table.units if unit.id in units]
        return _drop_units(session, units, len(table.units) if row < 0 else row, copied=copied)
    return ()


def _in_order(table: GoalTable, ids: Collection[str]) -> list[str]:
    return [project.id for unit in table.units for project in unit.projects if project.id in ids]


def _drop_projects(session: Session, ids: Sequence[str], unit: str, row: int, *, copied: bool) -> tuple[str, ...]:
    if copied:
        copies = [copy_project(find_project(session.table, place_of(session.table, each))) for each in ids]
        there = Place(unit, copies[0].id)
        session.apply(named("复制", len(ids), "项目"), lambda table: add_projects(table, there, copies, row), there)
        session.go(there)
        return tuple(copy.id for copy in copies)
    there = Place(unit, session.place.project if session.place.project in ids else ids[0])
    session.apply(named("移动", len(ids), "项目"), lambda table: move_projects(table, ids, unit, row), there)
    session.go(there)
    return tuple(ids)


def _drop_units(session: Session, ids: Sequence[str], row: int, *, copied: bool) -> tuple[str, ...]:
    if copied:
        copies = [copy_unit(find_unit(session.table, Place(each))) for each in ids]
        there = Place(copies[0].id)
        session.apply(named("复制", len(ids), "单位"), lambda table: add_units(table, copies, row), there)
        session.go(there)
        return tuple(copy.id for copy in copies)
    there = Place(session.place.unit if session.place.unit in ids and not session.place.project else ids[0])
    session.apply(named("移动", len(ids), "单位"), lambda table: move_units(table, ids, row), there)
    session.go(there)
    return tuple(ids)


def drop_indicators(session: Session, keys: Sequence[str], onto: Place, *, copied: bool) -> int:
    """Move or copy indicators of the project that is shown to the end of the one at `onto`; return how many."""
    here = session.place
    if not here.project:
        return 0
    chosen = [indicator for indicator in find_project(session.table, here).indicators if indicator.id in keys]
    if not chosen or (onto == here and not copied):
        return 0
    dropped = [copy_indicator(indicator) for indicator in chosen] if copied else chosen
    ids = [indicator.id for indicator in chosen]

    def edit(table: GoalTable) -> GoalTable:
        return add_indicators(table if copied else remove_indicators(table, here, ids), onto, dropped)

    label = f"{'复制' if copied else '移动'} {len(chosen)} 项指标"
    session.apply(label, edit, replace(onto, indicator=dropped[0].id))
    return len(chosen)


def named(doing: str, count: int, what: str) -> str:
    """Return what is done to so many things, as the undo menu names it."""
    return f"{doing}{what}" if count == 1 else f"{doing} {count} 个{what}"
