"""How far a writer has come: told row by row, and whether anybody still wants the file."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from gzgoals.core.errors import GzgoalsError
from gzgoals.core.table import GoalTable

T = TypeVar("T")

Report = Callable[[int, int], bool]
"""Is told how many of how many rows are written; answers False to stop."""

_EVERY = 64


class StoppedError(GzgoalsError):
    """The user has cancelled; nothing was written."""


def no_report(*_: int) -> bool:
    """Report to nobody."""
    return True


class Progress:
    """Counts the rows that are written, over all sheets of a file."""

    def __init__(self, report: Report, of: int) -> None:
        self._report = report
        self._of = max(of, 1)
        self._done = 0

    def through(self, rows: Iterable[T]) -> Iterator[T]:
        """Yield the rows, telling of them; raises `StoppedError` when nobody wants the file any more."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % _EVERY == 0 and not self._report(min(self._done, self._of), self._of):
                raise StoppedError("已取消，没有写入任何文件。")


def projects_in(table: GoalTable) -> int:
    """Return how many projects a table has."""
    return sum(len(unit.projects) for unit in table.units)


def indicators_in(table: GoalTable) -> int:
    """Return how many indicators a table has."""
    return sum(len(project.indicators) for unit in table.units for project in unit.projects)
