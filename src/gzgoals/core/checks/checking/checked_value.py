"""What a finding was checked on, as text: an explanation stands as long as it is the same."""

from decimal import Decimal
from typing import Any

from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rule import Spot
from gzgoals.core.table import Indicator, Project, Target, amount_text


def checked_value(subject: object, spot: Spot) -> str:
    """Return the texts of the whole fields that a spot marks: all of a target, even if only its measure is marked."""
    thing = _thing(subject, spot.indicator)
    names = dict.fromkeys(_whole(field) for field in (spot.field, *spot.also))
    return "；".join(_text(thing, name) for name in names)


def _thing(subject: object, indicator: str) -> Any:
    """Return the value that a rule's subject stands for: the indicator or the project."""
    if isinstance(subject, Look):
        return subject.indicator
    project = subject.project if isinstance(subject, Among) else subject
    if indicator and isinstance(project, Project):
        return next(each for each in project.indicators if each.id == indicator)
    return project


def _whole(field: str) -> str:
    thing, _, _ = field.partition(".")
    return thing if thing in ("cycle", "annual") else field


def _text(thing: Any, field: str) -> str:
    for name in field.split("."):
        thing = getattr(thing, name)
    match thing:
        case str():
            return thing
        case Target():
            return thing.text
        case Decimal():
            return amount_text(thing)
        case tuple():
            return "、".join(f"{each.category} {each.name}" for each in thing if isinstance(each, Indicator))
        case _:
            return amount_text(thing.total) if hasattr(thing, "total") else str(thing)
