"""The outcome of a check: the findings of a table, kept a project each, so that the next check can reuse them."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from gzgoals.core.checks.finding import Finding, Severity
from gzgoals.core.checks.rule import Around
from gzgoals.core.table import Catalogue, GoalTable, Place, Project, Unit


@dataclass(frozen=True, slots=True)
class Tally:
    """What a badge shows: the gravest severity and the number of findings."""

    worst: Severity | None
    count: int


class Facts(NamedTuple):
    """What the checks of other projects need to know of this one; `total` in 万元, `key` the name to compare by."""

    total: Decimal
    key: str
    may_be_yuan: bool


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """A project with its findings, and the surroundings in which they hold."""

    project: Project
    facts: Facts
    around: Around
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class CheckedUnit:
    """A unit with the findings of its own row and of its projects, and what these were checked against."""

    unit: Unit
    catalogue: Catalogue
    median: Decimal | None
    own: tuple[Finding, ...]
    projects: tuple[CheckedProject, ...]

    @cached_property
    def by_id(self) -> dict[str, CheckedProject]:
        """The projects by their ids."""
        return {checked.project.id: checked for checked in self.projects}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the unit in the table's order."""
        return (*self.own, *chain.from_iterable(checked.findings for checked in self.projects))

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)


@dataclass(frozen=True)
class Checked:
    """The findings of a table, with look-ups for badges."""

    table: GoalTable
    own: tuple[Finding, ...]
    units: tuple[CheckedUnit, ...]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the table's order: the table's own, then unit by unit and project by project."""
        return (*self.own, *chain.from_iterable(unit.findings for unit in self.units))

    @cached_property
    def by_id(self) -> dict[str, CheckedUnit]:
        """The units by their ids."""
        return {checked.unit.id: checked for checked in self.units}

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        own = Counter(finding.severity for finding in self.own)
        return sum((unit.counts for unit in self.units), own)

    def at(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings that mark the thing or the field at `place`, or anything below it."""
        near = self._near(place)
        if place.field:
            return tuple(finding for finding in near if finding.marks(place))
        if place.indicator:
            return tuple(finding for finding in near if finding.place.indicator == place.indicator)
        return near

    def tally(self, place: Place) -> Tally:
        """Return the gravest severity and the number of the findings at `place` or below it."""
        if place.project or place.field:
            return _tally(self.at(place))
        unit = self.by_id.get(place.unit)
        counts = self.counts if not place.unit else unit.counts if unit else Counter()
        return Tally(max(counts, default=None), counts.total())

    def _near(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings of the project, unit or table that `place` is or lies in."""
        if not place.unit:
            return self.findings
        unit = self.by_id.get(place.unit)
        if unit is None or not place.project:
            return unit.findings if unit else ()
        project = unit.by_id.get(place.project)
        return project.findings if project else ()


_NOTHING = Tally(None, 0)


def _tally(findings: tuple[Finding, ...]) -> Tally:
    if not findings:
        return _NOTHING
    return Tally(max(finding.severity for finding in findings), len(findings))
