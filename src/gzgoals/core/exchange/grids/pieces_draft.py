"""Projects as sheets and forms give them, made into a draft: units, sums, the scheme, every remark a doubt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.exchange.grids.pieces import NO_MONEY, FoundIndicator, Gathering, Piece, Remark, SumRow, sums_of
from gzgoals.core.exchange.printed.assembly import draft_of
from gzgoals.core.exchange.printed.filling import filled_caption
from gzgoals.core.exchange.printed.outline import Group, Outline
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.table import (
    TABLE,
    Catalogue,
    GoalTable,
    Indicator,
    Place,
    Project,
    Unit,
    catalogue_of,
    scheme_names,
)


def draft_of_pieces(gathering: Gathering, source: str, year: int | None) -> Draft:
    """Return the draft of the gathered projects; `source` is the file's name, `year` the year if known."""
    grouped = _grouped(gathering.pieces)
    rows = [_row(piece) for pieces in grouped.values() for piece in pieces]
    outline = _outline(grouped, gathering)
    captions = replace(gathering.captions, scheme=gathering.captions.scheme or _scheme(gathering.pieces))
    if gathering.department and not captions.department:
        captions = replace(captions, department=gathering.department)
    caption, doubts = filled_caption(captions, outline, rows, source, year, gathering.title)
    draft = draft_of(outline, caption)
    pieces = [piece for several in grouped.values() for piece in several]
    table, of_pieces = _with_indicators(draft.table, pieces)
    if pieces and not any(found.first or found.second for piece in pieces for found in piece.indicators):
        of_pieces = [doubt for doubt in of_pieces if doubt.place.field != "category"]
        if any(piece.indicators for piece in pieces):
            doubts.append(Doubt(rows[0].spot, TABLE, "各指标的类别留空", "因原表没有一级、二级指标，请选择"))
    general = [Doubt(remark.spot, TABLE.at(remark.field), remark.read, remark.why) for remark in gathering.remarks]
    return Draft(table, (*doubts, *general, *draft.doubts, *of_pieces), draft.origins, summed=draft.summed)


def _grouped(pieces: Sequence[Piece]) -> dict[str, list[Piece]]:
    """Return the projects by their units, in the order in which the units come."""
    grouped: dict[str, list[Piece]] = {}
    for piece in pieces:
        grouped.setdefault(piece.unit, []).append(piece)
    return grouped


def _outline(grouped: dict[str, list[Piece]], gathering: Gathering) -> Outline:
    groups = []
    for unit, pieces in grouped.items():
        head = None
        if unit:
            sums = sums_of(pieces)
            printed = gathering.subtotals.get(unit)
            amounts = printed.against(sums) if printed else sums
            head = Row(pieces[0].spots[:1] or (NOWHERE,), unit, amounts, leads=True)
        groups.append(Group(head, tuple(map(_row, pieces))))
    return Outline(_total(gathering.total, gathering.pieces), None, tuple(groups))


def _total(total: SumRow | None, pieces: Sequence[Piece]) -> Row | None:
    return Row((total.spot,), "合计", total.against(sums_of(pieces)), leads=True) if total else None


def _row(piece: Piece) -> Row:
    spots = piece.spots or (NOWHERE,)
    return Row(spots, piece.name, piece.amounts or NO_MONEY, objective=piece.objective, unpaid=piece.unpaid)


def _scheme(pieces: Sequence[Piece]) -> str:
    """Return the coding scheme that knows most of the categories; the oldest of those that know as many."""
    levels = Counter((found.first, found.second) for piece in pieces for found in piece.indicators)

    def known(scheme: str) -> int:
        catalogue = catalogue_of(scheme)
        return sum(count for each, count in levels.items() if catalogue.knows(understood(*each, catalogue)))

    return max(scheme_names(), key=known)


def _with_indicators(table: GoalTable, pieces: Sequence[Piece]) -> tuple[GoalTable, list[Doubt]]:
    """Return the table with the indicators of its projects, which stand in the same order, and all their doubts."""
    catalogue = catalogue_of(table.scheme)
    following = iter(pieces)
    units, doubts = [], []
    for unit in table.units:
        projects = []
        for project in unit.projects:
            piece = next(following)
            filled, more = _filled(project, piece, catalogue, unit)
            projects.append(filled)
            doubts += more
        units.append(replaced(unit, projects=tuple(projects)))
    return replaced(table, units=tuple(units)), doubts


def _filled(project: Project, piece: Piece, catalogue: Catalogue, unit: Unit) -> tuple[Project, list[Doubt]]:
    place = Place(unit.id, project.id)
    doubts = [_doubt(remark, place) for remark in piece.remarks]
    if piece.form and not piece.indicators:
        spot = piece.spots[0] if piece.spots else NOWHERE
        doubts.append(Doubt(spot, place, f"“{piece.name}”没有读到指标", "因它的申报表中没有指标，请核对"))
    indicators = []
    for found in piece.indicators:
        indicator = _indicator(found, catalogue)
        indicators.append(indicator)
        where = replace(place, indicator=indicator.id)
        doubts += [_doubt(remark, where) for remark in found.remarks]
        doubts += _category_doubts(found, indicator, catalogue, where)
    return replaced(project, indicators=tuple(indicators)), doubts


def _doubt(remark: Remark, place: Place) -> Doubt:
    return Doubt(remark.spot, place.at(remark.field), remark.read, remark.why)


def _indicator(found: FoundIndicator, catalogue: Catalogue) -> Indicator:
    return Indicator(
        category=understood(found.first, found.second, catalogue),
        name=found.name,
        cycle=found.cycle,
        annual=found.annual,
    )


def _category_doubts(
    found: FoundIndicator, indicator: Indicator, catalogue: Catalogue, place: Place
) -> Iterator[Doubt]:
    if not catalogue.knows(indicator.category):
        said = indicator.category or "（空）"
        read = f"指标“{found.name}”的类别照原文记作“{said}”"
        yield Doubt(found.spot, place.at("category"), read, "因编码字典中没有这一类别，请选择")
