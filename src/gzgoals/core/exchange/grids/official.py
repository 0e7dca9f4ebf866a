"""The official table in a grid: its rows with all their amounts in columns, and what stands above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from gzgoals.core.exchange.draft import Doubt
from gzgoals.core.exchange.grids.cells import amount_in, indicators_in, name_in, objective_in, organ_in
from gzgoals.core.exchange.grids.header import AMOUNTS, SOURCES, Header, Role, header_of, text_of
from gzgoals.core.exchange.grids.standing import with_ranks
from gzgoals.core.exchange.grids.styled_rows import rank_of, styled_row
from gzgoals.core.exchange.printed.captions import NO_CAPTIONS, Captions, captions_of
from gzgoals.core.exchange.printed.filling import in_wan, yuan_doubt
from gzgoals.core.exchange.printed.own import OwnTitle, own_title
from gzgoals.core.exchange.printed.rows import Rank, Row
from gzgoals.core.exchange.printed.styled import styled_captions
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact, is_title
from gzgoals.core.exchange.source import NOWHERE, Grid, GridRow, Spot
from gzgoals.core.table import TABLE, Amount, worth

_ZERO = Decimal("0.00")
_SUBTOTALS = frozenset({"小计", "本页小计", "本页合计", "单位小计"})
_NOTES = ("注:", "注：", "备注", "说明", "附注", "填表", "制表", "审核", "单位负责人")


@dataclass(frozen=True, slots=True)
class OfficialTable:
    """The rows of an official table, amounts in 万元 and all four of them; `title` is the document's own.

    `own` is what that title says where this program printed the table.
    """

    rows: tuple[Row, ...]
    captions: Captions
    title: str = ""
    doubts: tuple[Doubt, ...] = ()
    own: OwnTitle | None = None


def official_tables(grid: Grid) -> list[OfficialTable]:
    """Return the official tables that a grid holds: a header again, above a 合计, begins another."""
    header = header_of(grid.rows)
    if not header:
        return []
    name = header.column(Role.NAME)
    begins = [
        place
        for place, (row, below) in enumerate(pairwise(grid.rows))
        if place >= header.end and not row.styled and header.repeats(row) and compact(below.cell(name)) in TOTAL_NAMES
    ]
    parts = [
        replace(grid, rows=grid.rows[begin:end], below=grid.below if end == len(grid.rows) else ())
        for begin, end in pairwise([0, *begins, len(grid.rows)])
    ]
    return [table for part in parts if (table := official_rows(part))]


def official_rows(grid: Grid) -> OfficialTable | None:
    """Return the official table that a grid holds, None when its header is not there."""
    header = header_of(grid.rows)
    if not header:
        return None
    above = [*grid.above, *_lines(grid.rows[: header.begin])]
    captions = NO_CAPTIONS if styled_captions(grid.captions) else captions_of(above)
    if header.in_yuan and captions.money_line < 0:
        captions = replace(captions, in_yuan=True)
    kept = _together(grid.rows[header.end :], header)
    body, notes = (kept, []) if grid.own else _parted(kept, header)
    ranked = with_ranks([_row(row, header) for row in body], [row.indent(header.column(Role.NAME)) for row in body])
    rows = [replace(row, leads=row.told is not Rank.PROJECT) if row.told else row for row in ranked]
    rows = _with_units(rows, body, header)
    if captions.in_yuan:
        rows = in_wan(rows)
    doubts = [
        *_column_doubts(header, rows),
        *_target_doubts(body, header),
        *_note_doubts([*notes, *([] if grid.own else _texts_below(grid.below))]),  # its own is the line to be signed
    ]
    if captions.in_yuan:
        doubts.insert(0, yuan_doubt(rows[0].spot if rows else NOWHERE))
    own = styled_captions(grid.captions) or _fitting_title(grid, above)
    return OfficialTable(tuple(rows), captions, grid.title, tuple(doubts), own)


def _fitting_title(grid: Grid, above: Sequence[str]) -> OwnTitle | None:
    own = own_title(grid.title) if grid.own else None
    return own if own and own.fits(above) else None


def _lines(rows: Sequence[GridRow]) -> list[str]:
    """Return rows above a header as lines of text; cells of a line are parted by blanks."""
    return [" ".join(cell.strip() for cell in row.cells if cell.strip()) for row in rows]


def _together(rows: Sequence[GridRow], header: Header) -> list[GridRow]:
    """Return the rows that say something, repeated headers aside; one that only has more text goes with the last."""
    kept: list[GridRow] = []
    for row in rows:
        if rank_of(row, header):
            kept.append(row)
            continue
        if not any(cell.strip() for cell in row.cells) or header.repeats(row) or is_title(text_of(row).strip("|")):
            continue
        if kept and _continues(row, header):
            kept[-1] = _glued(kept[-1], row)
        else:
            kept.append(row)
    return kept


def _continues(row: GridRow, header: Header) -> bool:
    heads = [place for role in (Role.NAME, Role.UNIT, *AMOUNTS) for place in header.columns.get(role, ())]
    texts = [header.column(Role.OBJECTIVE), header.column(Role.INDICATORS)]
    return not any(row.cell(place).strip() for place in heads) and any(row.cell(place).strip() for place in texts)


def _glued(row: GridRow, more: GridRow) -> GridRow:
    width = max(len(row.cells), len(more.cells))
    cells = tuple("\n".join(filter(None, (row.cell(place), more.cell(place)))) for place in range(width))
    return replace(row, cells=cells, spots=(*row.spots, *more.spots))


def _parted(rows: Sequence[GridRow], header: Header) -> tuple[list[GridRow], list[tuple[Spot, str]]]:
    """Part the rows of the table from notes below them: one cell of text that begins as notes do."""
    end = len(rows)
    while end and not rank_of(rows[end - 1], header) and _is_note(rows[end - 1]):
        end -= 1
    body = [
        row
        for row in rows[:end]
        if rank_of(row, header) or compact(row.cell(header.column(Role.NAME))) not in _SUBTOTALS
    ]
    return body, [(row.spots[0] if row.spots else NOWHERE, _lines([row])[0]) for row in rows[end:]]


def _is_note(row: GridRow) -> bool:
    texts = [cell.strip() for cell in row.cells if cell.strip()]
    return len(set(texts)) == 1 and texts[0].startswith(_NOTES)


def _row(row: GridRow, header: Header) -> Row:
    if rank := rank_of(row, header):
        return styled_row(row, rank, header)
    amounts = _amounts(row, header)
    printed = any(row.cell(place).strip() for role in AMOUNTS for place in header.columns.get(role, ()))
    objective = objective_in(row.cell(header.column(Role.OBJECTIVE)))
    indicators = indicators_in(row.cell(header.column(Role.INDICATORS)))
    name = name_in(row.cell(header.column(Role.NAME)))
    if not (name or objective or indicators):
        name = organ_in(row.cell(header.column(Role.UNIT)))  # the sum of a unit that has a column of its own
    return Row(
        row.spots or (NOWHERE,),
        name,
        amounts,
        objective=objective,
        printed=indicators,
        unpaid=not printed and bool(header.columns.keys() & set(AMOUNTS)),
        open_breaks=row.breaks(header.column(Role.OBJECTIVE)),
    )


def _amounts(row: GridRow, header: Header) -> tuple[Amount, ...]:
    """Return 总计 and the three sources; a total that is not there is their sum, without sources it is 财政拨款."""
    total, *parts = (_amount(row, header.columns.get(role, ())) for role in AMOUNTS)
    if not any(role in header.columns for role in SOURCES):
        return total, total, _ZERO, _ZERO
    if not worth(total) and not _has_text(row, header.columns.get(Role.TOTAL, ())):
        total = sum(map(worth, parts), _ZERO)
    return total, *parts


def _amount(row: GridRow, places: Sequence[int]) -> Amount:
    amounts = [amount_in(row.cell(place)) for place in places]
    return amounts[0] if len(amounts) == 1 else sum(map(worth, amounts), _ZERO)


def _has_text(row: GridRow, places: Sequence[int]) -> bool:
    return any(row.cell(place).strip() for place in places)


def _with_units(rows: list[Row], body: Sequence[GridRow], header: Header) -> list[Row]:
    """Return the rows with one above each unit's where units have a column of their own instead."""
    place = header.column(Role.UNIT)
    if place < 0 or any(row.leads for row in rows if compact(row.name) not in TOTAL_NAMES):
        return rows
    names = _filled_down([organ_in(row.cell(place)) for row in body])
    together: list[Row] = []
    for name, group in groupby(zip(names, rows, strict=True), key=lambda pair: pair[0]):
        below = [row for _, row in group]
        projects = [row for row in below if not row.leads]
        together += [row for row in below if row.leads]
        if projects and compact(name) not in TOTAL_NAMES:
            sums = tuple(sum((worth(row.amounts[part]) for row in projects), _ZERO) for part in range(len(AMOUNTS)))
            together.append(Row(projects[0].spots[:1], name, sums, leads=True))
        together += projects
    return together


