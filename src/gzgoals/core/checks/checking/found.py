"""Asking rules: what they find in a subject, first wherever it may stand, then at its place."""

from collections.abc import Iterable
from sys import intern
from typing import NamedTuple

from gzgoals.core.checks.checking.checked_value import checked_value
from gzgoals.core.checks.terms.finding import Finding, Severity
from gzgoals.core.checks.terms.rule import Around, Graded, Spot, Subject
from gzgoals.core.table import Place


class Found(NamedTuple):
    """A finding that is not yet at its place: what holds of all subjects that are alike."""

    rule: str
    severity: Severity
    spot: Spot
    value: str


def found_in(subject: Subject, rules: Iterable[Graded[Subject]], around: Around) -> tuple[Found, ...]:
    """Return what the rules find in their subject."""
    found: list[Found] = []
    for rule, severity, is_fixed, finds, _ in rules:
        for spot in finds(subject, around):
            value = checked_value(subject, spot) if spot.value is None else spot.value
            found.append(Found(rule, severity if is_fixed else spot.severity or severity, spot, value))
    return tuple(found)


def placed(found: Iterable[Found], place: Place) -> tuple[Finding, ...]:
    """Return the findings as they stand in the subject at `place`; many say the same, and share the texts."""
    unit, project, here = place.unit, place.project, place.indicator
    findings = []
    for rule, severity, spot, value in found:
        field, message, also, indicator, _, _, above = spot
        at = indicator or here
        cells = tuple([Place(unit, project, at, other) for other in also]) if also else ()
        if above:
            cells += tuple([Place(unit, project, "", other) for other in above])
        findings.append(Finding(rule, severity, Place(unit, project, at, field), intern(message), cells, intern(value)))
    return tuple(findings)
