"""Where the money comes from by the project's name, beside the column in which it stands."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, partial
from typing import NamedTuple

from gzgoals.core.checks.rules.money import filled
from gzgoals.core.checks.terms.columns import SOURCES
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import find_project, put_value, replaced
from gzgoals.core.table import GoalTable, Project


class NamedSource(NamedTuple):
    """A source that a name tells: the `word`, and the attribute of `Funding` that it means."""

    word: str
    source: str


@rule("M06", Severity.WARNING, Project)
def source_contradicts_name(project: Project, _: Around) -> Iterator[Spot]:
    """The name tells a source of the money in whose column there is nothing, but something in another one."""
    named = _named_source(project.name)
    if not named:
        return
    fields = filled(project.funding)
    if fields and f"funding.{named.source}" not in fields:
        words = "、".join(SOURCES[_source(field)] for field in fields)
        yield Spot(fields[0], f"项目名称含“{named.word}”，但资金列在“{words}”", (*fields[1:], "name"))


@remedy("M06")
def move_to_named_source(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Move the amount to the column that the name tells, where it stands in one other column alone."""
    project = find_project(table, finding.place)
    fields = filled(project.funding)
    named = _named_source(project.name)
    if named and len(fields) == 1:
        source = _source(fields[0])
        moved = {source: Decimal("0.00"), named.source: getattr(project.funding, source)}
        edit = partial(put_value, place=finding.place.at("funding"), value=replaced(project.funding, **moved))
        yield Fix(f"移到“{SOURCES[named.source]}”", edit)


def _source(field: str) -> str:
    return field.partition(".")[2]


_MANAGED = ".{0,2}(?:系统|平台|审计|监管|核查|检查|清理|征收|征缴)"
"""What follows where such a word tells what a project is about, not what pays for it."""


def _named_source(name: str) -> NamedSource | None:
    found = _words().search(name)
    if not found:
        return None
    word = found[0].replace("(", "（").replace(")", "）")
    return NamedSource(word.strip("（）"), lexicon()["other_sources"][word])


@cache
def _words() -> re.Pattern[str]:
    words = sorted(lexicon()["other_sources"], key=len, reverse=True)
    either = "|".join(re.escape(word).replace("（", "[（(]").replace("）", "[）)]") for word in words)
    return re.compile(f"(?:{either})(?!{_MANAGED})")
