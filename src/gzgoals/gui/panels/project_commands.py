"""Going from project to project."""

from gzgoals.core.edits import index_of
from gzgoals.core.table import Place
from gzgoals.gui.session import Session


def neighbour(session: Session, by: int) -> Place | None:
    """Return the next project (1) or the one before (-1), from a unit or the table the one that lies there."""
    units, here = session.table.units, session.place
    at = index_of(units, here.unit, "单位") if here.unit else 0
    row = -1 if by > 0 else 0
    if here.project:
        row = index_of(units[at].projects, here.project, "项目")
    while 0 <= at < len(units):
        row += by
        if 0 <= row < len(units[at].projects):
            return Place(units[at].id, units[at].projects[row].id)
        at += by
        row = -1 if by > 0 else len(units[at].projects) if at >= 0 else 0
    return None


def step(session: Session, by: int) -> None:
    """Show the next project (1) or the one before (-1), if there is one."""
    if there := neighbour(session, by):
        session.show(there)
