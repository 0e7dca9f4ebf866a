"""A table's pages followed from one edit to the next: only what the edit touched is laid out and parted again.

Of every row it is kept how many lines it has, and no text: of a table of 10,000 projects the text of all lines would
take 100 MB. A page's text is laid out when the page is asked for.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not
from typing import NamedTuple

from gzgoals.core.edits import changed_rows
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import TABLE, Catalogue, Funding, GoalTable, Place, Project, Unit, catalogue_of
from gzgoals.gui.paper.columns import Shapes, fitted_to, shapes_of, text_shapes
from gzgoals.gui.paper.kinds import official
from gzgoals.gui.paper.laid_lately import LaidLately
from gzgoals.gui.paper.layout import Extent, Form, LaidRow, caption_of, form_of, laid_row, set_up
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import Page, Start, sketch_from
from gzgoals.gui.paper.rows import PrintedRow, printed_amounts, printed_project, printed_total, printed_unit, sums_of
from gzgoals.gui.paper.setup import page_layout, sheet_of

Source = GoalTable | Unit | Project


class LiveRow(NamedTuple):
    """A row with what it is made of: its place, the part of the table it shows, its amounts and their shapes."""

    place: Place
    source: Source
    funding: Funding
    shapes: tuple[str, ...]

    @property
    def basis(self) -> Hashable:
        """All that the row's text follows from; that of a project is the project itself, whatever equals it."""
        match self.source:
            case Project() as project:
                return id(project)
            case Unit(name=name, projects=projects):
                return name, bool(projects), self.funding
            case GoalTable(units=units):
                return bool(units), self.funding

    def printed(self, catalogue: Catalogue) -> PrintedRow:
        """Return the row's text."""
        match self.source:
            case Project() as project:
                return printed_project(project, catalogue)
            case Unit() as unit:
                return printed_unit(unit, self.funding)
            case GoalTable(units=units):
                return printed_total([self.funding] if units else [])


@dataclass(frozen=True, slots=True)
class LivePages:
    """The pages of a table: its rows and their numbers by id, how many lines each has, and where each page begins."""

    scheme: str
    setup: PageSetup
    rows: tuple[LiveRow, ...]
    numbers: Mapping[str, int]
    shapes: Shapes
    form: Form
    extents: tuple[Extent, ...]
    starts: tuple[Start, ...]
    lately: LaidLately = field(compare=False, repr=False)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    def page(self, number: int) -> Page:
        """Return a page; `number` counts from 1."""
        sketch, _ = sketch_from(self.form, self.extents, self.starts[number - 1], number)
        return sketch.page(self.form, self.laid)

    def laid(self, number: int) -> LaidRow:
        """Return a row as it is laid out; `number` counts from 0."""
        row, catalogue = self.rows[number], catalogue_of(self.scheme)
        return self.lately.row(row.basis, row.source, lambda: laid_row(row.printed(catalogue), self.form))

    def row_of(self, place: Place) -> int:
        """Return the number of the row that shows a place, from 0; that of 合计 for what has none."""
        return self.numbers.get(_id(place), 0)

    def page_of(self, row: int) -> int:
        """Return the number of the page on which a row begins."""
        return max(1, bisect_right(self.starts, (row, 0, True)))


class AtMost(NamedTuple):
    """How many rows may be laid out, and how many pages filled."""

    rows: int
    pages: int


def live_pages(
    table: GoalTable,
    setup: PageSetup,
    former: LivePages | None = None,
    most: AtMost | None = None,
    marks: Marks | None = None,
) -> LivePages | None:
    """Return the pages of a table; what comes out does not depend on `former`, but is quick where little differs.

    None where more would have to be done than `most`. It may run in any thread. Raises `MissingFontError` where there
    is no Chinese font.
    """
    if former and (former.setup != setup or former.scheme != table.scheme):
        former = None
    renewed = _renewed(table, former) if former else None
    rows, numbers = _rows(table, former, renewed)
    shapes = _shapes(rows, former, renewed)
    form = set_up(_form(table, setup, shapes, former), setup, marks or Marks(setup.numbered))
    known = former if former and _sets_alike(former.form, form) else None
    extents, missing = _kept(rows, form, known, renewed)
    if most is not None and len(missing) > most.rows:
        return None
    catalogue = catalogue_of(table.scheme)
    for number in missing:
        extents[number] = laid_row(rows[number].printed(catalogue), form).extent
    starts = _starts(form, extents, known, most.pages if most else None)
    if starts is None:
        return None
    lately = known.lately if known else LaidLately()
    return LivePages(table.scheme, setup, rows, numbers, shapes, form, tuple(extents), starts, lately)


