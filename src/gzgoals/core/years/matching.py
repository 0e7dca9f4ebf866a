"""Which project, unit and indicator of one table is which of another: by id, by name, else by likeness."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from typing import Literal, NamedTuple

from gzgoals.core.table import Indicator, Place, Project, Unit
from gzgoals.core.table.year_text import latest_year
from gzgoals.core.years.likeness import (
    ALIKE,
    Features,
    bare,
    content,
    features,
    features_likeness,
    names_likeness,
    plain,
)
from gzgoals.core.years.pairing import by_ids, grouped, in_order, keyed, left_of, same_ids, trusted

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
    return _matching(old, new, _INCOMING_STAGES)


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
    theirs, mine = ([features(standing.project) for standing in side] for side in (old, new))
    ranked = sorted(
        (-score, old[i].unit != new[j].unit, abs(theirs[i].year - mine[j].year), i, j)
        for i, j in _candidates(theirs, mine)
        if (score := round(features_likeness(theirs[i], mine[j]))) >= ALIKE
    )
    return [(old[i], new[j]) for i, j in _chosen((i, j) for *_, i, j in ranked)]


def _chosen(ranked: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, the best first, without those of which one side has found its partner already."""
    used_old: set[int] = set()
    used_new: set[int] = set()
    for i, j in ranked:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield i, j


def _candidates(old: list[Features], new: list[Features]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth a closer look: those that share most of what few others have."""
    most = max(_FEWEST_SHARING, _PAIRS_LOOKED_AT // max(len(old), len(new)))
    close = min(_CLOSEST, max(3, most // _FEWEST_SHARING))
    index: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(old):
        for mark in _marks(each):
            index[mark].append(i)
    index = {mark: holders for mark, holders in index.items() if len(holders) <= most}
    for j, each in enumerate(new):
        shared = Counter(chain.from_iterable(index[mark] for mark in _marks(each) if mark in index))
        closest = shared if len(shared) <= close else nlargest(close, shared, key=shared.__getitem__)
        yield from ((i, j) for i in closest)


def _marks(known: Features) -> set[str]:
    """Return pairs of characters of the name, the objective and the indicators, for looking up."""
    name = known.name
    return {name[i : i + 2] for i in range(len(name) - 1)} | {
        f"={known.objective}",
        *(f"#{indicator}" for indicator in known.indicators),
    }


def _alike_names(old: list[Indicator], new: list[Indicator]) -> list[tuple[Indicator, Indicator]]:
    ranked = sorted(
        (-score, abs(i - j), i, j)
        for i, their in enumerate(old)
        for j, mine in enumerate(new)
        if (score := names_likeness(their.name, mine.name)) >= ALIKE
    )
    return [(old[i], new[j]) for i, j in _chosen((i, j) for *_, i, j in ranked)]


def _name(unit: Unit) -> str:
    return unit.name


def _plain_name(unit: Unit) -> str:
    return plain(unit.name)


def _latest(standing: _Standing) -> int:
    return latest_year(standing.project.name)


def _name_in_unit(standing: _Standing) -> Hashable:
    return standing.project.name and (standing.unit, standing.project.name)


def _plain_name_in_unit(standing: _Standing) -> Hashable:
    return standing.project.name and (standing.unit, plain(standing.project.name))


def _bare_name_in_unit(standing: _Standing) -> Hashable:
    name = bare(standing.project.name)
    return name and (standing.unit, name)


def _goals(standing: _Standing) -> Hashable:
    """Return objective and indicator names, for several indicators: one alone may be a placeholder."""
    project = standing.project
    return (project.objective, *(i.name for i in project.indicators)) if len(project.indicators) > 1 else ""


def _said(standing: _Standing) -> Hashable:
    return content(standing.project)


_EQUAL_IN_UNIT = grouped(lambda s: (s.unit, s.project.name), _said, rest=False)
_SAME_STAGES: tuple[_Stage, ...] = (
    ("name", _EQUAL_IN_UNIT),
    ("id", _by_id),
    ("name", grouped(_name_in_unit, _said)),
    ("name", grouped(_plain_name_in_unit, _said)),
)
_STAGES: tuple[_Stage, ...] = (
    ("id", _by_id),
    ("name", grouped(_name_in_unit, _said)),
    ("name", grouped(_plain_name_in_unit, _said)),
    ("name", grouped(lambda s: s.project.name, _said)),
    ("name", grouped(lambda s: plain(s.project.name), _said)),
    ("likeness", keyed(_bare_name_in_unit, _latest)),
    ("likeness", keyed(lambda s: bare(s.project.name), _latest)),
    ("likeness", keyed(_goals)),
    ("likeness", _by_likeness),
)
_INCOMING_STAGES: tuple[_Stage, ...] = (
    ("name", _EQUAL_IN_UNIT),
    ("name", grouped(lambda s: (s.project.name,), _said, rest=False)),
    *_STAGES,
)
_INDICATOR_STAGES: tuple[Callable[[list[Indicator], list[Indicator]], list[tuple[Indicator, Indicator]]], ...] = (
    keyed(lambda i: i.name and (i.category, i.name)),
    keyed(lambda i: i.name),
    keyed(lambda i: bare(i.name)),
    keyed(lambda i: "" if i.name else (i.category, i.cycle, i.annual)),
    _alike_names,
)
