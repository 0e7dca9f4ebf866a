"""A table's pages followed from one edit to the next: only what the edit touched is laid out and parted again."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from operator import is_not
from typing import NamedTuple

from gzgoals.core.edits import changed_rows
from gzgoals.core.page_setup import PageSetup
from gzgoals.core.table import TABLE, GoalTable, Place, Project, Unit, catalogue_of
from gzgoals.gui.paper.columns import Shapes, fitted_to, row_shapes, shapes_of
from gzgoals.gui.paper.kinds import official
from gzgoals.gui.paper.layout import Form, LaidRow, Layout, caption_of, form_of, laid_row, set_up
from gzgoals.gui.paper.marks import Marks
from gzgoals.gui.paper.pages import Page, Start, page_from
from gzgoals.gui.paper.rows import PrintedRow, printed_project, printed_total, printed_unit
from gzgoals.gui.paper.setup import page_layout, sheet_of

Source = GoalTable | Unit | Project


class LiveRow(NamedTuple):
    """A row with what it was made of: its place, the part of the table it shows, its text, its amounts' shapes."""

    place: Place
    source: Source
    printed: PrintedRow
    shapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LivePages:
    """The pages of a table: its rows, how they are laid out, and where each page begins."""

    scheme: str
    setup: PageSetup
    rows: tuple[LiveRow, ...]
    shapes: Shapes
    layout: Layout
    starts: tuple[Start, ...]

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    def page(self, number: int) -> Page:
        """Return a page; `number` counts from 1."""
        return page_from(self.layout, self.starts[number - 1], number)[0]

    def row_of(self, place: Place) -> int:
        """Return the number of the row that shows a place, from 0; that of 合计 for what has none."""
        wanted = place.project or place.unit
        return next((number for number, row in enumerate(self.rows) if _id(row.place) == wanted), 0)

    def page_of(self, row: int) -> int:
        """Return the number of the page on which a row begins."""
        return max(1, bisect_right(self.starts, (row, 0, True)))


def live_pages(
    table: GoalTable,
    setup: PageSetup,
    former: LivePages | None = None,
    most: int | None = None,
    marks: Marks | None = None,
) -> LivePages | None:
    """Return the pages of a table; what comes out does not depend on `former`, but is quick where little differs.

    None where more than `most` rows would have to be laid out. It may run in any thread. Raises `MissingFontError`
    where there is no Chinese font.
    """
    if former and (former.setup != setup or former.scheme != table.scheme):
        former = None
    rows = tuple(_rows(table, former))
    shapes = shapes_of(row.shapes for row in rows)
    form = set_up(_form(table, setup, shapes, former), setup, marks or Marks(setup.numbered))
    known = former if former and _sets_alike(former.layout.form, form) else None
    kept = {id(row.printed): laid for row, laid in zip(known.rows, known.layout.rows, strict=True)} if known else {}
    if most is not None and sum(id(row.printed) not in kept for row in rows) > most:
        return None
    layout = Layout(form, tuple(kept.get(id(row.printed)) or laid_row(row.printed, form) for row in rows))
    return LivePages(table.scheme, setup, rows, shapes, layout, tuple(_starts(layout, known)))


def _id(place: Place) -> str:
    return place.project or place.unit


def _rows(table: GoalTable, former: LivePages | None) -> Iterator[LiveRow]:
    known = {_id(row.place): row for row in former.rows} if former else {}
    catalogue = catalogue_of(table.scheme)
    yield _row(TABLE, table, known) or _made(TABLE, table, printed_total(table), known)
    for unit in table.units:
        place = Place(unit.id)
        yield _row(place, unit, known) or _made(place, unit, printed_unit(unit), known)
        for project in unit.projects:
            row = known.get(project.id)
            if row is None or row.source is not project or row.place.unit != unit.id:
                row = _made(Place(unit.id, project.id), project, printed_project(project, catalogue), known)
            yield row


def _row(place: Place, source: GoalTable | Unit, known: dict[str, LiveRow]) -> LiveRow | None:
    """Return the row of a sum where its text is known: to add up thousands of projects takes its time."""
    row = known.get(_id(place))
    if row is None or not _sums_alike(row.source, source):
        return None
    return LiveRow(place, source, row.printed, row.shapes)


