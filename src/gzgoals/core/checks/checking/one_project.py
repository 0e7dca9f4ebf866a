"""Checking one project: by itself, its indicators, and the project among the others."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from gzgoals.core.checks.answering import answered
from gzgoals.core.checks.checking.checked import CheckedProject, Local
from gzgoals.core.checks.checking.counts import counts_of
from gzgoals.core.checks.checking.facts import Facts
from gzgoals.core.checks.checking.found import Found, found_in, placed
from gzgoals.core.checks.rules.rulebook import Rulebook, rulebook
from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.finding import Finding
from gzgoals.core.checks.terms.kinds import Kinds, kinds_of
from gzgoals.core.checks.terms.rule import Around
from gzgoals.core.table import Explanation, Indicator, Place, Project

PLACEHOLDER = "S02"
"""The rule whose findings silence every other one on their cells."""

_FIELDS = ("category", "name", "funding", "objective", "indicators", "cycle", "annual")
_RANKS = {field: rank for rank, field in enumerate(_FIELDS)}


def checked_project(
    place: Place,
    facts: Facts,
    among: Among,
    explanations: tuple[Explanation, ...],
    local: Local,
    rules: Rulebook,
) -> CheckedProject:
    """Return a project among the others with its findings, of which the `local` ones are known."""
    project = among.project
    found = local.findings
    if of_peers := found_in(among, rules.of_peers, rules.around):
        found = (*found, *placed(of_peers, place))
    findings = answered(_in_order(project, found), explanations)
    return CheckedProject(project, place, facts, among, explanations, local, findings, counts_of(findings))


def looked_at(project: Project, place: Place, rules: Rulebook, before: CheckedProject | None = None) -> Local:
    """Return what is found in the project at `place` whatever stands elsewhere.

    `before` is the same project at an earlier time: the findings of indicators that are the same object are kept.
    """
    known: Mapping[int, tuple[Finding, ...]] = {}
    if before and before.place == place:
        known = dict(zip(map(id, before.project.indicators), before.local.indicators, strict=True))
    found = found_in(project, rules.of_project, rules.around)
    if project.indicators:
        found += _found_in_kinds(kinds_of(project), rules.around)
    indicators = []
    for each in project.indicators:
        findings = known.get(id(each)) if known else None
        indicators.append(_indicator_findings(each, place, rules) if findings is None else findings)
    return Local(placed(found, place), tuple(indicators))


@lru_cache(maxsize=1 << 12)
def _found_in_kinds(kinds: Kinds, around: Around) -> tuple[Found, ...]:
    """Return what is found by kinds alone: many projects have the same ones, and share what is found."""
    return found_in(kinds, rulebook(around).of_kinds, around)


def _indicator_findings(indicator: Indicator, place: Place, rules: Rulebook) -> tuple[Finding, ...]:
    sifted = rules.of_indicator.sift(indicator)
    if sifted is None:
        return ()
    look, asked = sifted
    found = found_in(look, asked, rules.around)
    return placed(found, Place(place.unit, place.project, indicator.id)) if found else ()


def _in_order(project: Project, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings of a project as on the screen: its own fields, then each indicator's.

    Within a field the graver comes first; what a placeholder silences is left out.
    """
    if len(findings) < 2:
        return tuple(findings)
    order = {indicator.id: number for number, indicator in enumerate(project.indicators, 1)}
    return tuple(sorted(_heard(findings), key=lambda finding: _rank(finding, order)))


def _heard(findings: Sequence[Finding]) -> Sequence[Finding]:
    silent = [finding.place for finding in findings if finding.rule == PLACEHOLDER]
    if not silent:
        return findings
    return [
        finding
        for finding in findings
        if finding.rule == PLACEHOLDER or not any(finding.marks(cell) for cell in silent)
    ]


def _rank(finding: Finding, order: dict[str, int]) -> tuple[int, int, int]:
    thing = finding.place.field.partition(".")[0]
    return order.get(finding.place.indicator, 0), _RANKS[thing], -finding.severity
