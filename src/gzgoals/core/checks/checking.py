"""Checking a whole table, and after an edit only what the edit can have touched."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from gzgoals.core.checks.checked import Checked, CheckedProject, CheckedUnit, Facts
from gzgoals.core.checks.finding import Finding
from gzgoals.core.checks.money import may_be_yuan
from gzgoals.core.checks.one_project import findings_of, found_by
from gzgoals.core.checks.rule import Around
from gzgoals.core.checks.rulebook import rules_about
from gzgoals.core.checks.structure import name_key
from gzgoals.core.checks.sums import Sums, sums_of
from gzgoals.core.table import TABLE, GoalTable, Place, Project, Stated, Unit, catalogue_of

_SUM_RULES = rules_about(Sums)


def check(table: GoalTable, before: Checked | None = None) -> Checked:
    """Return the findings of a table.

    `before` is an earlier outcome of any table: a project that is the same object in the same surroundings keeps its
    findings, so that after an edit one project is checked. The outcome does not depend on it.
    """
    earlier = before.by_id if before else {}
    facts = [_facts_of(unit, earlier.get(unit.id)) for unit in table.units]
    around = Around(catalogue_of(table.scheme), median=_median(facts))
    if before and before.table.stated is table.stated and before.table.units is table.units:
        own = before.own
    else:
        own = _sum_findings(table.stated, [p for unit in table.units for p in unit.projects], TABLE, around)
    units = (
        _checked_unit(unit, unit_facts, around, earlier.get(unit.id))
        for unit, unit_facts in zip(table.units, facts, strict=True)
    )
    return Checked(table, own, tuple(units))


def _facts_of(unit: Unit, before: CheckedUnit | None) -> list[Facts]:
    known = before.by_id if before else {}
    facts = []
    for project in unit.projects:
        checked = known.get(project.id)
        facts.append(checked.facts if checked and checked.project is project else _facts(project))
    return facts


def _facts(project: Project) -> Facts:
    total = project.funding.total
    return Facts(total, name_key(project.name), may_be_yuan(total))


def _median(facts: list[list[Facts]]) -> Decimal | None:
    """Return the median of the totals above zero in 万元, or None when no project is to be measured by it."""
    if not any(project.may_be_yuan for unit in facts for project in unit):
        return None
    return median(project.total for unit in facts for project in unit if project.total > 0)


def _checked_unit(unit: Unit, facts: list[Facts], around: Around, before: CheckedUnit | None) -> CheckedUnit:
    if before and before.unit is unit and before.catalogue is around.catalogue and before.median == around.median:
        return before
    own = _sum_findings(unit.stated, unit.projects, Place(unit.id), around)
    return CheckedUnit(
        unit, around.catalogue, around.median, own, tuple(_checked_projects(unit, facts, around, before))
    )


def _checked_projects(
    unit: Unit, facts: list[Facts], around: Around, before: CheckedUnit | None
) -> Iterator[CheckedProject]:
    known = before.by_id if before else {}
    plain = Around(around.catalogue)
    seen: dict[str, int] = {}
    for number, (project, fact) in enumerate(zip(unit.projects, facts, strict=True), 1):
        first = seen.setdefault(fact.key, number)
        twin = first if first < number and fact.key else 0
        here = plain
        if twin or fact.may_be_yuan:
            here = Around(around.catalogue, twin, around.median if fact.may_be_yuan else None)
        checked = known.get(project.id)
        if checked and checked.project is project and checked.around == here:
            yield checked
        else:
            yield CheckedProject(project, fact, here, findings_of(project, Place(unit.id, project.id), here))


def _sum_findings(
    stated: Stated | None, projects: list[Project] | tuple[Project, ...], place: Place, around: Around
) -> tuple[Finding, ...]:
    if stated is None:
        return ()
    return tuple(found_by(_SUM_RULES, sums_of(stated, projects), place, around))
