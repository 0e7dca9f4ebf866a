"""How many findings there are, of each severity and answered ones."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from gzgoals.core.checks.terms.finding import Finding, Severity


class Counts(NamedTuple):
    """How many open findings there are of each severity, and how many are answered by an explanation."""

    hints: int = 0
    warnings: int = 0
    errors: int = 0
    answered: int = 0

    @property
    def by_severity(self) -> Counter[Severity]:
        """The open findings, as counts of those severities that there are."""
        counted = zip(Severity, self, strict=False)
        return Counter({severity: count for severity, count in counted if count})

    @property
    def open(self) -> int:
        """How many open findings there are."""
        return self.hints + self.warnings + self.errors

    @property
    def worst(self) -> Severity | None:
        """The gravest severity of the open ones, None where there are none."""
        if self.errors:
            return Severity.ERROR
        if self.warnings:
            return Severity.WARNING
        return Severity.HINT if self.hints else None

    def plus(self, other: "Counts") -> "Counts":
        """Return both together."""
        pairs = zip(self, other, strict=True)
        return Counts(*(one + more for one, more in pairs))

    def changed(self, old: "Counts", new: "Counts") -> "Counts":
        """Return the counts of a whole once one part has `new` instead of `old`."""
        if old == new:
            return self
        pairs = zip(self, old, new, strict=True)
        return Counts(*(whole - gone + come for whole, gone, come in pairs))


NONE = Counts()


def counts_of(findings: Iterable[Finding]) -> Counts:
    """Count findings."""
    numbers = [0, 0, 0, 0]
    for finding in findings:
        numbers[3 if finding.is_answered else finding.severity - 1] += 1
    return Counts(*numbers) if any(numbers) else NONE


def counts_together(parts: Iterable[Counts]) -> Counts:
    """Return the counts of several parts together."""
    return Counts(*map(sum, zip(*parts, strict=True)))
