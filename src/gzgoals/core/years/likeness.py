"""What a name or a project is when years, blanks and brackets are left aside, and how alike two of them are."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from gzgoals.core.table import Funding, Indicator, Project
from gzgoals.core.table.year_text import latest_year, year_expressions

ALIKE = 80.0
"""The likeness, of 100, from which on two names are taken for one that was reworded.

责任治安事故数 and 责任消防事故数 are at 71, 法律文书及时送达率 and 法律文书安全送达率 at 78: different things.
"""

_BETWEEN = re.compile(r"[\s()\[\]{}<>〔〕【】《》〈〉“”‘’\"'、，。；：,.;:·_-]+")

Content = tuple[object, ...]


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Return a name without blanks and with one width of signs, for telling equal ones."""
    return "".join(unicodedata.normalize("NFKC", name).split())


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """Return a name without years, blanks, brackets and other punctuation: what is left tells the thing."""
    kept, begin = [], 0
    for expression in year_expressions(name):
        kept.append(name[begin : expression.begin])
        begin = expression.end
    rest = "".join((*kept, name[begin:]))
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", rest)).casefold()


def names_likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 100, years, blanks and brackets aside."""
    return fuzz.ratio(bare(one), bare(other))


def indicator_content(indicator: Indicator) -> Content:
    """Return all that an indicator says, its id aside."""
    return (indicator.category, indicator.name, indicator.cycle, indicator.annual, indicator.newer)


def content(project: Project) -> Content:
    """Return all that a project says, ids and a printed total aside."""
    funding = project.funding
    amounts = (funding.appropriation, funding.special_account, funding.other, funding.newer)
    said = (project.name, project.newer, *amounts, project.objective)
    return (*said, *map(indicator_content, project.indicators))


class Features(NamedTuple):
    """What a project is known by when its id and its exact name are of no use."""

    name: str
    year: int
    objective: str
    indicators: frozenset[str]
    funding: Funding


def features(project: Project) -> Features:
    """Return what a project is known by, years, blanks and brackets of names left aside."""
    names = frozenset(bare(indicator.name) for indicator in project.indicators)
    return Features(bare(project.name), latest_year(project.name), project.objective.strip(), names, project.funding)


def features_likeness(one: Features, other: Features) -> float:
    """Return how alike two projects are, 0 to 100; below `ALIKE` they are different ones.

    A name that was reworded is enough, and so is a new name over the same objective and indicators, unless these are a
    mere placeholder.
    """
    named = fuzz.ratio(one.name, other.name)
    aims = _aims_likeness(one, other)
    if named >= ALIKE:
        return named * 0.9 + aims * 0.1 if aims else named
    telling = len(one.indicators) > 1 or one.funding == other.funding
    if (aims >= 90 and telling) or (aims >= 70 and named >= 50):
        return ALIKE + named * 0.1
    return min(named, aims)


def _aims_likeness(one: Features, other: Features) -> float:
    """Return how alike objectives and indicator names are; 0 where there is nothing to go by."""
    parts = []
    if one.indicators or other.indicators:
        parts.append(100.0 * len(one.indicators & other.indicators) / len(one.indicators | other.indicators))
    if one.objective or other.objective:
        parts.append(fuzz.ratio(one.objective, other.objective))
    return sum(parts) / len(parts) if parts else 0.0
