"""Which cells of a table hold what is looked for, in the table's order; what is known of a former table is reused."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from gzgoals.core.search.pattern import sieve_of, spans_of
from gzgoals.core.search.query import Query, Where
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Unit


class Hit(NamedTuple):
    """A cell in which something was found: where, what stands there, and which parts of it are meant, from and to.

    `owner` is the name of its project, unit or department; `number` is that of its indicator, from 1.
    """

    place: Place
    where: Where
    text: str
    spans: tuple[tuple[int, int], ...]
    owner: str
    number: int = 0


class _Piece(NamedTuple):
    """What was found in a project; it holds as long as project and unit are the same."""

    project: Project
    unit: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Found:
    """All hits in a table in its order."""

    table: GoalTable
    query: Query
    pieces: Mapping[str, _Piece] = field(repr=False)
    groups: tuple[tuple[Hit, ...], ...] = field(repr=False)
    """The hits of the table's own, of each unit's own, and of each project; none of them is empty."""

    @cached_property
    def count(self) -> int:
        """How many cells were found."""
        return sum(map(len, self.groups))

    @cached_property
    def projects(self) -> int:
        """In how many projects they stand."""
        return sum(bool(hits[0].place.project) for hits in self.groups)

    @property
    def hits(self) -> Iterator[Hit]:
        """All hits in the table's order."""
        return chain.from_iterable(self.groups)


def find(table: GoalTable, query: Query, known: Found | None = None) -> Found:
    """Return where the query's text stands; projects in which `known` has looked for the same are not looked at again.

    Nothing is found of an empty text.
    """
    if not query.text or not query.where:
        return Found(table, query, {}, ())
    former = known.pieces if known and known.query == query else {}
    look = _Look(query)
    pieces: dict[str, _Piece] = {}
    everything = TABLE in query.within
    units = {place.unit for place in query.within if not place.project}
    projects = {place.project for place in query.within}
    groups = [look.at_table(table)] if everything else []
    for unit in table.units:
        whole = everything or unit.id in units
        if whole:
            groups.append(look.at_unit(unit))
        for project in unit.projects:
            if whole or project.id in projects:
                piece = former.get(project.id)
                if piece is None or piece.project is not project or piece.unit != unit.id:
                    piece = _Piece(project, unit.id, look.at_project(unit, project))
                pieces[project.id] = piece
                groups.append(piece.hits)
    return Found(table, query, pieces, tuple(filter(None, groups)))


class _Look:
    """One query asked of many things."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._may_hold = _test(sieve_of(query))
        self._of_project = [each for each in _OF_PROJECT if each[0] in query.where]
        self._of_indicator = [each for each in _OF_INDICATOR if each[0] in query.where]
        self._texts = [text for _, _, text in self._of_indicator]

    def at_table(self, table: GoalTable) -> tuple[Hit, ...]:
        """Return the hits in what is the table's own."""
        if Where.UNIT not in self._query.where:
            return ()
        return tuple(self._hits(TABLE, Where.UNIT, "department", table.department, table.department))

    def at_unit(self, unit: Unit) -> tuple[Hit, ...]:
        """Return the hits in what is a unit's own."""
        if Where.UNIT not in self._query.where:
            return ()
        return tuple(self._hits(Place(unit.id), Where.UNIT, "name", unit.name, unit.name))

    def at_project(self, unit: Unit, project: Project) -> tuple[Hit, ...]:
        """Return the hits in a project; most hold none, which is told by one look at all their texts at once."""
        texts = [text(project) for _, _, text in self._of_project]
        for text in self._texts:
            texts += map(text, project.indicators)
        if not self._may_hold("\n".join(texts)):
            return ()
        return tuple(self._in_project(unit, project))

    def _in_project(self, unit: Unit, project: Project) -> Iterator[Hit]:
        here = Place(unit.id, project.id)
        for where, name, text in self._of_project:
            yield from self._hits(here, where, name, text(project), project.name)
        for number, indicator in enumerate(project.indicators, 1):
            for where, name, read in self._of_indicator:
                found = read(indicator)
                if found and self._may_hold(found):
                    place = Place(unit.id, project.id, indicator.id)
                    yield from self._hits(place, where, name, found, project.name, number)

    def _hits(self, thing: Place, where: Where, name: str, text: str, owner: str, number: int = 0) -> Iterator[Hit]:
        if spans := spans_of(self._query, text):
            place = Place(thing.unit, thing.project, thing.indicator, name)
            yield Hit(place, where, text, spans, owner, number)


def _test(sieve: re.Pattern[str] | str) -> Callable[[str], object]:
    return sieve.search if isinstance(sieve, re.Pattern) else lambda text: sieve in text


_OF_PROJECT: tuple[tuple[Where, str, Callable[[Project], str]], ...] = (
    (Where.PROJECT, "name", lambda project: project.name),
    (Where.OBJECTIVE, "objective", lambda project: project.objective),
)
_OF_INDICATOR: tuple[tuple[Where, str, Callable[[Indicator], str]], ...] = (
    (Where.INDICATOR, "name", lambda indicator: indicator.name),
    (Where.VALUE, "cycle.value", lambda indicator: indicator.cycle.value),
    (Where.MEASURE, "cycle.measure", lambda indicator: indicator.cycle.measure),
    (Where.VALUE, "annual.value", lambda indicator: indicator.annual.value),
    (Where.MEASURE, "annual.measure", lambda indicator: indicator.annual.measure),
)
