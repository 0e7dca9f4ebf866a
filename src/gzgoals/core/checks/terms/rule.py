"""The form in which rules and fixes are written: small functions that carry an id and say what they look at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.office import Office
from gzgoals.core.checks.terms.words import Words
from gzgoals.core.table import Catalogue, GoalTable

Subject = TypeVar("Subject")


class Spot(NamedTuple):
    """Where in its subject a rule found something: the field, the sentence, and further fields that it marks.

    A rule that looks at a whole project names the `indicator` by its id when the field is one of its. `value` is what
    was checked, where that is more or less than the texts of the marked fields: an explanation lapses when it changes.
    `severity` is given only by a rule that has two. `above` are fields of the project that are marked too, where the
    field is an indicator's.
    """

    field: str
    message: str
    also: tuple[str, ...] = ()
    indicator: str = ""
    value: str | None = None
    severity: Severity | None = None
    above: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Around:
    """What all rules of one check go by: the table's catalogue, and the office's rules with its words and limits."""

    catalogue: Catalogue
    office: Office
    hints_off: frozenset[str] = frozenset()

    @property
    def words(self) -> Words:
        """The words and limits that the rules look for."""
        return self.office.words


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
    offers: "Offers"


Offers = Callable[[GoalTable, Finding, Around], Iterable[Fix]]
"""What offers the fixes for a finding of a table that was checked by the rules of `Around`."""


def rule(
    rule_id: str, severity: Severity, about: type[Subject]
) -> Callable[[Callable[[Subject, Around], Iterator[Spot]]], Rule[Subject]]:
    """Make a function a rule that looks at each thing of the kind `about`.

    `Project` for a project by itself, `Look` for an indicator, `Among` for a project among the others, `Sums` for a
    row of sums.
    """
    return lambda finds: Rule(rule_id, severity, about, finds)


def remedy(rule_id: str) -> Callable[[Offers], Remedy]:
    """Make a function the one that offers fixes for the findings of a rule."""
    return lambda offers: Remedy(rule_id, offers)
