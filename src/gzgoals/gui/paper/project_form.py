"""The form of one project (项目支出绩效目标申报表), a page or more, with last year's values if they are known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, groupby
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from gzgoals.core.exchange.printed.own import AGAIN, FORM_TITLE, MONEY_SOURCE, NO_INDICATORS, NO_LEVEL, ON, FormLabel
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import Catalogue, Funding, GoalTable, Indicator, Project, Unit, catalogue_of, money_text, worth
from gzgoals.core.years import last_projects, match_indicators
from gzgoals.core.years.report import signed
from gzgoals.gui.paper.breaking import broken
from gzgoals.gui.paper.columns import PADDING
from gzgoals.gui.paper.fonts import Fonts, paper_fonts
from gzgoals.gui.paper.forms import Form, FormCell, FormRow
from gzgoals.gui.paper.kinds import SIGNED
from gzgoals.gui.paper.placing import Align, Style
from gzgoals.gui.paper.rows import printed_text, with_indents
from gzgoals.gui.paper.setup import UNITS_PER_POINT, Sheet

_FEWEST_CHARACTERS = 36
"""So many characters must stand side by side for the columns to be readable."""
_FIRST, _SECOND, _NAMES, _UNIT, _CYCLE, _ANNUAL, _LAST = range(7)
"""The columns: both levels, names (the second part holds a label above the indicators), the targets."""
_MOST_LEVEL = 10
"""How many characters wide a column of levels is at most; longer ones have several lines."""
_LABEL_WIDTH = 5.2
_TARGET_SHARES = {2: 0.28, 3: 0.21}
_MOST_TARGET = 0.24
_UNDER_OF_WHICH = 3
"""How many characters the other sources stand in, so that they stand below that which follows 其中：."""
_SMALLEST = 5 * UNITS_PER_POINT
_STEP = UNITS_PER_POINT // 2
_SOURCES = (
    (FormLabel.APPROPRIATION, "appropriation"),
    (FormLabel.SPECIAL_ACCOUNT, "special_account"),
    (FormLabel.OTHER, "other"),
)


class LastYears(NamedTuple):
    """The year before, and what its projects were by the ids of this year's."""

    year: int
    projects: Mapping[str, Project]


def last_years_of(table: GoalTable) -> LastYears | None:
    """Return what the projects of a whole table were in the year that it remembers, None where it remembers none."""
    return LastYears(table.last_year.year, last_projects(table)) if table.last_year else None


def form_setup(setup: PageSetup) -> PageSetup:
    """Return the setup for forms: upright as offices hand them in, whatever the table's pages are.

    The official table is wide, a form is a list: upright its lines are neither too long to read nor do its few rows
    leave half of the page empty. Only where type so large is wanted that too few characters would stand side by side
    is the sheet laid on its side.
    """
    upright = setup.replaced(orientation="portrait", widths=())
    width = (297.0 if setup.size == "A3" else 210.0) - 2 * setup.side_margin
    across = width / 25.4 * 72 / setup.type_size
    return upright if across >= _FEWEST_CHARACTERS else upright.replaced(orientation="landscape")


