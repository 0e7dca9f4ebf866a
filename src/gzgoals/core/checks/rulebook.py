"""All rules and remedies, gathered from the families' files; a rule written there is found by itself."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Generic, NamedTuple

from gzgoals.core.checks import (
    category,
    indicator_name,
    money,
    objective,
    placeholder,
    project,
    structure,
    sums,
    target,
)
from gzgoals.core.checks.among import Among
from gzgoals.core.checks.checked import Checked
from gzgoals.core.checks.finding import Finding, Fix, Severity
from gzgoals.core.checks.look import Look
from gzgoals.core.checks.rule import Around, Remedy, Rule, Spot, Subject
from gzgoals.core.checks.sums import Sums
from gzgoals.core.table import Project

_FAMILIES = (money, sums, project, objective, structure, category, indicator_name, placeholder, target)
_NAMED = tuple(each for family in _FAMILIES for each in vars(family).values())

RULES: tuple[Rule[Any], ...] = tuple(each for each in _NAMED if isinstance(each, Rule))
"""Every rule; one that looks at things of two kinds stands here twice."""

_REMEDIES = {each.rule: each.offers for each in _NAMED if isinstance(each, Remedy)}


class Graded(NamedTuple, Generic[Subject]):
    """A rule's id and function with the severity that it has in an office; `is_fixed` where the office says so."""

    id: str
    severity: Severity
    is_fixed: bool
    finds: Callable[[Subject, Around], Iterable[Spot]]


class Rulebook(NamedTuple):
    """The rules that are on in some surroundings, by what they look at."""

    around: Around
    of_project: tuple[Graded[Project], ...]
    of_indicator: tuple[Graded[Look], ...]
    of_peers: tuple[Graded[Among], ...]
    of_sums: tuple[Graded[Sums], ...]


@lru_cache(maxsize=8)
def rulebook(around: Around) -> Rulebook:
    """Return the rules that are on in these surroundings."""
    return Rulebook(around, _about(Project, around), _about(Look, around), _about(Among, around), _about(Sums, around))


def _about(kind: type[Subject], around: Around) -> tuple[Graded[Subject], ...]:
    graded = (_graded(each, around) for each in RULES if each.about is kind)
    return tuple(each for each in graded if each)


def _graded(rule: Rule[Any], around: Around) -> Graded[Any] | None:
    severity = around.office.severities.get(rule.id)
    grade = severity or rule.severity
    if rule.id in around.office.off or (grade is Severity.HINT and rule.id in around.hints_off):
        return None
    return Graded(rule.id, grade, severity is not None, rule.finds)


def fixes(checked: Checked, finding: Finding) -> tuple[Fix, ...]:
    """Return the ways to mend a finding of a checked table, the likeliest first; none where only the user can know."""
    offers = _REMEDIES.get(finding.rule)
    return tuple(offers(checked.table, finding, checked.around)) if offers else ()
