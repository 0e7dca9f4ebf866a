"""Two years compared: everything that differs, each once, in the order of the table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from gzgoals.core.edits import sums
from gzgoals.core.table import TABLE, GoalTable, Indicator, LastYear, Place, Project, Stated, Unit, catalogue_of
from gzgoals.core.years.changes import Change, ChangeKind
from gzgoals.core.years.framing import Frame, frame_of
from gzgoals.core.years.matching import Match
from gzgoals.core.years.pairing import in_order
from gzgoals.core.years.project_changes import Both, added, dropped, project_changes
from gzgoals.core.years.reasons import reasons_by_owner, with_reason

_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Piece:
    """What was found in one project, and in which: as long as these are the same objects, it still holds."""

    old: Project | None
    new: Project
    context: tuple[object, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes in the order of the new table, what was dropped where it stood, and both years' sums in 万元.

    `pieces` and `frame` are what a later comparison takes over where nothing has changed since.
    """

    old_year: int
    new_year: int
    changes: tuple[Change, ...]
    old_total: Stated
    new_total: Stated
    pairs: tuple[Match, ...]
    pieces: Mapping[str, Piece] = field(compare=False, repr=False)
    frame: Frame = field(compare=False, repr=False)


def compare(old: LastYear, new: GoalTable, known: Comparison | None = None) -> Comparison:
    """Return all that differs between the year before and a table.

    What `known`, an earlier comparison, found in projects that are still the same objects is taken from there.
    Reasons are those that `new` keeps, or `old` where `new` remembers no year.
    """
    frame = frame_of(old, new, known.frame if known else None)
    former = known.pieces if known else {}
    pieces: dict[str, Piece] = {}
    changes = list(_in_department(old, new))
    for old_unit, unit in in_order(old.units, new.units, frame.old_units, frame.units):
        if unit is None:
            changes += _in_dropped_unit(old_unit, frame) if old_unit else ()
            continue
        changes += _in_unit(old_unit, unit)
        changes += frame.dropped_after(unit, "")
        for project in unit.projects:
            piece = _piece(frame, unit, project, former.get(project.id))
            pieces[project.id] = piece
            changes += piece.changes
            changes += frame.dropped_after(unit, project.id)
    reasons = reasons_by_owner((new.last_year or old).reasons)
    if reasons:
        changes = [with_reason(change, reasons.get(change.key[0], ())) for change in changes]
    same_old = known is not None and frame is known.frame
    old_total = known.old_total if known and same_old else _sums(old.units)
    return Comparison(
        old.year, new.year, tuple(changes), old_total, _sums(new.units), frame.matching.pairs, pieces, frame
    )


def last_year_of(table: GoalTable) -> LastYear:
    """Return a whole table as the year before another."""
    return LastYear(year=table.year, department=table.department, units=table.units)


def last_project(table: GoalTable, project_id: str) -> Project | None:
    """Return what the project with this id was in the year that the table remembers, None where it was not there."""
    units = table.last_year.units if table.last_year else ()
    return next((project for unit in units for project in unit.projects if project.id == project_id), None)


def last_projects(table: GoalTable) -> dict[str, Project]:
    """Return by their ids what the projects were in the year that the table remembers; new ones are not among them.

    Unlike `last_project` it finds them by name and likeness too, as a comparison does.
    """
    if table.last_year is None:
        return {}
    return {new: project for new, (_, project) in frame_of(table.last_year, table, None).standing.items()}


def last_indicator(table: GoalTable, project_id: str, indicator_id: str) -> Indicator | None:
    """Return what an indicator of a project was in the year that the table remembers, None where it was not there."""
    project = last_project(table, project_id)
    return next((each for each in project.indicators if each.id == indicator_id), None) if project else None


def _in_department(old: LastYear, new: GoalTable) -> Iterator[Change]:
    if old.department != new.department:
        place = TABLE.at("department")
        yield Change(ChangeKind.DEPARTMENT, place, place, new.department, "部门名称", old.department, new.department)


def _in_unit(old: Unit | None, new: Unit) -> Iterator[Change]:
    place = Place(new.id)
    if old is None:
        yield Change(ChangeKind.UNIT_ADDED, place, _NOWHERE, new.name, "单位", "", new.name, unit=new.name)
    elif old.name != new.name:
        kind, former = ChangeKind.UNIT_RENAMED, Place(old.id, field="name")
        yield Change(kind, place.at("name"), former, new.name, "单位名称", old.name, new.name, unit=new.name)


def _in_dropped_unit(old: Unit, frame: Frame) -> Iterator[Change]:
    """Tell that a unit is gone, and with it those of its projects that went nowhere else."""
    yield Change(ChangeKind.UNIT_DROPPED, _NOWHERE, Place(old.id), old.name, "单位", old.name, "", unit=old.name)
    gone = {place.project for place in frame.matching.dropped if place.unit == old.id}
    yield from (dropped(_NOWHERE, old, project) for project in old.projects if project.id in gone)


def _piece(frame: Frame, unit: Unit, project: Project, former: Piece | None) -> Piece:
    """Return what differs in a project, from an earlier comparison where it is the same as then."""
    old_unit, old = frame.standing.get(project.id, (None, None))
    moved = old_unit is not None and frame.old_units.get(unit.id) is not old_unit
    context = (unit.id, unit.name, old_unit and old_unit.id, old_unit and old_unit.name, moved, frame.scheme)
    if former and former.old is old and former.new is project and former.context == context:
        return former
    if old_unit is None or old is None:
        return Piece(None, project, context, (added(unit, project),))
    both = Both(old_unit, old, unit, project, moved)
    return Piece(old, project, context, project_changes(both, catalogue_of(frame.scheme)))


def _sums(units: Iterable[Unit]) -> Stated:
    return sums(project for unit in units for project in unit.projects)
