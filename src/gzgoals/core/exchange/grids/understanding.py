"""Grids of cells understood as a table: the official layout, flat sheets, templates, forms, and several of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.grids.both_drafts import with_missing
from gzgoals.core.exchange.grids.captions import Part, column_of, plain
from gzgoals.core.exchange.grids.flat import flat_gathering
from gzgoals.core.exchange.grids.form_facts import names_project
from gzgoals.core.exchange.grids.header import Role, header_of
from gzgoals.core.exchange.grids.indicator_rows import says_indicator, target_remark
from gzgoals.core.exchange.grids.joining import joined
from gzgoals.core.exchange.grids.levels_across import turned
from gzgoals.core.exchange.grids.money import unit_in
from gzgoals.core.exchange.grids.official import OfficialTable, official_rows, official_tables
from gzgoals.core.exchange.grids.official_draft import official_draft
from gzgoals.core.exchange.grids.pieces import Gathering, Piece, Remark
from gzgoals.core.exchange.grids.pieces_draft import draft_of_pieces
from gzgoals.core.exchange.grids.project_codes import with_names
from gzgoals.core.exchange.grids.sections import Section, rows_left, sections_of
from gzgoals.core.exchange.grids.template import form_piece, template_gathering
from gzgoals.core.exchange.printed.captions import captions_of
from gzgoals.core.exchange.source import NOWHERE, Grid, GridRow, Source, Spot
from gzgoals.core.table import TABLE

_NO_TABLE = (
    "“{}”中没有找到绩效目标表：可以读入的有项目支出绩效目标表、每行一条指标的明细表、"
    "预算系统的绩效指标模板和每个项目一张的绩效目标申报表，请确认选对了文件。"
)
_FEWEST_CELLS, _SHOWN = 4, 40
_OF_YEARS = re.compile(r"(?:预算|申报|项目)?年[度份]")
_WHOLE = re.compile(r"整体(?:支出|预算)?绩效(?:目标)?.{0,6}表")
_ROWS_OF_TITLE = 3
_YEAR = re.compile(r"((?:19|20)\d\d)")
_SHOWN_SHEETS = 6


@dataclass(slots=True)
class _Understood:
    """What the grids hold: official tables, projects by sections, lists of projects, what was not understood."""

    officials: list[OfficialTable] = field(default_factory=list)
    gatherings: list[Gathering] = field(default_factory=list)
    lists: list[tuple[Gathering, Grid]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    money: list[str] = field(default_factory=list)
    others: list[Grid] = field(default_factory=list)
    pending: list[tuple[Grid, Piece]] = field(default_factory=list)

    @property
    def holds_table(self) -> bool:
        """Whether any of it is a table of goals."""
        return bool(self.officials) or any(gathering.pieces for gathering in self.gatherings)


def draft_of_grids(grids: Sequence[Grid], source: str, year: int | None) -> Draft:
    """Return the table that sheets or ruled tables hold; `source` is the file's name, `year` the year if known.

    All of them are read and what they say is put together; those that hold no such table are named in a doubt, and so
    are hidden ones beside one that is shown. Raises `BadFileError` when none holds one.
    """
    understood, hidden = _understood(grids, False), []
    if understood.holds_table:
        hidden = [grid for grid in grids if grid.hidden and _understood((grid,), True).holds_table]
    elif any(grid.hidden for grid in grids):
        understood = _understood(grids, True)
    draft = _draft(understood, source, year)
    why = "因它是隐藏的工作表，请核对"
    doubts = [*draft.doubts, *_left_out(understood.others), *_left_out(hidden, why)]
    return replace(draft, doubts=tuple(doubts), source=Source(grids=tuple(grids)))


def _understood(grids: Sequence[Grid], hidden: bool) -> _Understood:
    """Return what the grids hold, the hidden ones only where they are wanted."""
    understood = _Understood()
    foreign = []
    for grid in grids:
        tables = official_tables(grid) if any(row.styled for row in grid.rows) else []
        understood.officials += tables
        if not tables and (hidden or not grid.hidden):
            foreign.append(turned(grid))
    for grid in with_names(foreign):
        _take(understood, grid)
    _take_lists(understood)
    understood.gatherings += [Gathering((piece,)) for _, piece in understood.pending]
    return understood


def _draft(understood: _Understood, source: str, year: int | None) -> Draft:
    gatherings = [gathering for gathering in understood.gatherings if gathering.pieces]
    official = official_draft(understood.officials, source, year) if understood.officials else None
    if not gatherings:
        if official is None:
            raise BadFileError(_NO_TABLE.format(source))
        return official
    together = joined(gatherings)
    remarks = (*_file_remarks(understood, together), *together.remarks)
    other = draft_of_pieces(replace(together, remarks=remarks), source, year)
    return with_missing(official, other) if official and official.table.units else other


def _take(understood: _Understood, grid: Grid) -> None:
    if _is_of_department(grid):
        understood.others.append(grid)
        return
    sections = sections_of(grid)
    of_indicators = [section for section in sections if section.columns.of_indicators]
    if not of_indicators:
        _take_without_indicators(understood, grid, sections)
        return
    above = of_indicators[0].above
    labels = next((at for at, row in enumerate(above) if names_project(row)), len(above))
    lines = [*grid.above, *_captions(above[:labels])]
    money = next(filter(None, map(unit_in, _texts(grid, of_indicators[0].above))), "")
    captions = captions_of(lines)
    if captions.year is None:
        captions = replace(captions, year=_year(of_indicators[0]) or of_indicators[0].columns.year)
    name = grid.name
    for section in sections:
        if section.columns.has(Part.NAME):
            found = flat_gathering(section, money, name)
        else:
            found = _with_pending(understood, grid, template_gathering(section, money, name, grid.above))
        of_form = any(piece.department for piece in found.pieces)
        own = replace(captions, department="") if of_form else captions
        understood.gatherings.append(replace(found, captions=own, title=grid.title))
        understood.sections.append(section)
        understood.money.append(section.columns.money or money)
    if piece := form_piece(rows_left(grid, sections), (), money, name):
        understood.gatherings.append(Gathering((piece,), captions=captions, title=grid.title))


def _is_of_department(grid: Grid) -> bool:
    """Tell the form of a department's expenditure as a whole, which has no projects, by its title."""
    begin = [cell for row in grid.rows[:_ROWS_OF_TITLE] for cell in row.cells]
    titled = any(_WHOLE.search("".join(text.split())) for text in (*grid.above, *begin))
    return titled and not any(map(names_project, grid.rows))


