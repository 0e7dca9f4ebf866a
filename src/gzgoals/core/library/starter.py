"""The starter set: indicators that any court may need, from `resources/library`, for tables that have no past yet."""

import logging
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from gzgoals.core.library.item import Origin, Sighting
from gzgoals.core.library.sightings import codes_in
from gzgoals.core.resources import resource
from gzgoals.core.table import DEFAULT_SCHEME, catalogue_of, split_target

log = logging.getLogger(__name__)

STARTER = "常用指标"

Line = tuple[str, str, str]
"""A category, a name and a target as it is printed."""


class _Group(BaseModel):
    topics: tuple[str, ...]
    indicators: tuple[Line, ...]


class _StarterSet(BaseModel):
    scheme: str = DEFAULT_SCHEME
    groups: tuple[_Group, ...] = ()


def starter_sightings(scheme: str) -> Iterator[Sighting]:
    """Yield the indicators of the starter set in the codes of `scheme`, none where its file was spoilt by an editor."""
    starter = _starter()
    codes = codes_in(catalogue_of(starter.scheme), catalogue_of(scheme))
    for group in starter.groups:
        for code, name, target in group.indicators:
            aim = split_target(target)
            yield Sighting(name, codes.get(code, ""), aim, aim, Origin.STARTER, STARTER, topics=group.topics)


@cache
def _starter() -> _StarterSet:
    try:
        text = resource("library/court.json").read_text(encoding="utf-8-sig")  # Windows' own editor puts a mark before
        return _StarterSet.model_validate_json(text)
    except (OSError, ValueError) as error:
        log.warning("starter set not read: %s", error)
        return _StarterSet()
