"""Groups of projects that share most of their indicators: each year's 运维 project, the same purchase in each court."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.core.siblings.kinds import Kind, alike, kinds_of
from gzgoals.core.table import GoalTable, Place, Project
from gzgoals.core.table.year_text import year_expressions

_FEWEST = 2
"""One indicator alone, as 用户满意度, makes no siblings."""
_RARE = 50
"""Kinds that so few have are looked up too, where a project has rarer ones."""
_CLOSEST = 4
"""How many groups that have much in common with a project are looked at."""
_ENDS = " 　-－—–_/／,，.。;；:：、（）()“”\"'"

Kinds = frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Siblings:
    """Projects with mostly the same indicators, in the table's order; `shared` is how many of these all of them have.

    `title` is what their names have in common.
    """

    title: str
    projects: tuple[Place, ...]
    shared: int


class Known(NamedTuple):
    """A project, the name of its unit, and what its indicators are."""

    project: Project
    unit: str
    kinds: Kinds


@dataclass(frozen=True, slots=True)
class Found:
    """The groups of a table, and what they were found by, such that the next search need look at what is new only."""

    groups: tuple[Siblings, ...]
    known: Mapping[Place, Known]

    def of(self, place: Place) -> Siblings | None:
        """Return the group of the project at `place`, None where it has no siblings."""
        wanted = Place(place.unit, place.project)
        return next((group for group in self.groups if wanted in group.projects), None)


def find_siblings(table: GoalTable, before: Found | None = None) -> Found:
    """Return the groups of projects that share more than half of their indicators, two at least.

    Each project is in one group at most. With what was found `before` in an earlier state of the table, nothing is
    grouped anew where indicators are named as they were.
    """
    earlier = before.known if before else {}
    known = {
        (place := Place(unit.id, project.id)): _known(project, unit.name, earlier.get(place))
        for unit in table.units
        for project in unit.projects
    }
    if before and _same(earlier, known):
        return Found(before.groups, known)
    places = list(known)
    groups = []
    for numbers in _grouped([each.kinds for each in known.values()]):
        members = tuple(places[number] for number in sorted(numbers))
        shared = frozenset.intersection(*(known[place].kinds for place in members))
        groups.append(Siblings(_title([_own_name(known[place]) for place in members]), members, len(shared)))
    return Found(tuple(groups), known)


def _known(project: Project, unit: str, earlier: Known | None) -> Known:
    if earlier and earlier.project is project:
        return earlier if earlier.unit == unit else earlier._replace(unit=unit)
    return Known(project, unit, kinds_of(project))


def _same(earlier: Mapping[Place, Known], known: Mapping[Place, Known]) -> bool:
    if len(earlier) != len(known):
        return False
    pairs = zip(earlier.items(), known.items(), strict=True)
    return all(
        place == other and (was is now or (was.kinds == now.kinds and _names(was) == _names(now)))
        for (place, was), (other, now) in pairs
    )


def _names(known: Known) -> tuple[str, str]:
    return known.project.name, known.unit


def _grouped(projects: Sequence[Kinds]) -> list[list[int]]:
    """Return the numbers of the projects that belong together.

    The kinds that most projects have are what a group is known by, and each that shares most of them joins it: it is
    never enough to be alike to one that is alike to another.
    """
    having: dict[Kinds, list[int]] = defaultdict(list)
    for number, kinds in enumerate(projects):
        if len(kinds) >= _FEWEST:
            having[kinds].append(number)
    holders = Counter(kind for kinds in having for kind in kinds)
    index: dict[Kind, list[int]] = defaultdict(list)
    groups: list[list[int]] = []
    leaders: list[Kinds] = []
    for kinds in sorted(having, key=lambda kinds: (-len(having[kinds]), having[kinds][0])):
        telling = _telling(kinds, holders)
        number = _closest(kinds, leaders, (index[kind] for kind in telling if kind in index))
        if number < 0:
            number = len(groups)
            groups.append([])
            leaders.append(kinds)
            for kind in telling:
                index[kind].append(number)
        groups[number] += having[kinds]
    return sorted((numbers for numbers in groups if len(numbers) > 1), key=min)


def _telling(kinds: Kinds, holders: Counter[Kind]) -> list[Kind]:
    """Return the kinds by which a project is looked up: the rarer half, and whatever few have.

    Two that share more than half of what they have share one of the rarer half, so that the common ones, which
    thousands may have, need no looking up.
    """
    by_rarity = sorted(kinds, key=lambda kind: (holders[kind], kind))
    half = len(kinds) - len(kinds) // 2
    return by_rarity[:half] + [kind for kind in by_rarity[half:] if holders[kind] <= _RARE]


def _closest(kinds: Kinds, leaders: Sequence[Kinds], sharing: Iterable[Sequence[int]]) -> int:
    """Return the number of the group that a project belongs to, -1 for none."""
    votes: Counter[int] = Counter()
    for numbers in sharing:
        votes.update(numbers)
    best, most = -1, 0.0
    for number, _ in votes.most_common(_CLOSEST):
        share = _share(kinds, leaders[number])
        if share > most:
            best, most = number, share
    return best if most > 0.5 else -1


def _share(one: Kinds, other: Kinds) -> float:
    """Return which part of the larger of two sets they have in common, 0 where that is a single kind.

    Names are likened only where a quarter is the same already, for that takes long.
    """
    shared, larger = len(one & other), max(len(one), len(other))
    if larger <= shared * 4 and shared * 2 <= larger:
        shared += _reworded(sorted(one - other), sorted(other - one))
    return shared / larger if shared >= _FEWEST else 0.0


def _reworded(one: Sequence[Kind], other: Sequence[Kind]) -> int:
    """Return how many kinds differ from one of the others by a word only."""
    left = list(other)
    for kind in one:
        found = next((each for each in left if alike(kind, each)), None)
        if found:
            left.remove(found)
    return len(other) - len(left)


def _own_name(known: Known) -> str:
    """Return a project's name without the years and the unit that it tells."""
    told, parts, begin = known.project.name, [], 0
    for expression in year_expressions(told):
        parts.append(told[begin : expression.begin])
        begin = expression.end
    name = "".join((*parts, told[begin:])).strip(_ENDS)
    return name.removeprefix(known.unit).strip(_ENDS) or name


def _title(names: Sequence[str]) -> str:
    """Return what names begin or end with alike, else the first one."""
    head = _beginning(names)
    tail = _beginning([name[::-1] for name in names])[::-1]
    common = max(head, tail, key=len).strip(_ENDS)
    if common not in {"项目", "经费"}:
        common = common.removesuffix("项目").strip(_ENDS)
        if len(common) >= _FEWEST:
            return common
    return f"{names[0] or '未命名项目'}等"


def _beginning(names: Sequence[str]) -> str:
    """Return what all names begin with: what the first and the last of them in order do."""
    first, last = min(names), max(names)
    differs = (place for place, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differs, len(first))]