def _with_pending(understood: _Understood, grid: Grid, found: Gathering) -> Gathering:
    """Return a template's projects; a form without indicators in the table before gives its name to the first."""
    first = found.pieces[0] if found.pieces else None
    named_by_form = first and any(remark.field == "name" for remark in first.remarks)
    if not first or not named_by_form or not understood.pending:
        return found
    before, piece = understood.pending.pop()
    if before.name == grid.name and piece.name == first.name:
        understood.pending.append((before, piece))
        return found
    remarks = tuple(remark for remark in first.remarks if remark.field != "name")
    filled = replace(
        piece,
        indicators=first.indicators,
        objective=piece.objective or first.objective,
        spots=(*piece.spots, *first.spots),
        remarks=(*piece.remarks, *remarks),
    )
    return replace(found, pieces=(filled, *found.pieces[1:]))


def _take_without_indicators(understood: _Understood, grid: Grid, sections: Sequence[Section]) -> None:
    header = header_of(grid.rows)
    if header and Role.INDICATORS in header.columns and (tables := official_tables(grid)):
        understood.officials += tables
        return
    lists = [section for section in sections if section.columns.has(Part.NAME)]
    if lists:
        money = next(filter(None, map(unit_in, _texts(grid, lists[0].above))), "")
        captions = captions_of([*grid.above, *_captions(lists[0].above)])
        for section in lists:
            found = replace(flat_gathering(section, money, grid.name), captions=captions, title=grid.title)
            understood.lists.append((found, grid))
            understood.money.append(section.columns.money or money)
        return
    money = next(filter(None, map(unit_in, _texts(grid, grid.rows))), "")
    if piece := form_piece(grid.rows, grid.above, money, grid.name):
        understood.pending.append((grid, piece))
        understood.money.append(money)
    elif sum(1 for row in grid.rows for cell in row.cells if cell.strip()) >= _FEWEST_CELLS:
        understood.others.append(grid)


def _take_lists(understood: _Understood) -> None:
    """Take lists of projects in: beside indicators as what they say of the same projects, else as official tables."""
    if understood.gatherings or understood.officials:
        names = {piece.name for found in understood.gatherings for piece in found.pieces}
        for found, grid in understood.lists:
            known = understood.officials or any(piece.name in names for piece in found.pieces)
            if known or any(piece.objective for piece in found.pieces):
                understood.gatherings.insert(0, found)
            else:
                understood.others.append(grid)
        return
    for found, grid in understood.lists:
        table = official_rows(grid)
        if table and table.rows:
            understood.officials.append(table)
        elif any(piece.objective for piece in found.pieces):
            understood.gatherings.append(found)
        else:
            understood.others.append(grid)


