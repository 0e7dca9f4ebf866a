"""A finding in words, as it is said at the cell that it marks and in the list."""

from collections.abc import Sequence

from gzgoals.core.checks import Finding, Severity, rule_name, why

LAPSED = "理由已失效"


def level_word(finding: Finding) -> str:
    """Return a finding's level in words."""
    if finding.is_answered:
        return f"{finding.severity.word}，已说明"
    return f"{finding.severity.word}，{LAPSED}" if finding.lapsed else finding.severity.word


def said_of(finding: Finding) -> str:
    """Return what the tooltip of a marked cell says of a finding: its level, its message and the reason given."""
    if finding.is_answered:
        return f"✓ 已说明：{finding.message}（理由：{finding.reason}）"
    if finding.lapsed:
        return f"{finding.severity.word}：{finding.message}（{LAPSED}：{finding.reason}）"
    return f"{finding.severity.word}：{finding.message}"


def passing_words(finding: Finding, fix: str = "") -> str:
    """Return what is said of a finding whose cell is gone to while nobody sees the list; `fix` is what mends it."""
    return f"{said_of(finding)}（Ctrl+. 可{fix}）" if fix else said_of(finding)


def without_fix(finding: Finding) -> str:
    """Return what can be done about a finding where the program does not know the cure."""
    if finding.is_answered:
        return "这处问题已说明理由，可以保留。"
    instead = "请直接修改" if finding.severity is Severity.ERROR else "可直接修改，或用“检查 → 说明理由”保留"
    return f"“{rule_name(finding.rule)}”没有现成的修正，{instead}。"


def nothing_to_fix(count: int, *, checking: bool) -> str:
    """Return what can be done where none of `count` findings has been gone to."""
    if checking:
        return "正在检查，请稍候再试。"
    return "请先按 F8 转到要修正的问题。" if count else "没有发现需要修正的问题。"


def told(finding: Finding) -> str:
    """Return all that there is to say of a finding: the message, the reason given for it, and why the rule is there."""
    lines = [finding.message, f"为何检查：{why(finding.rule)}"]
    if finding.reason:
        lines.insert(1, f"{'理由' if finding.is_answered else f'{LAPSED}（内容已改动）'}：{finding.reason}")
    return "\n".join(lines)


def told_of_rules(findings: Sequence[Finding]) -> str:
    """Return why the rules of several findings are there, a line each."""
    rules = dict.fromkeys(finding.rule for finding in findings)
    return "\n".join(f"{rule} {rule_name(rule)}：{why(rule)}" for rule in rules)
