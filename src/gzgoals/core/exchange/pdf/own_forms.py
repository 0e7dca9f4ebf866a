"""The forms of projects that this program printed, read back to the letter: program and layout know each other here.

What a general reader has to guess is told: a row that goes on from the page before says so in its label or its caption,
and paragraphs show by their indents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from gzgoals.core.exchange.draft import Draft
from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.pages import PageRow, ReadPage
from gzgoals.core.exchange.printed.assembly import scheme_of
from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator
from gzgoals.core.exchange.printed.own import AGAIN, MONEY_SOURCE, NO_LEVEL, ON, FormLabel, OwnTitle
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.source import Spot
from gzgoals.core.table import (
    Amount,
    Catalogue,
    Funding,
    GoalTable,
    Indicator,
    Project,
    Unit,
    amount_of,
    catalogue_of,
    split_target,
)

_INDENTED = 1.3
"""Characters between a cell's edge and a line that begins a paragraph: less than the indent and the padding."""
_FIRST = 0
"""The column of labels, and of the first level below the captions."""

Lines = tuple[Line, ...]


@dataclass(slots=True)
class _Found:
    """An indicator: its levels, and the lines of its name and its targets."""

    first: str
    second: str
    name: Lines = ()
    cycle: Lines = ()
    annual: Lines = ()

    @property
    def levels(self) -> tuple[str, str]:
        """Both levels, empty where a form prints that there is none."""
        first, second = ("" if level == NO_LEVEL else level for level in (self.first, self.second))
        return first, second


@dataclass(slots=True)
class _Form:
    """A project while its pages are read; `columns` are those of the captions, `money` the one of this year's money.

    `edge` is where the objective's cell begins.
    """

    name: Lines = ()
    unit: Lines = ()
    amounts: dict[str, Amount] = field(default_factory=dict)
    objective: Lines = ()
    indicators: list[_Found] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    money: int = -1
    edge: float = 0.0
    goes_on: bool = False


class _Cell(NamedTuple):
    """A cell that is not empty, with its column."""

    column: int
    lines: Lines

    @property
    def text(self) -> str:
        """Its text as one line."""
        return _joined(self.lines)


def draft_of_own_forms(pages: Sequence[ReadPage], title: OwnTitle) -> Draft:
    """Return the table whose projects' forms stand on these pages, without a doubt."""
    forms: list[_Form] = []
    for page in pages:
        rows = [row for table in page.tables for row in table.rows]
        xs = page.tables[0].xs if page.tables else ()
        for place, row in enumerate(rows):
            cells = [_Cell(column, lines) for column, lines in enumerate(row.cells) if lines]
            if place == 0 and cells and cells[0].text == FormLabel.NAME:
                forms.append(_Form())
            if forms:
                _take(forms[-1], cells, row, xs)
        if rows and forms:
            left, top, _, _ = rows[0].box
            _, _, right, bottom = rows[-1].box
            forms[-1].spots.append(Spot(page=page.number, box=(left, top, right, bottom)))
    scheme = title.scheme or _scheme(forms)
    catalogue = catalogue_of(scheme)
    origins: dict[str, tuple[Spot, ...]] = {}
    units = []
    for name, several in groupby(forms, key=lambda form: _joined(form.unit)):
        of_unit = [(form, _project(form, catalogue)) for form in several]
        unit = Unit(name=name, projects=tuple(project for _, project in of_unit))
        origins |= {project.id: tuple(form.spots) for form, project in of_unit}
        origins[unit.id] = tuple(of_unit[0][0].spots[:1])
        units.append(unit)
    table = GoalTable(year=title.year, scheme=scheme, department=title.department, units=tuple(units))
    return Draft(table, origins=origins)


