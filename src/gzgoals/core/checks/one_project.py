"""Checking one project by itself, with as little of its surroundings as the rules ask for."""

from collections.abc import Iterable, Iterator

from gzgoals.core.checks.finding import Finding
from gzgoals.core.checks.rule import Around, Rule, Spot, Subject
from gzgoals.core.checks.rulebook import rules_about
from gzgoals.core.table import Indicator, Place, Project

PLACEHOLDER = "S02"
"""The rule whose findings silence every other one on their cells."""

_PROJECT_RULES = rules_about(Project)
_INDICATOR_RULES = rules_about(Indicator)
_FIELDS = ("category", "name", "funding", "objective", "indicators", "cycle", "annual")
_RANKS = {field: rank for rank, field in enumerate(_FIELDS)}


def findings_of(project: Project, place: Place, around: Around) -> tuple[Finding, ...]:
    """Return what is found in the project at `place`: its own fields, then each indicator's, as on the screen.

    Within a field the graver comes first.
    """
    findings = list(found_by(_PROJECT_RULES, project, place, around))
    for indicator in project.indicators:
        findings += found_by(_INDICATOR_RULES, indicator, Place(place.unit, place.project, indicator.id), around)
    if len(findings) < 2:
        return tuple(findings)
    order = {indicator.id: number for number, indicator in enumerate(project.indicators, 1)}
    return tuple(sorted(_heard(findings), key=lambda finding: _rank(finding, order)))


def found_by(rules: Iterable[Rule[Subject]], subject: Subject, place: Place, around: Around) -> Iterator[Finding]:
    """Yield what the rules find in their subject, which stands at `place`."""
    for rule in rules:
        for spot in rule.finds(subject, around):
            yield _finding(rule, place, spot)


def _finding(rule: Rule[Subject], place: Place, spot: Spot) -> Finding:
    cell, *also = (
        Place(place.unit, place.project, spot.indicator or place.indicator, field) for field in (spot.field, *spot.also)
    )
    return Finding(rule.id, rule.severity, cell, spot.message, tuple(also))


def _heard(findings: list[Finding]) -> list[Finding]:
    silent = [finding.place for finding in findings if finding.rule == PLACEHOLDER]
    if not silent:
        return findings
    return [
        finding
        for finding in findings
        if finding.rule == PLACEHOLDER or not any(finding.marks(cell) for cell in silent)
    ]


def _rank(finding: Finding, order: dict[str, int]) -> tuple[int, int, int]:
    thing = finding.place.field.partition(".")[0]
    return order.get(finding.place.indicator, 0), _RANKS[thing], -finding.severity
