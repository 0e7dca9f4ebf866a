"""Where a finding stands, in the words of the table: its unit and project by name, its indicator by number."""

from gzgoals.core.checks.columns import field_word
from gzgoals.core.checks.finding import Finding
from gzgoals.core.table import GoalTable, Place

NAMELESS = "（未填名称）"
SUMS = "合计"


class Whereabouts:
    """Looks up the names in one table; made once for all its findings."""

    def __init__(self, table: GoalTable) -> None:
        self.several_units = len(table.units) > 1
        self.units = {unit.id: unit.name for unit in table.units}
        self.projects = {project.id: project.name for unit in table.units for project in unit.projects}
        self.numbers = {
            indicator.id: number
            for unit in table.units
            for project in unit.projects
            for number, indicator in enumerate(project.indicators, 1)
        }

    def unit(self, place: Place) -> str:
        """Return the name of the unit that `place` is or lies in, nothing for the table as a whole."""
        return (self.units.get(place.unit, "").strip() or NAMELESS) if place.unit else ""

    def owner(self, place: Place) -> str:
        """Return the name of the project or unit that `place` is or lies in, `合计` for the table as a whole."""
        if not place.unit:
            return SUMS
        names = self.projects if place.project else self.units
        return names.get(place.project or place.unit, "").strip() or NAMELESS

    def cell(self, finding: Finding) -> str:
        """Return where in its project or unit a finding stands: `指标3·年度指标值`, `财政拨款`."""
        number = self.numbers.get(finding.place.indicator)
        parts = (f"指标{number}" if number else "", field_word(finding.place.field))
        return "·".join(filter(None, parts))
