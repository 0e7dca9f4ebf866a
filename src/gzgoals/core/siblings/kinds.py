"""What an indicator is among those of other projects: its category and its name, years and punctuation aside."""

from functools import lru_cache

from rapidfuzz import fuzz

from gzgoals.core.checks import built_in_office
from gzgoals.core.checks.rules.placeholder import placeholder_in
from gzgoals.core.table import Indicator, Project
from gzgoals.core.years.likeness import ALIKE, bare

Kind = tuple[str, str]
"""The category and the bare name of an indicator."""


def kind_of(indicator: Indicator) -> Kind:
    """Return what an indicator is among those of other projects."""
    return indicator.category, bare(indicator.name)


def kinds_of(project: Project) -> frozenset[Kind]:
    """Return what the indicators of a project are, without those that are still to be named."""
    return frozenset(kind_of(indicator) for indicator in project.indicators if _is_named(indicator.name))


def alike(one: Kind, other: Kind) -> float:
    """Return how alike two kinds are, up to 100; 0 for what is to be told apart.

    The same name in another category is the same indicator, put elsewhere by mistake.
    """
    if not one[1] or not other[1]:
        return 0.0
    if one[1] == other[1]:
        return 100.0
    return fuzz.ratio(one[1], other[1], score_cutoff=ALIKE) if one[0] == other[0] else 0.0


@lru_cache(maxsize=65536)
def _is_named(name: str) -> bool:
    return bool(bare(name)) and not placeholder_in(name, built_in_office().words)
