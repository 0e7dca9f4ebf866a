"""The published sample with an invented year before it, so that every kind of change occurs."""

from dataclasses import replace
from decimal import Decimal

from gzgoals.core.edits import add_indicators, add_project, put_value, remove_project
from gzgoals.core.exchange import read_text
from gzgoals.core.resources import resource
from gzgoals.core.table import Funding, GoalTable, Indicator, Place, Project, Target
from gzgoals.core.years import last_year_of, remembering

SAMPLE = "samples/guangzhou-internet-court.published.txt"


def sample() -> GoalTable:
    """Return the published table of 2026."""
    return read_text(resource(SAMPLE).read_bytes(), SAMPLE, 2026).table


def year_before(table: GoalTable) -> GoalTable:
    """Return an invented table of the year before `table`: one project more, one less, one under another name."""
    unit = table.units[0]
    places = [Place(unit.id, project.id) for project in unit.projects]
    old = put_value(table, Place().at("year"), table.year - 1)
    old = put_value(old, places[1].at("funding.appropriation"), Decimal("598.00"))
    old = put_value(old, places[0].at("funding.appropriation"), Decimal("570.25"))
    old = put_value(old, places[0].at("objective"), f"{unit.projects[0].objective[:-1]}，保障审判。")
    old = put_value(old, places[2].at("name"), "办公用房租赁经费")
    first = unit.projects[1].indicators[1]
    there = replace(places[1], indicator=first.id)
    old = put_value(old, there.at("annual"), Target(operator="≥", value="95", measure="%"))
    old = add_indicators(old, places[1], (Indicator(category="13", name="报修响应时间"),), 2)
    old = remove_project(old, places[4])
    gone = Project(name="审判法庭改造工程", objective="完成改造。", funding=Funding(other=Decimal("120.00")))
    return add_project(old, Place(unit.id), gone, 3)


def two_years() -> GoalTable:
    """Return the published table remembering the invented year before."""
    table = sample()
    return remembering(table, last_year_of(year_before(table)))
