"""Flat rows of our own read into a table exactly: every cell says what it is, so nothing has to be inferred.

What an officer has changed in them since is read as she wrote it, with a doubt where the rows contradict each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.draft import Doubt, Draft
from gzgoals.core.exchange.own.cells import amount_in, indicator_in, total_in
from gzgoals.core.exchange.own.columns import OWNER, PROJECT_COLUMNS, TABLE_COLUMNS
from gzgoals.core.exchange.source import NOWHERE, Grid, GridRow, Spot
from gzgoals.core.table import (
    TABLE,
    Catalogue,
    Funding,
    GoalTable,
    Place,
    Project,
    Unit,
    catalogue_of,
    money_text,
)

_TOTAL, _OBJECTIVE = 4, 8
_SHOWN = 40

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of the table as a whole."""

    year: int
    department: str
    scheme: str


@dataclass(slots=True)
class _Project:
    """A project in the making: its own cells, and the rows of its indicators."""

    cells: list[str]
    spots: list[Spot]
    indicators: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class _Unit:
    name: str
    projects: list[_Project] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """Units and projects met so far; `known` and `owners` find them by their numbers and names, or either."""

    units: list[_Unit] = field(default_factory=list)
    known: dict[Key, _Unit] = field(default_factory=dict)
    owners: dict[Key, _Project] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    last: list[str] | None = None
    """The cells that a row continues which only has the rest of a text too long for one cell."""

    def unit(self, owner: Sequence[str], spot: Spot) -> _Unit:
        """Return the unit that a row belongs to, begun where it is new; number or name alone tell one that is known."""
        number, name = owner[0].strip(), owner[1]
        keys = [("both", number, name)] + ([("name", name)] if not number else [("number", number)] if not name else [])
        known = next((self.known[key] for key in keys if key in self.known), None)
        if known is None:
            known = _Unit(name, spots=[spot])
            self.units.append(known)
            for key in (keys[0], ("name", name), ("number", number)):
                self.known.setdefault(key, known)
        return known

    def begin(self, owner: Sequence[str], cells: Sequence[str], spot: Spot) -> _Project:
        """Begin a project."""
        project = _Project(list(cells), [spot])
        self.unit(owner, spot).projects.append(project)
        for key in _keys(owner):
            self.owners.setdefault(key, project)
        return project

    def owner(self, owner: Sequence[str]) -> _Project | None:
        """Return the project that a row of an indicator names: by numbers and name, by the numbers, by the names."""
        return next((self.owners[key] for key in _keys(owner) if key in self.owners), None)

    def doubt(self, spot: Spot, read: str, why: str) -> None:
        """Add a doubt about the table."""
        self.doubts.append(Doubt(spot, TABLE, read, why))


def read_sheets(projects: Grid, indicators: Grid, head: Head) -> Draft:
    """Return the table that the sheets of projects and of indicators hold."""
    reading = _Reading()
    for row in projects.rows[1:]:
        _take_project(reading, _cells(row, len(PROJECT_COLUMNS)), _spot(row))
    reading.last = None
    for row in indicators.rows[1:]:
        cells = _cells(row, OWNER + 12)
        _take_indicator(reading, cells[:OWNER], cells[OWNER:], _spot(row))
    return _draft(reading, head)


def read_whole(grid: Grid, year: int | None) -> Draft | None:
    """Return the table that rows hold which say everything, None where they do not tell the year."""
    width = len(TABLE_COLUMNS)
    rows = [_cells(row, width + len(PROJECT_COLUMNS) + 12) for row in grid.rows[1:]]
    heads = dict.fromkeys((cells[0].strip(), cells[1], cells[2]) for cells in rows if any(cells[:width]))
    first = next(iter(heads), ("", "", ""))
    year = year or (int(first[0]) if first[0].isdecimal() and len(first[0]) == 4 else None)
    if year is None or year < 1900:
        return None
    reading = _Reading()
    if len(heads) > 1:
        reading.doubt(NOWHERE, f"预算年度记作 {year}，部门记作“{first[1]}”", "因各行写的不同，取自第一行，请核对")
    for row, cells in zip(grid.rows[1:], rows, strict=True):
        _take_whole(reading, cells[width:], _spot(row))
    return _draft(reading, Head(year, first[1], first[2]))


def _take_project(reading: _Reading, cells: list[str], spot: Spot) -> None:
    owner = cells[:OWNER]
    if not any(cells):
        return
    if reading.last is not None and not cells[_TOTAL] and owner[0] + owner[2] and _continues(reading.last, cells, 3):
        _glue(reading.last, cells, (1, 3, *range(_TOTAL + 1, len(PROJECT_COLUMNS))))
        return
    reading.last = None
    if not any(cells[2:]):
        reading.unit(owner, spot)
        return
    reading.last = reading.begin(owner, cells, spot).cells


def _take_indicator(reading: _Reading, owner: list[str], cells: list[str], spot: Spot) -> None:
    if not any(cells):
        return
    if reading.last is not None and not cells[0] and _continues(reading.last, [*owner, *cells], 3):
        _glue(reading.last, [*owner, *cells], range(OWNER + 1, OWNER + 12))
        return
    project = reading.owner(owner)
    if project is None:
        project = reading.begin(owner, [*owner, *[""] * 5], spot)
        reading.doubt(spot, f"新增项目“{owner[3]}”", "因它只在“绩效指标”表中有，请补填金额和目标")
    elif owner[3] and not project.cells[3].startswith(owner[3]):
        why = f"因编号相同的项目在“项目”表中名为“{project.cells[3][:_SHOWN]}”，请核对"
        reading.doubt(spot, f"“{owner[3][:_SHOWN]}”的指标归入该项目", why)
    row = [*owner, *cells]
    project.indicators.append(row)
    if spot not in project.spots:
        project.spots.append(spot)
    reading.last = row


