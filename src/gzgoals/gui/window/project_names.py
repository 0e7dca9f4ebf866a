"""What a project may be called, told while its name is typed."""

from collections.abc import Iterator, Sequence
from itertools import islice

from gzgoals.core.library import OFTEN, starter_projects
from gzgoals.core.lookup import ranked
from gzgoals.core.table import GoalTable
from gzgoals.gui.models.library_rows import COMPOSED, LibraryRow, composed_rows
from gzgoals.gui.session import Session
from gzgoals.gui.widgets.suggestions import MOST

_MOST_LOOKED_AT = 1000
"""Last year's names that are looked through at each key."""
_WHOLE = 4
"""Whole names that stand before those made of words."""


class ProjectNames:
    """Names of last year's projects that are not here yet, common ones, and what their words make."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def suggested(self, typed: str) -> Sequence[LibraryRow]:
        """Return what could be meant with what is typed."""
        table = self._session.table
        common, wording = starter_projects()
        here = {project.name for unit in table.units for project in unit.projects}
        whole = dict.fromkeys(_last_names(table), f"{table.last_year.year} 年") if table.last_year else {}
        whole |= {name: "常用名称" for name in common if name not in whole}
        names = [name for name in whole if name not in here]
        first = [names[number] for number, _ in ranked(typed, names)[:_WHOLE]] if typed else []
        bodies = dict.fromkeys(filter(None, (table.department, *(unit.name for unit in table.units))), OFTEN)
        grown = wording.grown((), bodies)
        made = [text for text in grown.completed(typed, MOST) if text not in first and text not in here]
        rows = [row for name in first for row in composed_rows((name,), whole[name])]
        return (*rows, *composed_rows(made, COMPOSED))[:MOST]


def _last_names(table: GoalTable) -> Iterator[str]:
    units = table.last_year.units if table.last_year else ()
    return islice((project.name for unit in units for project in unit.projects), _MOST_LOOKED_AT)
