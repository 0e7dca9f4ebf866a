"""All indicators on paper, a row each: to be gone through in a meeting, or handed to those who answer for them."""

from collections.abc import Iterator

from gzgoals.core.table import GoalTable, Project, catalogue_of
from gzgoals.gui.paper.kinds import INDICATORS
from gzgoals.gui.paper.listing import Listing, ListRow
from gzgoals.gui.paper.rows import printed_text


def indicator_listing(table: GoalTable) -> Listing:
    """Return the indicators of a table as a list to be printed."""
    caption = printed_text(f"部门名称：{table.department}　　{table.year} 年度")
    title = printed_text(f"{table.department}{table.year}年{INDICATORS.title}")
    return Listing.of(INDICATORS, caption, title, indicator_rows(table))


def indicator_rows(table: GoalTable) -> Iterator[ListRow]:
    """Yield the rows from top to bottom: below each unit its projects, their names once for all their indicators."""
    for unit in table.units:
        yield ListRow((printed_text(unit.name), *[""] * (len(INDICATORS.columns) - 1)), leads=bool(unit.projects))
        for project in unit.projects:
            yield from _project_rows(project, table.scheme)


def _project_rows(project: Project, scheme: str) -> Iterator[ListRow]:
    catalogue, name = catalogue_of(scheme), printed_text(project.name)
    if not project.indicators:
        yield ListRow((name, "", "", "", "（没有指标）", "", ""), depth=1)
    for number, indicator in enumerate(project.indicators, 1):
        first, second = catalogue.levels(indicator.category)
        texts = (str(number), first, second, indicator.name, indicator.cycle.text, indicator.annual.text)
        yield ListRow((name, *map(printed_text, texts)), joined=number > 1, depth=1)
