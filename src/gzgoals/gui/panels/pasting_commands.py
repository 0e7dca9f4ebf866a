"""What is copied from, cut from and pasted into the grid and the tree; each returns what there is to be told."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from gzgoals.core.clipboard.block import Block
from gzgoals.core.clipboard.columns import COLUMNS
from gzgoals.core.clipboard.pasting import Cell, Pasted, pasted
from gzgoals.core.clipboard.things import Kind, Things, things_for
from gzgoals.core.edits import (
    add_indicators,
    add_projects,
    add_units,
    find_project,
    find_unit,
    index_of,
    put_value,
    remove_indicators,
    replaced,
)
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Unit, catalogue_of
from gzgoals.gui.models.indicator_rows import NEW
from gzgoals.gui.panels.tree_commands import copy_name
from gzgoals.gui.session import Session

Note = Callable[[int, int], None]
"""Takes note that so many of so many rows are done."""

UNDO = "按 Ctrl+Z 可撤销"


def things_of_indicators(table: GoalTable, place: Place, ids: Sequence[str]) -> Things:
    """Return indicators of the project at `place` as they are copied."""
    unit, project = find_unit(table, place), find_project(table, place)
    wanted = set(ids)
    chosen = tuple(indicator for indicator in project.indicators if indicator.id in wanted)
    return Things(Kind.INDICATORS, _table(table, (replaced(unit, projects=(replaced(project, indicators=chosen),)),)))


def things_of_places(table: GoalTable, places: Sequence[Place]) -> Things:
    """Return units and projects as they are copied: as units where units alone are chosen, else as projects."""
    if TABLE in places:
        return Things(Kind.UNITS, _table(table, table.units))
    units = {place.unit for place in places if not place.project}
    projects = {place.project for place in places if place.project}
    chosen = [
        unit if unit.id in units else replaced(unit, projects=tuple(p for p in unit.projects if p.id in projects))
        for unit in table.units
    ]
    kind = Kind.PROJECTS if projects else Kind.UNITS
    return Things(kind, _table(table, tuple(unit for unit in chosen if unit.projects or unit.id in units)))


def _table(table: GoalTable, units: tuple[Unit, ...]) -> GoalTable:
    return GoalTable(year=table.year, scheme=table.scheme, units=units)


def rows_of(session: Session, cells: Sequence[tuple[str, str]]) -> tuple[Cell, ...]:
    """Return the grid's cells by the number of their row instead of its id."""
    indicators = find_project(session.table, session.place).indicators
    rows = {indicator.id: row for row, indicator in enumerate(indicators)} | {NEW: len(indicators)}
    return tuple((rows[key], column) for key, column in cells if key in rows)


def pasting(session: Session, cells: Sequence[Cell], block: Block) -> Callable[[Note], Pasted]:
    """Return what makes of a block that is pasted into the selected cells what it comes to, wherever that is done."""
    before, catalogue = find_project(session.table, session.place).indicators, catalogue_of(session.table.scheme)
    return lambda note: pasted(before, cells, block, catalogue, note)


def put_pasted(session: Session, result: Pasted, label: str = "") -> str:
    """Put what was pasted into the project that is shown, and return what there is to be told."""
    here = session.place
    if result.cells:
        row, column = result.cells[0]
        field = "category" if column in ("first", "second") else column
        there = replace(here, indicator=result.indicators[row].id, field=field)
        name = label or (f"粘贴 {result.rows} 行" if result.rows > 1 else "粘贴")
        session.apply(name, lambda table: put_value(table, here.at("indicators"), result.indicators), there)
    return _told(result)


def _told(result: Pasted) -> str:
    if not result.cells:
        return "没有可以粘贴到这里的内容。"
    parts = [f"粘贴了 {result.rows} 行"]
    if result.added:
        parts.append(f"其中新增 {result.added} 项指标")
    if result.surplus:
        parts.append(f"多出的 {result.surplus} 列没有位置")
    if result.unknown:
        parts.append(f"{result.unknown} 处未能识别，已照原文保留并标出")
    return f"{'；'.join(parts)}。"


def clear_cells(session: Session, cells: Sequence[Cell], label: str) -> None:
    """Empty cells that can be written into."""
    count = len(find_project(session.table, session.place).indicators)
    wanted = [(row, column) for row, column in cells if row < count and column in COLUMNS]
    if wanted:
        put_pasted(session, pasting(session, wanted, Block((("",),)))(lambda _done, _of: None), label)


def paste_indicators(session: Session, things: Things, index: int) -> tuple[tuple[str, ...], str]:
    """Add copied indicators at a row of the project that is shown, and return their ids."""
    return add_at(session, things_for(things, session.table).indicators, index)


def add_at(session: Session, indicators: Sequence[Indicator], index: int) -> tuple[tuple[str, ...], str]:
    """Add indicators at a row of the project that is shown, and return their ids."""
    here = session.place
    there = replace(here, indicator=indicators[0].id)
    session.apply(f"粘贴 {len(indicators)} 项指标", lambda table: add_indicators(table, here, indicators, index), there)
    return tuple(each.id for each in indicators), f"粘贴了 {len(indicators)} 项指标。"


def cut_indicators(session: Session, ids: Sequence[str]) -> None:
    """Remove indicators that have been put on the clipboard."""
    here = session.place
    label = f"剪切 {len(ids)} 项指标"
    session.apply(label, lambda table: remove_indicators(table, here, ids), replace(here, indicator=ids[0]))


def paste_into_projects(session: Session, things: Things, places: Sequence[Place]) -> str:
    """Add copied indicators at the end of each of these projects."""
    parts = []
    for place in places:
        own = things_for(things, session.table).indicators
        parts.append((place, own))
        things = Things(things.kind, things.table)  # only the first may keep the ids of what was cut

    def edit(table: GoalTable) -> GoalTable:
        for place, indicators in parts:
            table = add_indicators(table, place, indicators)
        return table

    count = things.count
    session.apply(f"粘贴 {count} 项指标", edit, replace(places[0], indicator=parts[0][1][0].id))
    where = f"“{find_project(session.table, places[0]).name}”" if len(places) == 1 else f" {len(places)} 个项目"
    return f"已把 {count} 项指标粘贴到{where}，{UNDO}。"


def paste_things(session: Session, things: Things) -> tuple[tuple[str, ...], str]:
    """Add copied units below the unit that is shown, or copied projects below the project; return their ids."""
    table, here = session.table, session.place
    own = things_for(things, table)
    told = f"粘贴了 {own.count} {own.kind.word}，{UNDO}。"
    label = f"粘贴 {own.count} {own.kind.word}"
    if own.kind is Kind.UNITS or not table.units:
        index = index_of(table.units, here.unit, "单位") + 1 if here.unit else len(table.units)
        units = own.table.units
        session.apply(label, lambda now: add_units(now, units, index), Place(units[0].id))
        session.go(Place(units[0].id))
        return tuple(unit.id for unit in units), told
    unit = find_unit(table, here) if here.unit else table.units[-1]
    index = index_of(unit.projects, here.project, "项目") + 1 if here.project else len(unit.projects)
    projects = own.projects if own.cut else _named_apart(own.projects, unit)
    there = Place(unit.id, projects[0].id)
    session.apply(label, lambda now: add_projects(now, there, projects, index), there)
    session.go(there)
    return tuple(project.id for project in projects), told


def _named_apart(projects: Sequence[Project], unit: Unit) -> tuple[Project, ...]:
    """Return projects named as copies where the unit has one of their name already."""
    names = {project.name for project in unit.projects}
    return tuple(replaced(each, name=copy_name(each.name)) if each.name in names else each for each in projects)
