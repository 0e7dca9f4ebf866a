"""A table given a year before to be compared with, where it was not rolled forward from it."""

from collections.abc import Collection, Mapping

from gzgoals.core.edits import find_project, replaced
from gzgoals.core.table import GoalTable, Project, new_id
from gzgoals.core.years.comparing import last_year_of
from gzgoals.core.years.matching import match_indicators, match_projects, match_units


def with_last_year(table: GoalTable, old: GoalTable) -> GoalTable:
    """Return the table remembering `old` as the year before; what lives on gets the id that it has in `table`.

    So a project stays the same one in both years whatever its name becomes. Reasons written for a former year before
    are kept: those that no longer fit show as out of date.
    """
    matching = match_projects(old.units, table.units)
    mine = {match.old.project: find_project(table, match.new) for match in matching.pairs}
    units = {their: own for own, their in match_units(old.units, table.units).items()}
    taken = {unit.id for unit in table.units} | {each.id for unit in table.units for each in unit.projects}
    remembered = tuple(
        replaced(
            unit,
            id=units.get(unit.id) or _free(unit.id, taken),
            projects=tuple(_known_as(each, mine.get(each.id), taken) for each in unit.projects),
        )
        for unit in old.units
    )
    reasons = table.last_year.reasons if table.last_year else ()
    return replaced(table, last_year=replaced(last_year_of(old), units=remembered, reasons=reasons))


def _known_as(old: Project, new: Project | None, taken: Collection[str]) -> Project:
    """Return last year's project under the ids of this year's."""
    if new is None:
        return replaced(old, id=_free(old.id, taken))
    ids: Mapping[str, str] = {then.id: now.id for then, now in match_indicators(old, new) if then and now}
    used = {indicator.id for indicator in new.indicators}
    indicators = tuple(replaced(each, id=ids.get(each.id) or _free(each.id, used)) for each in old.indicators)
    return replaced(old, id=new.id, indicators=indicators)


def _free(thing_id: str, taken: Collection[str]) -> str:
    return new_id() if thing_id in taken else thing_id
