"""Mending all findings of one kind at once, and telling beforehand which texts that changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gzgoals.core.checks.checking.checked import Checked
from gzgoals.core.checks.rules.rulebook import offers_for
from gzgoals.core.checks.terms.columns import SOURCES, TARGETS
from gzgoals.core.checks.terms.finding import Finding, Fix
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.edits import find_project, find_unit, replaced
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import GoalTable, Indicator, Place, Project, Unit, amount_text, catalogue_of


@dataclass(frozen=True, slots=True)
class MendedCell:
    """A text that a fix changes: the cell's place, what stands there, and what will."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mend:
    """A finding with the cells that its fix changes; a whole indicator that comes or goes is one cell."""

    finding: Finding
    cells: tuple[MendedCell, ...]


def fixes(checked: Checked, finding: Finding) -> tuple[Fix, ...]:
    """Return the ways to mend a finding of a checked table, the likeliest first; none where only the user can know."""
    offers = offers_for(finding.rule)
    return tuple(offers(checked.table, finding, checked.around)) if offers else ()


def mendable(checked: Checked, findings: Iterable[Finding], kind: str) -> tuple[Finding, ...]:
    """Return those findings of a checked table that have a fix of this kind (`Fix.kind`)."""
    return tuple(finding for finding in findings if _fix(checked, finding, kind))


def mended(checked: Checked, findings: Iterable[Finding], kind: str) -> tuple[GoalTable, tuple[Mend, ...]]:
    """Apply the likeliest fix of one kind to each of these findings, one after another, and tell what that changed.

    Findings without such a fix are left out, and so are those whose place is gone by then or at which nothing is left
    to change. A fix edits the project of its finding alone, or the printed sums of its unit or table.
    """
    workshop = _Workshop(checked.table)
    mends = []
    for finding in findings:
        fix = _fix(checked, finding, kind)
        if fix and (cells := workshop.apply(fix, finding.place)):
            mends.append(Mend(finding, cells))
    return workshop.table(), tuple(mends)


def _fix(checked: Checked, finding: Finding, kind: str) -> Fix | None:
    try:
        return next((fix for fix in fixes(checked, finding) if fix.kind == kind), None)
    except PlaceGoneError:
        return None


class _Workshop:
    """A table under repair: a project is taken out of it, worked at by itself, and put back when all is done.

    To put each one back at once would copy a long row of projects for every finding.
    """

    def __init__(self, table: GoalTable) -> None:
        self._table = table
        self._places = {(unit.id, project.id): project for unit in table.units for project in unit.projects}
        self._done: dict[tuple[str, str], Project] = {}
        self._names = {unit.id: Counter(name_key(each.name) for each in unit.projects) for unit in table.units}

    def apply(self, fix: Fix, place: Place) -> tuple[MendedCell, ...]:
        """Apply a fix at a place and return the cells that it changed."""
        if not place.project:
            return self._apply_to_sums(fix, place)
        key = (place.unit, place.project)
        old = self._done.get(key) or self._places.get(key)
        if old is None:
            return ()
        alone = replaced(self._table, units=(Unit(id=place.unit, projects=(old,)),))
        try:
            new = find_project(fix.edit(alone), place)
        except PlaceGoneError:
            return ()
        if new is old or not self._takes_name(place.unit, old.name, new.name):
            return ()
        self._done[key] = new
        return tuple(_project_cells(place, old, new, self._table))

    def _takes_name(self, unit: str, old: str, new: str) -> bool:
        """Note that a project of the unit is renamed; tell False where another one has that name by now."""
        before, after = name_key(old), name_key(new)
        names = self._names[unit]
        if before != after:
            if names[after]:
                return False
            names[before] -= 1
            names[after] += 1
        return True

    def _apply_to_sums(self, fix: Fix, place: Place) -> tuple[MendedCell, ...]:
        try:
            new = fix.edit(self._table)
            old_row, new_row = (find_unit(table, place) if place.unit else table for table in (self._table, new))
        except PlaceGoneError:
            return ()
        if new is self._table:
            return ()
        self._table = new
        return (MendedCell(place.at("stated"), _stated_text(old_row), _stated_text(new_row)),)

    def table(self) -> GoalTable:
        """Return the whole table as it is now."""
        units = []
        for unit in self._table.units:
            projects = tuple(self._done.get((unit.id, project.id), project) for project in unit.projects)
            units.append(replaced(unit, projects=projects))
        return replaced(self._table, units=tuple(units))


def _project_cells(place: Place, old: Project, new: Project, table: GoalTable) -> Iterator[MendedCell]:
    thing = Place(place.unit, place.project)
    yield from _differing(thing, [("name", old.name, new.name), ("objective", old.objective, new.objective)])
    sources = ((f"funding.{name}", getattr(old.funding, name), getattr(new.funding, name)) for name in SOURCES)
    yield from _differing(thing, [(name, amount_text(before), amount_text(after)) for name, before, after in sources])
    if old.funding.stated_total != new.funding.stated_total:
        total = old.funding.stated_total
        yield MendedCell(
            thing.at("funding"), "" if total is None else amount_text(total), amount_text(new.funding.total)
        )
    yield from _indicator_cells(thing, old.indicators, new.indicators, table)


def _indicator_cells(
    thing: Place, old: Sequence[Indicator], new: Sequence[Indicator], table: GoalTable
) -> Iterator[MendedCell]:
    catalogue = catalogue_of(table.scheme)

    def label(indicator: Indicator) -> str:
        return "；".join(filter(None, catalogue.levels(indicator.category)))

    def whole(indicator: Indicator) -> str:
        targets = (getattr(indicator, side).text for side in TARGETS)
        return "；".join(filter(None, (label(indicator), indicator.name, *targets)))

    before, after = ({each.id: each for each in indicators} for indicators in (old, new))
    for indicator in (*old, *(each for each in new if each.id not in before)):
        place = Place(thing.unit, thing.project, indicator.id)
        one, other = before.get(indicator.id), after.get(indicator.id)
        if one is None or other is None:
            yield MendedCell(place, whole(one) if one else "", whole(other) if other else "")
        elif one is not other:
            texts = [("category", label(one), label(other)), ("name", one.name, other.name)]
            texts += [(side, getattr(one, side).text, getattr(other, side).text) for side in TARGETS]
            yield from _differing(place, texts)


def _differing(thing: Place, texts: Iterable[tuple[str, str, str]]) -> Iterator[MendedCell]:
    for field, before, after in texts:
        if before != after:
            yield MendedCell(thing.at(field), before, after)


def _stated_text(row: Unit | GoalTable) -> str:
    return amount_text(row.stated.total) if row.stated else ""
