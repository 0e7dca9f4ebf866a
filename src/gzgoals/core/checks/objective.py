"""What a project's objective should be like."""

import re
from collections.abc import Iterator

from gzgoals.core.checks.finding import Severity
from gzgoals.core.checks.rule import Around, Spot, rule
from gzgoals.core.table import Project

_UNWRITTEN = re.compile(r"[-－—–_＿*＊/／无。\s]*|暂无。?")


def is_unwritten(objective: str) -> bool:
    """Tell whether an objective is empty or consists of `- _ * 无` and the like alone."""
    return _UNWRITTEN.fullmatch(objective) is not None


@rule("G01", Severity.ERROR, Project)
def objective_unwritten(project: Project, _: Around) -> Iterator[Spot]:
    """The objective is empty, or something that only looks as if it were not."""
    if is_unwritten(project.objective):
        yield Spot("objective", "绩效目标未填写")
