"""What projects sum up to: amounts by their sources, and how many projects and indicators there are."""

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from gzgoals.core.table import Project, Stated, exact_sum, worth

_ZERO = Decimal("0.00")


class Figures(NamedTuple):
    """Amounts in 万元, where drafts count for nothing, and counts; exact, and the same in any order."""

    appropriation: Decimal = _ZERO
    special_account: Decimal = _ZERO
    other: Decimal = _ZERO
    projects: int = 0
    indicators: int = 0

    @property
    def total(self) -> Decimal:
        """The sum of the three sources in 万元."""
        return exact_sum((self.appropriation, self.special_account, self.other))

    @property
    def sums(self) -> Stated:
        """What a 合计 row over these projects should print, in 万元."""
        return Stated(
            total=self.total, appropriation=self.appropriation, special_account=self.special_account, other=self.other
        )

    def changed(self, old: "Figures", new: "Figures") -> "Figures":
        """Return what the whole is once one part is `new` instead of `old`."""
        if old == new:
            return self
        return Figures(
            exact_sum((self.appropriation, old.appropriation.copy_negate(), new.appropriation)),
            exact_sum((self.special_account, old.special_account.copy_negate(), new.special_account)),
            exact_sum((self.other, old.other.copy_negate(), new.other)),
            self.projects - old.projects + new.projects,
            self.indicators - old.indicators + new.indicators,
        )


def figures_of(projects: Collection[Project]) -> Figures:
    """Return what these projects sum up to."""
    fundings = [project.funding for project in projects]
    return Figures(
        exact_sum(worth(funding.appropriation) for funding in fundings),
        exact_sum(worth(funding.special_account) for funding in fundings),
        exact_sum(worth(funding.other) for funding in fundings),
        len(fundings),
        sum(len(project.indicators) for project in projects),
    )


def together(parts: Collection[Figures]) -> Figures:
    """Return what several wholes sum up to."""
    return Figures(
        exact_sum(part.appropriation for part in parts),
        exact_sum(part.special_account for part in parts),
        exact_sum(part.other for part in parts),
        sum(part.projects for part in parts),
        sum(part.indicators for part in parts),
    )
