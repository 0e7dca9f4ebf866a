"""A finding in words, as it is said at the cell that it marks and in the list."""

from gzgoals.core.checks import Finding, why

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


def told(finding: Finding) -> str:
    """Return all that there is to say of a finding: the message, the reason given for it, and why the rule is there."""
    lines = [finding.message, f"为何检查：{why(finding.rule)}"]
    if finding.reason:
        lines.insert(1, f"{'理由' if finding.is_answered else f'{LAPSED}（内容已改动）'}：{finding.reason}")
    return "\n".join(lines)
