"""Projects side by side: a line a project, a column an indicator that some of them have."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from gzgoals.core.siblings.kinds import Kind, alike, kind_of
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Target

_MOST_LIKENED = 300
"""Up to how many columns are compared name by name."""

Sides = tuple[Target, Target]
"""The targets for the cycle and for the year."""


@dataclass(frozen=True, slots=True)
class Column:
    """An indicator of several projects, named and classed as most of them do.

    `key` stays the same in later matrices as long as the column holds some of the same indicators. `usual` are the
    targets that more than half of its indicators have, if there are several of them.
    """

    key: str
    name: str
    category: str
    usual: Sides | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A project with its indicators by column, None where it has none like that."""

    place: Place
    project: Project
    cells: tuple[Indicator | None, ...]


@dataclass(frozen=True)
class Matrix:
    """Projects and all that they have for indicators, each of which stands in one cell."""

    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()

    @cached_property
    def _keys(self) -> Mapping[str, int]:
        return {column.key: number for number, column in enumerate(self.columns)}

    @cached_property
    def _places(self) -> Mapping[Place, int]:
        return {line.place: number for number, line in enumerate(self.lines)}

    def line(self, place: Place) -> Line | None:
        """Return the line of the project at `place`."""
        number = self._places.get(Place(place.unit, place.project))
        return None if number is None else self.lines[number]

    def number(self, key: str) -> int:
        """Return which column has this key, -1 for none."""
        return self._keys.get(key, -1)

    def column_of(self, place: Place) -> str:
        """Return the key of the column in which the indicator at `place` stands, nothing where it is in none."""
        line = self.line(place)
        cells = line.cells if line else ()
        found = (number for number, each in enumerate(cells) if each and each.id == place.indicator)
        number = next(found, -1)
        return self.columns[number].key if number >= 0 else ""


def matrix_of(table: GoalTable, places: Sequence[Place], before: Matrix | None = None) -> Matrix:
    """Return the matrix of the projects at `places`, those that are gone left out.

    Indicators of one name and category share a column; then those of one name, or of names that differ by a word, where
    no project has both. Columns stand in the order of the first project, what that has not after what it follows in
    its own. Columns that were there `before` keep their keys.
    """
    there = _projects_at(table, places)
    standing = [(place, there[place]) for place in dict.fromkeys(places) if place in there]
    strands = _merged(_strands([project for _, project in standing]))
    keys = _keys(strands, [place for place, _ in standing], before)
    columns = tuple(_column(key, strand) for key, strand in zip(keys, strands, strict=True))
    lines = tuple(
        Line(place, project, tuple(strand.indicators.get(number) for strand in strands))
        for number, (place, project) in enumerate(standing)
    )
    return Matrix(columns, lines)


def _projects_at(table: GoalTable, places: Sequence[Place]) -> dict[Place, Project]:
    """Return the projects that are still there; no place is made of the thousands of others in a large table."""
    wanted: dict[str, set[str]] = {}
    for place in places:
        wanted.setdefault(place.unit, set()).add(place.project)
    return {
        Place(unit.id, project.id): project
        for unit in table.units
        if (ids := wanted.get(unit.id))
        for project in unit.projects
        if project.id in ids
    }


@dataclass(slots=True, eq=False)
class _Strand:
    """A column in the making: its indicators by the number of their project."""

    kind: Kind
    indicators: dict[int, Indicator] = field(default_factory=dict)


def _strands(projects: Sequence[Project]) -> list[_Strand]:
    """Return the indicators of the projects by kind, the second of one kind in a project apart from the first."""
    known: dict[tuple[Kind, int], _Strand] = {}
    order: list[_Strand] = []
    for number, project in enumerate(projects):
        seen: Counter[Kind] = Counter()
        at = -1
        for indicator in project.indicators:
            kind = kind_of(indicator)
            which = (kind, seen[kind])
            seen[kind] += 1
            strand = known.get(which)
            if strand is None:
                strand = known[which] = _Strand(kind)
                order.insert(at + 1, strand)
                at += 1
            else:
                at = order.index(strand)
            strand.indicators[number] = indicator
    return order


def _merged(strands: list[_Strand]) -> list[_Strand]:
    """Join strands that mean the same and have no project in common, the most alike first."""
    lone = [strand for strand in strands if strand.kind[1]]
    if len(lone) > _MOST_LIKENED:
        return strands
    ranked = sorted(
        (-score, i, j)
        for (i, one), (j, other) in combinations(enumerate(lone), 2)
        if one.indicators.keys().isdisjoint(other.indicators) and (score := alike(one.kind, other.kind))
    )
    into = list(range(len(lone)))
    for _, i, j in ranked:
        one, other = lone[into[i]], lone[into[j]]
        if one is not other and one.indicators.keys().isdisjoint(other.indicators):
            one.indicators.update(other.indicators)
            gone, kept = into[j], into[i]
            into = [kept if each == gone else each for each in into]
    left = {id(lone[number]) for number in into}
    return [strand for strand in strands if not strand.kind[1] or id(strand) in left]


def _column(key: str, strand: _Strand) -> Column:
    indicators = [strand.indicators[number] for number in sorted(strand.indicators)]
    name = _commonest([each.name for each in indicators])
    category = _commonest([each.category for each in indicators])
    targets = Counter((each.cycle, each.annual) for each in indicators)
    ((usual, count),) = targets.most_common(1)
    told = count > 1 and count * 2 > len(indicators)
    return Column(key, name, category, usual if told else None)


def _commonest(texts: Sequence[str]) -> str:
    ((text, _),) = Counter(texts).most_common(1)
    return text


def _keys(strands: Sequence[_Strand], places: Sequence[Place], before: Matrix | None) -> list[str]:
    """Return a key a column: that of the former column with which it has the most in common, or a new one."""
    former = _former_keys(before) if before else {}
    votes: dict[tuple[int, str], int] = defaultdict(int)
    for column, strand in enumerate(strands):
        for number, indicator in strand.indicators.items():
            if key := former.get((places[number], indicator.id)):
                votes[column, key] += 1
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for column, key in sorted(votes, key=lambda vote: (-votes[vote], vote)):
        if column not in keys and key not in taken:
            keys[column] = key
            taken.add(key)
    taken.update(former.values())
    for column, strand in enumerate(strands):
        if column not in keys:
            keys[column] = _fresh_key(strand, places, taken)
            taken.add(keys[column])
    return [keys[column] for column in range(len(strands))]


def _former_keys(before: Matrix) -> dict[tuple[Place, str], str]:
    return {
        (line.place, indicator.id): column.key
        for line in before.lines
        for column, indicator in zip(before.columns, line.cells, strict=True)
        if indicator
    }


def _fresh_key(strand: _Strand, places: Sequence[Place], taken: set[str]) -> str:
    first = min(strand.indicators)
    key = f"{places[first].project}/{strand.indicators[first].id}"
    while key in taken:
        key += "'"
    return key
