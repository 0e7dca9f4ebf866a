"""What can be done to units and projects, the one that is shown or many: add, copy, remove, move."""

from collections.abc import Sequence

from gzgoals.core.edits import (
    add_project,
    add_unit,
    copy_project,
    copy_unit,
    find_project,
    find_unit,
    index_of,
    move_project,
    move_projects,
    move_unit,
    move_units,
    remove_things,
    replaced,
)
from gzgoals.core.edits.structure import LAST
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.gui.panels.tree_drops import named
from gzgoals.gui.session import Session


def add_project_here(session: Session) -> None:
    """Add an empty project below the one shown, or last in the unit shown, and go to its name."""
    table, here = session.table, session.place
    unit = find_unit(table, here) if here.unit else table.units[-1]
    index = unit.projects.index(find_project(table, here)) + 1 if here.project else len(unit.projects)
    project = Project()
    there = Place(unit.id, project.id)
    session.apply("新增项目", lambda now: add_project(now, there, project, index), there)
    session.go(there.at("name"))


def add_unit_here(session: Session) -> None:
    """Add an empty unit below the one shown, and go to its name."""
    table, here = session.table, session.place
    index = table.units.index(find_unit(table, here)) + 1 if here.unit else len(table.units)
    unit = Unit()
    session.apply("新增单位", lambda now: add_unit(now, unit, index), Place(unit.id))
    session.go(Place(unit.id, field="name"))


def duplicate(session: Session, places: Sequence[Place] = ()) -> tuple[str, ...]:
    """Add a copy of what is shown, or of all `places`, right below each, and return the copies' ids."""
    table, places = session.table, places or (session.place,)
    copies: list[tuple[Place, Project | Unit]] = []
    for place in places:
        if place.project:
            project = find_project(table, place)
            copies.append((place, copy_project(replaced(project, name=copy_name(project.name)))))
        else:
            unit = find_unit(table, place)
            copies.append((place, copy_unit(replaced(unit, name=copy_name(unit.name)))))

    def edit(now: GoalTable) -> GoalTable:
        for place, copy in copies:
            if isinstance(copy, Project):
                now = add_project(now, place, copy, index_of(find_unit(now, place).projects, place.project, "项目") + 1)
            else:
                now = add_unit(now, copy, index_of(now.units, place.unit, "单位") + 1)
        return now

    first, copy = copies[0]
    there = Place(first.unit, copy.id) if first.project else Place(copy.id)
    session.apply(named("复制", len(places), word_for(places)), edit, there)
    session.go(there)
    return tuple(copy.id for _, copy in copies)


def remove(session: Session, places: Sequence[Place] = (), doing: str = "删除") -> None:
    """Remove what is shown, or all `places`; `doing` is what that is called."""
    places = places or (session.place,)
    here = session.place if any(place.holds(session.place) for place in places) else places[0]
    session.apply(named(doing, len(places), word_for(places)), lambda now: remove_things(now, places), here)


def move_to_unit(session: Session, places: Sequence[Place], unit_id: str) -> tuple[str, ...]:
    """Move projects to the end of a unit, and return their ids."""
    ids = tuple(place.project for place in places)
    there = Place(unit_id, session.place.project if session.place.project in ids else ids[0])
    label = named("移动", len(ids), "项目")
    session.apply(label, lambda now: move_projects(now, ids, unit_id, LAST), there)
    session.go(there)
    return ids


def word_for(places: Sequence[Place]) -> str:
    """Return what is at these places, in the user's words."""
    kinds = {bool(place.project) for place in places}
    return "单位和项目" if len(kinds) == 2 else "项目" if True in kinds else "单位"


def projects_at(table: GoalTable, places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places of all projects that are or lie at `places`, in the order of the table."""
    whole = any(not place.unit for place in places)
    units = {place.unit for place in places if not place.project}
    projects = {place.project for place in places}
    return tuple(
        Place(unit.id, project.id)
        for unit in table.units
        for project in unit.projects
        if whole or unit.id in units or project.id in projects
    )


def move(session: Session, by: int, places: Sequence[Place] = ()) -> None:
    """Move what is shown by one row up (-1) or down (1); a project goes on into the neighbouring unit.

    Several `places` move by one row within what they lie in.
    """
    if len(places) > 1:
        _move_many(session, by, places)
        return
    table, here = session.table, session.place
    units = table.units
    at = units.index(find_unit(table, here))
    if not here.project:
        session.apply("移动单位", lambda now: move_unit(now, here, at + by), here)
        return
    index = units[at].projects.index(find_project(table, here)) + by
    if not 0 <= index < len(units[at].projects):
        at += by
        index = len(units[at].projects) if by < 0 else 0
    unit_id = units[at].id
    there = Place(unit_id, here.project)
    session.apply("移动项目", lambda now: move_project(now, here, unit_id, index), there)
    session.go(there)


def _move_many(session: Session, by: int, places: Sequence[Place]) -> None:
    siblings, ids = _siblings(session.table, places)
    rows = [index_of(siblings, each, "项目") for each in ids]
    row = rows[0] - 1 if by < 0 else rows[-1] + 2
    unit = places[0].unit

    def edit(now: GoalTable) -> GoalTable:
        return move_projects(now, ids, unit, row) if places[0].project else move_units(now, ids, row)

    session.apply(named("移动", len(places), word_for(places)), edit, session.place)


def _siblings(table: GoalTable, places: Sequence[Place]) -> tuple[Sequence[Project | Unit], list[str]]:
    if places[0].project:
        return find_unit(table, places[0]).projects, [place.project for place in places]
    return table.units, [place.unit for place in places]


def _can_move_many(session: Session, by: int, places: Sequence[Place]) -> bool:
    """Tell whether all lie in the same, without others between them, and do not stand at its end already."""
    if len({(bool(place.project), place.unit if place.project else "") for place in places}) > 1:
        return False
    siblings, ids = _siblings(session.table, places)
    chosen = set(ids)
    rows = [row for row, thing in enumerate(siblings) if thing.id in chosen]
    together = len(rows) == len(ids) and rows[-1] - rows[0] + 1 == len(rows)
    return together and rows[0] + by >= 0 and rows[-1] + by < len(siblings)


def can_move(session: Session, by: int, places: Sequence[Place] = ()) -> bool:
    """Tell whether what is shown, or all `places`, can move by one row up (-1) or down (1)."""
    if len(places) > 1:
        return _can_move_many(session, by, places)
    table, here = session.table, session.place
    if not here.unit:
        return False
    at = index_of(table.units, here.unit, "单位")
    inside = 0 <= at + by < len(table.units)
    if not here.project:
        return inside
    projects = table.units[at].projects
    return inside or 0 <= index_of(projects, here.project, "项目") + by < len(projects)


def copy_name(name: str) -> str:
    """Return the name of a copy that stands beside what it is one of."""
    return f"{name}（副本）" if name.strip() else name
