"""What projects sum up to: amounts by their sources, and how many projects and indicators there are."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from gzgoals.core.table import Project, worth

_ZERO = Decimal("0.00")


class Figures(NamedTuple):
    """Amounts in 万元, where drafts count for nothing, and counts."""

    appropriation: Decimal = _ZERO
    special_account: Decimal = _ZERO
    other: Decimal = _ZERO
    projects: int = 0
    indicators: int = 0

    @property
    def total(self) -> Decimal:
        """The sum of the three sources in 万元."""
        return self.appropriation + self.special_account + self.other

    def plus(self, other: "Figures") -> "Figures":
        """Return both together."""
        return Figures(
            self.appropriation + other.appropriation,
            self.special_account + other.special_account,
            self.other + other.other,
            self.projects + other.projects,
            self.indicators + other.indicators,
        )


def figures_of(projects: Iterable[Project]) -> Figures:
    """Return what these projects sum up to."""
    whole = Figures()
    for each in projects:
        funding = each.funding
        amounts = (worth(funding.appropriation), worth(funding.special_account), worth(funding.other))
        whole = whole.plus(Figures(*amounts, 1, len(each.indicators)))
    return whole