def _file_remarks(understood: _Understood, together: Gathering) -> Iterator[Remark]:
    """Give the remarks that hold for the whole file: on its targets, its money, and the columns that are left out."""
    spot = next((spot for piece in together.pieces for spot in piece.spots), NOWHERE)
    of_indicators = [section for section in understood.sections if section.columns.of_indicators]
    seen = dict.fromkeys(
        (remark.read, remark.why) for section in of_indicators for remark in target_remark(section.columns, NOWHERE)
    )
    for read, why in seen:
        yield Remark(spot, read, why)
    units = {unit for unit in understood.money if unit not in ("", "万元")}
    paid = [piece for piece in together.pieces if piece.amounts]
    if units and paid:
        yield Remark(spot, f"金额已由{'、'.join(sorted(units))}换算为万元", "因表头写明金额的单位")
    if not paid:
        yield Remark(spot, "各项目的金额记作零", "因原表没有写金额，请填写")
    elif not any(piece.sourced for piece in together.pieces) and _are_lump_sums(together):
        why = "因原表只有总金额一列，没有分资金来源，请核对"
        yield Remark(spot, "金额全部记入“财政拨款”", why)
    for section in understood.sections:
        yield from _beside(section)
    names = dict.fromkeys("".join(name.split()) for section in understood.sections for name in _others(section))
    if names:
        yield Remark(spot, f"{'、'.join(f'“{name}”' for name in names)}等列没有读入", "因绩效目标表中没有这些栏目")


def _beside(section: Section) -> Iterator[Remark]:
    """Give remarks on texts in columns that have no caption, in rows of indicators; a heading repeated is none."""
    columns = section.columns
    known = {place for places in columns.places.values() for place in places}
    known |= {*columns.others, *columns.second_block.values()}
    for row in section.body:
        beside = [cell.strip() for place, cell in enumerate(row.cells) if place not in known and cell.strip()]
        texts = [text for text in dict.fromkeys(beside) if not column_of("", text)]
        if texts and says_indicator(row, columns):
            spot = row.spots[0] if row.spots else NOWHERE
            yield Remark(spot, f"“{'、'.join(texts)[:_SHOWN]}”没有读入", "因它所在的列没有栏目名称")


def _others(section: Section) -> list[str]:
    """Return the columns of a section that were not read though something stands in them."""
    named = section.columns.others.items()
    filled = [(place, name) for place, name in named if any(row.cell(place).strip() for row in section.body)]
    return [name for _, name in filled if not _OF_YEARS.fullmatch(plain(name))]


def _year(section: Section) -> int | None:
    """Return the year of a column of years, None where there is none or it tells several."""
    places = [place for place, name in section.columns.others.items() if _OF_YEARS.fullmatch(plain(name))]
    years = {found[1] for place in places for row in section.body if (found := _YEAR.search(row.cell(place)))}
    return int(years.pop()) if len(years) == 1 else None


def _captions(rows: Sequence[GridRow]) -> list[str]:
    """Return rows above a table as captions: each cell by itself, and the row as a line."""
    cells = [cell.strip() for row in rows for cell in row.cells if cell.strip()]
    return [*cells, *_lines(rows)]


def _are_lump_sums(together: Gathering) -> bool:
    said = any(remark.field == "funding" for piece in together.pieces for remark in piece.remarks)
    return not said and any(piece.amounts and piece.amounts[0] for piece in together.pieces)


def _left_out(grids: Sequence[Grid], why: str = "因其中看不出绩效目标表，请核对") -> Iterator[Doubt]:
    names = [grid.name or f"第 {place} 张表" for place, grid in enumerate(grids, 1)]
    if names:
        spot = grids[0].rows[0].spots[0] if grids[0].rows and grids[0].rows[0].spots else Spot(sheet=grids[0].name)
        shown = "".join(f"“{name}”" for name in names[:_SHOWN_SHEETS]) + ("等" if len(names) > _SHOWN_SHEETS else "")
        yield Doubt(spot, TABLE, f"{shown}没有读入", why)


def _lines(rows: Sequence[GridRow]) -> list[str]:
    return [" ".join(cell.strip() for cell in row.cells if cell.strip()) for row in rows]


def _texts(grid: Grid, rows: Sequence[GridRow]) -> list[str]:
    return [*grid.above, *(cell for row in rows for cell in row.cells), *_lines(rows)]
