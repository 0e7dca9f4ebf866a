"""What a project's objective should be like as a whole."""

import re
from collections.abc import Iterator

from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.rule import Around, Spot, rule
from gzgoals.core.table import Project

_UNWRITTEN = re.compile(
    r"(?:[-－—–―~～_＿*＊/／\\\s\u200b\ufeff，,。.．、；;：:（）()“”\"']|暂?无|N/?A)*", re.IGNORECASE
)

_KINDS = (
    "(?:总体|整体|年度|中期|项目|预算|支出|部门|单位|专项|具体|单独|相关|明确|对应|绩效目标"
    "|本|该|当年|的|及|和|与|或|、)*"
)
_WRITING = "(?:编报|编制|申报|填报|填写|设置|设定|设立|设)"
_OF_OTHERS = "(?!的|单位|部门|项目|资金|管理|调整|偏)"
_WAIVED = re.compile(
    rf"(?<![^，。；：:,;、\s（(）)“目金费款类本因于暂尚均故且该并即年度])"
    rf"无(?:需|须)?{_WRITING}?{_KINDS}(?:绩效|总体|年度|整体)目标{_OF_OTHERS}"
    rf"|(?:不|未|免)(?:再|予|于|需|要|须|用|必|宜|单独|另行)*{_WRITING}{_KINDS}绩效目标{_OF_OTHERS}"
    rf"|不(?:涉及|适用|纳入|属于){_KINDS}绩效目标{_OF_OTHERS}"
    r"|不(?:再|予|需|要|须|用|必)*编报(?=[\s，。；：）)]|$)"
    r"|\A\s*不适用[\s。]*\Z"
)
_LONGEST_WAIVER = 150


def is_unwritten(objective: str) -> bool:
    """Tell whether an objective is empty or consists of `- _ * 无` and the like alone."""
    return _UNWRITTEN.fullmatch(objective) is not None


def is_waived(objective: str) -> bool:
    """Tell whether an objective says that there is none (`无绩效目标，不编报`); a long one never does."""
    return (
        len(objective) <= _LONGEST_WAIVER
        and ("目标" in objective or "编报" in objective or "不适用" in objective)
        and _WAIVED.search(objective) is not None
    )


@rule("G01", Severity.ERROR, Project)
def objective_unwritten(project: Project, _: Around) -> Iterator[Spot]:
    """The objective is empty, or something that only looks as if it were not."""
    if is_unwritten(project.objective):
        yield Spot("objective", "绩效目标未填写")


@rule("G02", Severity.WARNING, Project)
def objective_waived(project: Project, _: Around) -> Iterator[Spot]:
    """The objective says that there is none."""
    if is_waived(project.objective):
        yield Spot("objective", "绩效目标写明不编报，请说明依据")


@rule("G03", Severity.WARNING, Project)
def objective_too_long(project: Project, around: Around) -> Iterator[Spot]:
    """The objective takes more bytes of UTF-8 than the limit, 1,000; graver over the longest one, 2,000."""
    limits = around.words.limits
    text = project.objective.strip()
    size = len(text.encode())
    if size > limits.objective_long:
        severity = Severity.ERROR if size > limits.objective_longest else None
        yield Spot("objective", f"绩效目标约 {len(text)} 字，过长", severity=severity)


@rule("G06", Severity.HINT, Among)
def objective_copied(among: Among, _: Around) -> Iterator[Spot]:
    """Another project has the same objective, blanks aside."""
    if among.same_objective is not None:
        other = f"“{among.same_objective.strip()}”" if among.same_objective.strip() else "另一项目"
        yield Spot("objective", f"绩效目标与{other}完全相同")
