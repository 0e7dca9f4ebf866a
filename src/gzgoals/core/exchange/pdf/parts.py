"""Tables that go on over pages: which part of a page continues the table before, and the columns they share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.pages import PageRow, PageTable, ReadPage
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact

_PAGE_NUMBER = re.compile(
    r"[-－—–~～·.]*(?:第?[0-9]{1,5}页?)(?:[/／,，]?(?:共?[0-9]{1,5}页?))?[-－—–~～·.]*|page[0-9]+(?:of[0-9]+)?"
)
_DIGITS = re.compile("[0-9]+")
_NOTES = ("注", "备注", "说明", "附注")
_NEAR = 6.0
_HEAD_ROWS = 4
_SNAP = 3.0


@dataclass(slots=True)
class LongTable:
    """A table over one page or many: its parts page by page, the lines above the first and below the last."""

    parts: list[PageTable]
    above: list[Line]
    below: list[Line] = field(default_factory=list)

    def columns(self) -> tuple[float, ...]:
        """Return where the columns of all parts are parted."""
        places = sorted(x for part in self.parts for x in part.xs)
        clusters: list[list[float]] = []
        for place in places:
            if clusters and place - clusters[-1][-1] <= _SNAP:
                clusters[-1].append(place)
            else:
                clusters.append([place])
        return tuple(sum(cluster) / len(cluster) for cluster in clusters)

    def rows(self) -> Iterator[tuple[PageTable, list[PageRow]]]:
        """Yield the parts with their rows, all with the same columns."""
        columns = self.columns()
        for part in self.parts:
            if len(part.xs) == len(columns):
                yield part, list(part.rows)
            else:
                yield part, [_spread(row, part.xs, columns) for row in part.rows]


def long_tables(pages: Sequence[ReadPage]) -> list[LongTable]:
    """Return the tables of a document; what each page repeats (page numbers, captions) parts no table."""
    furniture = _furniture(pages)
    tables: list[LongTable] = []
    open_table: LongTable | None = None
    pending: list[Line] = []
    for page in pages:
        lines = list(page.lines)
        for place, part in enumerate(page.tables):
            above = [line for line in lines if line.middle < part.top]
            lines = [line for line in lines if line.middle >= part.top]
            said = [line for line in above if not _is_furniture(line, furniture)]
            if place == 0 and open_table and not said and _goes_on(open_table, part, pending):
                open_table.parts.append(part)
            else:
                if open_table and place == 0:
                    above = [*_taken(open_table, pending), *above]
                open_table = LongTable([part], above)
                tables.append(open_table)
            beside = [line for line in lines if line.middle <= part.bottom]
            lines = [line for line in lines if line.middle > part.bottom]
            open_table.below += [line for line in beside if not _is_furniture(line, furniture)]
        pending = [line for line in lines if not _is_furniture(line, furniture)]
        if page.tables and open_table:
            open_table.below += pending
        elif any(not _is_furniture(line, furniture) for line in page.lines):
            open_table = None
    return tables


def is_page_number(text: str) -> bool:
    """Tell whether a line holds nothing but a page's number."""
    return _PAGE_NUMBER.fullmatch(compact(text).lower()) is not None


def _furniture(pages: Iterable[ReadPage]) -> frozenset[str]:
    """Return what several pages repeat outside of their tables, numbers aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_plain(line) for line in page.lines})
    return frozenset(text for text, count in seen.items() if count > 1)


def _is_furniture(line: Line, furniture: frozenset[str]) -> bool:
    return is_page_number(line.text) or _plain(line) in furniture


def _plain(line: Line) -> str:
    return _DIGITS.sub("", compact(line.text))


def _goes_on(table: LongTable, part: PageTable, between: Sequence[Line]) -> bool:
    """Tell whether a part continues a table: it may, and has not the header over a 合计 once more."""
    total = next((place for place, row in enumerate(part.rows[:_HEAD_ROWS]) if _is_total(row)), 0)
    known = [_texts(row) for row in table.parts[0].rows[:_HEAD_ROWS]]
    headed = total > 0 and all(_texts(row) in known for row in part.rows[:total])
    again = headed and any(_is_total(row) for each in table.parts for row in each.rows)
    return not again and _fits(table.parts[-1], part, between)


def _texts(row: PageRow) -> list[str]:
    return ["".join(line.text for line in cell) for cell in row.cells]


def _is_total(row: PageRow) -> bool:
    first = next((cell for cell in row.cells if cell), ())
    return compact("".join(line.text for line in first)) in TOTAL_NAMES


def _fits(last: PageTable, part: PageTable, between: Sequence[Line]) -> bool:
    """Tell whether a part may continue the one on the page before: it follows it and has its columns.

    Either may lack some of the columns, but none if there are lines between them.
    """
    same_sides = abs(last.xs[0] - part.xs[0]) <= _NEAR and abs(last.xs[-1] - part.xs[-1]) <= _NEAR
    if part.page != last.page + 1 or not same_sides:
        return False
    if between and len(last.xs) != len(part.xs):
        return False
    few, many = sorted((last.xs, part.xs), key=len)
    return all(min(abs(x - other) for other in many) <= _NEAR for x in few)


def _taken(table: LongTable, lines: Sequence[Line]) -> list[Line]:
    """Take the lines at the foot of a page from the table above them: but for notes, they caption the next one."""
    captions = [line for line in lines if not line.text.startswith(_NOTES)]
    table.below = [line for line in table.below if line not in captions]
    return captions


def _spread(row: PageRow, xs: Sequence[float], columns: Sequence[float]) -> PageRow:
    """Return a row with its cells put into the columns of the whole table."""
    cells: list[tuple[Line, ...]] = [()] * (len(columns) - 1)
    for cell, left in zip(row.cells, xs, strict=False):
        place = min(range(len(columns)), key=lambda at: abs(columns[at] - left))
        if cell:
            cells[min(place, len(cells) - 1)] += cell
    return PageRow(tuple(cells), row.box)
