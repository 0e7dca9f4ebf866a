"""The court's published table of 2026, what became of it in an invented 2027, and small tables to compare."""

from decimal import Decimal
from functools import cache

from gzgoals.core.edits import add_project, put_value, remove_indicators, remove_project
from gzgoals.core.exchange import read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Indicator, Place, Project, Target, Unit
from gzgoals.core.years import rolled, usual_plan

SAMPLE = "samples/guangzhou-internet-court.published.txt"


@cache
def published() -> GoalTable:
    """Return the published table."""
    return read_text(resource(SAMPLE).read_bytes(), SAMPLE, 2026).table


@cache
def next_year() -> GoalTable:
    """Return what an officer might make of it a year later."""
    table = rolled(published(), usual_plan(published(), 2027))
    unit = table.units[0]
    place = {number: Place(unit.id, project.id) for number, project in enumerate(unit.projects, 1)}
    housing, purchases = unit.projects[1], unit.projects[9]
    table = put_value(table, place[1].at("objective"), "为审判执行部门配足配齐辅助人员。")
    table = put_value(table, place[2].at("funding.appropriation"), Decimal("650.00"))
    satisfaction = Place(unit.id, housing.id, housing.indicators[4].id)
    table = put_value(table, satisfaction.at("annual.value"), "96")
    table = remove_indicators(table, place[10], {purchases.indicators[1].id})
    table = remove_project(table, place[12])
    table = put_value(table, place[16].at("funding.appropriation"), Decimal("3.00"))
    return add_project(table, Place(unit.id), project("数据安全专项", "88.80"), 3)


def project(name: str = "", amount: str = "0.00", objective: str = "", *indicators: str) -> Project:
    """Return a project with money in the first column and indicators of these names."""
    return Project(
        name=name,
        funding=Funding(appropriation=Decimal(amount)),
        objective=objective,
        indicators=tuple(indicator(each) for each in indicators),
    )


def indicator(name: str, value: str = "95", category: str = "12") -> Indicator:
    """Return an indicator that should reach at least some per cent."""
    target = Target(operator="≥", value=value, measure="%")
    return Indicator(category=category, name=name, cycle=target, annual=target)


def unit(name: str, *projects: Project) -> Unit:
    """Return a unit with these projects."""
    return Unit(name=name, projects=projects)


def table(*units: Unit, year: int = 2026) -> GoalTable:
    """Return a table of the court with these units."""
    return GoalTable(year=year, department="法院", units=units)
