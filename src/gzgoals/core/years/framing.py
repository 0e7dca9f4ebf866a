"""What stands where in both years of a comparison; kept from one comparison to the next while it holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gzgoals.core.table import GoalTable, LastYear, Place, Project, Unit
from gzgoals.core.years.changes import Change
from gzgoals.core.years.matching import Matching, match_projects, match_units
from gzgoals.core.years.pairing import is_own_id
from gzgoals.core.years.project_changes import dropped


@dataclass(frozen=True, slots=True)
class Frame:
    """Two years matched.

    `old_units` gives the old unit for a new one's id, `units` the new unit for an old one's id, `standing` the old
    unit and project for a new project's id, `gone` what was dropped, by the new unit and the project after which it
    stood; `ids` are the projects that were matched by ids of the program's own.
    """

    old: Sequence[Unit]
    new: Sequence[Unit]
    scheme: str
    matching: Matching
    old_units: Mapping[str, Unit]
    units: Mapping[str, Unit]
    standing: Mapping[str, tuple[Unit, Project]]
    gone: Mapping[tuple[str, str], Sequence[Change]]
    ids: frozenset[str]

    def dropped_after(self, unit: Unit, project_id: str) -> Sequence[Change]:
        """Return what was dropped after a project of a unit, or before its first one."""
        return self.gone.get((unit.id, project_id), ()) if self.gone else ()


def frame_of(old: LastYear, new: GoalTable, known: Frame | None) -> Frame:
    """Return the frame of two years; the `known` one as long as no project came, went, moved or may match otherwise."""
    if known and known.old is old.units and known.scheme == new.scheme and _is_kept(known, new.units):
        return known
    matching = match_projects(old.units, new.units)
    by_id = {unit.id: unit for unit in old.units}
    old_units = {mine: by_id[their] for mine, their in match_units(old.units, new.units).items()}
    units = {old_units[unit.id].id: unit for unit in new.units if unit.id in old_units}
    in_old = {Place(unit.id, project.id): (unit, project) for unit in old.units for project in unit.projects}
    return Frame(
        old=old.units,
        new=new.units,
        scheme=new.scheme,
        matching=matching,
        old_units=old_units,
        units=units,
        standing={match.new.project: in_old[match.old] for match in matching.pairs},
        gone=_gone(old, units, matching),
        ids=frozenset(
            match.new.project for match in matching.pairs if match.by == "id" and is_own_id(match.new.project)
        ),
    )


def _is_kept(known: Frame, units: Sequence[Unit]) -> bool:
    """Tell whether whatever differs since lies inside projects that are matched by their ids, whatever they say."""
    return len(known.new) == len(units) and all(
        before is after
        or (
            (before.id, before.name, len(before.projects)) == (after.id, after.name, len(after.projects))
            and all(
                one is other or (one.id == other.id and one.id in known.ids)
                for one, other in zip(before.projects, after.projects, strict=True)
            )
        )
        for before, after in zip(known.new, units, strict=True)
    )


def _gone(old: LastYear, units: Mapping[str, Unit], matching: Matching) -> dict[tuple[str, str], list[Change]]:
    """Return what was dropped from units that live on, by the unit and the project after which it stood."""
    gone: dict[tuple[str, str], list[Change]] = defaultdict(list)
    if not matching.dropped:
        return gone
    now = {match.old: match.new for match in matching.pairs}
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
