"""Asking rules: what they find in a subject, first wherever it may stand, then at its place."""

from collections.abc import Iterable
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
    """Return the findings as they stand in the subject at `place`."""
    return tuple(_placed(each, place) for each in found)


def _placed(found: Found, place: Place) -> Finding:
    rule, severity, spot, value = found
    unit, project, indicator = place.unit, place.project, spot.indicator or place.indicator
    also = tuple(Place(unit, project, indicator, field) for field in spot.also)
    also += tuple(Place(unit, project, field=field) for field in spot.above)
    return Finding(rule, severity, Place(unit, project, indicator, spot.field), spot.message, also, value)
