"""What a project's name should be like."""

from collections.abc import Iterator

from gzgoals.core.checks.finding import Severity
from gzgoals.core.checks.rule import Around, Spot, rule
from gzgoals.core.table import Project


@rule("P01", Severity.ERROR, Project)
def name_missing_or_twin(project: Project, around: Around) -> Iterator[Spot]:
    """The project has no name, or the name of an earlier one in its unit, blanks aside."""
    if not project.name.strip():
        yield Spot("name", "项目名称为空")
    elif around.twin:
        yield Spot("name", f"与第{around.twin}个项目重复")
