"""The form in which rules and fixes are written: small functions that carry an id and say what they look at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from gzgoals.core.checks.finding import Finding, Fix, Severity
from gzgoals.core.table import Catalogue, GoalTable

Subject = TypeVar("Subject")


class Spot(NamedTuple):
    """Where in its subject a rule found something: the field, the sentence, and further fields that it marks.

    A rule that looks at a whole project names the `indicator` by its id when the field is one of its.
    """

    field: str
    message: str
    also: tuple[str, ...] = ()
    indicator: str = ""


class Around(NamedTuple):
    """What a project's check needs to know from outside of it; when this is unchanged, so are the findings.

    `twin` is the number, from 1, of the unit's first project with the same name, if that comes earlier; else 0.
    `median` in 万元 is that of the table's totals; only a project that M04 may doubt is told, else it is None.
    """

    catalogue: Catalogue
    twin: int = 0
    median: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A rule: its stable id, how grave it is, the kind of thing that it looks at, and the function that looks."""

    id: str
    severity: Severity
    about: type[Subject]
    finds: Callable[[Subject, Around], Iterator[Spot]]


@dataclass(frozen=True, slots=True)
class Remedy:
    """A function that offers the fixes for the findings of one rule."""

    rule: str
    offers: Callable[[GoalTable, Finding], Iterable[Fix]]


def rule(
    rule_id: str, severity: Severity, about: type[Subject]
) -> Callable[[Callable[[Subject, Around], Iterator[Spot]]], Rule[Subject]]:
    """Make a function a rule that looks at each thing of the kind `about`: `Project`, `Indicator` or `Sums`."""
    return lambda finds: Rule(rule_id, severity, about, finds)


def remedy(rule_id: str) -> Callable[[Callable[[GoalTable, Finding], Iterable[Fix]]], Remedy]:
    """Make a function the one that offers fixes for the findings of a rule."""
    return lambda offers: Remedy(rule_id, offers)
