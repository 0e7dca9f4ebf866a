"""Checking one project: by itself, and among the others."""

from collections.abc import Iterable, Iterator, Sequence

from gzgoals.core.checks.among import Among
from gzgoals.core.checks.checked_value import checked_value
from gzgoals.core.checks.finding import Finding, Severity
from gzgoals.core.checks.look import Look, look_at
from gzgoals.core.checks.rule import Around, Rule, Spot, Subject
from gzgoals.core.checks.rulebook import Graded, rules_about
from gzgoals.core.table import Place, Project

PLACEHOLDER = "S02"
"""The rule whose findings silence every other one on their cells."""

_FIELDS = ("category", "name", "funding", "objective", "indicators", "cycle", "annual")
_RANKS = {field: rank for rank, field in enumerate(_FIELDS)}


def findings_in(project: Project, place: Place, around: Around) -> tuple[Finding, ...]:
    """Return what is found in the project at `place`, whatever stands elsewhere."""
    findings = list(found_by(rules_about(Project, around), project, place, around))
    rules = rules_about(Look, around)
    for indicator in project.indicators:
        there = Place(place.unit, place.project, indicator.id)
        findings += found_by(rules, look_at(indicator, around.catalogue), there, around)
    return tuple(findings)


def findings_among(among: Among, place: Place, around: Around) -> tuple[Finding, ...]:
    """Return what is found in the project at `place` because of the other ones, or of the year."""
    return tuple(found_by(rules_about(Among, around), among, place, around))


def in_order(project: Project, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a project as on the screen: its own fields, then each indicator's.

    Within a field the graver comes first; what a placeholder silences is left out.
    """
    if len(findings) < 2:
        return tuple(findings)
    order = {indicator.id: number for number, indicator in enumerate(project.indicators, 1)}
    return tuple(sorted(_heard(findings), key=lambda finding: _rank(finding, order)))


def found_by(rules: Iterable[Graded[Subject]], subject: Subject, place: Place, around: Around) -> Iterator[Finding]:
    """Yield what the rules find in their subject, which stands at `place`."""
    for rule, severity, is_fixed in rules:
        for spot in rule.finds(subject, around):
            yield _finding(rule, severity if is_fixed else spot.severity or severity, place, spot, subject)


def _finding(rule: Rule[Subject], severity: Severity, place: Place, spot: Spot, subject: object) -> Finding:
    cell, *also = (
        Place(place.unit, place.project, spot.indicator or place.indicator, field) for field in (spot.field, *spot.also)
    )
    also += (Place(place.unit, place.project, field=field) for field in spot.above)
    value = checked_value(subject, spot) if spot.value is None else spot.value
    return Finding(rule.id, severity, cell, spot.message, tuple(also), value)


def _heard(findings: Sequence[Finding]) -> Sequence[Finding]:
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
