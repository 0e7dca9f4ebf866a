"""What can be done about findings: one fix, an explanation, and hints that are switched off in a table."""

from collections.abc import Collection, Iterable

from gzgoals.core.checks import Finding, Severity, explain, fixes, mended, rule_name
from gzgoals.core.edits import replaced
from gzgoals.core.errors import PlaceGoneError
from gzgoals.core.table import TABLE, GoalTable
from gzgoals.gui.session import Session


def apply_fix(session: Session, finding: Finding, label: str) -> bool:
    """Apply the fix of this label to a finding; tell whether there was one and it changed something."""
    try:
        fix = next((fix for fix in fixes(session.checked, finding) if fix.label == label), None)
    except PlaceGoneError:
        return False
    if fix is None:
        return False
    before = session.table
    session.apply(fix.label, fix.edit, finding.place)
    return session.table is not before


def apply_to_all(session: Session, findings: Collection[Finding], kind: str) -> int:
    """Apply the fixes of one kind to all these findings as one step; return how many are mended."""
    table, mends = mended(session.checked, findings, kind)
    if not mends:
        return 0
    first = mends[0].finding
    label = f"修正 {len(mends)} 处{rule_name(first.rule)}"
    session.apply(label, lambda _: table, first.place)
    return len(mends)


def give_reason(session: Session, finding: Finding, reason: str) -> None:
    """Write the reason for leaving a finding as it is; an empty one takes the explanation back."""
    label = "说明理由" if reason.strip() else "撤回理由"
    session.apply(label, lambda table: explain(table, finding, reason), finding.place)


def can_explain(finding: Finding) -> bool:
    """Tell whether a finding may be answered with a reason: an error is only to be mended."""
    return finding.severity is not Severity.ERROR


def switch_hint_off(session: Session, rule: str) -> None:
    """Give this table no hints of a rule any more."""

    def edit(table: GoalTable) -> GoalTable:
        return replaced(table, hints_off=tuple(sorted({*table.hints_off, rule})))

    session.apply(f"不再提示“{rule_name(rule)}”", edit, TABLE)


def switch_hints_on(session: Session, rules: Iterable[str]) -> None:
    """Give this table the hints of these rules again."""
    wanted = set(rules)

    def edit(table: GoalTable) -> GoalTable:
        return replaced(table, hints_off=tuple(rule for rule in table.hints_off if rule not in wanted))

    session.apply("重新提示", edit, TABLE)
