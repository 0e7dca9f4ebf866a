"""What a finding was checked on, as text: an explanation stands as long as it is the same."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.look import Look
from gzgoals.core.checks.terms.rule import Spot
from gzgoals.core.table import Indicator, Project, Target, amount_text


def checked_value(subject: object, spot: Spot) -> str:
    """Return the texts of the whole fields that a spot marks: all of a target, even if only its measure is marked."""
    thing = _thing(subject, spot.indicator)
    return "；".join([_text(thing, field) for field in _whole_fields(spot.field, spot.also)])


@lru_cache(maxsize=256)
def _whole_fields(field: str, also: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_whole, (field, *also))))


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
    match _getter(field)(thing):
        case str(text):
            return text
        case Target() as target:
            return target.text
        case Decimal() as amount:
            return amount_text(amount)
        case tuple(things):
            return "、".join(f"{each.category} {each.name}" for each in things if isinstance(each, Indicator))
        case other:
            return amount_text(other.total) if hasattr(other, "total") else str(other)


@cache
def _getter(field: str) -> Callable[[Any], Any]:
    return attrgetter(field)
