"""The projects one may go to, found by any part of their names, and how they are listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gzgoals.core.checks import Checked
from gzgoals.core.lookup import Match, match
from gzgoals.core.table import GoalTable, Place, money_text
from gzgoals.gui.models.cells import Badge, Cell
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class GoingRow:
    """A project with the parts of its name that fit what was typed."""

    place: Place
    name: str
    unit: str
    amount: Decimal
    badge: Badge = Badge()
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> str:
        """The project's id."""
        return self.place.project


@dataclass(frozen=True, slots=True)
class Found:
    """A project that fits what was typed, by which it is ranked, and where it stands in the table."""

    unit: int
    project: int
    fit: Match


class Finder:
    """Finds the projects of a table, faster where what is typed goes on from what was typed before."""

    def __init__(self, table: GoalTable) -> None:
        self._names = [
            (row, place, project.name)
            for row, unit in enumerate(table.units)
            for place, project in enumerate(unit.projects)
        ]
        self._last = ("", self._names)

    def find(self, query: str) -> tuple[Found, ...]:
        """Return the projects whose names fit, the best first, else in the table's order."""
        before, names = self._last
        if not query.startswith(before):  # else only what has fitted so far can fit
            names = self._names
        fits = [(each, fit) for each in names if (fit := match(query, each[2]))]
        self._last = (query, [each for each, _ in fits])
        return tuple(Found(row, place, fit) for (row, place, _), fit in sorted(fits, key=lambda each: each[1].rank))


def going_rows(table: GoalTable, checked: Checked, found: Sequence[Found]) -> tuple[GoingRow, ...]:
    """Return the rows of what was found."""
    rows = []
    for each in found:
        unit = table.units[each.unit]
        project = unit.projects[each.project]
        place = Place(unit.id, project.id)
        spans = ((each.fit.start, each.fit.end),) if each.fit.end else ()
        badge = Badge.of(checked.tally(place))
        rows.append(GoingRow(place, project.name, unit.name, project.funding.total, badge, spans))
    return tuple(rows)


def _name(row: GoingRow) -> Cell:
    return Cell(row.name, tip=row.name, spans=row.spans, prompt="（未填项目名称）")


COLUMNS = (
    Column[GoingRow]("name", "项目", _name),
    Column[GoingRow]("unit", "单位", lambda row: Cell(row.unit, tip=row.unit, muted=True)),
    Column[GoingRow]("amount", "金额（万元）", lambda row: Cell(money_text(row.amount), right=True), right=True),
    Column[GoingRow]("badge", "检查", lambda row: Cell(badge=row.badge, tip=row.badge.words)),
)
