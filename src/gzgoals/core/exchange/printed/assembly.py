"""Rows in their ranks and columns made into a table, with the doubts about its structure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.printed.columns import SettledGroup, Split, settle, sums_of
from gzgoals.core.exchange.printed.grounds import column_doubts
from gzgoals.core.exchange.printed.indicator_text import category_of, indicator_of
from gzgoals.core.exchange.printed.outline import Group, Outline
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.source import OpenBreak, Spot
from gzgoals.core.table import (
    TABLE,
    Catalogue,
    Funding,
    GoalTable,
    Place,
    Project,
    Stated,
    Unit,
    catalogue_of,
    scheme_names,
    worth,
)

_NO_SIGN = "因这一行正好排满，看不出是否分段，请核对"


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands above a table, once every gap in it is filled."""

    year: int
    department: str
    scheme: str


def draft_of(outline: Outline, caption: Caption) -> Draft:
    """Return the table that the rows make up, amounts in 万元, with the doubts about columns and names."""
    settled = settle(outline)
    catalogue = catalogue_of(caption.scheme)
    units = tuple(
        _unit(group, read, catalogue, caption.department)
        for group, read in zip(outline.groups, settled.groups, strict=True)
    )
    everything = [split for read in settled.groups for split in read.projects]
    table = GoalTable(
        year=caption.year,
        scheme=caption.scheme,
        department=caption.department,
        units=units,
        stated=_stated(outline.total, settled.total, everything),
    )
    doubts = [*_structure_doubts(outline, units), *column_doubts(outline, settled, units)]
    return Draft(
        table,
        tuple(sorted(doubts, key=lambda doubt: doubt.spot.order)),
        _origins(outline, units),
        summed=outline.total is not None,
    )


def scheme_of(rows: Sequence[Row]) -> str:
    """Return the coding scheme that knows most of the printed categories; the oldest of those that know as many."""
    categories = Counter((printed.first, printed.second) for row in rows for printed in row.printed)

    def known(scheme: str) -> int:
        catalogue = catalogue_of(scheme)
        return sum(count for levels, count in categories.items() if catalogue.knows(category_of(*levels, catalogue)))

    return max(scheme_names(), key=known)


def _unit(group: Group, read: SettledGroup, catalogue: Catalogue, department: str) -> Unit:
    return Unit(
        name=group.head.name if group.head else department,
        projects=tuple(
            _project(row, split, catalogue) for row, split in zip(group.projects, read.projects, strict=True)
        ),
        stated=_stated(group.head, read.head, read.projects),
    )


def _project(row: Row, split: Split, catalogue: Catalogue) -> Project:
    appropriation, special_account, other = split
    printed, total = worth(row.amounts[0]), sum(map(worth, split))
    return Project(
        name=row.name,
        funding=Funding(
            appropriation=appropriation,
            special_account=special_account,
            other=other,
            stated_total=printed if printed != total else None,
        ),
        objective=row.objective,
        indicators=tuple(indicator_of(indicator, catalogue) for indicator in row.printed),
    )


def _stated(row: Row | None, split: Split | None, projects: Sequence[Split]) -> Stated | None:
    """Return what a 合计 or unit row printed where it differs from the sums below it."""
    if row is None or split is None:
        return None
    total, parts, sums = worth(row.amounts[0]), tuple(map(worth, split)), sums_of(projects)
    if (total, *parts) == (sum(sums), *sums):
        return None
    return Stated(total=total, appropriation=parts[0], special_account=parts[1], other=parts[2])


def _origins(outline: Outline, units: Sequence[Unit]) -> dict[str, tuple[Spot, ...]]:
    origins = {}
    for group, unit in zip(outline.groups, units, strict=True):
        origins[unit.id] = group.head.spots if group.head else ()
        origins |= {project.id: row.spots for project, row in zip(unit.projects, group.projects, strict=True)}
    return origins


def _structure_doubts(outline: Outline, units: Sequence[Unit]) -> Iterator[Doubt]:
    if outline.department:
        name = outline.department.name
        yield Doubt(outline.department.spot, TABLE, f"“{name}”视为部门，未列为单位", "因其金额与合计相同，下面另列单位")
    for group, unit in zip(outline.groups, units, strict=True):
        if not group.head:
            read = f"下列 {len(group.projects)} 个项目归入{f'单位“{unit.name}”' if unit.name else '一个单位'}"
            yield Doubt(group.projects[0].spot, Place(unit.id, field="name"), read, "因原文没有单位行，请核对")
        rows = [*([group.head] if group.head else []), *group.projects]
        places = [*([Place(unit.id)] if group.head else []), *(Place(unit.id, p.id) for p in unit.projects)]
        for row, place in zip(rows, places, strict=True):
            if row.unsure:
                why = "因上文既没有句号收尾，也没有缩进，请核对名称与上一项目的文字"
                yield Doubt(row.spot, place.at("name"), f"名称读作“{row.name}”", why)
            yield from _text_doubts(row, place)


def _text_doubts(row: Row, place: Place) -> Iterator[Doubt]:
    """Doubt rows without amounts, slips in the numbers, and texts with words that belong to a cell of their own."""
    if row.note:
        yield Doubt(row.spot, TABLE, f"表后的附注“{row.note[:40]}”没有读入", "因它不属于任何一个项目")
    if row.unpaid:
        yield Doubt(row.spot, place.at("funding"), f"“{row.name}”按没有资金读入", "因原文没有印它的金额，请核对")
    numbers = [printed.number for printed in row.printed]
    if numbers != list(range(1, len(numbers) + 1)):
        read = f"“{row.name}”的指标按顺序读入 {len(numbers)} 条"
        yield Doubt(row.spot, place.at("indicators"), read, "因原文的指标编号不连续，请核对")
    if row.open_breaks:
        yield Doubt(row.spot, place.at("objective"), _break_read(row.open_breaks), _NO_SIGN)
    if row.mixed:
        why = "因其中有“指标值”字样，可能混入了另一行的文字，请核对"
        yield Doubt(row.spot, place, f"“{row.name}”的文字未能完全分开", why)


def _break_read(breaks: Sequence[OpenBreak]) -> str:
    first, more = breaks[0], len(breaks) - 1
    others = f"，另有 {more} 处相同" if more else ""
    return f"“{first.before}”之后读作{'另起一段' if first.parted else '同一段'}{others}"
