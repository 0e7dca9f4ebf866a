"""The findings of a table as data for other programs, as lines of text, and as the rows of a report on paper."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gzgoals.core.checks.checking.checked import Checked
from gzgoals.core.checks.reports.readiness import readiness
from gzgoals.core.checks.reports.whereabouts import Whereabouts
from gzgoals.core.checks.terms.finding import Finding
from gzgoals.core.table import GoalTable, Place

ANSWERED = "已说明："
LAPSED = "理由已失效（内容又有改动，请核对）："


def report_json(table: GoalTable, checked: Checked) -> list[dict[str, str | int | bool | None]]:
    """Return the findings of `table` as objects for JSON, in the table's order.

    `project` is the project's name, `indicator` counts from 1, `field` is `name`, `annual`, `total`, `other` …;
    whatever a finding does not concern is None. Only a finding that was explained has a `reason`, and `lapsed` where
    that reason was written for another value.
    """
    where = Whereabouts(table)
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.json,
            "project": where.project(finding.place),
            "indicator": where.number(finding.place),
            "field": _field(finding.place.field) or None,
            "message": finding.message,
            **({"reason": finding.reason} if finding.reason else {}),
            **({"lapsed": True} if finding.lapsed else {}),
        }
        for finding in checked.findings
    ]


def report_text(table: GoalTable, checked: Checked) -> str:
    """Return the findings of `table` as Chinese lines below their project's name, and what they come to last."""
    if not checked.findings:
        return f"没有发现问题。{readiness(checked).verdict}。"
    return "\n".join(_lines(Whereabouts(table), checked))


def _lines(where: Whereabouts, checked: Checked) -> Iterator[str]:
    owner = None
    for finding in checked.findings:
        if (finding.place.unit, finding.place.project) != owner:
            owner = finding.place.unit, finding.place.project
            yield _heading(where, finding.place)
        cell = where.cell(finding)
        yield f"  {finding.severity.word} {finding.rule} {f'{cell}：' if cell else ''}{finding.message}"
        if reason := _reason(finding):
            yield f"      {' '.join(reason.split())}"
    ready = readiness(checked)
    yield ""
    yield f"共 {len(checked.findings)} 处：{ready.counts}。"
    yield f"{ready.verdict}。"


def _heading(where: Whereabouts, place: Place) -> str:
    unit = f"{where.unit(place)} / " if where.several_units and place.project else ""
    return f"{unit}{where.owner(place)}"


def _reason(finding: Finding) -> str:
    if not finding.reason:
        return ""
    return f"{LAPSED if finding.lapsed else ANSWERED}{finding.reason}"


class ReportRow(NamedTuple):
    """A finding in words: its unit, named where there are several, project or row, severity, rule, cell and message.

    `reason` tells what was explained and whether it still holds. `is_new` marks the first row of a project.
    """

    unit: str
    owner: str
    severity: str
    rule: str
    where: str
    message: str
    reason: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A check as it is handed in: of which table and when, what it comes to, and every finding in the table's order.

    `rules` names the office's rules file, empty where the program's own rules alone were asked.
    """

    name: str
    department: str
    year: int
    date: dt.date
    rules: str
    verdict: str
    counts: str
    rows: tuple[ReportRow, ...]

    @property
    def captions(self) -> tuple[str, ...]:
        """What stands below the title."""
        date = f"{self.date.year}年{self.date.month}月{self.date.day}日"
        return (
            f"部门名称：{self.department}",
            f"预算年度：{self.year} 年",
            f"检查日期：{date}",
            *((f"文件：{self.name}",) if self.name else ()),
            *((f"本单位规则：{self.rules}",) if self.rules else ()),
        )


def check_report(checked: Checked, date: dt.date, name: str = "", rules: str = "") -> CheckReport:
    """Return the report of a check made on a day, of the table in the file called `name`."""
    table, ready = checked.table, readiness(checked)
    rows = tuple(_rows(Whereabouts(table), checked))
    return CheckReport(name, table.department, table.year, date, rules, ready.verdict, ready.counts, rows)


def _rows(where: Whereabouts, checked: Checked) -> Iterator[ReportRow]:
    owner = None
    for finding in checked.findings:
        place = finding.place
        yield ReportRow(
            where.unit(place) if where.several_units else "",
            where.owner(place),
            finding.severity.word,
            finding.rule,
            where.cell(finding),
            finding.message,
            _reason(finding),
            (place.unit, place.project) != owner,
        )
        owner = place.unit, place.project


def _field(field: str) -> str:
    """Return what a field is called outside: amounts by their column, parts of a target by the target."""
    thing, _, part = field.partition(".")
    if thing not in ("funding", "stated"):
        return thing
    return "total" if part in ("", "stated_total") else part
