"""A table as flat rows: one a project, one an indicator, or both in one, in the columns of our own sheets."""

from collections.abc import Iterator
from itertools import count

from gzgoals.core.table import Amount, Catalogue, GoalTable, Indicator, Project, Target, Unit, catalogue_of

Cell = str | int | Amount
Cells = tuple[Cell, ...]
"""The cells of a row: texts, amounts, and numbers that count."""

BLANK_AMOUNT = "—"
"""What stands for an amount that is still to be filled in, and before a draft that is blank or begins with it itself.

A cell with nothing in it is zero.
"""

_NO_PROJECT: Cells = ("",) * 7
_NO_INDICATOR: Cells = ("",) * 12


def project_rows(table: GoalTable) -> Iterator[Cells]:
    """Yield a row for each project, and one for each unit that has none."""
    for number, unit in enumerate(table.units, 1):
        yield from (_project(number, unit, order, project) for order, project in _numbered(unit))
        if not unit.projects:
            yield (number, unit.name, *_NO_PROJECT)


def indicator_rows(table: GoalTable) -> Iterator[Cells]:
    """Yield a row for each indicator, behind what tells its project."""
    catalogue = catalogue_of(table.scheme)
    for number, unit in enumerate(table.units, 1):
        for order, project in _numbered(unit):
            owner = (number, unit.name, order, project.name)
            for place, indicator in enumerate(project.indicators, 1):
                yield (*owner, place, *_indicator(indicator, catalogue))


def whole_rows(table: GoalTable) -> Iterator[Cells]:
    """Yield rows that say everything: one an indicator, one for what has none, and one for a table without units."""
    catalogue = catalogue_of(table.scheme)
    head: Cells = (table.year, table.department, table.scheme)
    for number, unit in enumerate(table.units, 1):
        for order, project in _numbered(unit):
            owner = (*head, *_project(number, unit, order, project))
            for place, indicator in enumerate(project.indicators, 1):
                yield (*owner, place, *_indicator(indicator, catalogue))
            if not project.indicators:
                yield (*owner, *_NO_INDICATOR)
        if not unit.projects:
            yield (*head, number, unit.name, *_NO_PROJECT, *_NO_INDICATOR)
    if not table.units:
        yield (*head, "", "", *_NO_PROJECT, *_NO_INDICATOR)


def _numbered(unit: Unit) -> Iterator[tuple[int, Project]]:
    return zip(count(1), unit.projects, strict=False)


def _project(number: int, unit: Unit, order: int, project: Project) -> Cells:
    funding = project.funding
    parts = (_amount(part) for part in (funding.appropriation, funding.special_account, funding.other))
    return (number, unit.name, order, project.name, funding.total, *parts, project.objective)


def _amount(amount: Amount) -> Amount:
    blank = isinstance(amount, str) and (not amount.strip() or amount.strip().startswith(BLANK_AMOUNT))
    return f"{BLANK_AMOUNT}{amount}" if blank else amount


def _indicator(indicator: Indicator, catalogue: Catalogue) -> Cells:
    category = _category(indicator.category, catalogue)
    return (*category, indicator.name, *_target(indicator.cycle), *_target(indicator.annual))


def _category(category: str, catalogue: Catalogue) -> Cells:
    """Return code and name of both levels; what the scheme does not know has no code, and its text as the name."""
    known = catalogue.by_code.get(category)
    if known is None:
        first, second = catalogue.levels(category)
        return ("", first, "", second)
    parent = catalogue.by_code.get(known.parent)
    if parent is None:
        return (known.code, known.name, "", "")
    return (parent.code, parent.name, known.code, known.name)


def _target(target: Target) -> Cells:
    return (target.operator, target.value, target.measure)