def form_fonts(setup: PageSetup, sheet: Sheet) -> Fonts:
    """Return the fonts; type becomes smaller where the sheet would hold too few characters side by side."""
    size = round(setup.type_size * UNITS_PER_POINT)
    while size > _SMALLEST and sheet.width < _FEWEST_CHARACTERS * size:
        size -= _STEP
    return paper_fonts(size, setup.font)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the rows of forms on a sheet: `edges` are where its columns begin and end."""

    fonts: Fonts
    edges: tuple[int, ...]

    def cell(self, text: str, first: int, last: int = -1, align: Align = Align.LEFT, indent: int = 0) -> FormCell:
        """Return a cell from one column to another, the same where there is no other."""
        cell = FormCell((), self.edges[first], self.edges[max(first, last) + 1], align=align, indent=indent)
        return cell._replace(lines=broken(text, self.fonts.text, cell.inner_width))

    def label(self, text: str, first: int, last: int = -1) -> FormCell:
        """Return a label, which says that it stands there again where its row goes on."""
        cell = self.cell(text, first, last, Align.CENTRE)
        return cell._replace(again=broken(text + AGAIN, self.fonts.text, cell.inner_width))

    def heading(self, text: str, first: int, last: int = -1, parted: str = "") -> FormCell:
        """Return a caption above a column, `parted` where it is too long for one line."""
        cell = self.cell("", first, last, Align.CENTRE)
        lines = broken(text, self.fonts.heading, cell.inner_width)
        if parted and len(lines) > 1:
            lines = broken(parted, self.fonts.heading, cell.inner_width)
        return cell._replace(lines=lines, style=Style.HEADING)

    @property
    def last(self) -> int:
        """The last column."""
        return len(self.edges) - 2


def project_forms(
    table: GoalTable, sheet: Sheet, fonts: Fonts, setup: PageSetup, last_years: LastYears | None
) -> Iterator[Form]:
    """Yield the form of each project in the order of the table."""
    catalogue = catalogue_of(table.scheme)
    title = (FORM_TITLE, f"（{table.year} 年度）")
    signatures = SIGNED.signatures if setup.signed else ()
    levels, last_year = _level_widths(catalogue, fonts), last_years.year if last_years else 0
    for unit in table.units:
        for project in unit.projects:
            last = last_years.projects.get(project.id) if last_years else None
            maker = _Maker(fonts, _edges(project, last, levels, sheet, fonts))
            rows = (
                *_head_rows(maker, table, unit, project),
                *_money_rows(maker, project.funding, last.funding if last else None, table.year, last_year),
                _objective_row(maker, project),
                *_indicator_rows(maker, project, last, catalogue),
            )
            yield Form(rows, title, signatures)


def _level_widths(catalogue: Catalogue, fonts: Fonts) -> tuple[int, int]:
    """Return how wide the columns of levels are, such that those of the catalogue have a line each."""
    metrics, most = QFontMetricsF(fonts.text), _MOST_LEVEL * fonts.size
    both = ([each for each in catalogue.categories if bool(each.parent) == second] for second in (False, True))
    first, second = (
        min(most, round(max(metrics.horizontalAdvance(each.label) for each in level)) + 2 * PADDING + UNITS_PER_POINT)
        for level in both
    )
    return first, second


def _edges(
    project: Project, last: Project | None, levels: tuple[int, int], sheet: Sheet, fonts: Fonts
) -> tuple[int, ...]:
    """Return where the columns begin and end: targets are as wide as the widest amount and what fits of them need."""
    targets = 3 if last else 2
    rest = sheet.width - sum(levels)
    amounts = [each for every in (project.funding, last and last.funding) if every for each in _amounts(every)]
    metrics = QFontMetricsF(fonts.text)
    needed = round(max(metrics.horizontalAdvance(f"+{amount}") for amount in amounts)) + 2 * PADDING + 1
    most = round(_MOST_TARGET * rest)
    texts = [metrics.horizontalAdvance(text) + 2 * PADDING + 1 for text in _targets(project, last)]
    widest = round(max((width for width in texts if width <= most), default=0))
    target = max(round(_TARGET_SHARES[targets] * rest), min(needed, most), widest)
    label = round(_LABEL_WIDTH * fonts.size)
    names = rest - targets * target - label
    widths = [*levels, names, label, *[target] * (targets - 1)]
    return (*accumulate(widths, initial=sheet.left), sheet.right)


def _targets(project: Project, last: Project | None) -> Iterator[str]:
    for indicator in project.indicators:
        yield from (printed_text(target.text) for target in (indicator.cycle, indicator.annual))
    for indicator in last.indicators if last else ():
        yield printed_text(indicator.annual.text)


def _amounts(funding: Funding) -> list[str]:
    return [money_text(funding.total), *(printed_text(money_text(getattr(funding, name))) for _, name in _SOURCES)]


def _head_rows(maker: _Maker, table: GoalTable, unit: Unit, project: Project) -> Iterator[FormRow]:
    name = maker.cell(printed_text(project.name), _SECOND, maker.last)
    yield FormRow((maker.label(FormLabel.NAME, _FIRST), name))
    yield FormRow(
        (
            maker.label(FormLabel.DEPARTMENT, _FIRST),
            maker.cell(printed_text(table.department), _SECOND, _NAMES),
            maker.label(FormLabel.UNIT, _UNIT),
            maker.cell(printed_text(unit.name), _CYCLE, maker.last),
        )
    )


def _money_rows(maker: _Maker, funding: Funding, last: Funding | None, year: int, last_year: int) -> Iterator[FormRow]:
    """Yield the rows of money: this year's alone, or beside last year's with the difference."""
    lines = [(FormLabel.TOTAL, funding.total, last.total if last else None)]
    lines += [(label, getattr(funding, name), getattr(last, name) if last else None) for label, name in _SOURCES]
    label = maker.cell(FormLabel.MONEY, _FIRST, align=Align.CENTRE)._replace(down=len(lines) + bool(last))
    if last:
        yield FormRow(
            (
                label,
                maker.cell(MONEY_SOURCE, _SECOND, _UNIT, Align.CENTRE),
                maker.cell(f"{year} 年", _CYCLE, align=Align.CENTRE),
                maker.cell(f"{last_year} 年", _ANNUAL, align=Align.CENTRE),
                maker.cell("增减", _LAST, align=Align.CENTRE),
            )
        )
    for number, (text, amount, before) in enumerate(lines):
        here = maker.cell(_money(amount), _CYCLE, _CYCLE if last else maker.last, Align.RIGHT)
        cells = [maker.cell(text, _SECOND, _UNIT, indent=_UNDER_OF_WHICH * maker.fonts.size * (number > 1)), here]
        if before is not None:
            difference = worth(amount) - worth(before)
            cells.append(maker.cell(_money(before), _ANNUAL, align=Align.RIGHT))
            cells.append(maker.cell(signed(difference) if difference else "", _LAST, align=Align.RIGHT))
        yield FormRow((*([] if number or last else [label]), *cells))


def _money(amount: Decimal | str) -> str:
    return "" if amount == 0 else printed_text(money_text(amount))


def _objective_row(maker: _Maker, project: Project) -> FormRow:
    text = maker.cell(with_indents(printed_text(project.objective)), _SECOND, maker.last)
    return FormRow((maker.label(FormLabel.OBJECTIVE, _FIRST), text))


def _indicator_rows(maker: _Maker, project: Project, last: Project | None, catalogue: Catalogue) -> Iterator[FormRow]:
    yield _caption_row(maker, last)
    if not project.indicators:
        yield FormRow((maker.cell(NO_INDICATORS, _FIRST, maker.last, Align.CENTRE),))
        return
    before = {new.id: old for old, new in match_indicators(last, project) if old and new} if last else {}
    for first, of_first in groupby(grouped(project.indicators, catalogue), lambda each: each.first):
        several = list(of_first)
        tall = [maker.cell(first, _FIRST, align=Align.CENTRE)._replace(down=len(several))]
        for second, of_second in groupby(several, lambda each: each.second):
            below = list(of_second)
            tall.append(maker.cell(second, _SECOND, align=Align.CENTRE)._replace(down=len(below)))
            for each in below:
                yield FormRow((*tall, *_indicator_cells(maker, each.indicator, before, has_last=last is not None)))
                tall = []


def _caption_row(maker: _Maker, last: Project | None) -> FormRow:
    """Return the captions above the indicators; those of names tell where one goes on from the page before."""
    names = maker.heading(FormLabel.NAMES, _NAMES, _UNIT)
    cells = [
        maker.heading(FormLabel.FIRST, _FIRST),
        maker.heading(FormLabel.SECOND, _SECOND),
        names._replace(again=broken(FormLabel.NAMES + ON, maker.fonts.heading, names.inner_width)),
        maker.heading(FormLabel.CYCLE, _CYCLE, parted="实施周期\n指标值"),
        maker.heading(FormLabel.ANNUAL, _ANNUAL),
    ]
    return FormRow((*cells, maker.heading(FormLabel.LAST, _LAST)) if last else tuple(cells), heads=True)


def _indicator_cells(
    maker: _Maker, indicator: Indicator, before: Mapping[str, Indicator], *, has_last: bool
) -> Iterator[FormCell]:
    yield maker.cell(printed_text(indicator.name), _NAMES, _UNIT)
    yield maker.cell(printed_text(indicator.cycle.text), _CYCLE, align=Align.CENTRE)
    yield maker.cell(printed_text(indicator.annual.text), _ANNUAL, align=Align.CENTRE)
    if has_last:
        old = before.get(indicator.id)
        yield maker.cell(printed_text(old.annual.text) if old else NO_LEVEL, _LAST, align=Align.CENTRE)


class Grouped(NamedTuple):
    """An indicator with its levels as they are printed."""

    first: str
    second: str
    indicator: Indicator


def grouped(indicators: Sequence[Indicator], catalogue: Catalogue) -> list[Grouped]:
    """Return the indicators with those of one category together, each where the first of its kind stands."""
    told = []
    for each in indicators:
        first, second = (printed_text(level) or NO_LEVEL for level in catalogue.levels(each.category))
        told.append(Grouped(first, second, each))
    firsts = {each.first: place for place, each in reversed(list(enumerate(told)))}
    seconds = {each[:2]: place for place, each in reversed(list(enumerate(told)))}
    return sorted(told, key=lambda each: (firsts[each.first], seconds[each[:2]]))
