"""What an indicator's name should be like."""

from collections.abc import Iterator

from gzgoals.core.checks.finding import Severity
from gzgoals.core.checks.look import Look
from gzgoals.core.checks.rule import Around, Spot, rule


@rule("N01", Severity.ERROR, Look)
def name_missing(look: Look, _: Around) -> Iterator[Spot]:
    """The indicator has no name."""
    if not look.name:
        yield Spot("name", "指标名称未填写")
