"""A small table to try things on: a court with a project that has indicators, and one that has none."""

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, Indicator, Project, Target, Unit

RATE = Target(operator="≥", value="95", measure="%")
INTACT = Indicator(id="i", category="12", name="完好率", cycle=RATE, annual=RATE)
CONTENT = Indicator(id="j", category="31", name="满意度", cycle=RATE, annual=RATE)
UPKEEP = Project(id="p", name="物业费", objective="满足需要。", indicators=(INTACT, CONTENT))
COURT = Unit(id="u", name="某法院", projects=(UPKEEP, Project(id="q", name="租赁费")))
SMALL = GoalTable(year=2026, department="某法院", units=(COURT,))


def with_indicators(*indicators: Indicator) -> GoalTable:
    """Return the small table with other indicators in its first project."""
    upkeep = replaced(UPKEEP, indicators=indicators)
    return replaced(SMALL, units=(replaced(COURT, projects=(upkeep, *COURT.projects[1:])),))
