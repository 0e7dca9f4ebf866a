"""All rules and remedies, gathered from the families' files; a rule written there is found by itself."""

from typing import Any

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
from gzgoals.core.checks.finding import Finding, Fix
from gzgoals.core.checks.rule import Remedy, Rule, Subject
from gzgoals.core.table import GoalTable

_FAMILIES = (money, sums, project, objective, structure, category, indicator_name, placeholder, target)
_NAMED = tuple(each for family in _FAMILIES for each in vars(family).values())

RULES: tuple[Rule[Any], ...] = tuple(each for each in _NAMED if isinstance(each, Rule))
"""Every rule; one that looks at things of two kinds stands here twice."""

_REMEDIES = {each.rule: each.offers for each in _NAMED if isinstance(each, Remedy)}


def rules_about(kind: type[Subject]) -> tuple[Rule[Subject], ...]:
    """Return the rules that look at things of this kind."""
    return tuple(each for each in RULES if each.about is kind)


def fixes(table: GoalTable, finding: Finding) -> tuple[Fix, ...]:
    """Return the ways to mend a finding of this table, the likeliest first; none where only the user can know.

    Raises `PlaceGoneError` when the table no longer holds the finding's place.
    """
    offers = _REMEDIES.get(finding.rule)
    return tuple(offers(table, finding)) if offers else ()
