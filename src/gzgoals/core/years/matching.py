"""Which project, unit and indicator of one table is which of another: by id, by name, else by likeness."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, NamedTuple

from gzgoals.core.table import Indicator, Place, Project, Unit
from gzgoals.core.years.likeness import (
    ALIKE,
    bare,
    content,
    goals,
    latest_year,
    names_likeness,
    plain,
    projects_likeness,
)
from gzgoals.core.years.pairing import by_ids, in_order, keyed, left_of, same_ids, trusted

By = Literal["id", "name", "likeness"]

_PAIRS_LOOKED_AT = 40_000
_FEWEST_SHARING = 16
_CLOSEST = 8


@dataclass(frozen=True, slots=True)
class Match:
    """One project in two tables: where it stands in the old and in the new one, and what it was known by."""

    old: Place
    new: Place
    by: By


@dataclass(frozen=True, slots=True)
class Matching:
    """All projects of two tables: the pairs in the order of the new table, what is new, and what is gone."""

    pairs: tuple[Match, ...]
    added: tuple[Place, ...]
    dropped: tuple[Place, ...]


class _Standing(NamedTuple):
    """A project, its place, and the id of its unit or of that unit's counterpart in the old table."""

    project: Project
    place: Place
    unit: str


_Step = Callable[[list[_Standing], list[_Standing]], list[tuple[_Standing, _Standing]]]
_Stage = tuple[By, _Step]


def match_projects(old: Sequence[Unit], new: Sequence[Unit]) -> Matching:
    """Return which project of `old` is which of `new`, never two to one.

    Ids come first, then the same name in the same unit, then anywhere, then likeness with years, blanks and brackets
    left aside; a new name over the same objective and indicators is alike too.
    """
    return _matching(old, new, _STAGES)


def match_incoming(old: Sequence[Unit], new: Sequence[Unit]) -> Matching:
    """Return the same as `match_projects`, but equal projects before any other: what is there already stays."""
    return _matching(old, new, (("name", _equal_in_unit), ("name", _equal), *_STAGES))


def match_same(old: Sequence[Unit], new: Sequence[Unit]) -> Matching:
    """Return which projects are meant to be one and the same: by id, or by name in the same unit."""
    return _matching(old, new, _SAME_STAGES, rest=False)


def match_units(old: Sequence[Unit], new: Sequence[Unit], *, rest: bool = True) -> dict[str, str]:
    """Return the old unit's id for each new one's that has a counterpart: by id, by name.

    With `rest`, the last that is left on each side is taken for one that was renamed.
    """
    pairs, left_old, left_new = by_ids(old, new)
    for key in (_name, _plain_name):
        stage = keyed(key)
        found = stage(left_old, left_new)
        pairs, left_old, left_new = pairs + found, *left_of(left_old, left_new, found)
    if rest and len(left_old) == len(left_new) == 1:
        pairs.append((left_old[0], left_new[0]))
    return {mine.id: their.id for their, mine in pairs}


def match_indicators(old: Project, new: Project) -> tuple[tuple[Indicator | None, Indicator | None], ...]:
    """Return the indicators of a project in two years as pairs: None beside what is new or gone.

    They come in the new order, what is gone after what stood before it.
    """
    if [each.id for each in old.indicators] == [each.id for each in new.indicators] and trusted(
        list(zip(old.indicators, new.indicators, strict=True))
    ):
        return tuple(zip(old.indicators, new.indicators, strict=True))
    pairs, left_old, left_new = by_ids(old.indicators, new.indicators)
    for stage in _INDICATOR_STAGES:
        if not (left_old and left_new):
            break
        found = stage(left_old, left_new)
        pairs, left_old, left_new = pairs + found, *left_of(left_old, left_new, found)
    partner = {mine.id: their for their, mine in pairs}
    taken = {their.id: mine for their, mine in pairs}
    return tuple(in_order(old.indicators, new.indicators, partner, taken))


def _matching(old: Sequence[Unit], new: Sequence[Unit], stages: Iterable[_Stage], *, rest: bool = True) -> Matching:
    counterpart = match_units(old, new, rest=rest)
    left_old = [_Standing(p, Place(unit.id, p.id), unit.id) for unit in old for p in unit.projects]
    left_new = [
        _Standing(p, Place(unit.id, p.id), counterpart.get(unit.id, f"+{unit.id}"))
        for unit in new
        for p in unit.projects
    ]
    order = {standing.place: number for number, standing in enumerate(left_new)}
    pairs: list[Match] = []
    for by, stage in stages:
        if not (left_old and left_new):
            break
        found = stage(left_old, left_new)
        pairs += [Match(their.place, mine.place, by) for their, mine in found]
        left_old, left_new = left_of(left_old, left_new, found)
    pairs.sort(key=lambda match: order[match.new])
    return Matching(tuple(pairs), tuple(s.place for s in left_new), tuple(s.place for s in left_old))


