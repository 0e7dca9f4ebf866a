"""The projects of several tables put together: which unit of one is which of another, and which project is the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Place, Project, Unit, new_id
from gzgoals.core.years.carrying import apart
from gzgoals.core.years.likeness import content
from gzgoals.core.years.matching import match_same, match_units

Candidate = tuple[int, Project]


@dataclass(frozen=True, slots=True)
class Group:
    """One project in several sources: every member, and of equal ones only the first as a candidate."""

    members: tuple[Candidate, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The different ones among the members, in the order of the sources."""
        different = {content(project): (source, project) for source, project in reversed(self.members)}
        return tuple(sorted(different.values(), key=lambda each: each[0]))


@dataclass(frozen=True, slots=True)
class Gathered:
    """One unit with its groups of projects.

    `sources` are the tables that have it. `other_names` are those it has elsewhere, `moved_in` the projects that stand
    in another unit elsewhere, both with the number of that source.
    """

    unit: Unit
    sources: tuple[int, ...]
    groups: tuple[Group, ...]
    other_names: tuple[tuple[int, str], ...] = ()
    moved_in: tuple[tuple[int, str, Project], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the unit has exactly the projects that it has in the first of its sources."""
        return len(self.unit.projects) == len(self.groups) and all(len(group.candidates) == 1 for group in self.groups)


@dataclass(slots=True)
class _Open:
    """A unit while tables are still being put in."""

    unit: Unit
    sources: list[int]
    groups: list[list[Candidate]]
    other_names: list[tuple[int, str]] = field(default_factory=list)
    moved_in: list[tuple[int, str, Project]] = field(default_factory=list)


def gathered(tables: Sequence[GoalTable]) -> tuple[Gathered, ...]:
    """Return the units of all tables, each once, with what the tables have as its projects.

    Units are the same by id or name; projects by id, or by name in the same unit.
    """
    units: list[_Open] = []
    for source, table in enumerate(tables):
        _put_in(units, source, table)
    return tuple(
        Gathered(
            each.unit,
            tuple(each.sources),
            tuple(Group(tuple(members)) for members in each.groups),
            tuple(each.other_names),
            tuple(each.moved_in),
        )
        for each in units
    )


def _put_in(units: list[_Open], source: int, table: GoalTable) -> None:
    so_far: list[Unit] = []
    taken: set[str] = set()
    by_id: dict[str, _Open] = {}
    groups: dict[Place, list[Candidate]] = {}
    for each in units:
        stand_in = replaced(each.unit, id=new_id()) if each.unit.id in by_id else each.unit
        projects = [apart(group[0][1], taken) for group in each.groups]
        by_id[stand_in.id] = each
        groups |= {Place(stand_in.id, p.id): group for p, group in zip(projects, each.groups, strict=True)}
        so_far.append(replaced(stand_in, projects=tuple(projects)))
    counterpart = match_units(so_far, table.units, rest=False)
    partner = {match.new: match.old for match in match_same(so_far, table.units).pairs}
    for unit in table.units:
        own = by_id.get(counterpart.get(unit.id, ""))
        if own is None:
            own = _Open(unit, [source], [])
            units.append(own)
        else:
            own.sources.append(source)
            if unit.name != own.unit.name:
                own.other_names.append((source, unit.name))
        for project in unit.projects:
            place = partner.get(Place(unit.id, project.id))
            if place is None:
                own.groups.append([(source, project)])
                continue
            groups[place].append((source, project))
            home = by_id[place.unit]
            if home is not own:
                home.moved_in.append((source, unit.name, project))
