"""What the list of findings shows: severity, project, where in it, and the message."""

from collections.abc import Hashable
from dataclasses import dataclass

from gzgoals.core.checks import Checked, Finding, why
from gzgoals.core.table import GoalTable
from gzgoals.gui.models.cells import Badge, Cell
from gzgoals.gui.models.rows_model import Column


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the names of what it speaks of."""

    finding: Finding
    owner: str
    where: str

    @property
    def key(self) -> Hashable:
        """A rule finds a place once."""
        return self.finding.rule, self.finding.place


def finding_rows(table: GoalTable, checked: Checked) -> tuple[FindingRow, ...]:
    """Return a row a finding, the gravest first, each gravity in the table's order."""
    names = {project.id: project.name for unit in table.units for project in unit.projects}
    units = {unit.id: unit.name for unit in table.units}
    numbers = {
        indicator.id: number
        for unit in table.units
        for project in unit.projects
        for number, indicator in enumerate(project.indicators, 1)
    }
    rows = [
        FindingRow(
            finding,
            names.get(finding.place.project) or units.get(finding.place.unit) or table.department,
            _where(finding, numbers),
        )
        for finding in checked.findings
    ]
    return tuple(sorted(rows, key=lambda row: -row.finding.severity))


def _where(finding: Finding, numbers: dict[str, int]) -> str:
    field = finding.place.field
    word = _FIELDS.get(field) or _FIELDS.get(field.partition(".")[0], "")
    if number := numbers.get(finding.place.indicator):
        return f"指标 {number} · {word}" if word else f"指标 {number}"
    return word


_FIELDS = {
    "name": "名称",
    "category": "指标类别",
    "funding": "总计",
    "funding.appropriation": "财政拨款",
    "funding.special_account": "财政专户拨款",
    "funding.other": "其他资金",
    "objective": "绩效目标",
    "indicators": "绩效指标",
    "cycle": "实施周期指标值",
    "annual": "年度指标值",
    "stated": "合计",
}


def _told(finding: Finding) -> str:
    return f"{finding.message}\n{why(finding.rule)}"


COLUMNS = (
    Column[FindingRow](
        "severity", "级别", lambda row: Cell(badge=Badge(row.finding.severity, 0), spoken=row.finding.severity.word)
    ),
    Column[FindingRow]("owner", "项目", lambda row: Cell(row.owner, tip=row.owner)),
    Column[FindingRow]("where", "位置", lambda row: Cell(row.where)),
    Column[FindingRow]("message", "问题", lambda row: Cell(row.finding.message, tip=_told(row.finding))),
)
