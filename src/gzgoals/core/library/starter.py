"""The starter set: indicators that any court may need, from `resources/library`, for tables that have no past yet."""

import json
from collections.abc import Iterator
from functools import cache

from gzgoals.core.library.item import Origin, Sighting
from gzgoals.core.library.sightings import codes_in
from gzgoals.core.resources import resource
from gzgoals.core.table import catalogue_of, split_target

STARTER = "常用指标"


def starter_sightings(scheme: str) -> Iterator[Sighting]:
    """Yield the indicators of the starter set in the codes of `scheme`."""
    own, groups = _starter()
    codes = codes_in(catalogue_of(own), catalogue_of(scheme))
    for topics, lines in groups:
        for code, name, target in lines:
            aim = split_target(target)
            yield Sighting(name, codes.get(code, ""), aim, aim, Origin.STARTER, STARTER, topics=topics)


Line = tuple[str, str, str]
"""A category, a name and a target as it is printed."""


@cache
def _starter() -> tuple[str, tuple[tuple[tuple[str, ...], tuple[Line, ...]], ...]]:
    data = json.loads(resource("library/court.json").read_text(encoding="utf-8"))
    groups = ((tuple(each["topics"]), tuple(tuple(line) for line in each["indicators"])) for each in data["groups"])
    return data["scheme"], tuple(groups)