def _take_whole(reading: _Reading, cells: list[str], spot: Spot) -> None:
    """Take a row of both: a project that is named again is the same one, and should say the same."""
    owner, own, indicator = cells[:OWNER], cells[: len(PROJECT_COLUMNS)], cells[len(PROJECT_COLUMNS) :]
    if not any(cells):
        return
    if not any(cells[2:]):
        if owner[0] + owner[1]:
            reading.unit(owner, spot)
        return
    project = reading.owners.get(_keys(owner)[0])
    if project is None:
        project = reading.begin(owner, own, spot)
    elif any(cell and cell != known for cell, known in zip(own, project.cells, strict=True)):
        why = "因同一项目的前面一行与它不同，请核对"
        reading.doubt(spot, f"“{owner[3][:_SHOWN]}”这一行的金额或目标没有读入", why)
    if any(indicator):
        project.indicators.append([*owner, *indicator])
    project.spots.append(spot)


def _continues(last: Sequence[str], cells: Sequence[str], name: int) -> bool:
    """Tell a row that only goes on with texts of the one before: the same numbers, and no name of a unit."""
    return not cells[1] and (last[0], last[2]) == (cells[0], cells[2]) and bool(cells[name:])


def _glue(last: list[str], cells: Sequence[str], places: Iterable[int]) -> None:
    for place in places:
        last[place] += cells[place]


def _draft(reading: _Reading, head: Head) -> Draft:
    catalogue = catalogue_of(head.scheme)
    units, origins, doubts = [], {}, list(reading.doubts)
    for made in reading.units:
        pairs = [(each, _project(each, catalogue)) for each in made.projects]
        unit = Unit(name=made.name, projects=tuple(project for _, project in pairs))
        units.append(unit)
        origins[unit.id] = tuple(made.spots[:1])
        for found, project in pairs:
            origins[project.id] = _together(found.spots)
            doubts += _doubts(found, project, Place(unit.id, project.id), catalogue)
    table = GoalTable(year=head.year, scheme=head.scheme, department=head.department, units=tuple(units))
    return Draft(table, tuple(doubts), origins)


def _project(found: _Project, catalogue: Catalogue) -> Project:
    appropriation, special_account, other = (amount_in(cell) for cell in found.cells[_TOTAL + 1 : _OBJECTIVE])
    funding = Funding(appropriation=appropriation, special_account=special_account, other=other)
    total = total_in(found.cells[_TOTAL])
    return Project(
        name=found.cells[3],
        funding=funding if total in (None, funding.total) else replaced(funding, stated_total=total),
        objective=found.cells[_OBJECTIVE],
        indicators=tuple(indicator_in(row[OWNER + 1 :], catalogue) for row in found.indicators),
    )


def _doubts(found: _Project, project: Project, place: Place, catalogue: Catalogue) -> Iterator[Doubt]:
    spot = found.spots[0]
    if project.funding.stated_total is not None:
        read = f"“{project.name[:_SHOWN]}”的总计 {money_text(project.funding.stated_total)} 记作原表的总计"
        yield Doubt(spot, place.at("funding"), read, f"它与各来源之和 {money_text(project.funding.total)} 不符，请核对")
    elif found.cells[_TOTAL].strip() and total_in(found.cells[_TOTAL]) is None:
        read = f"“{project.name[:_SHOWN]}”的总计“{found.cells[_TOTAL][:_SHOWN]}”没有读入"
        yield Doubt(spot, place.at("funding"), read, "因它不是数字，按各资金来源之和计")
    for row, indicator in zip(found.indicators, project.indicators, strict=True):
        code, name = row[OWNER + 3].strip(), row[OWNER + 4].strip()
        known = catalogue.by_code.get(code)
        if known and name and name != known.name:
            read = f"指标“{indicator.name[:_SHOWN]}”的二级指标记作“{known.label}”"
            yield Doubt(spot, place.at("indicators"), read, f"因代码与名称“{name[:_SHOWN]}”不一致，请核对")


def _together(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the rows of a project as one spot for each sheet, or for the lines of a text."""
    ends: dict[str, Spot] = {}
    for spot in spots:
        begin = ends.get(spot.sheet, spot)
        ends[spot.sheet] = begin.until(max(begin.last, spot.last, spot.row or spot.line))
    return tuple(ends.values())


def _keys(owner: Sequence[str]) -> tuple[Key, ...]:
    """Return by what a project is found, the surest first."""
    unit_number, unit, number, name = owner[0].strip(), owner[1], owner[2].strip(), owner[3]
    by_number = [("numbers", unit_number, number)] if unit_number and number else []
    return (("both", unit_number, unit, number, name), *by_number, ("names", unit, name))


def _cells(row: GridRow, width: int) -> list[str]:
    return [row.cell(place) for place in range(width)]


def _spot(row: GridRow) -> Spot:
    return row.spots[0] if row.spots else NOWHERE
