"""A form parted into pages.

A row that may be parted goes on over a page's end between two lines; a cell over several rows is closed at a page's end
and stands again, whole, on the next page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gzgoals.gui.paper.forms import Form, FormCell, FormPage, FormRow, Shown
from gzgoals.gui.paper.layout import Face
from gzgoals.gui.paper.pages import BEFORE_FOOT, FEWEST_LINES, ROW_PADDING, SIGNING_LINES, foot_top


def form_pages(form: Form, face: Face) -> Iterator[FormPage]:
    """Part a form into pages: every line of its own cells once, cells over several rows on each page anew."""
    form = _without_giants(form, face)
    row, done, begins = 0, 0, True
    while row < len(form.rows) or begins:
        filling = _Filling(form, face, begins=begins)
        row, done = filling.filled(row, done)
        signed = row >= len(form.rows) and filling.signs
        yield filling.page(begins=begins, signed=signed)
        if row >= len(form.rows) and not signed and form.signatures:
            yield FormPage(form, (), begins=False, signed=True, end=face.sheet.top)
        begins = False


def title_height(form: Form, face: Face) -> int:
    """Return how much room the title takes above a form."""
    return title_line(face) + (len(form.title) - 1) * face.pitch + BEFORE_FOOT


def title_line(face: Face) -> int:
    """Return the distance from one line of the title to the next."""
    return round(face.fonts.title.pixelSize() * face.pitch / face.fonts.size)


def _height(lines: int, face: Face) -> int:
    return lines * face.pitch + 2 * ROW_PADDING


def _without_giants(form: Form, face: Face) -> Form:
    """Return the form without cells over several rows that are too tall to stand on each page: only on the first row.

    There they go on over the page's end as any cell; below them stand empty ones.
    """
    room = foot_top(face) - BEFORE_FOOT - face.sheet.top
    heads = sum(_height(row.height, face) for row in form.rows if row.heads)
    most = max(1, (room - heads) // face.pitch // 2)
    rows = list(form.rows)
    for number, row in enumerate(form.rows):
        for cell in row.cells:
            if cell.down > 1 and len(cell.lines) > most:
                rows[number] = _with(rows[number], cell._replace(down=1), instead=cell)
                for below in range(number + 1, number + cell.down):
                    rows[below] = _with(rows[below], cell._replace(lines=(), again=(), down=1))
    return form._replace(rows=tuple(rows))


def _with(row: FormRow, cell: FormCell, instead: FormCell | None = None) -> FormRow:
    kept = [each for each in row.cells if each is not instead]
    return row._replace(cells=tuple(sorted([*kept, cell], key=lambda each: each.left)))


class _Band(NamedTuple):
    """A row or a piece of one on a page; `number` is the row's in the form, -1 for a head that stands again."""

    row: FormRow
    number: int
    top: int
    bottom: int
    whole: bool = True


class _Open(NamedTuple):
    """A cell over several rows on the page that is being filled: where it begins, and its last row."""

    cell: FormCell
    top: int
    last: int
    row: int


