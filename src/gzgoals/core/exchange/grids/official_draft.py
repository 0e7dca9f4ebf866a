"""One draft of all official tables that a document holds: the department's, or one for each of its units."""

from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.grids.official import OfficialTable
from gzgoals.core.exchange.printed.assembly import Caption, draft_of, scheme_of
from gzgoals.core.exchange.printed.filling import filled_caption
from gzgoals.core.exchange.printed.outline import Outline, outline_of
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.table import TABLE, GoalTable, Project, Unit


def official_draft(tables: Sequence[OfficialTable], source: str, year: int | None = None) -> Draft:
    """Return the draft of one or several official tables; `source` is the file's name, `year` the year if known.

    Of several tables the units stand one after another. A table that says no more than another one does is left out,
    as a department's document prints its units' projects twice.
    """
    drafts = [_draft(table, source, year) for table in tables]
    kept = _distinct(drafts)
    return kept[0] if len(kept) == 1 else _joined(kept)


def _draft(table: OfficialTable, source: str, year: int | None) -> Draft:
    outline = outline_of(table.rows)
    caption, doubts = _caption(table, outline, source, year)
    draft = draft_of(outline, caption)
    return replace(draft, doubts=(*doubts, *table.doubts, *draft.doubts))


def _caption(table: OfficialTable, outline: Outline, source: str, year: int | None) -> tuple[Caption, list[Doubt]]:
    if own := table.own:
        return Caption(year or own.year, own.department, own.scheme or scheme_of(table.rows)), []
    return filled_caption(table.captions, outline, table.rows, source, year, table.title)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    contents = [_content(draft.table) for draft in drafts]
    kept: list[Draft] = []
    left_out = 0
    for place, draft in enumerate(drafts):
        others = [other for at, other in enumerate(contents) if at != place]
        larger = any(contents[place] < other for other in others)
        if larger or contents[place] in contents[:place]:
            left_out += 1
        else:
            kept.append(draft)
    if left_out:
        read = f"另有 {left_out} 张绩效目标表没有重复读入"
        doubt = Doubt(NOWHERE, TABLE, read, "因其中的项目在本表中都有，请核对")
        kept[0] = replace(kept[0], doubts=(doubt, *kept[0].doubts))
    return kept


def _content(table: GoalTable) -> frozenset[tuple[object, ...]]:
    return frozenset(_said(project) for unit in table.units for project in unit.projects)


def _said(project: Project) -> tuple[object, ...]:
    funding = project.funding
    return project.name, funding.appropriation, funding.special_account, funding.other, project.objective


def _joined(drafts: Sequence[Draft]) -> Draft:
    first = drafts[0].table
    units: tuple[Unit, ...] = tuple(unit for draft in drafts for unit in draft.table.units)
    read = f"{len(drafts)} 张绩效目标表合为一张，部门名称取“{first.department}”"
    doubts = [Doubt(NOWHERE, TABLE.at("department"), read, "因文件中每个单位各有一张，请核对")]
    if any(draft.table.stated for draft in drafts):
        doubts.append(Doubt(NOWHERE, TABLE, "原表合计未保留", "几张表合并后不再可比"))
    seen = dict.fromkeys(doubt for draft in drafts for doubt in draft.doubts)
    return Draft(
        replaced(first, units=units, stated=None),
        (*doubts, *seen),
        {key: spots for draft in drafts for key, spots in draft.origins.items()},
    )