def _id(place: Place) -> str:
    return place.project or place.unit


Renewed = Mapping[int, LiveRow]
"""The rows that are others than before, by their numbers, where none has come, gone or moved."""


def _renewed(table: GoalTable, former: LivePages) -> Renewed | None:
    """Return what differs from the former rows; None where there may be more or fewer rows or others."""
    old, known = former.rows[0].source, former.rows
    if not isinstance(old, GoalTable) or len(old.units) != len(table.units):
        return None
    renewed: dict[int, LiveRow] = {}
    number, sums = 1, []
    for was, unit in zip(old.units, table.units, strict=True):
        if was is not unit:
            if was.id != unit.id or len(was.projects) != len(unit.projects):
                return None
            for row in changed_rows(was.projects, unit.projects):
                at, project = number + 1 + row, unit.projects[row]
                if was.projects[row].id != project.id:
                    return None
                renewed[at] = _made(known[at].place, project, project.funding, known[at])
            renewed[number] = _unit_row(unit, known[number])
        sums.append((renewed.get(number) or known[number]).funding)
        number += 1 + len(unit.projects)
    if table is not old:
        renewed[0] = _made(TABLE, table, sums_of(sums), known[0])
    return renewed


def _rows(
    table: GoalTable, former: LivePages | None, renewed: Renewed | None
) -> tuple[tuple[LiveRow, ...], Mapping[str, int]]:
    if former and renewed is not None:
        rows = list(former.rows)
        for number, row in renewed.items():
            rows[number] = row
        return tuple(rows), former.numbers
    every = tuple(_all_rows(table, former))
    return every, {_id(row.place): number for number, row in enumerate(every)}


def _all_rows(table: GoalTable, former: LivePages | None) -> Iterator[LiveRow]:
    known = {_id(row.place): row for row in former.rows} if former else {}
    units = [_unit_row(unit, known.get(unit.id)) for unit in table.units]
    yield _made(TABLE, table, sums_of(row.funding for row in units), known.get(""))
    for unit, unit_row in zip(table.units, units, strict=True):
        yield unit_row
        for project in unit.projects:
            row = known.get(project.id)
            if row is None or row.source is not project or row.place.unit != unit.id:
                row = _made(Place(unit.id, project.id), project, project.funding, row)
            yield row


def _unit_row(unit: Unit, known: LiveRow | None) -> LiveRow:
    """Return a unit's row, with the sums that are known where they are the same: to add up thousands takes its time."""
    if known and isinstance(known.source, Unit) and _same_money(known.source, unit):
        sums = known.funding
    else:
        sums = sums_of(project.funding for project in unit.projects)
    return _made(Place(unit.id), unit, sums, known)


def _same_money(old: Unit, new: Unit) -> bool:
    if len(old.projects) != len(new.projects):
        return False
    rows = changed_rows(old.projects, new.projects)
    return all(old.projects[row].funding == new.projects[row].funding for row in rows)


def _made(place: Place, source: Source, funding: Funding, known: LiveRow | None) -> LiveRow:
    """Return a row, with the shapes that are known of it where its amounts are the same."""
    if known is not None and known.funding == funding:
        return LiveRow(place, source, known.funding, known.shapes)
    return LiveRow(place, source, funding, text_shapes(printed_amounts(funding)))


def _shapes(rows: Sequence[LiveRow], former: LivePages | None, renewed: Renewed | None) -> Shapes:
    """Return what all rows have in the columns of amounts: what was known where nothing came to it or is gone."""
    if former and renewed is not None:
        pairs = [
            (column, old, new)
            for number, row in renewed.items()
            for column, (old, new) in enumerate(zip(former.rows[number].shapes, row.shapes, strict=True))
            if old != new
        ]
        if all(new in former.shapes[column] for column, _, new in pairs) and all(
            any(row.shapes[column] == old for row in rows) for column, old, _ in pairs
        ):
            return former.shapes
    return shapes_of(row.shapes for row in rows)


