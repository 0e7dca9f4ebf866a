"""Checking a whole table; after an edit only what the edit can have touched."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, islice

from gzgoals.core.checks.checking.checked import Checked, CheckedProject, CheckedUnit
from gzgoals.core.checks.checking.counts import counts_together
from gzgoals.core.checks.checking.desk import Desk, reasons_of
from gzgoals.core.checks.checking.facts import Facts, facts_of
from gzgoals.core.checks.checking.own_row import own_findings
from gzgoals.core.checks.checking.peers import Peer, Standing, peers_of
from gzgoals.core.checks.checking.rechecking import rechecked
from gzgoals.core.checks.checking.rows import Rows
from gzgoals.core.checks.rules.rulebook import Rulebook, rulebook
from gzgoals.core.checks.terms.figures import figures_of, together
from gzgoals.core.checks.terms.office import Office, built_in_office
from gzgoals.core.checks.terms.rule import around_of
from gzgoals.core.collection import collection_paused
from gzgoals.core.edits import forget_lineage
from gzgoals.core.table import TABLE, GoalTable, Place, Project, Unit

Known = Mapping[str, CheckedProject]


def check(table: GoalTable, before: Checked | None = None, office: Office | None = None) -> Checked:
    """Return the findings of a table by an office's rules, the program's own where none are given.

    `before` is an earlier outcome of any table: what is the same object in the same surroundings keeps its findings, so
    that after an edit of a cell one project is checked, and those that hear of it. The outcome does not depend on it.
    """
    rules = rulebook(around_of(table.scheme, office or built_in_office(), frozenset(table.hints_off)))
    if before is None or before.around is not rules.around:
        forget_lineage()
        return _checked(table, rules, {})
    return rechecked(table, before, rules) or _checked(table, rules, _known(before))


def _known(before: Checked) -> Known:
    return {checked.project.id: checked for unit in before.units for checked in unit.projects}


def _checked(table: GoalTable, rules: Rulebook, known: Known) -> Checked:
    """Check all of a table, keeping what is `known` of projects that are the same."""
    with collection_paused():
        starts = tuple(accumulate((len(unit.projects) for unit in table.units[:-1]), initial=0))
        peers = list(_peers(table.units, starts, known))
        index = peers_of(peers)
        standing = Standing(index, table.year, index.limit, lambda number: peers[number].facts)
        desk = Desk(rules, standing, reasons_of(table.explanations))
        waiting = iter(peers)
        units = tuple(_checked_unit(unit, islice(waiting, len(unit.projects)), desk, known) for unit in table.units)
    figures = together([unit.figures for unit in units])
    return Checked(
        table,
        rules.around,
        own_findings(table.stated, figures, TABLE, desk),
        units,
        {unit.id: row for row, unit in enumerate(table.units)},
        starts,
        index,
        desk.reasons,
        figures,
        counts_together([unit.all_counts for unit in units]),
    )


def _peers(units: Sequence[Unit], starts: Sequence[int], known: Known) -> Iterator[Peer]:
    for row, (unit, start) in enumerate(zip(units, starts, strict=False)):
        for number, project in enumerate(unit.projects, start):
            yield Peer(number, row, start, _facts(project, known.get(project.id)))


def _facts(project: Project, before: CheckedProject | None) -> Facts:
    return before.facts if before and before.project is project else facts_of(project)


def _checked_unit(unit: Unit, peers: Iterator[Peer], desk: Desk, known: Known) -> CheckedUnit:
    projects = Rows(
        desk.project(unit.id, peer, project, known.get(project.id))
        for peer, project in zip(peers, unit.projects, strict=True)
    )
    figures = figures_of(unit.projects)
    return CheckedUnit(
        unit,
        own_findings(unit.stated, figures, Place(unit.id), desk),
        projects,
        {project.id: row for row, project in enumerate(unit.projects)},
        figures,
        counts_together([project.counts for project in projects]),
    )
