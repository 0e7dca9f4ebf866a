"""The form in which rules and fixes are written: small functions that carry an id and say what they look at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.office import Office
from gzgoals.core.checks.terms.reading import Reading
from gzgoals.core.checks.terms.words import Words
from gzgoals.core.table import Catalogue, GoalTable, catalogue_of

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


class Pair(NamedTuple):
    """Whether a name and a target together let a rule through, told by a word that each says, perhaps an empty one.

    Such words are few, and each pair of them is asked once.
    """

    name: Callable[[str, Around], str]
    target: Callable[[Reading], str]
    lets: Callable[[str, str], bool]


class Only(NamedTuple):
    """In which indicators alone a rule can find anything, told by their parts, each by itself.

    Names, targets and categories are much fewer than indicators: each text is asked once, and a rule is called only for
    indicators whose parts all let it. `name` is without blanks at its ends; `target` asks for one of the two at least,
    and `differing` for two that are not the same; `role` is asked with the roles of the first and the second level, and
    `pair` of the name with a target that lets the rule through.
    """

    name: Callable[[str, Around], bool] | None = None
    target: Callable[[Reading, Around], bool] | None = None
    role: Callable[[str, str], bool] | None = None
    differing: bool = False
    pair: Pair | None = None


_ANY = Only()


@lru_cache(maxsize=4)
def around_of(scheme: str, office: Office, hints_off: frozenset[str]) -> Around:
    """Return what rules go by in a table of this scheme; the very same object as long as it is the same."""
    return Around(catalogue_of(scheme), office, hints_off)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A rule: its stable id, how grave it is, the kind of thing that it looks at, and the function that looks.

    `only` tells of one about indicators which ones it need not be asked for.
    """

    id: str
    severity: Severity
    about: type[Subject]
    finds: Callable[[Subject, Around], Iterator[Spot]]
    only: Only


class Graded(NamedTuple, Generic[Subject]):
    """A rule with the severity that it has in an office; `is_fixed` where the office says so."""

    id: str
    severity: Severity
    is_fixed: bool
    finds: Callable[[Subject, Around], Iterable[Spot]]
    only: Only


@dataclass(frozen=True, slots=True)
class Remedy:
    """A function that offers the fixes for the findings of one rule."""

    rule: str
    offers: "Offers"


Offers = Callable[[GoalTable, Finding, Around], Iterable[Fix]]
"""What offers the fixes for a finding of a table that was checked by the rules of `Around`."""


def rule(
    rule_id: str, severity: Severity, about: type[Subject], only: Only = _ANY
) -> Callable[[Callable[[Subject, Around], Iterator[Spot]]], Rule[Subject]]:
    """Make a function a rule that looks at each thing of the kind `about`.

    `Project` for a project by itself, `Kinds` for the kinds of its indicators alone, `Look` for an indicator, `Among`
    for a project among the others, `Sums` for a row of sums. One about `Kinds` says what was checked.
    """
    return lambda finds: Rule(rule_id, severity, about, finds, only)


def remedy(rule_id: str) -> Callable[[Offers], Remedy]:
    """Make a function the one that offers fixes for the findings of a rule."""
    return lambda offers: Remedy(rule_id, offers)
