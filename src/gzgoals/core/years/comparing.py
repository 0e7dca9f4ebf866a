"""Two years compared: everything that differs, each once, in the order of the table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gzgoals.core.edits import sums
from gzgoals.core.table import TABLE, GoalTable, Indicator, LastYear, Place, Project, Reason, Unit, catalogue_of
from gzgoals.core.years.changes import Change, ChangeKind, Comparison, Piece
from gzgoals.core.years.matching import Matching, match_projects, match_units
from gzgoals.core.years.pairing import in_order
from gzgoals.core.years.project_changes import Both, added, dropped, project_changes
from gzgoals.core.years.reasons import reasons_by_owner, with_reason

_NOWHERE = Place()


def compare(old: LastYear, new: GoalTable, known: Comparison | None = None) -> Comparison:
    """Return all that differs between the year before and a table.

    What `known`, an earlier comparison, found in projects that are still the same objects is taken from there.
    Reasons are those that `new` keeps, or `old` where `new` remembers no year.
    """
    frame = _frame(old, new)
    former = known.pieces if known else {}
    pieces: dict[str, Piece] = {}
    changes = list(_in_department(old, new))
    for old_unit, unit in in_order(old.units, new.units, frame.old_units, frame.units):
        if unit is None:
            changes += _in_dropped_unit(old_unit, frame.matching) if old_unit else ()
            continue
        changes += _in_unit(old_unit, unit)
        changes += frame.gone.get((unit.id, ""), ())
        for project in unit.projects:
            piece = _piece(frame, unit, project, former.get(project.id))
            pieces[project.id] = piece
            changes += piece.changes
            changes += frame.gone.get((unit.id, project.id), ())
    told = tuple(with_reason(change, frame.reasons.get(change.key[0], ())) for change in changes)
    old_total, new_total = (sums(project for unit in year.units for project in unit.projects) for year in (old, new))
    return Comparison(old.year, new.year, told, old_total, new_total, frame.matching.pairs, pieces)


def last_year_of(table: GoalTable) -> LastYear:
    """Return a whole table as the year before another."""
    return LastYear(year=table.year, department=table.department, units=table.units)


def last_project(table: GoalTable, project_id: str) -> Project | None:
    """Return what the project with this id was in the year that the table remembers, None where it was not there."""
    units = table.last_year.units if table.last_year else ()
    return next((project for unit in units for project in unit.projects if project.id == project_id), None)


def last_indicator(table: GoalTable, project_id: str, indicator_id: str) -> Indicator | None:
    """Return what an indicator of a project was in the year that the table remembers, None where it was not there."""
    project = last_project(table, project_id)
    return next((each for each in project.indicators if each.id == indicator_id), None) if project else None


class _Frame(NamedTuple):
    """What stands where in both years.

    `old_units` gives the old unit for a new one's id, `units` the new unit for an old one's id, `standing` the old
    unit and project for a new project's id, `gone` what was dropped after a new project of a new unit.
    """

    scheme: str
    matching: Matching
    old_units: Mapping[str, Unit]
    units: Mapping[str, Unit]
    standing: Mapping[str, tuple[Unit, Project]]
    gone: Mapping[tuple[str, str], list[Change]]
    reasons: Mapping[str, tuple[Reason, ...]]


def _frame(old: LastYear, new: GoalTable) -> _Frame:
    matching = match_projects(old.units, new.units)
    by_id = {unit.id: unit for unit in old.units}
    old_units = {mine: by_id[their] for mine, their in match_units(old.units, new.units).items()}
    units = {old_units[unit.id].id: unit for unit in new.units if unit.id in old_units}
    in_old = {Place(unit.id, project.id): (unit, project) for unit in old.units for project in unit.projects}
    standing = {match.new.project: in_old[match.old] for match in matching.pairs}
    reasons = reasons_by_owner((new.last_year or old).reasons)
    return _Frame(new.scheme, matching, old_units, units, standing, _gone(old, units, matching), reasons)


def _gone(old: LastYear, units: Mapping[str, Unit], matching: Matching) -> dict[tuple[str, str], list[Change]]:
    """Return what was dropped from units that live on, by the unit and the project after which it stood."""
    now = {match.old: match.new for match in matching.pairs}
    gone: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for old_unit in old.units:
        unit = units.get(old_unit.id)
        before = ""
        for project in old_unit.projects if unit else ():
            place = now.get(Place(old_unit.id, project.id))
            if unit and place is None:
                gone[unit.id, before].append(dropped(Place(unit.id), old_unit, project))
            elif unit and place and place.unit == unit.id:
                before = place.project
    return gone


def _in_department(old: LastYear, new: GoalTable) -> Iterator[Change]:
    if old.department != new.department:
        place = TABLE.at("department")
        yield Change(ChangeKind.DEPARTMENT, place, place, new.department, "部门名称", old.department, new.department)


def _in_unit(old: Unit | None, new: Unit) -> Iterator[Change]:
    place = Place(new.id)
    if old is None:
        yield Change(ChangeKind.UNIT_ADDED, place, _NOWHERE, new.name, "单位", "", new.name)
    elif old.name != new.name:
        kind, former = ChangeKind.UNIT_RENAMED, Place(old.id, field="name")
        yield Change(kind, place.at("name"), former, new.name, "单位名称", old.name, new.name)


def _in_dropped_unit(old: Unit, matching: Matching) -> Iterator[Change]:
    """Tell that a unit is gone, and with it those of its projects that went nowhere else."""
    yield Change(ChangeKind.UNIT_DROPPED, _NOWHERE, Place(old.id), old.name, "单位", old.name, "")
    gone = {place.project for place in matching.dropped if place.unit == old.id}
    yield from (dropped(_NOWHERE, old, project) for project in old.projects if project.id in gone)


def _piece(frame: _Frame, unit: Unit, project: Project, former: Piece | None) -> Piece:
    """Return what differs in a project, from an earlier comparison where it is the same as then."""
    found = frame.standing.get(project.id)
    if found is None:
        return Piece(None, project, (), (added(unit, project),))
    old_unit, old = found
    moved = frame.old_units.get(unit.id) is not old_unit
    context = (unit.id, unit.name, old_unit.id, old_unit.name, moved, frame.scheme)
    if former and former.old is old and former.new is project and former.context == context:
        return former
    both = Both(old_unit, old, unit, project, moved)
    return Piece(old, project, context, project_changes(both, catalogue_of(frame.scheme)))