def _take(form: _Form, cells: Sequence[_Cell], row: PageRow, xs: Sequence[float]) -> None:
    """Take a row into the form that it belongs to."""
    label = cells[0].text if cells and cells[0].column == _FIRST else ""
    if label == FormLabel.FIRST:
        texts = {each.text: each.column for each in cells}
        form.goes_on = FormLabel.NAMES + ON in texts
        form.columns = {text.removesuffix(ON): column for text, column in texts.items()}
    elif form.columns:
        _take_indicator(form, cells, row)
    elif label.removesuffix(AGAIN) == FormLabel.NAME:
        form.name += _lines(cells[1:])
    elif label.removesuffix(AGAIN) == FormLabel.DEPARTMENT:
        unit = next((n for n, each in enumerate(cells) if each.text.removesuffix(AGAIN) == FormLabel.UNIT), len(cells))
        form.unit += _lines(cells[unit + 1 :])
    elif label.removesuffix(AGAIN) == FormLabel.OBJECTIVE:
        form.objective += _lines(cells[1:])
        form.edge = xs[_FIRST + 1]
    else:
        _take_money(form, cells)


def _take_money(form: _Form, cells: Sequence[_Cell]) -> None:
    told = {each.text: place for place, each in enumerate(cells)}
    if MONEY_SOURCE in told:
        form.money = cells[told[MONEY_SOURCE] + 1].column
        return
    for label in (FormLabel.APPROPRIATION, FormLabel.SPECIAL_ACCOUNT, FormLabel.OTHER):
        if label in told:
            beside = [each for each in cells[told[label] + 1 :] if form.money in (-1, each.column)]
            form.amounts[label] = amount_of(_joined(beside[0].lines)) if beside else amount_of("0")


def _take_indicator(form: _Form, cells: Sequence[_Cell], row: PageRow) -> None:
    """Take a row of an indicator; empty levels are those of the row above, whose cells reach down to it."""
    if len(cells) == 1 and cells[0].column == _FIRST:
        return  # it says that there is none
    first, second, name, cycle, annual = (
        row.cells[form.columns[label]] if label in form.columns else ()
        for label in (FormLabel.FIRST, FormLabel.SECOND, FormLabel.NAMES, FormLabel.CYCLE, FormLabel.ANNUAL)
    )
    last = form.indicators[-1] if form.indicators else None
    if form.goes_on and last:
        last.first += "" if _joined(first) == last.first else _joined(first)
        last.second += "" if _joined(second) == last.second else _joined(second)
        last.name, last.cycle, last.annual = last.name + name, last.cycle + cycle, last.annual + annual
    else:
        above = (last.first, last.second) if last else ("", "")
        levels = _joined(first) or above[0], _joined(second) or above[1]
        form.indicators.append(_Found(*levels, name, cycle, annual))
    form.goes_on = False


def _lines(cells: Sequence[_Cell]) -> Lines:
    return tuple(line for each in cells for line in each.lines)


def _joined(lines: Sequence[Line]) -> str:
    """Return lines as one; such a print shows a blank even at a line's end."""
    return "".join(_parts(lines))


def _parts(lines: Sequence[Line]) -> Iterator[str]:
    yield from (line.text for line in lines[:1])
    for line, below in pairwise(lines):
        yield " " if line.blank_after or below.blank_before else ""
        yield below.text


def _paragraphs(lines: Lines, edge: float) -> str:
    """Return an objective in a cell that begins at `edge`; where it has several paragraphs, each is indented."""
    begins = [place for place, line in enumerate(lines) if line.left - edge > _INDENTED * line.em]
    if not begins or begins[0] > 0:
        return _joined(lines)
    return "\n".join(_joined(lines[begin:end]) for begin, end in pairwise([*begins, len(lines)]))


def _project(form: _Form, catalogue: Catalogue) -> Project:
    return Project(
        name=_joined(form.name),
        funding=Funding(
            appropriation=form.amounts.get(FormLabel.APPROPRIATION, amount_of("0")),
            special_account=form.amounts.get(FormLabel.SPECIAL_ACCOUNT, amount_of("0")),
            other=form.amounts.get(FormLabel.OTHER, amount_of("0")),
        ),
        objective=_paragraphs(form.objective, form.edge),
        indicators=tuple(
            Indicator(
                category=catalogue.category(*each.levels),
                name=_joined(each.name),
                cycle=split_target(_joined(each.cycle)),
                annual=split_target(_joined(each.annual)),
            )
            for each in form.indicators
        ),
    )


def _scheme(forms: Sequence[_Form]) -> str:
    levels = ("；".join(each.levels).partition("；")[::2] for form in forms for each in form.indicators)
    printed = tuple(PrintedIndicator(first, second, "", "", "") for first, second in levels)
    return scheme_of([Row((), "", (), printed=printed)])
