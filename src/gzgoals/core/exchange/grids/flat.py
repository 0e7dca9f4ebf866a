"""A sheet of one row an indicator, or one row a project: projects in merged, blank or repeated cells, with sums."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gzgoals.core.exchange.grids.captions import PARTS_OF_MONEY, Part, Period
from gzgoals.core.exchange.grids.cells import name_in, objective_in, organ_in
from gzgoals.core.exchange.grids.columns import Columns
from gzgoals.core.exchange.grids.indicator_rows import indicators_of, says_indicator, says_level, says_nothing
from gzgoals.core.exchange.grids.money import money_in
from gzgoals.core.exchange.grids.pieces import Gathering, Piece, Remark, SumRow, sums_of
from gzgoals.core.exchange.grids.row_money import completed, has_sources, printed
from gzgoals.core.exchange.grids.sections import Section, is_title_row
from gzgoals.core.exchange.grids.unit_rows import with_units
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.exchange.source import NOWHERE, GridRow, Spot
from gzgoals.core.table import money_text, worth

SUBTOTALS = frozenset(
    {"小计", "本页小计", "本页合计", "单位小计", "单位合计", "部门合计", "项目合计", "分项合计", "累计"}
)
SUM_ENDINGS = ("小计", "合计")
_SHOWN = 40


@dataclass(slots=True)
class _Project:
    """The rows of one project, and what its own cells said last."""

    name: str
    unit: str
    rows: list[GridRow]
    texts: list[GridRow] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """A sheet's projects in the making."""

    columns: Columns
    money: str
    merged: bool
    projects: list[_Project] = field(default_factory=list)
    sums: list[tuple[int, str, SumRow]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    subtotals: dict[str, SumRow] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    unit: str = ""
    department: str = ""

    def begin(self, name: str, row: GridRow) -> None:
        """Begin a project of the unit that the rows have come to."""
        self.projects.append(_Project(name, self.unit, [row]))
        self.units.add(self.unit)


def flat_gathering(section: Section, money: str, sheet: str = "") -> Gathering:
    """Return the projects of a section whose header names them; `money` is the unit of its amounts."""
    columns = section.columns
    body = [row for row in section.body if not is_title_row(row) and not says_nothing(row)]
    reading = _Reading(columns, columns.money or money, _is_merged(body, columns))
    for at, row in enumerate(body):
        _take(reading, row, body[at + 1] if at + 1 < len(body) else None)
    reading.remarks += [_unread(row, "因它不属于任何一个项目") for row in section.notes]
    pieces = tuple(_piece(project, reading, sheet) for project in reading.projects)
    return with_units(_with_sums(pieces, reading), columns)


def _is_merged(body: Sequence[GridRow], columns: Columns) -> bool:
    """Tell whether a project's name stands only in the first of its rows."""
    place = columns.at(Part.NAME)
    return any(says_indicator(row, columns) and not row.cell(place).strip() for row in body[1:])


def _take(reading: _Reading, row: GridRow, below: GridRow | None) -> None:
    columns = reading.columns
    if word := _sum_word(row, columns, reading.units):
        amounts, _ = printed([row], columns, reading.money)
        reading.sums.append((len(reading.projects), word, SumRow(amounts, _spot(row))))
        return
    name = name_in(row.cell(columns.at(Part.NAME)))
    unit = organ_in(row.cell(columns.at(Part.UNIT)))
    reading.department = reading.department or organ_in(row.cell(columns.at(Part.DEPARTMENT)))
    changed = bool(unit) and unit != reading.unit
    if unit and not name and _is_bare(row, columns):
        amounts, _ = printed([row], columns, reading.money)
        reading.unit = unit
        reading.subtotals[unit] = SumRow(amounts, _spot(row))
        return
    if _heads_units(row, below, reading, name):
        reading.unit = name
        reading.remarks.append(Remark(_spot(row), f"“{name}”视为单位", "因该行只有名称，下面才是项目，请核对"))
        return
    reading.unit = unit or reading.unit
    last = reading.projects[-1] if reading.projects else None
    if name and not (last and not changed and _continues(last, row, name, reading)):
        reading.begin(name, row)
    elif (
        last and not changed and (says_indicator(row, columns) or says_level(row, columns) or _says_facts(row, columns))
    ):
        last.rows.append(row)
    elif says_indicator(row, columns) or _says_facts(row, columns):
        reading.begin("", row)
        why = "因该行没有写项目名称，请填写"
        reading.remarks.append(Remark(_spot(row), "一个项目的名称留空", why))
    elif not says_level(row, columns):
        reading.remarks.append(_unread(row, "因看不出它属于哪个项目"))


def _sum_word(row: GridRow, columns: Columns, units: Collection[str]) -> str:
    """Return the word of a row of sums (合计, 小计, or one with the name of a unit before it), nothing for another."""
    if says_indicator(row, columns):
        return ""
    objectives = columns.all_at(Part.OBJECTIVE)
    cells = [cell for place, cell in enumerate(row.cells) if cell.strip() and place not in objectives]
    texts = [compact(cell).strip(":：") for cell in cells]
    word = next((text for text in texts if text in TOTAL_NAMES or text in SUBTOTALS), "")
    if word or not _is_bare(row, columns):
        return word
    return next((text for text in texts if text.endswith(SUM_ENDINGS) and _summed_unit(text, units)), "")


def _summed_unit(word: str, units: Iterable[str]) -> str:
    """Return which of the units a word of sums names (院小计), nothing for none."""
    stem = word[: -len(SUM_ENDINGS[0])]
    return next((unit for unit in units if unit and compact(unit) == stem), "")


def _is_bare(row: GridRow, columns: Columns) -> bool:
    """Tell a row of money alone, such as a unit's sum: neither objective nor indicator in it."""
    objectives = any(row.cell(place).strip() for place in columns.all_at(Part.OBJECTIVE))
    cells = [row.cell(place) for part in PARTS_OF_MONEY for place in columns.all_at(part) if row.cell(place).strip()]
    money = bool(cells) and all(isinstance(money_in(cell, ""), Decimal) for cell in cells)
    return money and not objectives and not says_indicator(row, columns) and not says_level(row, columns)


def _heads_units(row: GridRow, below: GridRow | None, reading: _Reading, name: str) -> bool:
    """Tell a row that only names a unit: nothing else in it, and the next begins a project of its own."""
    columns = reading.columns
    if columns.has(Part.UNIT) or not name or len({cell.strip() for cell in row.cells if cell.strip()}) > 1:
        return False
    return below is not None and bool(below.cell(columns.at(Part.NAME)).strip()) and not _sum_word(below, columns, ())


def _continues(last: _Project, row: GridRow, name: str, reading: _Reading) -> bool:
    """Tell whether a row that names a project belongs to the one before: its name is repeated, nothing contradicts."""
    if name != last.name or not says_indicator(row, reading.columns):
        return False
    own = [place for part in (*PARTS_OF_MONEY, Part.OBJECTIVE) for place in reading.columns.all_at(part)]
    if reading.merged:
        return not any(row.cell(place).strip() for place in own)
    first = last.rows[0]
    return all(not row.cell(place).strip() or row.cell(place).strip() == first.cell(place).strip() for place in own)


def _says_facts(row: GridRow, columns: Columns) -> bool:
    parts = (Part.OBJECTIVE, *PARTS_OF_MONEY)
    return any(row.cell(place).strip() for part in parts for place in columns.all_at(part))


def _piece(project: _Project, reading: _Reading, sheet: str) -> Piece:
    columns, first = reading.columns, project.rows[0]
    amounts, remarks = printed(project.rows, columns, reading.money)
    has_money = columns.has(*PARTS_OF_MONEY)
    full, more = completed(amounts, {part for part in PARTS_OF_MONEY if columns.has(part)}, _spot(first), project.name)
    objective, others = _objective(project.rows, columns)
    spots = tuple(dict.fromkeys(spot for row in project.rows for spot in row.spots))
    return Piece(
        name=project.name,
        unit=project.unit,
        amounts=full if has_money else None,
        objective=objective,
        indicators=indicators_of(project.rows, columns),
        spots=_together(spots),
        remarks=(*remarks, *more, *others),
        sourced=has_sources(columns),
        unpaid=has_money and all(amount is None for amount in amounts),
        sheet=sheet,
    )


def _together(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return spots with those of rows that follow one another in a sheet as one."""
    joined: list[Spot] = []
    for spot in spots:
        last = joined[-1] if joined else None
        follows = last and not spot.page and not spot.line and last.sheet == spot.sheet and spot.row
        if last and follows and (last.last or last.row) + 1 == spot.row:
            joined[-1] = last.until(max(spot.last, spot.row))
        else:
            joined.append(spot)
    return tuple(joined)


def _objective(rows: Sequence[GridRow], columns: Columns) -> tuple[str, tuple[Remark, ...]]:
    """Return the year's objective, else the cycle's; its paragraphs may stand in several rows."""
    texts = []
    for period in (Period.ANNUAL, Period.ANY, Period.CYCLE):
        cells = dict.fromkeys(objective_in(row.cell(columns.at(Part.OBJECTIVE, period))) for row in rows)
        if text := "\n".join(filter(None, cells)):
            texts.append(text)
    if len(set(texts)) < 2:
        return (texts[0] if texts else ""), ()
    read = f"绩效目标取年度目标，另一目标“{' '.join(texts[1].split())[:_SHOWN]}”没有读入"
    return texts[0], (Remark(_spot(rows[0]), read, "因原表分别写了两个目标而本表只有一栏，请核对", "objective"),)


def _with_sums(pieces: tuple[Piece, ...], reading: _Reading) -> Gathering:
    """Return the gathering with its rows of sums: 合计 of all, 小计 of a unit; others are only compared."""
    totals = [place for place, (_, word, _) in enumerate(reading.sums) if word in TOTAL_NAMES]
    total = None
    if totals:
        at = totals[0] if reading.sums[totals[0]][0] == 0 else totals[-1]
        total = reading.sums[at][2]
        rest = [each for place, each in enumerate(reading.sums) if place != at]
    else:
        rest = reading.sums
    subtotals = dict(reading.subtotals)
    remarks = list(reading.remarks)
    begin = 0
    for end, word, row in rest:
        if named := _summed_unit(word, {piece.unit for piece in pieces}):
            subtotals[named] = row
            remarks += _kept(word, row, named, [piece for piece in pieces if piece.unit == named])
            begin = end
            continue
        fits = [pieces[from_:end] for from_ in (begin, max(end - 1, 0), _unit_begin(pieces, end), 0)]
        if end and any(row.against(sums_of(below)) == sums_of(below) for below in fits):
            begin = end
            continue
        unit = pieces[end - 1].unit if end else ""
        if unit and _unit_begin(pieces, end) == begin:
            subtotals[unit] = row
            remarks += _kept(word, row, unit, pieces[begin:end])
            begin = end
            continue
        below = sums_of(pieces[begin:end])
        read = f"“{word}”行的 {money_text(worth(row.against(below)[0]))} 没有读入"
        why = f"它与上面各项目之和 {money_text(below[0])} 不符，请核对"
        remarks.append(Remark(row.spot, read, why))
        begin = end
    return Gathering(
        pieces, tuple(remarks), department=reading.department, total=total, subtotals=subtotals, in_rows=True
    )


def _kept(word: str, row: SumRow, unit: str, pieces: Sequence[Piece]) -> Iterator[Remark]:
    """Give the remark on a unit's sum that is kept because it contradicts its projects."""
    sums = sums_of(pieces)
    if row.against(sums) != sums:
        read = f"“{word}”行的 {money_text(worth(row.against(sums)[0]))} 记作单位“{unit}”原来的合计"
        yield Remark(row.spot, read, f"它与各项目之和 {money_text(sums[0])} 不符，请核对")


def _unit_begin(pieces: Sequence[Piece], end: int) -> int:
    """Return where the unit of the last project before `end` begins."""
    begin = end
    while begin and pieces[begin - 1].unit == pieces[end - 1].unit:
        begin -= 1
    return begin


def _unread(row: GridRow, why: str) -> Remark:
    text = " ".join(cell.strip() for cell in row.cells if cell.strip())
    return Remark(_spot(row), f"“{text[:_SHOWN]}”没有读入", why)


def _spot(row: GridRow) -> Spot:
    return row.spots[0] if row.spots else NOWHERE
