"""What can be done to the unit or project that is shown: add beside it, copy, remove, move up and down."""

from gzgoals.core.edits import (
    add_project,
    add_unit,
    copy_project,
    copy_unit,
    find_project,
    find_unit,
    index_of,
    move_project,
    move_unit,
    remove_project,
    remove_unit,
    replaced,
)
from gzgoals.core.table import Place, Project, Unit
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


def duplicate(session: Session) -> None:
    """Add a copy of the project or unit shown right below it."""
    table, here = session.table, session.place
    unit = find_unit(table, here)
    if here.project:
        project = find_project(table, here)
        new = copy_project(replaced(project, name=_copy_name(project.name)))
        index = unit.projects.index(project) + 1
        session.apply("复制项目", lambda now: add_project(now, here, new, index), Place(unit.id, new.id))
        session.go(Place(unit.id, new.id))
    else:
        whole = copy_unit(replaced(unit, name=_copy_name(unit.name)))
        index = table.units.index(unit) + 1
        session.apply("复制单位", lambda now: add_unit(now, whole, index), Place(whole.id))
        session.go(Place(whole.id))


def remove(session: Session) -> None:
    """Remove the project or unit shown."""
    here = session.place
    if here.project:
        session.apply("删除项目", lambda now: remove_project(now, here), here)
    else:
        session.apply("删除单位", lambda now: remove_unit(now, here), here)


def move(session: Session, by: int) -> None:
    """Move the project or unit shown by one row up (-1) or down (1); a project goes on into the neighbouring unit."""
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


def can_move(session: Session, by: int) -> bool:
    """Tell whether what is shown can move by one row up (-1) or down (1)."""
    table, here = session.table, session.place
    if not here.unit:
        return False
    at = index_of(table.units, here.unit, "单位")
    inside = 0 <= at + by < len(table.units)
    if not here.project:
        return inside
    projects = table.units[at].projects
    return inside or 0 <= index_of(projects, here.project, "项目") + by < len(projects)


def _copy_name(name: str) -> str:
    return f"{name}（副本）" if name.strip() else name
