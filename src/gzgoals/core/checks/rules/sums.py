"""What the 合计 and unit rows of an imported file should be like: the sums of their projects."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from gzgoals.core.checks.terms.columns import COLUMNS
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import put_value
from gzgoals.core.table import GoalTable, Stated, money_text


class Sums(NamedTuple):
    """The amounts in 万元 that a row of sums printed, beside what its projects sum up to."""

    stated: Stated
    computed: Stated


@rule("M02", Severity.ERROR, Sums)
def stated_sum_differs(sums: Sums, _: Around) -> Iterator[Spot]:
    """A column of a printed row of sums is not the sum of its projects."""
    for column, word in COLUMNS.items():
        stated, computed = getattr(sums.stated, column), getattr(sums.computed, column)
        if stated != computed:
            difference = money_text(abs(stated - computed))
            message = f"“{word}”合计 {money_text(stated)}，项目之和 {money_text(computed)}，差 {difference}"
            yield Spot(f"stated.{column}", message)


@remedy("M02")
def sum_up_anew(_table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Forget what the file printed: sums are always computed."""
    yield Fix("取合计", partial(put_value, place=finding.place.at("stated"), value=None))
