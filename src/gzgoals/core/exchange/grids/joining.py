"""What several sheets say put together: a sheet a unit, a sheet a project, projects here and their indicators there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gzgoals.core.exchange.grids.pieces import Gathering, Piece, Remark, SumRow
from gzgoals.core.exchange.grids.template import is_generic
from gzgoals.core.exchange.printed.captions import NO_CAPTIONS, Captions
from gzgoals.core.exchange.printed.wording import compact
from gzgoals.core.exchange.source import NOWHERE, Spot


def joined(gatherings: Sequence[Gathering]) -> Gathering:
    """Return one gathering of all; a project that several sheets speak of comes once."""
    named = _with_units(gatherings)
    pieces, remarks = _together([piece for gathering in named for piece in gathering.pieces])
    if any(piece.amounts for piece in pieces):
        pieces = [piece if piece.amounts else replace(piece, unpaid=True) for piece in pieces]
    sums = [gathering.total for gathering in named if gathering.total]
    subtotals: dict[str, SumRow] = {}
    for gathering in named:
        subtotals |= gathering.subtotals
        units = {piece.unit for piece in gathering.pieces}
        if len(named) > 1 and gathering.total and len(units) == 1 and "" not in units:
            subtotals.setdefault(next(iter(units)), gathering.total)
    one_says_all = len([gathering for gathering in named if any(piece.amounts for piece in gathering.pieces)]) == 1
    return Gathering(
        tuple(pieces),
        tuple(dict.fromkeys([*(remark for gathering in named for remark in gathering.remarks), *remarks])),
        _captions([gathering.captions for gathering in named]),
        department=next((gathering.department for gathering in named if gathering.department), "")
        or _department(pieces),
        title=next((gathering.title for gathering in named if gathering.title), ""),
        total=sums[0] if len(sums) == 1 and one_says_all else None,
        subtotals=subtotals,
    )


def _captions(several: Sequence[Captions]) -> Captions:
    """Return the captions of all sheets: from each what the ones before do not tell."""
    year = next((captions.year for captions in several if captions.year), None)
    departments = list(dict.fromkeys(captions.department for captions in several if captions.department))
    scheme = next((captions.scheme for captions in several if captions.scheme), "")
    return replace(NO_CAPTIONS, year=year, department=departments[0] if len(departments) == 1 else "", scheme=scheme)


def _department(pieces: Iterable[Piece]) -> str:
    return next((piece.department for piece in pieces if piece.department), "")


def _with_units(gatherings: Sequence[Gathering]) -> list[Gathering]:
    """Return the gatherings of several sheets with the unit that each sheet is of, where its rows name none."""
    departments = {gathering.captions.department for gathering in gatherings} - {""}
    named = []
    for gathering in gatherings:
        unit, why = _unit_of_sheet(gathering, gatherings, len(departments) > 1)
        if not unit or any(piece.unit for piece in gathering.pieces):
            named.append(gathering)
            continue
        kept = tuple(replace(piece, unit=unit) for piece in gathering.pieces)
        remark = Remark(_spot(kept[0]), f"下列 {len(kept)} 个项目归入单位“{unit}”", why)
        named.append(replace(gathering, pieces=kept, remarks=(*gathering.remarks, remark)))
    return named


def _unit_of_sheet(gathering: Gathering, gatherings: Sequence[Gathering], by_caption: bool) -> tuple[str, str]:
    """Return the unit that a sheet is of, and on what grounds; nothing for a sheet that is of none."""
    pieces = gathering.pieces
    if not pieces:
        return "", ""
    if by_caption and gathering.captions.department:
        return gathering.captions.department, "取自表头的部门或单位名称，请核对"
    sheet = pieces[0].sheet
    of_units = [each for each in gatherings if each.in_rows and any(piece.indicators for piece in each.pieces)]
    named = len({each.pieces[0].sheet for each in of_units}) > 1 and gathering.in_rows and not is_generic(sheet)
    if not named or sheet in {piece.name for piece in pieces} or not _is_alone(gathering, gatherings):
        return "", ""
    return sheet, "取自工作表的名称，请核对"


def _is_alone(gathering: Gathering, others: Sequence[Gathering]) -> bool:
    """Tell whether no other sheet says the same of these projects, or something that belongs to it."""
    own = {compact(piece.name): piece for piece in gathering.pieces}
    theirs = [piece for other in others if other is not gathering for piece in other.pieces]
    shared = [(own[name], piece) for piece in theirs if (name := compact(piece.name)) in own]
    return not any(_belong_together(*pair) for pair in shared)


def _belong_together(one: Piece, other: Piece) -> bool:
    if not (one.indicators and other.indicators):
        return True
    return _said(one) == _said(other) and (one.amounts == other.amounts or not (one.amounts and other.amounts))


def _together(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Remark]]:
    """Return the projects with those of one name in different sheets as one, and remarks on what was left out."""
    kept: list[Piece] = []
    remarks: list[Remark] = []
    places: dict[str, list[int]] = {}
    repeated = 0
    for piece in pieces:
        same = [at for at in places.get(compact(piece.name), []) if _may_be_one(kept[at], piece)]
        if not same or not piece.name:
            places.setdefault(compact(piece.name), []).append(len(kept))
            kept.append(piece)
            continue
        merged, left = _merged(kept[same[0]], piece)
        if left:
            remarks.append(
                Remark(_spot(piece), f"“{piece.name}”的{left}没有读入", "因另一张表中已有而内容不同，请核对")
            )
        repeated += bool(kept[same[0]].indicators and piece.indicators)
        kept[same[0]] = merged
    if repeated:
        remarks.append(Remark(NOWHERE, f"{repeated} 个项目在几张表中都有，没有重复读入", "因名称相同，请核对"))
    return kept, remarks


def _may_be_one(known: Piece, piece: Piece) -> bool:
    """Tell whether two pieces of one name are one project: in different sheets, or tables, and not of two units."""
    if known.unit and piece.unit and known.unit != piece.unit:
        return False
    complementary = not (known.indicators and piece.indicators) and not (known.amounts and piece.amounts)
    return known.sheet != piece.sheet or complementary


def _merged(known: Piece, piece: Piece) -> tuple[Piece, str]:
    """Return what two sheets say of a project together, and what the second one says differently."""
    left = []
    if known.amounts and piece.amounts and known.amounts != piece.amounts and not piece.unpaid:
        left.append("金额")
    if known.objective and piece.objective and known.objective != piece.objective:
        left.append("绩效目标")
    if known.indicators and piece.indicators and _said(known) != _said(piece):
        left.append("绩效指标")
    amounts = known.amounts if known.amounts and not known.unpaid else piece.amounts or known.amounts
    merged = replace(
        known,
        unit=known.unit or piece.unit,
        amounts=amounts,
        sourced=known.sourced or piece.sourced,
        unpaid=known.unpaid and (piece.unpaid or not piece.amounts),
        objective=known.objective or piece.objective,
        indicators=known.indicators or piece.indicators,
        spots=(*known.spots, *piece.spots),
        remarks=(*known.remarks, *(piece.remarks if not left else ())),
        department=known.department or piece.department,
    )
    return merged, f"另一份{'、'.join(left)}" if left else ""


def _said(piece: Piece) -> list[tuple[str, str, str]]:
    return [(found.name, found.cycle.text, found.annual.text) for found in piece.indicators]


def _spot(piece: Piece) -> Spot:
    return piece.spots[0] if piece.spots else NOWHERE