def _sums_alike(old: Source, new: GoalTable | Unit) -> bool:
    """Tell whether two tables or units have the same row for sure: the same name, the same amounts below."""
    if isinstance(old, GoalTable) and isinstance(new, GoalTable):
        pairs = zip(old.units, new.units, strict=False)
        return len(old.units) == len(new.units) and all(one is other or _same_money(one, other) for one, other in pairs)
    return isinstance(old, Unit) and isinstance(new, Unit) and old.name == new.name and _same_money(old, new)


def _same_money(old: Unit, new: Unit) -> bool:
    if len(old.projects) != len(new.projects):
        return False
    rows = changed_rows(old.projects, new.projects)
    return all(old.projects[row].funding == new.projects[row].funding for row in rows)


def _made(place: Place, source: Source, printed: PrintedRow, known: dict[str, LiveRow]) -> LiveRow:
    """Return a row, with the very text that was known of it where that is the same."""
    row = known.get(_id(place))
    if row is not None and row.printed == printed:
        return LiveRow(place, source, row.printed, row.shapes)
    return LiveRow(place, source, printed, row_shapes(printed))


def _form(table: GoalTable, setup: PageSetup, shapes: Shapes, former: LivePages | None) -> Form:
    caption = caption_of(table)
    if former and former.shapes == shapes:
        known = former.layout.form
        form = form_of(caption, known.sheet, known.columns, known.fonts, known.kind)
        return known if form.caption == known.caption else form
    sheet, kind = sheet_of(page_layout(setup), setup), official(setup)
    fonts, columns = fitted_to(shapes, sheet, setup, kind)
    return form_of(caption, sheet, columns, fonts, kind)


def _sets_alike(form: Form, other: Form) -> bool:
    """Tell whether rows are laid out alike in both forms."""
    return (form.columns, form.fonts.size) == (other.columns, other.fonts.size)


def _starts(layout: Layout, known: LivePages | None) -> Iterator[Start]:
    """Yield where each page begins; what `known` ones tell of pages that are the same is taken from them."""
    former, old = _former(layout, known)
    if len(old) == len(layout.rows):
        yield from _starts_of_as_many(layout, former, old)
        return
    head, tail = _same_ends(old, layout.rows)
    begun = max(1, bisect_left(former, Start(head)))
    yield from former[:begun]
    places = {start: place for place, start in enumerate(former[1:], 1)}
    shift, start = len(layout.rows) - len(old), former[begun - 1]
    for number in count(begun):
        _, following = page_from(layout, start, number)
        if following is None:
            return
        before = following._replace(row=following.row - shift)
        if before.row >= len(old) - tail and before in places:
            yield from (each._replace(row=each.row + shift) for each in former[places[before] :])
            return
        yield following
        start = following


def _starts_of_as_many(layout: Layout, former: Sequence[Start], old: Sequence[LaidRow]) -> Iterator[Start]:
    """Yield where each page begins where no row came or went: pages are parted anew only around rows that differ.

    An amount changes the row of its project and those of all sums above it, which may stand hundreds of pages before.
    """
    changed = [row for row, differs in enumerate(map(is_not, old, layout.rows)) if differs]
    places = {start: place for place, start in enumerate(former)}
    start: Start | None = former[0]
    while start is not None:
        yield start
        place = places.get(start)
        if place is not None:
            following = bisect_left(changed, start.row)
            end = bisect_left(former, Start(changed[following])) if following < len(changed) else len(former)
            if end > place + 1:  # a page depends on its rows and on the first of the next one
                yield from former[place + 1 : end]
                start = former[end - 1]
            if following == len(changed):
                return
        start = page_from(layout, start, 1 if start == Start() else 2)[1]


def _former(layout: Layout, known: LivePages | None) -> tuple[tuple[Start, ...], tuple[LaidRow, ...]]:
    """Return where pages began and of which rows, as far as that holds below this layout's caption."""
    if known and len(known.layout.form.caption) == len(layout.form.caption):
        return known.starts, known.layout.rows
    return (Start(),), ()


def _same_ends(old: Sequence[LaidRow], new: Sequence[LaidRow]) -> tuple[int, int]:
    """Return how many rows are the same at the beginning and at the end.

    The last row is never one of the first: its page depends on its being the last.
    """
    most = min(len(old), len(new))
    head = next((place for place, differs in enumerate(map(is_not, old, new)) if differs), most)
    tail = next((place for place, differs in enumerate(map(is_not, reversed(old), reversed(new))) if differs), most)
    return max(0, min(head, most - 1)), tail
