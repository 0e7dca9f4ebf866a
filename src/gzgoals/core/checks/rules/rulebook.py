"""All rules and remedies, gathered from the families' files; a rule written there is found by itself."""

from functools import lru_cache
from typing import Any, NamedTuple

from gzgoals.core.checks.rules import (
    category,
    classing,
    indicator_name,
    measures,
    money,
    named_source,
    objective,
    objective_figures,
    operators,
    placeholder,
    project,
    punctuation,
    rates,
    similar,
    structure,
    sums,
    target,
    wording,
    year_in_name,
)
from gzgoals.core.checks.rules.sieve import Sieve
from gzgoals.core.checks.rules.sums import Sums
from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.kinds import Kinds
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rule import Around, Graded, Offers, Remedy, Rule, Subject
from gzgoals.core.table import Project

_FAMILIES = (
    money,
    named_source,
    sums,
    project,
    year_in_name,
    objective,
    punctuation,
    objective_figures,
    structure,
    similar,
    category,
    classing,
    indicator_name,
    placeholder,
    target,
    measures,
    rates,
    operators,
    wording,
)
_NAMED = tuple(each for family in _FAMILIES for each in vars(family).values())

RULES: tuple[Rule[Any], ...] = tuple(each for each in _NAMED if isinstance(each, Rule))
"""Every rule; one that looks at things of two kinds stands here twice."""

_OFFERS = {each.rule: each.offers for each in _NAMED if isinstance(each, Remedy)}


class Rulebook(NamedTuple):
    """The rules that are on in some surroundings, by what they look at."""

    around: Around
    of_project: tuple[Graded[Project], ...]
    of_kinds: tuple[Graded[Kinds], ...]
    of_indicator: Sieve
    of_peers: tuple[Graded[Among], ...]
    of_sums: tuple[Graded[Sums], ...]


@lru_cache(maxsize=4)
def rulebook(around: Around) -> Rulebook:
    """Return the rules that are on in these surroundings."""
    return Rulebook(
        around,
        _about(Project, around),
        _about(Kinds, around),
        Sieve(_about(Look, around), around),
        _about(Among, around),
        _about(Sums, around),
    )


def _about(kind: type[Subject], around: Around) -> tuple[Graded[Subject], ...]:
    graded = (_graded(each, around) for each in RULES if each.about is kind)
    return tuple(each for each in graded if each)


def _graded(rule: Rule[Any], around: Around) -> Graded[Any] | None:
    severity = around.office.severities.get(rule.id)
    grade = severity or rule.severity
    if rule.id in around.office.off or (grade is Severity.HINT and rule.id in around.hints_off):
        return None
    return Graded(rule.id, grade, severity is not None, rule.finds, rule.only)


def offers_for(rule_id: str) -> Offers | None:
    """Return the function that offers fixes for the findings of a rule, None where only the user can know."""
    return _OFFERS.get(rule_id)
