"""Where a finding stands, in the words of the table: its unit and project by name, its indicator by number."""

from gzgoals.core.checks.terms.columns import field_word
from gzgoals.core.checks.terms.finding import Finding
from gzgoals.core.table import GoalTable, Place

NAMELESS = "（未填名称）"
SUMS = "合计"


class Whereabouts:
    """Looks up the names in one table; made once for all its findings."""

    def __init__(self, table: GoalTable) -> None:
        self.several_units = len(table.units) > 1
        self._units = {unit.id: unit for unit in table.units}
        self._projects = {project.id: project for unit in table.units for project in unit.projects}
        self._numbers: dict[str, dict[str, int]] = {}

    def project(self, place: Place) -> str | None:
        """Return the name of the project that `place` is or lies in, as it is; None for what lies in none."""
        project = self._projects.get(place.project)
        return project.name if project else None

    def number(self, place: Place) -> int | None:
        """Return the number of the indicator that `place` is or lies in, from 1; None for what lies in none."""
        if not place.indicator or place.project not in self._projects:
            return None
        if (numbers := self._numbers.get(place.project)) is None:
            indicators = self._projects[place.project].indicators
            numbers = self._numbers[place.project] = {each.id: number for number, each in enumerate(indicators, 1)}
        return numbers.get(place.indicator)

    def unit(self, place: Place) -> str:
        """Return the name of the unit that `place` is or lies in, nothing for the table as a whole."""
        unit = self._units.get(place.unit)
        return (unit.name.strip() if unit else "") or NAMELESS if place.unit else ""

    def owner(self, place: Place) -> str:
        """Return the name of the project or unit that `place` is or lies in, `合计` for the table as a whole."""
        if not place.unit:
            return SUMS
        return (self.project(place) or "").strip() or NAMELESS if place.project else self.unit(place)

    def cell(self, finding: Finding) -> str:
        """Return where in its project or unit a finding stands: `指标3·年度指标值`, `财政拨款`."""
        number = self.number(finding.place)
        parts = (f"指标{number}" if number else "", field_word(finding.place.field))
        return "·".join(filter(None, parts))
