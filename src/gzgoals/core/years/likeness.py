"""What a name or a project is when years, blanks and brackets are left aside, and how alike two of them are."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from gzgoals.core.table import Indicator, Project
from gzgoals.core.years.year_text import year_expressions

ALIKE = 80.0
"""The likeness, of 100, from which on two names are taken for one that was reworded.

责任治安事故数 and 责任消防事故数 are at 71, 法律文书及时送达率 and 法律文书安全送达率 at 78: different things.
"""

_BETWEEN = re.compile(r"[\s()\[\]{}<>〔〕【】《》〈〉“”‘’\"'、，。；：,.;:·_-]+")

Content = tuple[object, ...]


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


def latest_year(name: str) -> int:
    """Return the latest year that a name tells, 0 for none."""
    return max((expression.last for expression in year_expressions(name)), default=0)


def names_likeness(one: str, other: str) -> float:
    """Return how alike two names are, 0 to 100, years, blanks and brackets aside."""
    return fuzz.ratio(bare(one), bare(other))


def indicator_content(indicator: Indicator) -> Content:
    """Return all that an indicator says, its id aside."""
    return (indicator.category, indicator.name, indicator.cycle, indicator.annual, indicator.newer)


def goals(project: Project) -> Content:
    """Return a project's objective and indicators, ids aside."""
    return (project.objective, *map(indicator_content, project.indicators))


def content(project: Project) -> Content:
    """Return all that a project says, ids and a printed total aside."""
    funding = project.funding
    amounts = (funding.appropriation, funding.special_account, funding.other, funding.newer)
    return (project.name, project.newer, *amounts, *goals(project))


def projects_likeness(one: Project, other: Project) -> float:
    """Return how alike two projects are, 0 to 100; below `ALIKE` they are different ones.

    A name that was reworded is enough, and so is a new name over the same objective and indicators.
    """
    named = names_likeness(one.name, other.name)
    aims = _goals_likeness(one, other)
    if named >= ALIKE:
        return named * 0.9 + aims * 0.1
    if aims >= 90 and (_tells_much(one, other) or named >= 50):
        return ALIKE + named * 0.1
    return ALIKE if named >= 50 and aims >= 70 else min(named, aims)


def _goals_likeness(one: Project, other: Project) -> float:
    """Return how alike objectives and indicator names of two projects are; 0 where there is nothing to go by."""
    parts = []
    if one.objective.strip() or other.objective.strip():
        parts.append(fuzz.ratio(one.objective, other.objective))
    mine, theirs = ({bare(i.name) for i in project.indicators} for project in (one, other))
    if mine or theirs:
        parts.append(100.0 * len(mine & theirs) / len(mine | theirs))
    return sum(parts) / len(parts) if parts else 0.0


def _tells_much(one: Project, other: Project) -> bool:
    """Tell whether equal goals cannot be a mere placeholder: several indicators, or the same money as well."""
    return len({indicator.name for indicator in one.indicators}) > 1 or one.funding == other.funding
