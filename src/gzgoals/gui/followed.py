"""The comparison with the year before, which follows the table: at once where that is quick, else after a pause."""

from PySide6.QtCore import QObject, QTimer, Signal

from gzgoals.core.table import GoalTable, Project
from gzgoals.core.years import Comparison, compare
from gzgoals.gui.background import Background

_PAUSE = 400
"""Milliseconds without an edit after which a large table is compared."""
_QUICK = 300
"""The number of projects in both years up to which a table is compared at once."""


class FollowedComparison(QObject):
    """How the table differs from the year that it remembers.

    Signals
    -------
    followed()
        What is `known` has caught up with the table; told for large tables only.
    """

    followed = Signal()

    def __init__(self, table: GoalTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_timeout)
        self._compared: tuple[GoalTable, Comparison] | None = None
        self.begin(table)

    def begin(self, table: GoalTable) -> None:
        """Follow another table, as one that is opened."""
        self._compared = None
        self._background.drop()
        self._timer.stop()
        self._table = table

    def follow(self, table: GoalTable) -> None:
        """Take note that this is the table now, and compare it when nothing comes for a while."""
        former, self._table = self._table, table
        self._timer.stop()
        if not _of_one_year(former, table):
            self._compared = None
            self._background.drop()
        if table.last_year is not None and not _is_quick(table):
            self._timer.start(_PAUSE if self._compared else 0)

    def put_off(self, table: GoalTable) -> None:
        """Take note that this is the table now, which is to be compared later: `follow` comes."""
        self.follow(table)
        self._timer.stop()

    @property
    def exact(self) -> Comparison | None:
        """The comparison of the table as it is now, made if need be; None where the table remembers no year."""
        table = self._table
        if table.last_year is None:
            return None
        known = self._compared
        if known is None or known[0] is not table:
            known = self._compared = (table, compare(table.last_year, table, known[1] if known else None))
        return known[1]

    @property
    def known(self) -> Comparison | None:
        """The latest comparison that can be had at once: of a large table perhaps that before the last edits, or None.

        None as well where the table remembers no year.
        """
        if self._table.last_year is None or _is_quick(self._table):
            return self.exact
        return self._compared[1] if self._compared else None

    def last_project(self, project_id: str) -> Project | None:
        """Return what a project was in the year before, None where it was not there or that is not known yet."""
        known = self.known
        piece = known.pieces.get(project_id) if known else None
        return piece.old if piece else None

    def _on_timeout(self) -> None:
        table, former = self._table, self._compared[1] if self._compared else None
        if table.last_year is not None and not self._background.busy:
            last_year = table.last_year
            self._background.ask(lambda: (table, compare(last_year, table, former)))

    def _on_done(self, compared: tuple[GoalTable, Comparison]) -> None:
        if self._compared is None or self._compared[0] is not self._table:
            self._compared = compared
        if compared[0] is not self._table and not self._timer.isActive():
            self._timer.start()
        self.followed.emit()


def _of_one_year(one: GoalTable, other: GoalTable) -> bool:
    """Tell whether two tables are compared with the same year before."""
    then, now = one.last_year, other.last_year
    return then is not None and now is not None and then.units is now.units


def _is_quick(table: GoalTable) -> bool:
    last_units = table.last_year.units if table.last_year else ()
    return sum(len(unit.projects) for unit in (*table.units, *last_units)) <= _QUICK
