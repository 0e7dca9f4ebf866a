"""What a project's name should be like."""

from collections.abc import Iterator

from gzgoals.core.checks.among import Among
from gzgoals.core.checks.finding import Severity
from gzgoals.core.checks.rule import Around, Spot, rule


@rule("P01", Severity.ERROR, Among)
def name_missing_or_twin(among: Among, _: Around) -> Iterator[Spot]:
    """The project has no name, or the name of an earlier one in its unit, blanks aside."""
    if not among.project.name.strip():
        yield Spot("name", "项目名称为空")
    elif among.twin:
        yield Spot("name", f"与第{among.twin}个项目重复")
