"""What stands between a table and its final print, as steps to take; nothing here ever blocks saving."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gzgoals.core.checks.checking.checked import Checked
from gzgoals.core.checks.terms.finding import Finding, Severity
from gzgoals.core.table import Place

_Grouped = dict["Concern", dict[tuple[str, str], list[Finding]]]


class Concern(Enum):
    """Why a finding is looked at before the print; the value is the word on the screen, the order that of urgency."""

    ERROR = "错误"
    LAPSED = "理由失效"
    WARNING = "警告"
    HINT = "提示"

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return _SEVERITIES[self]

    @property
    def way_out(self) -> str:
        """What to do about it."""
        return _WAYS_OUT[self]


_SEVERITIES = {
    Concern.ERROR: Severity.ERROR,
    Concern.LAPSED: Severity.WARNING,
    Concern.WARNING: Severity.WARNING,
    Concern.HINT: Severity.HINT,
}
_CONCERNS = {Severity.ERROR: Concern.ERROR, Severity.WARNING: Concern.WARNING, Severity.HINT: Concern.HINT}
_WAYS_OUT = {
    Concern.ERROR: "改正",
    Concern.LAPSED: "核对后重写理由",
    Concern.WARNING: "改正，或说明理由",
    Concern.HINT: "供参考",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: the findings of one concern in one project, unit row or 合计 row, which `place` names."""

    concern: Concern
    place: Place
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Readiness:
    """How far a table is from its final print.

    `steps` are in the order of urgency, then of the table. `errors`, `warnings` and `hints` count the open findings, as
    badges do; of the first two `lapsed` have a reason that holds no more. `answered` are the findings explained.
    """

    steps: tuple[Step, ...]
    errors: int
    warnings: int
    lapsed: int
    hints: int
    answered: int
    projects: int

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way."""
        return bool(self.projects) and not (self.errors or self.warnings)

    @property
    def verdict(self) -> str:
        """How things stand, in a sentence without its full stop."""
        if not self.projects:
            return "表中还没有项目，暂不能上报"
        if self.is_ready:
            return "可以打印上报"
        open_ones = (
            f"{self.errors} 个错误" if self.errors else "",
            f"{self.warnings} 条警告" if self.warnings else "",
        )
        lapsed = f"（其中 {self.lapsed} 条理由已失效）" if self.lapsed else ""
        return f"还有 {'、'.join(filter(None, open_ones))}未处理{lapsed}，暂不能上报"

    @property
    def counts(self) -> str:
        """How many findings there are of each kind, in a line."""
        answered = f"，已说明 {self.answered}" if self.answered else ""
        return f"错误 {self.errors}，警告 {self.warnings}，提示 {self.hints}{answered}"


def readiness(checked: Checked) -> Readiness:
    """Return what stands between a checked table and its final print."""
    grouped: _Grouped = {concern: {} for concern in Concern}
    for finding in checked.findings:
        if not finding.is_answered:
            owner = finding.place.unit, finding.place.project
            grouped[_concern(finding)].setdefault(owner, []).append(finding)
    counts = checked.counts
    return Readiness(
        steps=tuple(_steps(grouped)),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        lapsed=sum(finding.lapsed and finding.severity > Severity.HINT for finding in checked.findings),
        hints=counts[Severity.HINT],
        answered=checked.answered,
        projects=sum(len(unit.projects) for unit in checked.units),
    )


def _concern(finding: Finding) -> Concern:
    if finding.lapsed and finding.severity is Severity.WARNING:
        return Concern.LAPSED
    return _CONCERNS[finding.severity]


def _steps(grouped: _Grouped) -> Iterator[Step]:
    for concern, by_owner in grouped.items():
        for owner, findings in by_owner.items():
            yield Step(concern, Place(*owner), tuple(findings))
