"""One file that holds a table in the official layout and once more in rows of indicators: nothing comes twice."""

from dataclasses import replace

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.printed.wording import compact
from gzgoals.core.exchange.source import NOWHERE, Spot
from gzgoals.core.table import TABLE, GoalTable, Indicator, Place, Project, Unit


def with_missing(draft: Draft, other: Draft) -> Draft:
    """Return the official table's draft with whatever the other sheets' has beyond it.

    A project without indicators or objective gets those of its namesake; projects that stand only in the other are
    added to their unit. What both have and have differently is a doubt, and the official table's is kept.
    """
    doubts: list[Doubt] = []
    taken: dict[str, str] = {}
    table = draft.table
    waiting = [(unit, project) for unit in other.table.units for project in unit.projects]
    for unit in table.units:
        projects = []
        for project in unit.projects:
            twin = _twin(waiting, unit, project)
            if twin is None:
                projects.append(project)
                continue
            waiting.remove(twin)
            filled = _filled(project, twin[1])
            if filled is not project:
                taken[twin[1].id] = project.id
            if text := _differs(filled, twin[1]):
                spot = next(iter(other.origins.get(twin[1].id, ())), NOWHERE)
                why = "因项目支出绩效目标表中与它不同，请核对"
                doubts.append(Doubt(spot, Place(unit.id, project.id), f"“{project.name}”的另一份{text}没有读入", why))
            projects.append(filled)
        table = _with_unit(table, replaced(unit, projects=tuple(projects)))
    table, added = _with_added(table, waiting, other)
    ids = {project.id for _, project in waiting}
    kept = [each for each in other.doubts if each.place.project in ids or each.place.project in taken]
    moved = [replace(each, place=_moved(each.place, table, taken)) for each in kept]
    origins = dict(draft.origins) | {key: spots for key, spots in other.origins.items() if key in ids}
    origins |= {own: (*draft.origins.get(own, ()), *other.origins.get(their, ())) for their, own in taken.items()}
    return replace(draft, table=table, doubts=(*draft.doubts, *doubts, *added, *moved), origins=origins)


def _twin(waiting: list[tuple[Unit, Project]], unit: Unit, project: Project) -> tuple[Unit, Project] | None:
    same = [each for each in waiting if compact(each[1].name) == compact(project.name)]
    of_unit = [each for each in same if compact(each[0].name) == compact(unit.name)]
    return next(iter(of_unit or same), None)


def _filled(project: Project, twin: Project) -> Project:
    changes: dict[str, object] = {}
    if not project.indicators and twin.indicators:
        changes["indicators"] = twin.indicators
    if not project.objective and twin.objective:
        changes["objective"] = twin.objective
    if not project.funding.total and twin.funding.total:
        changes["funding"] = twin.funding
    return replaced(project, **changes) if changes else project


def _differs(project: Project, twin: Project) -> str:
    parts = []
    if twin.funding.total and twin.funding.total != project.funding.total:
        parts.append("金额")
    if twin.objective and compact(twin.objective) != compact(project.objective):
        parts.append("绩效目标")
    if twin.indicators and [_said(each) for each in twin.indicators] != [_said(each) for each in project.indicators]:
        parts.append("绩效指标")
    return "、".join(parts)


def _said(indicator: Indicator) -> tuple[str, str, str]:
    return compact(indicator.name), compact(indicator.cycle.text), compact(indicator.annual.text)


def _with_unit(table: GoalTable, unit: Unit) -> GoalTable:
    return replaced(table, units=tuple(unit if each.id == unit.id else each for each in table.units))


def _with_added(table: GoalTable, waiting: list[tuple[Unit, Project]], other: Draft) -> tuple[GoalTable, list[Doubt]]:
    doubts = []
    for unit, project in waiting:
        home = next((each for each in table.units if compact(each.name) == compact(unit.name)), None)
        home = home or (table.units[0] if len(table.units) == 1 and not unit.name else None)
        if home:
            table = _with_unit(table, replaced(home, projects=(*home.projects, project)))
        else:
            home = replaced(unit, projects=(project,), stated=None)
            table = replaced(table, units=(*table.units, home))
        spot: Spot = next(iter(other.origins.get(project.id, ())), NOWHERE)
        read = f"“{project.name}”加在单位“{home.name}”之后"
        doubts.append(Doubt(spot, Place(home.id, project.id), read, "因它只在另一张表中有，请核对"))
    if waiting and table.stated:
        doubts.append(Doubt(NOWHERE, TABLE, "原表合计未保留", "几张表合并后不再可比"))
        table = replaced(table, stated=None)
    return table, doubts


def _moved(place: Place, table: GoalTable, taken: dict[str, str]) -> Place:
    """Return where in the joined table a doubt's place is."""
    project = taken.get(place.project, place.project)
    home = next(unit for unit in table.units if any(each.id == project for each in unit.projects))
    return replace(place, unit=home.id, project=project)
