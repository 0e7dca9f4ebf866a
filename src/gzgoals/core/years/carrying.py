"""What hangs on projects by their ids, carried over with them: explanations, the year before, reasons."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from gzgoals.core.edits import replaced
from gzgoals.core.table import Explanation, GoalTable, Indicator, LastYear, Project, Reason, Unit, new_id
from gzgoals.core.years.likeness import content, plain
from gzgoals.core.years.matching import match_indicators

T = TypeVar("T", Unit, Project, Indicator)


def all_ids(units: Iterable[Unit]) -> set[str]:
    """Return the ids of units and of everything in them."""
    units = tuple(units)
    projects = [project for unit in units for project in unit.projects]
    ids = {unit.id for unit in units} | {project.id for project in projects}
    return ids | {indicator.id for project in projects for indicator in project.indicators}


def apart(project: Project, taken: set[str]) -> Project:
    """Return the project with fresh ids where its own are `taken` already; those it has are added there."""
    own = _apart(project, taken)
    return replaced(own, indicators=tuple(_apart(indicator, taken) for indicator in own.indicators))


def in_place_of(old: Project, new: Project, taken: set[str]) -> Project:
    """Return the new project under the old one's ids; other indicators get fresh ids where theirs are `taken`."""
    known = {mine.id: their.id for their, mine in match_indicators(old, new) if their and mine}
    indicators = []
    for indicator in new.indicators:
        own = known.get(indicator.id) or (new_id() if indicator.id in taken else indicator.id)
        taken.add(own)
        indicators.append(replaced(indicator, id=own))
    return replaced(new, id=old.id, indicators=tuple(indicators))


def with_ids(project: Project, ids: Mapping[str, str]) -> Project:
    """Return the project with its own and its indicators' ids exchanged as `ids` say."""
    return replaced(
        project,
        id=ids.get(project.id, project.id),
        indicators=tuple(replaced(each, id=ids.get(each.id, each.id)) for each in project.indicators),
    )


def paired_ids(source: Project, result: Project) -> dict[str, str]:
    """Return the ids of a project and its indicators by those they have in the source, where both have the same."""
    inner = {mine.id: their.id for mine, their in zip(source.indicators, result.indicators, strict=True)}
    return {source.id: result.id, **inner}


def carried(table: GoalTable, source: GoalTable, ids: Mapping[str, str], *, whole: bool) -> GoalTable:
    """Return the table with what the source knows about the projects that came from it, where it knows nothing itself.

    `ids` gives the id in `table` for that in `source`. With `whole`, also what the source had the year before and has
    no more. Nothing is taken from another year before than the table's own.
    """
    explanations = _joined(table.explanations, (_explanation(each, ids) for each in source.explanations))
    return replaced(table, explanations=explanations, last_year=_last_year(table, source, ids, whole=whole))


def _apart(thing: T, taken: set[str]) -> T:
    own = replaced(thing, id=new_id()) if thing.id in taken else thing
    taken.add(own.id)
    return own


def _explanation(explanation: Explanation, ids: Mapping[str, str]) -> Explanation | None:
    if explanation.project and explanation.project not in ids:
        return None
    if explanation.indicator and explanation.indicator not in ids:
        return None
    return replaced(
        explanation,
        project=ids.get(explanation.project, ""),
        indicator=ids.get(explanation.indicator, ""),
    )


def _joined(own: tuple[Explanation, ...], more: Iterable[Explanation | None]) -> tuple[Explanation, ...]:
    known = {(each.rule, each.project, each.indicator, each.field) for each in own}
    return (
        *own,
        *(each for each in more if each and (each.rule, each.project, each.indicator, each.field) not in known),
    )


def _last_year(table: GoalTable, source: GoalTable, ids: Mapping[str, str], *, whole: bool) -> LastYear | None:
    former, theirs = table.last_year, source.last_year
    if theirs is None or (former and former.year != theirs.year) or table.year != source.year:
        return former
    own = former or LastYear(year=theirs.year, department=theirs.department)
    units = own.units
    taken = all_ids(units)
    there = {(plain(unit.name), content(each)) for unit in units for each in unit.projects} if whole else set()
    for unit in theirs.units:
        for project in unit.projects:
            if project.id in ids:
                wanted = ids[project.id] not in taken
            else:
                wanted = whole and project.id not in taken and (plain(unit.name), content(project)) not in there
            if wanted:
                units = with_project_in(units, unit, apart(with_ids(project, ids), taken), taken)
    if units is own.units and former is None:
        return None
    return replaced(own, units=units, reasons=_reasons(own.reasons, theirs.reasons, ids, whole=whole))


def _reasons(
    own: tuple[Reason, ...], more: Iterable[Reason], ids: Mapping[str, str], *, whole: bool
) -> tuple[Reason, ...]:
    known = {(each.project, each.indicator, each.field) for each in own}
    moved = (
        replaced(
            each,
            project=ids.get(each.project, each.project),
            indicator=ids.get(each.indicator, each.indicator),
        )
        for each in more
        if whole or each.project in ids
    )
    return (*own, *(each for each in moved if (each.project, each.indicator, each.field) not in known))


def with_project_in(units: tuple[Unit, ...], like: Unit, project: Project, taken: set[str]) -> tuple[Unit, ...]:
    """Return the units with a project standing last in the one that is named as `like`, or in a new one.

    The new one keeps the id of `like` unless that is among the `taken` ones.
    """
    for number, unit in enumerate(units):
        if plain(unit.name) == plain(like.name):
            grown = replaced(unit, projects=(*unit.projects, project), stated=None)
            return (*units[:number], grown, *units[number + 1 :])
    return (*units, replaced(_apart(like, taken), projects=(project,), stated=None))
