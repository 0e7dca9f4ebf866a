"""A table given a year to remember: last year's table from elsewhere, tied to this year's by the ids."""

from gzgoals.core.edits import replaced
from gzgoals.core.table import GoalTable, LastYear, Place, new_id
from gzgoals.core.years.carrying import all_ids, with_ids
from gzgoals.core.years.matching import match_indicators, match_projects, match_units


def remembering(table: GoalTable, old: LastYear) -> GoalTable:
    """Return the table with `old` as its year before, under this year's ids where a thing lives on.

    Reasons that the table has already are kept.
    """
    ids = _living_on(table, old)
    lent = set(ids.values())
    ids |= {each: new_id() for each in all_ids(old.units) if each not in ids and each in lent}
    units = tuple(
        replaced(unit, id=ids.get(unit.id, unit.id), projects=tuple(with_ids(each, ids) for each in unit.projects))
        for unit in old.units
    )
    reasons = table.last_year.reasons if table.last_year else ()
    return replaced(table, last_year=replaced(old, units=units, reasons=reasons))


def _living_on(table: GoalTable, old: LastYear) -> dict[str, str]:
    """Return this year's ids by last year's, for units, projects and indicators."""
    ids = {their: mine for mine, their in match_units(old.units, table.units).items()}
    now = {Place(unit.id, each.id): each for unit in table.units for each in unit.projects}
    then = {Place(unit.id, each.id): each for unit in old.units for each in unit.projects}
    for match in match_projects(old.units, table.units).pairs:
        ids[match.old.project] = match.new.project
        pairs = match_indicators(then[match.old], now[match.new])
        ids |= {their.id: mine.id for their, mine in pairs if their and mine}
    return ids