def _kept(
    rows: Sequence[LiveRow], form: Form, known: LivePages | None, renewed: Renewed | None
) -> tuple[list[Extent], Sequence[int]]:
    """Return what is known of how many lines rows have, and the numbers of those that are still to be laid out."""
    unknown = form.header.extent
    if known is None:
        return [unknown] * len(rows), range(len(rows))
    if renewed is not None:
        others = [number for number, row in renewed.items() if row.basis != known.rows[number].basis]
        return list(known.extents), others
    kept = {row.basis: extent for row, extent in zip(known.rows, known.extents, strict=True)}
    bases = [row.basis for row in rows]
    missing = [number for number, basis in enumerate(bases) if basis not in kept]
    return [kept.get(basis, unknown) for basis in bases], missing


def _form(table: GoalTable, setup: PageSetup, shapes: Shapes, former: LivePages | None) -> Form:
    caption = caption_of(table)
    if former and former.shapes == shapes:
        known = former.form
        form = form_of(caption, known.sheet, known.columns, known.fonts, known.kind)
        return known if form.caption == known.caption else form
    sheet, kind = sheet_of(page_layout(setup), setup), official(setup)
    fonts, columns = fitted_to(shapes, sheet, setup, kind)
    return form_of(caption, sheet, columns, fonts, kind)


def _sets_alike(form: Form, other: Form) -> bool:
    """Tell whether rows are laid out alike in both forms."""
    return (form.columns, form.fonts.size) == (other.columns, other.fonts.size)


def _starts(form: Form, rows: Sequence[Extent], known: LivePages | None, most: int | None) -> tuple[Start, ...] | None:
    """Return where each page begins; what `known` ones tell of pages that are the same is taken from them.

    None where more than `most` pages would have to be filled.
    """
    former, old = _former(form, known)
    if len(old) == len(rows):
        return _starts_of_as_many(form, rows, former, old, most)
    head, tail = _same_ends(old, rows)
    starts = list(former[: max(1, bisect_left(former, Start(head)))])
    shift, end = len(rows) - len(old), None if most is None else len(starts) + most
    while end is None or len(starts) < end:
        _, following = sketch_from(form, rows, starts[-1], len(starts))
        if following is None:
            return tuple(starts)
        before = following._replace(row=following.row - shift)
        place = bisect_left(former, before, 1)
        if before.row >= len(old) - tail and place < len(former) and former[place] == before:
            rest = former[place:]
            return (*starts, *(rest if not shift else (each._replace(row=each.row + shift) for each in rest)))
        starts.append(following)
    return None


def _starts_of_as_many(
    form: Form, rows: Sequence[Extent], former: Sequence[Start], old: Sequence[Extent], most: int | None
) -> tuple[Start, ...] | None:
    """Return where each page begins where no row came or went: pages are parted anew only around rows that differ.

    An amount changes the row of its project and those of all sums above it, which may stand hundreds of pages before.
    """
    changed = [row for row in compress(count(), map(is_not, old, rows)) if old[row] != rows[row]]
    starts, filled = [former[0]], 0
    while True:
        place = bisect_left(former, starts[-1])
        if place < len(former) and former[place] == starts[-1]:
            following = bisect_left(changed, starts[-1].row)
            if following == len(changed):
                return (*starts, *former[place + 1 :])
            # a page depends on its rows and on the first of the next one
            starts += former[place + 1 : bisect_left(former, Start(changed[following]))]
        if filled == most:
            return None
        _, start = sketch_from(form, rows, starts[-1], len(starts))
        if start is None:
            return tuple(starts)
        starts.append(start)
        filled += 1


def _former(form: Form, known: LivePages | None) -> tuple[tuple[Start, ...], tuple[Extent, ...]]:
    """Return where pages began and of which rows, as far as that holds below this form's caption."""
    if known and len(known.form.caption) == len(form.caption):
        return known.starts, known.extents
    return (Start(),), ()


def _same_ends(old: Sequence[Extent], new: Sequence[Extent]) -> tuple[int, int]:
    """Return how many rows are the same at the beginning and at the end.

    The last row is never one of the first: its page depends on its being the last.
    """
    most = min(len(old), len(new))
    head = next((place for place, differs in enumerate(map(is_not, old, new)) if differs), most)
    tail = next((place for place, differs in enumerate(map(is_not, reversed(old), reversed(new))) if differs), most)
    return max(0, min(head, most - 1)), tail
