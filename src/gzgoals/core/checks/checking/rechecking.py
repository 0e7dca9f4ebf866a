"""Checking again a table in which nothing has come, gone or moved: only what is changed, and those who hear of it."""

from collections import defaultdict
from collections.abc import Mapping

from gzgoals.core.checks.checking.checked import Checked, CheckedProject, CheckedUnit
from gzgoals.core.checks.checking.desk import Desk, Reasons, reasons_of
from gzgoals.core.checks.checking.facts import Facts, facts_of
from gzgoals.core.checks.checking.own_row import own_findings
from gzgoals.core.checks.checking.peers import Peer, Peers, Standing
from gzgoals.core.checks.rules.rulebook import Rulebook
from gzgoals.core.checks.terms.figures import Figures, figures_of
from gzgoals.core.edits import changed_rows
from gzgoals.core.table import TABLE, GoalTable, Place, Project, Unit

_MANY = 8
"""From which part of all projects on, an eighth, it is quicker to check all of them."""
_FEW = 64

Again = Mapping[int, Mapping[int, CheckedProject]]
"""The projects that are checked again, by the rows of their units and their own."""


def rechecked(table: GoalTable, before: Checked, rules: Rulebook) -> Checked | None:
    """Return the outcome of a check by the rules of the one before; None where all of the table is to be looked at."""
    changed = _changed_projects(table, before)
    if changed is None or table.year != before.table.year:
        return None
    facts = {number: facts_of(project) for number, project in changed.items()}
    peers, hearing = _with_facts(before, facts)
    reasons = before.reasons
    if table.explanations is not before.table.explanations:
        reasons = reasons_of(table.explanations)
        hearing |= _explained_anew(before, reasons)

    def facts_at(number: int) -> Facts:
        return facts.get(number) or _project_at(before, number).facts

    desk = Desk(rules, Standing(peers, table.year, peers.limit, facts_at), reasons)
    return _outcome(table, before, desk, _checked_again(table, before, desk, hearing))


def _changed_projects(table: GoalTable, before: Checked) -> dict[int, Project] | None:
    """Return the projects that are another object, by number; None where others stand there, or too many are new."""
    old = before.table
    if len(table.units) != len(old.units):
        return None
    changed: dict[int, Project] = {}
    for row in changed_rows(old.units, table.units):
        was, now = old.units[row], table.units[row]
        if was.id != now.id or len(was.projects) != len(now.projects):
            return None
        for place in changed_rows(was.projects, now.projects):
            if was.projects[place].id != now.projects[place].id:
                return None
            changed[before.starts[row] + place] = now.projects[place]
    return changed if len(changed) <= _FEW + before.figures.projects // _MANY else None


def _with_facts(before: Checked, facts: Mapping[int, Facts]) -> tuple[Peers, set[int]]:
    """Return the index of all projects with other facts of some, and the numbers of all that may hear of it."""
    peers, hearing = before.peers, set[int]()
    for number, new in facts.items():
        peer = _peer(before, number, _project_at(before, number).facts)
        peers, numbers = peers.changed(peer, peer._replace(facts=new))
        hearing |= numbers
    return peers, hearing


def _peer(before: Checked, number: int, facts: Facts) -> Peer:
    unit, _ = before.rows_of(number)
    return Peer(number, unit, before.starts[unit], facts)


def _project_at(before: Checked, number: int) -> CheckedProject:
    unit, row = before.rows_of(number)
    return before.units[unit].projects[row]


def _explained_anew(before: Checked, reasons: Reasons) -> set[int]:
    """Return the numbers of the projects of which other things are explained than before."""
    projects = _explained_otherwise(before, reasons)
    return {
        start + unit.rows[project]
        for unit, start in zip(before.units, before.starts, strict=False)
        for project in projects
        if project in unit.rows
    }


def _explained_otherwise(before: Checked, reasons: Reasons) -> set[str]:
    """Return the ids of the projects and units of which other things are explained than before."""
    if reasons is before.reasons:
        return set()
    return {each for each in (*before.reasons, *reasons) if before.reasons.get(each) != reasons.get(each)}


def _checked_again(table: GoalTable, before: Checked, desk: Desk, hearing: set[int]) -> Again:
    again: defaultdict[int, dict[int, CheckedProject]] = defaultdict(dict)
    for number in hearing:
        row, place = before.rows_of(number)
        unit, old = table.units[row], before.units[row].projects[place]
        peer = Peer(number, row, before.starts[row], desk.standing.facts_at(number))
        new = desk.project(unit.id, peer, unit.projects[place], old)
        if new is not old:
            again[row][place] = new
    return again


def _outcome(table: GoalTable, before: Checked, desk: Desk, again: Again) -> Checked:
    units, figures, counts = list(before.units), before.figures, before.of_units
    explained = [before.rows[unit] for unit in _explained_otherwise(before, desk.reasons) if unit in before.rows]
    for row in {*changed_rows(before.table.units, table.units), *again, *explained}:
        old = before.units[row]
        new = _unit_again(table.units[row], old, again.get(row, {}), desk)
        units[row] = new
        figures = figures.changed(old.figures, new.figures)
        counts = counts.changed(old.all_counts, new.all_counts)
    return Checked(
        table,
        before.around,
        own_findings(table.stated, figures, TABLE, desk),
        tuple(units),
        before.rows,
        before.starts,
        desk.standing.peers,
        desk.reasons,
        figures,
        counts,
    )


def _unit_again(unit: Unit, old: CheckedUnit, again: Mapping[int, CheckedProject], desk: Desk) -> CheckedUnit:
    figures, counts = old.figures, old.of_projects
    for row, new in again.items():
        was = old.projects[row]
        figures = _other_figures(figures, was.project, new.project)
        counts = counts.changed(was.counts, new.counts)
    own = own_findings(unit.stated, figures, Place(unit.id), desk)
    return CheckedUnit(unit, own, old.projects.replaced(again), old.rows, figures, counts)


def _other_figures(figures: Figures, old: Project, new: Project) -> Figures:
    if old.funding is new.funding and len(old.indicators) == len(new.indicators):
        return figures
    return figures.changed(figures_of((old,)), figures_of((new,)))
