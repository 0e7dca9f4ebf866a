"""What an indicator's name should be like."""

from collections.abc import Iterator

from gzgoals.core.checks.finding import Severity
from gzgoals.core.checks.rule import Around, Spot, rule
from gzgoals.core.table import Indicator


@rule("N01", Severity.ERROR, Indicator)
def name_missing(indicator: Indicator, _: Around) -> Iterator[Spot]:
    """The indicator has no name."""
    if not indicator.name.strip():
        yield Spot("name", "指标名称未填写")