def _by_id(old: list[_Standing], new: list[_Standing]) -> list[tuple[_Standing, _Standing]]:
    found = same_ids([s.project for s in old], [s.project for s in new])
    theirs, mine = ({s.project.id: s for s in side} for side in (old, new))
    return [(theirs[one.id], mine[other.id]) for one, other in found]


def _by_likeness(old: list[_Standing], new: list[_Standing]) -> list[tuple[_Standing, _Standing]]:
    """Pair the most alike first; of equally alike ones those in the same unit, then those of the nearest years."""
    ranked = sorted(
        (-score, old[i].unit != new[j].unit, abs(_latest(old[i]) - _latest(new[j])), i, j)
        for i, j in _candidates(old, new)
        if (score := round(projects_likeness(old[i].project, new[j].project))) >= ALIKE
    )
    found: list[tuple[_Standing, _Standing]] = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for *_, i, j in ranked:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            found.append((old[i], new[j]))
    return found


def _candidates(old: list[_Standing], new: list[_Standing]) -> Iterable[tuple[int, int]]:
    """Return the pairs worth a closer look: those that share most of what few others have."""
    most = max(_FEWEST_SHARING, _PAIRS_LOOKED_AT // max(len(old), len(new)))
    index: dict[str, list[int]] = defaultdict(list)
    for i, standing in enumerate(old):
        for mark in _marks(standing.project):
            index[mark].append(i)
    index = {mark: holders for mark, holders in index.items() if len(holders) <= most}
    for j, standing in enumerate(new):
        shared = Counter(chain.from_iterable(index.get(mark, ()) for mark in _marks(standing.project)))
        yield from ((i, j) for i, _ in shared.most_common(_CLOSEST))


def _marks(project: Project) -> set[str]:
    """Return what a project may be known by: pairs of characters of its name, its objective, its indicators."""
    name = bare(project.name)
    return {name[i : i + 2] for i in range(len(name) - 1)} | {
        project.objective or "=",
        *(f"#{indicator.name}" for indicator in project.indicators),
    }


def _alike_names(old: list[Indicator], new: list[Indicator]) -> list[tuple[Indicator, Indicator]]:
    ranked = sorted(
        (-score, abs(i - j), i, j)
        for i, their in enumerate(old)
        for j, mine in enumerate(new)
        if (score := names_likeness(their.name, mine.name)) >= ALIKE
    )
    found = []
    used: set[tuple[str, int]] = set()
    for *_, i, j in ranked:
        if ("old", i) not in used and ("new", j) not in used:
            used |= {("old", i), ("new", j)}
            found.append((old[i], new[j]))
    return found


def _name(unit: Unit) -> str:
    return unit.name


def _plain_name(unit: Unit) -> str:
    return plain(unit.name)


def _latest(standing: _Standing) -> int:
    return latest_year(standing.project.name)


def _where(key: Callable[[_Standing], Hashable], latest: Callable[[_Standing], int] | None = None) -> _Step:
    return keyed(key, latest)


_equal_in_unit = _where(lambda s: (s.unit, content(s.project)))
_equal = _where(lambda s: content(s.project))
_named_in_unit = _where(lambda s: s.project.name and (s.unit, s.project.name))
_plainly_named_in_unit = _where(lambda s: s.project.name and (s.unit, plain(s.project.name)))
_SAME_STAGES: tuple[_Stage, ...] = (
    ("name", _equal_in_unit),
    ("id", _by_id),
    ("name", _named_in_unit),
    ("name", _plainly_named_in_unit),
)
_STAGES: tuple[_Stage, ...] = (
    ("id", _by_id),
    ("name", _where(lambda s: s.project.name and (s.unit, s.project.name, content(s.project)))),
    ("name", _named_in_unit),
    ("name", _plainly_named_in_unit),
    ("name", _where(lambda s: s.project.name and content(s.project))),
    ("name", _where(lambda s: s.project.name)),
    ("name", _where(lambda s: plain(s.project.name))),
    ("likeness", _where(lambda s: bare(s.project.name) and (s.unit, bare(s.project.name)), _latest)),
    ("likeness", _where(lambda s: bare(s.project.name), _latest)),
    ("likeness", _where(lambda s: goals(s.project) if len(s.project.indicators) > 1 else "")),
    ("likeness", _by_likeness),
)
_INDICATOR_STAGES: tuple[Callable[[list[Indicator], list[Indicator]], list[tuple[Indicator, Indicator]]], ...] = (
    keyed(lambda i: i.name and (i.category, i.name)),
    keyed(lambda i: i.name),
    keyed(lambda i: bare(i.name)),
    keyed(lambda i: "" if i.name else (i.category, i.cycle, i.annual)),
    _alike_names,
)