@dataclass
class _Filling:
    """A page while it is being filled."""

    form: Form
    face: Face
    begins: bool
    signs: bool = True
    bands: list[_Band] = field(default_factory=list)
    tall: list[_Open] = field(default_factory=list)

    @property
    def top(self) -> int:
        """Where the next band begins."""
        if self.bands:
            return self.bands[-1].bottom
        return self.face.sheet.top + (title_height(self.form, self.face) if self.begins else 0)

    @property
    def bottom(self) -> int:
        """Where the last band may end."""
        return foot_top(self.face) - BEFORE_FOOT

    @property
    def fresh(self) -> bool:
        """Whether there is no row of the form's own yet but the head."""
        return not any(band.number >= 0 for band in self.bands)

    def filled(self, row: int, done: int) -> tuple[int, int]:
        """Fill the page from a row on; return where the next page begins."""
        self._repeat_head(row, done)
        self._reopen(row)
        rows = self.form.rows
        while row < len(rows):
            rest = rows[row].rest(done)
            here = self._lines_here(rest, row, done)
            if here:
                self._add(rest if here >= rest.height else rest.first(here), row, done, whole=here >= rest.height)
            if here < rest.height:
                self._close()
                return row, done + here
            row, done = row + 1, 0
        self._close()
        self.signs = self.top + self._signing <= self.bottom
        return row, 0

    def page(self, *, begins: bool, signed: bool) -> FormPage:
        """Return the page as a value: cells in the order of their rows, from left to right."""
        cells: list[Shown] = []
        for band in self.bands:
            beside = [
                Shown(each.cell, each.row, each.top, self._end(each)) for each in self.tall if each.top == band.top
            ]
            own = [
                Shown(cell, band.number, band.top, band.bottom, band.whole or bool(cell.again))
                for cell in band.row.cells
                if cell.down == 1
            ]
            cells += sorted([*beside, *own], key=lambda shown: shown.cell.left)
        return FormPage(self.form, tuple(cells), begins, signed and bool(self.form.signatures), self.top)

    def _end(self, tall: _Open) -> int:
        return max(band.bottom for band in self.bands if band.top >= tall.top and 0 <= band.number <= tall.last)

    @property
    def _signing(self) -> int:
        return SIGNING_LINES * self.face.pitch if self.form.signatures else 0

    def _repeat_head(self, row: int, done: int) -> None:
        """Put the head of the rows that go on here above them; where a row itself goes on, it tells so."""
        if self.begins:
            return
        head = next((each for each in reversed(self.form.rows[:row]) if each.heads), None)
        if head and done:
            head = head._replace(cells=tuple(cell._replace(lines=cell.again or cell.lines) for cell in head.cells))
        if head:
            self.bands.append(_Band(head, -1, self.top, self.top + _height(head.height, self.face)))

    def _reopen(self, row: int) -> None:
        """Show the cells over several rows again that go on here."""
        top = self.top
        for number, above in enumerate(self.form.rows[:row]):
            for cell in above.cells:
                if cell.down > 1 and number + cell.down > row:
                    self.tall.append(_Open(cell, top, number + cell.down - 1, number))

    def _least_end(self, row: int, own: int, *, closing: bool) -> int:
        """Return where a row ends that needs `own` units: cells that end with it, or with the page, need their lines.

        Cells that begin with the row count, too.
        """
        closed = [open_ for open_ in self._covering(row) if closing or open_.last == row]
        ends = [open_.top + _height(len(open_.cell.lines), self.face) for open_ in closed]
        return max([self.top + own, *ends])

    def _covering(self, row: int) -> list[_Open]:
        known = [open_ for open_ in self.tall if open_.row <= row <= open_.last]
        new = [
            _Open(cell, self.top, row + cell.down - 1, row)
            for cell in self.form.rows[row].cells
            if cell.down > 1 and not any(open_.cell is cell for open_ in known)
        ]
        return [*known, *new]

    def _lines_here(self, rest: FormRow, row: int, done: int) -> int:
        """Return how many of a row's lines stand here, 0 for none."""
        room = self.bottom - (self._signing if row == len(self.form.rows) - 1 else 0)
        if self._least_end(row, _height(rest.height, self.face), closing=True) + self._company(row, done) <= room:
            return rest.height
        lines = (self.bottom - self.top - 2 * ROW_PADDING) // self.face.pitch
        if self.fresh:
            if rest.height > lines:
                return max(1, lines)
            return rest.height  # but for the company it would have, and the line to be signed, it fits
        if self._is_kept_whole(row, done) or self._least_end(row, 0, closing=True) > self.bottom:
            return 0
        here = min(lines, rest.height - FEWEST_LINES)
        label = max((len(cell.again) for cell in rest.cells), default=0)
        return here if here >= max(FEWEST_LINES, label) else 0

    def _company(self, row: int, done: int) -> int:
        """Return what has to stand below a head: its first row, or some lines of it."""
        if done or not self.form.rows[row].heads or row + 1 >= len(self.form.rows):
            return 0
        below = self.form.rows[row + 1]
        tall = [len(cell.lines) for cell in below.cells if cell.down > 1]
        return _height(min(max(below.height, *tall, 1), 2 * FEWEST_LINES), self.face)

    def _is_kept_whole(self, row: int, done: int) -> bool:
        """Tell a row below a head that fits on a page of its own: such rows are parted only where they must be."""
        heads = [each for each in self.form.rows[:row] if each.heads]
        if not heads and not self.form.rows[row].heads:
            return False
        head = sum(_height(each.height, self.face) for each in heads[-1:])
        whole = _height(self.form.rows[row].rest(done).height, self.face)
        return head + whole <= self.bottom - self.face.sheet.top

    def _add(self, row: FormRow, number: int, done: int, *, whole: bool) -> None:
        end = self._least_end(number, _height(row.height, self.face), closing=False)
        self.tall += [open_ for open_ in self._covering(number) if open_ not in self.tall]
        self.bands.append(_Band(row, number, self.top, end, whole and not done))

    def _close(self) -> None:
        """Make room in the last row for the lines of the cells that the page's end closes."""
        if self.fresh:
            return
        last = self.bands[-1]
        ends = [
            open_.top + _height(len(open_.cell.lines), self.face)
            for open_ in self.tall
            if open_.row <= last.number <= open_.last
        ]
        self.bands[-1] = last._replace(bottom=max([last.bottom, *ends]))
