"""The outcome of a check: the findings of a table, kept a project each, so that the next check can reuse them."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import chain
from typing import NamedTuple

from gzgoals.core.checks.among import Among
from gzgoals.core.checks.facts import Facts
from gzgoals.core.checks.figures import Figures, figures_of
from gzgoals.core.checks.finding import Finding, Severity
from gzgoals.core.checks.rule import Around
from gzgoals.core.table import Explanation, GoalTable, Place, Project, Unit


@dataclass(frozen=True, slots=True)
class Tally:
    """What a badge shows: the gravest severity and the number of the open findings, and how many are answered."""

    worst: Severity | None
    count: int
    answered: int = 0


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """A project with its findings, and all that they hang on.

    `local` are those that hold whatever stands elsewhere, before explanations and order.
    """

    project: Project
    place: Place
    facts: Facts
    among: Among
    explanations: tuple[Explanation, ...]
    local: tuple[Finding, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class CheckedUnit:
    """A unit with the findings of its own row and of its projects."""

    unit: Unit
    own: tuple[Finding, ...]
    projects: tuple[CheckedProject, ...]

    @cached_property
    def figures(self) -> Figures:
        """What the unit's projects sum up to."""
        return figures_of(self.unit.projects)

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
        """How many open findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings if not finding.is_answered)

    @cached_property
    def answered(self) -> int:
        """How many findings are answered by an explanation."""
        return sum(finding.is_answered for finding in self.findings)


@dataclass(frozen=True)
class Checked:
    """The findings of a table by the rules of `around`, with look-ups for badges."""

    table: GoalTable
    around: Around
    own: tuple[Finding, ...]
    units: tuple[CheckedUnit, ...]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the table's order: the table's own, then unit by unit and project by project."""
        return (*self.own, *chain.from_iterable(unit.findings for unit in self.units))

    @cached_property
    def figures(self) -> Figures:
        """What all projects sum up to."""
        return reduce(Figures.plus, (unit.figures for unit in self.units), Figures())

    @cached_property
    def by_id(self) -> dict[str, CheckedUnit]:
        """The units by their ids."""
        return {checked.unit.id: checked for checked in self.units}

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many open findings there are of each severity."""
        own = Counter(finding.severity for finding in self.own if not finding.is_answered)
        return sum((unit.counts for unit in self.units), own)

    @cached_property
    def answered(self) -> int:
        """How many findings are answered by an explanation."""
        return sum(unit.answered for unit in self.units) + sum(finding.is_answered for finding in self.own)

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
        whole = unit if place.unit else self
        return Tally(max(whole.counts, default=None), whole.counts.total(), whole.answered) if whole else _NOTHING

    def _near(self, place: Place) -> tuple[Finding, ...]:
        """Return the findings of the project, unit or table that `place` is or lies in."""
        if not place.unit:
            return self.findings
        unit = self.by_id.get(place.unit)
        if unit is None or not place.project:
            return unit.findings if unit else ()
        project = unit.by_id.get(place.project)
        return project.findings if project else ()


class Renewed(NamedTuple):
    """Which parts of an outcome are not those of an earlier one.

    `projects` are the places, unit and row, of the projects that are another object or have other findings; `units` are
    the rows of the units that are another object or have other findings of their own.
    """

    projects: tuple[tuple[int, int], ...]
    units: tuple[int, ...]


def renewed(old: Checked, new: Checked) -> Renewed | None:
    """Return what differs between two outcomes; None where units or projects have come, gone or moved."""
    if [unit.unit.id for unit in old.units] != [unit.unit.id for unit in new.units]:
        return None
    projects: list[tuple[int, int]] = []
    units: list[int] = []
    for row, (before, after) in enumerate(zip(old.units, new.units, strict=True)):
        if before is after:
            continue
        if [each.project.id for each in before.projects] != [each.project.id for each in after.projects]:
            return None
        units.append(row)
        pairs = zip(before.projects, after.projects, strict=True)
        projects.extend((row, place) for place, (one, other) in enumerate(pairs) if one is not other)
    return Renewed(tuple(projects), tuple(units))


_NOTHING = Tally(None, 0)


def _tally(findings: tuple[Finding, ...]) -> Tally:
    if not findings:
        return _NOTHING
    open_ones = [finding.severity for finding in findings if not finding.is_answered]
    return Tally(max(open_ones, default=None), len(open_ones), len(findings) - len(open_ones))
