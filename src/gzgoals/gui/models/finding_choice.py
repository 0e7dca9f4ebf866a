"""Which findings the list shows and how they are grouped, as one value."""

from dataclasses import dataclass
from enum import Enum

from gzgoals.core.checks import Finding, Severity
from gzgoals.core.table import TABLE, Place


class Grouping(Enum):
    """By what findings stand together; the value is the word on the screen."""

    NONE = "不分组"
    SEVERITY = "按级别"
    RULE = "按规则"
    PROJECT = "按项目"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user has chosen to see.

    `severities` are those of open findings, `answered` whether answered ones are shown too; `rule` is the only rule to
    be shown, `place` what the findings are to lie in, `text` what they are to say; empty ones leave nothing out.
    """

    grouping: Grouping = Grouping.NONE
    severities: frozenset[Severity] = frozenset(Severity)
    answered: bool = True
    rule: str = ""
    place: Place = TABLE
    text: str = ""

    @property
    def admits_all(self) -> bool:
        """Whether `admits` would leave nothing out."""
        return self.answered and not self.rule and len(self.severities) == len(Severity)

    def admits(self, finding: Finding) -> bool:
        """Tell whether a finding is to be shown, whatever it says and wherever it lies."""
        if self.rule and finding.rule != self.rule:
            return False
        return self.answered if finding.is_answered else finding.severity in self.severities
