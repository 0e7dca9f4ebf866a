"""Checking a whole table, and after an edit only what the edit can have touched."""

from collections.abc import Mapping, Sequence

from gzgoals.core.checks.among import Among
from gzgoals.core.checks.answering import answered
from gzgoals.core.checks.checked import Checked, CheckedProject, CheckedUnit
from gzgoals.core.checks.facts import Facts, among_all, facts_of
from gzgoals.core.checks.finding import Finding
from gzgoals.core.checks.office import Office, built_in_office
from gzgoals.core.checks.one_project import findings_among, findings_in, found_by, in_order
from gzgoals.core.checks.rule import Around
from gzgoals.core.checks.rulebook import rules_about
from gzgoals.core.checks.sums import Sums, sums_of
from gzgoals.core.table import TABLE, Explanation, GoalTable, Place, Project, Stated, catalogue_of


def check(table: GoalTable, before: Checked | None = None, office: Office | None = None) -> Checked:
    """Return the findings of a table by an office's rules, the program's own where none are given.

    `before` is an earlier outcome of any table: what is the same object in the same surroundings keeps its findings, so
    that after an edit one project is checked. The outcome does not depend on it.
    """
    around = _around(table, office or built_in_office(), before)
    known = _known(before) if before and before.around is around else {}
    facts = [[_facts(project, known) for project in unit.projects] for unit in table.units]
    among = among_all([unit.projects for unit in table.units], facts, table.year)
    explanations = _by_project(table.explanations)
    units = []
    for unit, unit_facts in zip(table.units, facts, strict=True):
        projects = tuple(
            _checked_project(unit.id, next(among), fact, around, explanations.get(project.id, ()), known)
            for project, fact in zip(unit.projects, unit_facts, strict=True)
        )
        own = _sum_findings(unit.stated, unit.projects, Place(unit.id), around)
        old = before.by_id.get(unit.id) if before else None
        same = old and old.unit is unit and old.own == own and old.projects == projects
        units.append(old if old and same else CheckedUnit(unit, own, projects))
    every = [project for unit in table.units for project in unit.projects]
    return Checked(table, around, _sum_findings(table.stated, every, TABLE, around), tuple(units))


def _around(table: GoalTable, office: Office, before: Checked | None) -> Around:
    catalogue, off = catalogue_of(table.scheme), frozenset(table.hints_off)
    if before and (before.around.catalogue, before.around.office, before.around.hints_off) == (catalogue, office, off):
        return before.around
    return Around(catalogue, office, off)


def _known(before: Checked) -> Mapping[str, CheckedProject]:
    return {checked.project.id: checked for unit in before.units for checked in unit.projects}


def _facts(project: Project, known: Mapping[str, CheckedProject]) -> Facts:
    checked = known.get(project.id)
    return checked.facts if checked and checked.project is project else facts_of(project)


def _by_project(explanations: Sequence[Explanation]) -> dict[str, tuple[Explanation, ...]]:
    found: dict[str, tuple[Explanation, ...]] = {}
    for each in explanations:
        found[each.project] = (*found.get(each.project, ()), each)
    return found


def _checked_project(
    unit: str,
    among: Among,
    facts: Facts,
    around: Around,
    explanations: tuple[Explanation, ...],
    known: Mapping[str, CheckedProject],
) -> CheckedProject:
    project = among.project
    place = Place(unit, project.id)
    old = known.get(project.id)
    if (
        old
        and old.place == place
        and old.among == among
        and old.project is project
        and old.explanations == explanations
    ):
        return old
    same = old and old.project is project and old.place == place
    local = old.local if old and same else findings_in(project, place, around)
    findings = in_order(project, (*local, *findings_among(among, place, around)))
    return CheckedProject(project, place, facts, among, explanations, local, answered(findings, explanations))


def _sum_findings(
    stated: Stated | None, projects: Sequence[Project], place: Place, around: Around
) -> tuple[Finding, ...]:
    if stated is None:
        return ()
    return tuple(found_by(rules_about(Sums, around), sums_of(stated, projects), place, around))
