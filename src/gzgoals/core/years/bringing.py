"""Bringing one table into another, project by project, such that doing it twice is the same as doing it once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from gzgoals.core.edits import find_project, replaced
from gzgoals.core.table import GoalTable, Place, Project, Unit
from gzgoals.core.years.carrying import all_ids, apart, carried, in_place_of, paired_ids, with_project_in
from gzgoals.core.years.likeness import content
from gzgoals.core.years.matching import match_incoming


class Way(Enum):
    """What is done with an incoming project."""

    ADD = "add"
    REPLACE = "replace"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Bringing:
    """What becomes of one incoming project.

    `source` is its place in the incoming table, `target` that of the project it matches in the open one, if any; `same`
    tells that both are equal.
    """

    source: Place
    target: Place | None
    way: Way
    same: bool


def bringings(table: GoalTable, incoming: GoalTable) -> tuple[Bringing, ...]:
    """Return for each incoming project, in order, what is usually done: add what is new, replace what differs."""
    targets = {match.new: match.old for match in match_incoming(table.units, incoming.units).pairs}
    standing = {Place(unit.id, each.id): each for unit in table.units for each in unit.projects}
    found = []
    for unit in incoming.units:
        for project in unit.projects:
            source = Place(unit.id, project.id)
            target = targets.get(source)
            same = target is not None and content(standing[target]) == content(project)
            way = Way.ADD if target is None else Way.SKIP if same else Way.REPLACE
            found.append(Bringing(source, target, way, same))
    return tuple(found)


def brought_in(table: GoalTable, incoming: GoalTable, ways: Sequence[Bringing]) -> GoalTable:
    """Return the table with the incoming projects added or put in the place of their match, as `ways` say.

    What is replaced keeps its ids, and so do the indicators that match. New projects come last in the unit of the same
    name, or in a new one. Explanations and the year before come along where the table has none of its own. Printed
    totals of what has changed are gone: they are no longer comparable.
    """
    projects = {Place(unit.id, each.id): each for unit in incoming.units for each in unit.projects}
    taken = all_ids(table.units)
    ids: dict[str, str] = {}
    replacing: dict[Place, Project] = {}
    for way in ways:
        if way.way is Way.REPLACE and way.target:
            old = find_project(table, way.target)
            replacing[way.target] = in_place_of(old, projects[way.source], taken)
            ids |= paired_ids(projects[way.source], replacing[way.target])
        elif way.way is Way.SKIP and way.same and way.target:
            ids |= paired_ids(projects[way.source], find_project(table, way.target))
    units = tuple(_with_replaced(unit, replacing) for unit in table.units)
    names = {unit.id: unit for unit in incoming.units}
    for way in ways:
        if _adds(way):
            project = apart(projects[way.source], taken)
            ids |= paired_ids(projects[way.source], project)
            units = with_project_in(units, names[way.source.unit], project, taken)
    stated = table.stated if units == table.units else None
    return carried(replaced(table, units=units, stated=stated), incoming, ids, whole=False)


def _adds(way: Bringing) -> bool:
    """Tell whether a project is added: also one that should replace another, but matches none."""
    return way.way is Way.ADD or (way.way is Way.REPLACE and way.target is None)


def _with_replaced(unit: Unit, replacing: Mapping[Place, Project]) -> Unit:
    projects = tuple(replacing.get(Place(unit.id, each.id), each) for each in unit.projects)
    return unit if projects == unit.projects else replaced(unit, projects=projects, stated=None)
