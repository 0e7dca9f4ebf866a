"""Which projects are to be seen: by name, pinyin, amount, problems, and what is another than in the year before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from gzgoals.core.checks import Checked, Counts, Severity
from gzgoals.core.lookup import match
from gzgoals.core.table import Place, Project, Unit, amount_of, split_target
from gzgoals.core.years import Comparison
from gzgoals.core.years.changes import ChangeKind


class Mark(Enum):
    """What a project may be wanted for; the value is the officer's word."""

    ANY = "有问题"
    ERROR = "有错误"
    WARNING = "有警告"
    HINT = "有提示"
    FINE = "没有问题"
    CHANGED = "与上年不同"
    ADDED = "新增项目"


OF_PROBLEMS = frozenset({Mark.ANY, Mark.ERROR, Mark.WARNING, Mark.HINT, Mark.FINE})
OF_YEARS = frozenset({Mark.CHANGED, Mark.ADDED})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is typed and what is ticked; nothing of either lets everything be seen."""

    text: str = ""
    marks: frozenset[Mark] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether everything is to be seen."""
        return not self.text.strip() and not self.marks

    @property
    def words(self) -> str:
        """What is wanted in words."""
        ticked = [mark.value for mark in Mark if mark in self.marks]
        text = self.text.strip()
        return "、".join([*ticked, f"“{text}”"] if text else ticked)


class News(NamedTuple):
    """The ids of the projects that differ from the year before, and of those that are new."""

    changed: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()


def news_of(comparison: Comparison | None) -> News:
    """Return which projects are another than in the year before, as far as that is known."""
    changes = comparison.changes if comparison else ()
    told = [(change.place.project, change.kind) for change in changes if change.place.project]
    return News(
        frozenset(project for project, _ in told), frozenset(each for each, kind in told if kind is ChangeKind.ADDED)
    )


class Sieve:
    """What is wanted, asked of many projects.

    The text's words, parted by blanks, must all fit: each is part of the name of the project or of its unit, as it is
    written or as its pinyin is typed, or an amount (`>100`, `不超过50`, `100-500`) within which the total lies. Of the
    marks on problems one must fit, and of those on the year before as well.
    """

    def __init__(self, wanted: Wanted, checked: Checked | None, news: News) -> None:
        """Ask by these findings, None where they are still to come: then none is missed for its problems."""
        self.wanted = wanted
        self._checked = checked
        self._news = news
        self._words = tuple(_SIGN_BLANK.sub(r"\1", wanted.text).split())
        self._problems = wanted.marks & OF_PROBLEMS
        self._years = wanted.marks & OF_YEARS

    def keeps(self, unit: Unit, project: Project) -> bool:
        """Tell whether a project is to be seen."""
        if not all(_fits(word, unit, project) for word in self._words):
            return False
        if self._years and not self._fits_years(project.id):
            return False
        if not self._problems or self._checked is None:
            return True
        counts = self._checked.tally(Place(unit.id, project.id))
        return any(_PROBLEMS[mark](counts) for mark in self._problems)

    def keeps_empty(self, unit: Unit) -> bool:
        """Tell whether a unit is to be seen even with none of its projects."""
        return not self.wanted.marks and all(_named(word, unit.name) for word in self._words)

    def _fits_years(self, project: str) -> bool:
        return any(project in self._news[mark is Mark.ADDED] for mark in self._years)


_PROBLEMS: dict[Mark, Callable[[Counts], bool]] = {
    Mark.ANY: lambda counts: counts.worst is not None,
    Mark.ERROR: lambda counts: counts.by_severity[Severity.ERROR] > 0,
    Mark.WARNING: lambda counts: counts.by_severity[Severity.WARNING] > 0,
    Mark.HINT: lambda counts: counts.by_severity[Severity.HINT] > 0,
    Mark.FINE: lambda counts: counts.worst is None,
}
_SIGN_BLANK = re.compile(r"([<>=＜＞＝≥≤])\s+")
_RANGE = re.compile(r"([\d.,]+)(?:万元?)?[-－—–~～至到]([\d.,]+)(?:万元?)?")
_UNITS = ("", "万", "万元")


def _fits(word: str, unit: Unit, project: Project) -> bool:
    within = _within(word)
    if within is not None and within(project.funding.total):
        return True
    return _named(word, project.name) or _named(word, unit.name)


@lru_cache(maxsize=65_536)
def _named(word: str, name: str) -> bool:
    return match(word, name) is not None


@lru_cache(maxsize=64)
def _within(word: str) -> Callable[[Decimal], bool] | None:
    """Return what tells whether an amount lies within what a word says; None where it says none."""
    if found := _RANGE.fullmatch(word):
        low, high = amount_of(found[1]), amount_of(found[2])
        if isinstance(low, Decimal) and isinstance(high, Decimal):
            return lambda amount: min(low, high) <= amount <= max(low, high)
        return None
    target = split_target(word)
    if not target.operator or target.measure not in _UNITS:
        return None
    limit = amount_of(target.value)
    if isinstance(limit, str):
        return None if limit else lambda _: True  # a sign alone is a limit that is still being typed
    compare: dict[str, Callable[[Decimal], bool]] = {
        "≥": lambda amount: amount >= limit,
        "≤": lambda amount: amount <= limit,
        "＞": lambda amount: amount > limit,
        "＜": lambda amount: amount < limit,
        "＝": lambda amount: amount == limit,
    }
    return compare[target.operator]
