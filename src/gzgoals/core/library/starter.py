"""The starter set: indicators that any court may need, and the words of their names, from `resources/library`."""

import logging
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pydantic import BaseModel

from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.library.item import Entry, Origin, Sighting
from gzgoals.core.library.sightings import codes_in, entries_of
from gzgoals.core.library.usual import Usual
from gzgoals.core.library.wording import Wording
from gzgoals.core.resources import resource
from gzgoals.core.table import DEFAULT_SCHEME, catalogue_of, split_target

log = logging.getLogger(__name__)

STARTER = "常用指标"

OFTEN = 8
"""How many names a common word counts for."""

Line = tuple[str, str, str]
"""A category, a name and a target as it is printed."""


class _Group(BaseModel):
    topics: tuple[str, ...]
    indicators: tuple[Line, ...]


class _StarterSet(BaseModel):
    scheme: str = DEFAULT_SCHEME
    groups: tuple[_Group, ...] = ()
    common_words: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def starter_sightings(scheme: str) -> tuple[Sighting, ...]:
    """Return the indicators of the starter set in the codes of `scheme`, none where its file was spoilt."""
    return tuple(_sightings(_starter(), scheme))


@lru_cache(maxsize=4)
def starter_entries(scheme: str) -> tuple[Entry, ...]:
    """Return what the starter set comes to by itself."""
    return entries_of(starter_sightings(scheme))


def with_starter(sightings: Iterable[Sighting], scheme: str) -> tuple[Entry, ...]:
    """Return the entries that sightings and the starter set come to, sooner than gathering all of it would."""
    own = tuple(sightings)
    keys = {name_key(seen.name) for seen in own}
    shared = (seen for seen in starter_sightings(scheme) if name_key(seen.name) in keys)
    return (*entries_of((*own, *shared)), *(entry for entry in starter_entries(scheme) if entry.key not in keys))


@cache
def starter_wording() -> Wording:
    """Return the words of the starter set: those of its names, which blanks part in its file, and its further ones."""
    starter = _starter()
    names = (name.split() for group in starter.groups for _, name, _ in group.indicators if name.strip())
    return Wording(names, _further_words())


@cache
def starter_usual() -> Usual:
    """Return how the targets of the starter set are written."""
    return Usual(starter_entries(DEFAULT_SCHEME))


@cache
def starter_values() -> Wording:
    """Return the words of targets that are told in words, with all that may stand in them."""
    return Wording((value.split() for value in _starter().values if value.strip()), _further_words())


@cache
def starter_projects() -> tuple[tuple[str, ...], Wording]:
    """Return common names of projects, and their words with all that may stand in such names."""
    names = [name.split() for name in _starter().projects if name.strip()]
    return tuple(map("".join, names)), Wording(names, _further_words())


def _further_words() -> dict[str, int]:
    starter = _starter()
    return dict.fromkeys(_words(starter.words), 1) | dict.fromkeys(_words(starter.common_words), OFTEN)


def _words(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from line.split()


def _sightings(starter: _StarterSet, scheme: str) -> Iterator[Sighting]:
    codes = codes_in(catalogue_of(starter.scheme), catalogue_of(scheme))
    for group in starter.groups:
        for code, name, target in group.indicators:
            aim = split_target(target)
            yield Sighting(
                "".join(name.split()), codes.get(code, ""), aim, aim, Origin.STARTER, STARTER, topics=group.topics
            )


@cache
def _starter() -> _StarterSet:
    try:
        text = resource("library/court.json").read_text(encoding="utf-8-sig")  # Windows' own editor puts a mark before
        return _StarterSet.model_validate_json(text)
    except (OSError, ValueError) as error:
        log.warning("starter set not read: %s", error)
        return _StarterSet()
