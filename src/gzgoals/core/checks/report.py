"""The findings of a table as data for other programs and as lines of text, for `gzgoals check`."""

from collections.abc import Iterator

from gzgoals.core.checks.checked import Checked
from gzgoals.core.checks.columns import field_word
from gzgoals.core.checks.finding import Finding, Severity
from gzgoals.core.table import GoalTable


def report_json(table: GoalTable, checked: Checked) -> list[dict[str, str | int | None]]:
    """Return the findings of `table` as objects for JSON, in the table's order.

    `project` is the project's name, `indicator` counts from 1, `field` is `name`, `annual`, `other` …; whatever a
    finding does not concern is None.
    """
    names, numbers = _names(table), _numbers(table)
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.json,
            "project": names.get(finding.place.project),
            "indicator": numbers.get(finding.place.indicator),
            "field": _field(finding.place.field) or None,
            "message": finding.message,
        }
        for finding in checked.findings
    ]


def report_text(table: GoalTable, checked: Checked) -> str:
    """Return the findings of `table` as Chinese lines, one each and a summary last."""
    names, numbers = _names(table), _numbers(table)
    lines = [
        f"{finding.severity.word} {finding.rule} {'·'.join(_where(finding, names, numbers))}：{finding.message}"
        for finding in checked.findings
    ]
    return "\n".join((*lines, _summary(checked)))


def _where(finding: Finding, names: dict[str, str], numbers: dict[str, int]) -> Iterator[str]:
    place = finding.place
    yield names.get(place.project or place.unit, "合计") or "（未填名称）"
    if number := numbers.get(place.indicator):
        yield f"指标{number}"
    if word := field_word(place.field):
        yield word


def _summary(checked: Checked) -> str:
    if not checked.findings:
        return "没有发现问题。"
    counts = "，".join(f"{severity.word} {checked.counts[severity]}" for severity in reversed(Severity))
    return f"共 {len(checked.findings)} 处：{counts}。"


def _field(field: str) -> str:
    thing, _, part = field.partition(".")
    return part if part and thing in ("funding", "stated") else thing


def _names(table: GoalTable) -> dict[str, str]:
    """Return the names of all units and projects by their ids."""
    projects = {project.id: project.name for unit in table.units for project in unit.projects}
    return projects | {unit.id: unit.name for unit in table.units}


def _numbers(table: GoalTable) -> dict[str, int]:
    """Return the numbers of all indicators in their projects by their ids."""
    return {
        indicator.id: number
        for unit in table.units
        for project in unit.projects
        for number, indicator in enumerate(project.indicators, 1)
    }
