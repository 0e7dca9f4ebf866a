"""Explanations (说明理由): which findings they answer, and the edits that write and withdraw them."""

from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.checks.terms.finding import Finding
from gzgoals.core.edits import replaced
from gzgoals.core.table import Explanation, GoalTable

Key = tuple[str, str, str, str]


def answered(findings: Sequence[Finding], explanations: Sequence[Explanation]) -> tuple[Finding, ...]:
    """Return the findings with the reasons that were written for them; of several for one the last counts."""
    if not explanations:
        return tuple(findings)
    by_key = {_key_of(each): each for each in explanations}
    return tuple(_answered(finding, by_key.get(_key(finding))) for finding in findings)


def _answered(finding: Finding, explanation: Explanation | None) -> Finding:
    if explanation is None or not explanation.reason.strip():
        return finding
    return replace(finding, reason=explanation.reason, lapsed=explanation.value != finding.value)


def explain(table: GoalTable, finding: Finding, reason: str) -> GoalTable:
    """Return the table with a reason for leaving a finding as it is; an empty one takes the explanation back."""
    key, old = _key(finding), explanation_of(table, finding)
    others = tuple(each for each in table.explanations if _key_of(each) != key)
    if not reason.strip():
        return replaced(table, explanations=others)
    rule, project, indicator, field = key
    new = Explanation(
        rule=rule, project=project, indicator=indicator, field=field, value=finding.value, reason=reason.strip(),
        newer=old.newer if old else "",
    )  # fmt: skip
    if old is None:
        return replaced(table, explanations=(*table.explanations, new))
    kept = (new if _key_of(each) == key else each for each in table.explanations)
    return replaced(table, explanations=tuple(dict.fromkeys(kept)))


def explanation_of(table: GoalTable, finding: Finding) -> Explanation | None:
    """Return the explanation that was written for a finding, be it for this very value or for an earlier one."""
    key = _key(finding)
    return next((each for each in reversed(table.explanations) if _key_of(each) == key), None)


def _key(finding: Finding) -> Key:
    """Return what an explanation is tied to: rule and place without the unit, since a project may move."""
    place = finding.place
    return finding.rule, place.project or place.unit, place.indicator, place.field


def _key_of(explanation: Explanation) -> Key:
    return explanation.rule, explanation.project, explanation.indicator, explanation.field
