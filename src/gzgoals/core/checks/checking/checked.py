"""The outcome of a check: the findings of a table, kept a project each, so that the next check can reuse them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from gzgoals.core.checks.checking.counts import NONE, Counts, counts_of
from gzgoals.core.checks.checking.facts import Facts
from gzgoals.core.checks.checking.peers import Peers
from gzgoals.core.checks.checking.rows import Rows
from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.figures import Figures, figures_of
from gzgoals.core.checks.terms.finding import Finding, Severity
from gzgoals.core.checks.terms.rule import Around
from gzgoals.core.edits import changed_rows
from gzgoals.core.table import Explanation, GoalTable, Place, Project, Stated, Unit


class Local(NamedTuple):
    """What is found in a project whatever stands elsewhere, before explanations and order.

    `own` is found by rules that look at the whole project, `indicators` by those that look at each of its indicators.
    """

    own: tuple[Finding, ...]
    indicators: tuple[tuple[Finding, ...], ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them."""
        return (*self.own, *chain.from_iterable(self.indicators))


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """A project with its findings, and all that they hang on."""

    project: Project
    place: Place
    facts: Facts
    among: Among
    explanations: tuple[Explanation, ...]
    local: Local
    findings: tuple[Finding, ...]
    counts: Counts


@dataclass(frozen=True)
class CheckedUnit:
    """A unit with the findings of its own row and of its projects, what they sum up to, and how many they are.

    `rows` tells where each project stands, by its id; it is the same object as long as that is the same.
    """

    unit: Unit
    own: tuple[Finding, ...]
    projects: Rows[CheckedProject]
    rows: Mapping[str, int]
    figures: Figures
    of_projects: Counts

    def project(self, project_id: str) -> CheckedProject | None:
        """Return a project by its id, None where the unit has none like that."""
        row = self.rows.get(project_id)
        return None if row is None else self.projects[row]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of the unit in the table's order."""
        return (*self.own, *chain.from_iterable(checked.findings for checked in self.projects))

    @cached_property
    def all_counts(self) -> Counts:
        """How many findings there are, with those of the unit's own row."""
        return self.of_projects.plus(counts_of(self.own))

    @property
    def counts(self) -> Counter[Severity]:
        """How many open findings there are of each severity."""
        return self.all_counts.by_severity

    @property
    def answered(self) -> int:
        """How many findings are answered by an explanation."""
        return self.all_counts.answered


@dataclass(frozen=True)
class Checked:
    """The findings of a table by the rules of `around`, with look-ups for badges.

    `rows` tells where each unit stands, by its id, and is the same object as long as that is the same; `starts` counts
    the projects before each unit. `reasons` are the table's explanations by project.
    """

    table: GoalTable
    around: Around
    own: tuple[Finding, ...]
    units: tuple[CheckedUnit, ...]
    rows: Mapping[str, int]
    starts: tuple[int, ...]
    peers: Peers
    reasons: Mapping[str, tuple[Explanation, ...]]
    figures: Figures
    of_units: Counts

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the table's order: the table's own, then unit by unit and project by project."""
        return (*self.own, *chain.from_iterable(unit.findings for unit in self.units))

    @cached_property
    def all_counts(self) -> Counts:
        """How many findings there are in all."""
        return self.of_units.plus(counts_of(self.own))

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many open findings there are of each severity."""
        return self.all_counts.by_severity

    @property
    def answered(self) -> int:
        """How many findings are answered by an explanation."""
        return self.all_counts.answered

    def unit(self, unit_id: str) -> CheckedUnit | None:
        """Return a unit by its id, None where the table has none like that."""
        row = self.rows.get(unit_id)
        return None if row is None else self.units[row]

    def rows_of(self, number: int) -> tuple[int, int]:
        """Return the rows of unit and project of the project that has this number, counted through the table from 0."""
        unit = bisect_right(self.starts, number) - 1
        return unit, number - self.starts[unit]

    def sums_of(self, unit: Unit) -> Stated:
        """Return what the projects of a unit sum up to, which may have changed since; in 万元."""
        known = self.unit(unit.id)
        if known is None or len(known.unit.projects) != len(unit.projects):
            return figures_of(unit.projects).sums
        old = known.unit.projects
        rows = changed_rows(old, unit.projects)
        gone, come = figures_of([old[row] for row in rows]), figures_of([unit.projects[row] for row in rows])
        return known.figures.changed(gone, come).sums

    def at(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings that mark the thing or the field at `place`, or anything below it."""
        near = self._near(place)
        if place.field:
            return tuple(finding for finding in near if finding.marks(place))
        if place.indicator:
            return tuple(finding for finding in near if finding.place.indicator == place.indicator)
        return near

    def tally(self, place: Place) -> Counts:
        """Return how many findings there are at `place` or below it."""
        if place.indicator or place.field:
            return counts_of(self.at(place))
        if not place.unit:
            return self.all_counts
        unit = self.unit(place.unit)
        if unit is None or not place.project:
            return unit.all_counts if unit else NONE
        project = unit.project(place.project)
        return project.counts if project else NONE

    def _near(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings among which those at `place` are: of its project, or of the row or all of its unit."""
        if not place.unit:
            return self.own if place.field else self.findings
        unit = self.unit(place.unit)
        if unit is None:
            return ()
        if not place.project:
            return unit.own if place.field else unit.findings
        project = unit.project(place.project)
        return project.findings if project else ()
