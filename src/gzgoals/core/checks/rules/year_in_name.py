"""Years in a project's name that have passed: such a project may have ended, or its name was forgotten."""

from collections.abc import Iterator
from functools import partial

from gzgoals.core.checks.terms.among import Among
from gzgoals.core.checks.terms.finding import Finding, Fix, Severity
from gzgoals.core.checks.terms.names import name_key
from gzgoals.core.checks.terms.rule import Around, Spot, remedy, rule
from gzgoals.core.edits import find_project, find_unit, put_value
from gzgoals.core.table import GoalTable, Place
from gzgoals.core.table.year_text import YearExpression, latest_year, moved, year_expressions


@rule("P03", Severity.HINT, Among)
def year_has_passed(among: Among, _: Around) -> Iterator[Spot]:
    """The last year that the name tells is before the budget year; a span counts by its last year."""
    name = among.project.name
    last = latest_year(name)
    if 0 < last < among.year:
        message = f"名称中的年份 {last} 早于预算年度 {among.year}，请确认是否仍需安排"
        yield Spot("name", message, value=f"{name}；{among.year}")


@remedy("P03")
def advance_years(table: GoalTable, finding: Finding, _: Around) -> Iterator[Fix]:
    """Move the latest year, and all that end in it, on to the budget year; not inside a code."""
    name = find_project(table, finding.place).name
    expressions = _latest(name)
    if not any(each.in_code for each in expressions) and _advanced(table, finding.place) is not table:
        after = moved(name, expressions, table.year)
        years = "、".join(dict.fromkeys(after[each.begin : each.end].strip() for each in expressions))
        yield Fix(f"年份改为“{years}”", partial(_advanced, place=finding.place), kind="年份改到预算年度")


def _latest(name: str) -> tuple[YearExpression, ...]:
    return tuple(each for each in year_expressions(name) if each.last == latest_year(name))


def _advanced(table: GoalTable, place: Place) -> GoalTable:
    """Return the table with the name's years moved on; the same where another project of the unit has that name."""
    name = find_project(table, place).name
    after = moved(name, _latest(name), table.year)
    if any(name_key(each.name) == name_key(after) for each in find_unit(table, place).projects):
        return table
    return put_value(table, place.at("name"), after)
