"""What a project's name should be like."""

import re
from collections.abc import Iterator

from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.finding import Severity
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.checks.terms.rule import Around, Spot, rule
from gzgoals.core.table import Project

_SAID = re.compile(r"[^\W_]")
_CHINESE = re.compile("[\u2e80-\u2fd5\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@rule("P01", Severity.ERROR, Among)
def name_missing_or_twin(among: Among, _: Around) -> Iterator[Spot]:
    """The project has no name, signs alone are none, or the name of an earlier one in its unit, blanks aside."""
    if not _SAID.search(among.project.name):
        yield Spot("name", "项目名称为空")
    elif among.twin:
        yield Spot("name", f"与第{among.twin}个项目重复")


@rule("P02", Severity.WARNING, Project)
def name_is_code(project: Project, _: Around) -> Iterator[Spot]:
    """The name has no Chinese character."""
    if not _CHINESE.search(project.name) and _SAID.search(project.name):
        yield Spot("name", f"项目名称“{project.name.strip()}”像编号，公开表应填项目全称")


@rule("P04", Severity.ERROR, Project)
def name_too_long(project: Project, around: Around) -> Iterator[Spot]:
    """The name has more characters than the limit, 60, blanks aside."""
    limit = around.words.limits.project_name
    if len(project.name) > limit and len(name_key(project.name)) > limit:
        yield Spot("name", f"项目名称超过{limit}字")