def _filled_down(names: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for name in names:
        filled.append(name or (filled[-1] if filled else ""))
    return filled


def _column_doubts(header: Header, rows: Sequence[Row]) -> Iterator[Doubt]:
    spot = rows[0].spot if rows else NOWHERE
    if not header.columns.keys() & set(AMOUNTS):
        yield Doubt(spot, TABLE, "各项目的金额记作零", "因原表没有金额列，请填写")
    elif not any(role in header.columns for role in SOURCES):
        yield Doubt(spot, TABLE, "金额全部记入“财政拨款”", "因原表只有总金额一列，没有分资金来源，请核对")
    for role, word in ((Role.OBJECTIVE, "绩效目标"), (Role.INDICATORS, "绩效指标")):
        if role not in header.columns:
            yield Doubt(spot, TABLE, f"各项目的{word}留空", f"因原表没有“{word}”一列，请填写")


def _target_doubts(body: Sequence[GridRow], header: Header) -> Iterator[Doubt]:
    """Give a doubt where indicators in words have one value each, which is read for both targets."""
    for row in body:
        cell = row.cell(header.column(Role.INDICATORS))
        if "指标值" not in compact(cell) and any(printed.cycle for printed in indicators_in(cell)):
            read, why = "同一指标值同时记作实施周期指标值和年度指标值", "因原表的每条指标只写了一个指标值，请核对"
            yield Doubt(row.spots[0] if row.spots else NOWHERE, TABLE, read, why)
            return


def _texts_below(lines: Sequence[str]) -> list[tuple[Spot, str]]:
    return [(NOWHERE, line) for line in lines if line.strip()]


def _note_doubts(notes: Sequence[tuple[Spot, str]]) -> Iterator[Doubt]:
    for spot, text in notes:
        yield Doubt(spot, TABLE, f"表后的附注“{text[:40]}”没有读入", "因它不属于任何一个项目")
