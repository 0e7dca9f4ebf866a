"""Single indicators to check the rules of targets with: what other families find is left out."""

from gzgoals.core.checks import Fix, check, fixes
from gzgoals.core.table import GoalTable, Indicator, Project
from tables_to_check import GOOD, drawn, indicator, project, table

FAMILY = "V"


def of(name: str, category: str, cycle: str, annual: str | None = None) -> Project:
    """Return a project whose first indicator is this one, with printed targets."""
    return with_first(indicator(name, category, cycle, annual))


def with_first(first: Indicator) -> Project:
    """Return a project whose first indicator is the given one."""
    return project(indicators=(first, *GOOD.indicators))


def target_rules(*projects: Project) -> list[str]:
    """Return the rules of targets that find something in a table of these projects, in the order of the screen."""
    return [line.partition(" ")[0] for line in target_findings(*projects)]


def target_findings(*projects: Project) -> list[str]:
    """Return what the rules of targets find in a table of these projects, drawn."""
    return drawn_targets(table(*projects))


def drawn_targets(whole: GoalTable) -> list[str]:
    """Return what the rules of targets find in a table, drawn."""
    return [drawn(finding) for finding in check(whole).findings if finding.rule.startswith(FAMILY)]


def target_messages(*projects: Project) -> list[str]:
    """Return the messages of the rules of targets in a table of these projects."""
    return [each.message for each in check(table(*projects)).findings if each.rule.startswith(FAMILY)]


def target_fixes(rule: str, *projects: Project) -> dict[str, Fix]:
    """Return the fixes for the first finding of a rule, by their labels."""
    checked = check(table(*projects))
    finding = next(finding for finding in checked.findings if finding.rule == rule)
    return {fix.label: fix for fix in fixes(checked, finding)}


def mended(rule: str, label: str, *projects: Project) -> tuple[str, str, list[str]]:
    """Apply a fix; return the texts of the first indicator's targets then, and what the rules of targets find."""
    new = target_fixes(rule, *projects)[label].edit(table(*projects))
    first = new.units[0].projects[0].indicators[0]
    return first.cycle.text, first.annual.text, drawn_targets(new)
