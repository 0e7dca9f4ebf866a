"""The indicators of tables, and what they come to when those of one name are taken together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.library.item import Entry, Origin, Seen, Sighting
from gzgoals.core.table import Catalogue, GoalTable, Target, Unit, catalogue_of
from gzgoals.core.years.likeness import bare

THIS_TABLE = "本表"


def sightings_of(table: GoalTable, scheme: str) -> Iterator[Sighting]:
    """Yield the indicators of the open table and of the year before that it remembers, in the codes of `scheme`."""
    if table.last_year:
        last = table.last_year
        yield from _in_units(last.units, table.scheme, scheme, (Origin.LAST_YEAR, f"{last.year} 年", last.year))
    yield from _in_units(table.units, table.scheme, scheme, (Origin.TABLE, THIS_TABLE, table.year))


def sightings_in(table: GoalTable, scheme: str, source: str) -> Iterator[Sighting]:
    """Yield the indicators of another table, which `source` names, in the codes of `scheme`."""
    yield from _in_units(table.units, table.scheme, scheme, (Origin.FOLDER, source, table.year))


def _in_units(
    units: Iterable[Unit], own_scheme: str, scheme: str, where: tuple[Origin, str, int]
) -> Iterator[Sighting]:
    origin, source, year = where
    codes = codes_in(catalogue_of(own_scheme), catalogue_of(scheme))
    for unit in units:
        for project in unit.projects:
            for each in project.indicators:
                if each.name.strip():
                    code = codes.get(each.category, "")
                    targets = each.cycle, each.annual
                    yield Sighting(each.name.strip(), code, *targets, origin, source, year, project.name)


def codes_in(own: Catalogue, other: Catalogue) -> dict[str, str]:
    """Return which code of another scheme means the same as each code of one's own; none where there is no such."""
    by_role = {roles: code for code, roles in other.roles.items()}
    same = {code: by_role.get(roles, "") for code, roles in own.roles.items() if own.knows(code)}
    return {code: found for code, found in same.items() if found}


@dataclass(slots=True)
class _Heap:
    """What has been seen of one name so far."""

    name: str
    count: int = 0
    categories: Counter[str] = field(default_factory=Counter)
    targets: dict[tuple[Target, Target], list[int]] = field(default_factory=dict)
    sources: dict[str, Origin] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)

    def put(self, seen: Sighting) -> None:
        self.count += 1
        if seen.category:
            self.categories[seen.category] += 1
        known = self.targets.setdefault((seen.cycle, seen.annual), [seen.origin, 0])
        known[0], known[1] = min(known[0], seen.origin), known[1] + 1
        self.sources[seen.source] = min(seen.origin, self.sources.get(seen.source, seen.origin))
        if seen.year:
            self.years.add(seen.year)
        if seen.project:
            self.projects.add(bare(seen.project))
        self.topics.update(seen.topics)

    def entry(self, key: str) -> Entry:
        targets = [
            Seen(cycle, annual, Origin(origin), count)
            for (cycle, annual), (origin, count) in self.targets.items()
            if cycle.text or annual.text
        ]
        return Entry(
            key,
            self.name,
            tuple(code for code, _ in self.categories.most_common()),
            tuple(sorted(targets, key=lambda each: (each.origin, -each.count))),
            self.count,
            min(self.sources.values()),
            tuple(sorted(self.sources, key=lambda each: self.sources[each])),
            tuple(sorted(self.years, reverse=True)),
            frozenset(self.projects),
            tuple(sorted(self.topics)),
        )


def entries_of(sightings: Iterable[Sighting]) -> tuple[Entry, ...]:
    """Return the entries that so many sightings come to: one a name, in the order in which the names were seen."""
    heaps: dict[str, _Heap] = {}
    for seen in sightings:
        key = name_key(seen.name)
        heap = heaps.get(key)
        if heap is None:
            heap = heaps[key] = _Heap(seen.name)
        heap.put(seen)
    return tuple(heap.entry(key) for key, heap in heaps.items())
