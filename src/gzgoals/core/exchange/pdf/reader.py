"""Reading a PDF: its ruled tables as grids, whatever program printed it.

A chain of small stages: characters to runs, drawn rules to lattices, runs into cells, rows over pages put together,
wrapped lines joined.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from math import inf

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Draft, Report
from gzgoals.core.exchange.pdf.gluing import LongRow, rows_of
from gzgoals.core.exchange.pdf.habits import OWN_HABITS, habits_of
from gzgoals.core.exchange.pdf.library import Document, opened
from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.own_forms import draft_of_own_forms
from gzgoals.core.exchange.pdf.pages import ReadPage, read_page
from gzgoals.core.exchange.pdf.parts import LongTable, long_tables
from gzgoals.core.exchange.pdf.runs import Manner
from gzgoals.core.exchange.pdf.shapes import digit_width, shape_of
from gzgoals.core.exchange.pdf.unruled import sheet_of, unruled_tables
from gzgoals.core.exchange.pdf.wrapping import Setting, open_breaks, setting_of, wrapped
from gzgoals.core.exchange.printed.captions import year_in
from gzgoals.core.exchange.printed.own import FORM_TITLE, is_own, own_title
from gzgoals.core.exchange.printed.wording import COLUMNS
from gzgoals.core.exchange.source import Grid, GridRow

_SCAN = "“{}”中没有文字，可能是扫描件，请用带文字的 PDF，或先用文字识别软件处理后再导入。"
_FEWEST_LETTERS = 20
_COVER_PAGES = 2
_HEADER_ROWS = 1
_OBJECTIVE = COLUMNS.index("绩效目标")

_Extent = tuple[int, int]
"""The column that a cell begins at and the one before which it ends."""


def read_pdf_grids(data: bytes, source: str, report: Report | None = None) -> tuple[Grid, ...]:
    """Return the ruled tables of a PDF from its first page to its last, none in one without rules.

    `report` is told after each page how many are done. Raises `BadFileError` naming `source` where the file is
    encrypted or damaged or has no text.
    """
    with opened(data, source) as document:
        pages = _read(document, report)
        title, own = document.title, is_own(document.creator)
    if sum(page.letters for page in pages) < _FEWEST_LETTERS:
        raise BadFileError(_SCAN.format(source))
    if not own and year_in(title) is None:
        title = _cover(pages) or title
    return tuple(grid_of(table, title, own=own) for table in long_tables(pages))


def read_own_forms(data: bytes, source: str, report: Report | None = None) -> Draft | None:
    """Return the table whose projects' forms this program printed, None for any other PDF.

    Raises `BadFileError` as `read_pdf_grids` does.
    """
    with opened(data, source) as document:
        title = own_title(document.title, FORM_TITLE) if is_own(document.creator) else None
        return draft_of_own_forms(_read(document, report), title) if title else None


def read_unruled_grids(data: bytes, source: str, report: Report | None = None) -> tuple[Grid, ...]:
    """Return the official tables of a PDF that draws no vertical rules, none where its columns are not sure.

    For `report` all pages were read before; it is told after each that there is still something going on. Raises
    `BadFileError` as `read_pdf_grids` does.
    """
    with opened(data, source) as document:
        known, sheets = Manner(), []
        for number in range(document.page_count):
            with document.page(number) as page:
                if page:
                    sheets.append(sheet_of(page, number + 1, known))
            if report:
                report(document.page_count, document.page_count)
        title = document.title
    return tuple(grid_of(table, title) for table in unruled_tables(sheets))


def pdf_text(data: bytes, source: str, report: Report | None = None) -> str:
    """Return the text of a PDF in reading order, line by line, a form feed between its pages.

    It is for files without rules, whose tables only their text shows; raises `BadFileError` as `read_pdf_grids` does.
    """
    with opened(data, source) as document:
        pages = _read(document, report and partial(_go_on, report))
    return "\n\f".join("\n".join(line.text for line in _all_lines(page)) for page in pages)


def grid_of(table: LongTable, title: str, *, own: bool = False) -> Grid:
    """Return a table as a grid: the text of each cell, its paragraphs parted by line ends."""
    rows = rows_of(table, own=own)
    columns = table.columns()
    settings = _settings(rows[_HEADER_ROWS:] or rows, columns, own=own)
    return Grid(
        tuple(_grid_row(row, columns, settings) for row in rows),
        above=tuple(line.text for line in table.above),
        below=tuple(line.text for line in table.below),
        title=title,
        own=own and own_title(title) is not None,
    )


def _read(document: Document, report: Report | None) -> list[ReadPage]:
    """Read all pages; whenever one tells more of the producer's manner, those before it are read again."""
    pages: list[ReadPage] = []
    known = Manner(own=is_own(document.creator))
    for number in range(document.page_count):
        pages.append(_page(document, number, known))
        if pages[-1].manner != known:
            known = pages[-1].manner
            pages = [*(_page(document, earlier, known) for earlier in range(number)), pages[-1]]
        if report:
            report(number + 1, document.page_count)
    return pages


def _go_on(report: Report, _done: int, of: int) -> None:
    """Say that all pages have been read before, and that they are being read again."""
    report(of, of)


def _page(document: Document, number: int, known: Manner) -> ReadPage:
    with document.page(number) as page:
        return read_page(page, number + 1, known) if page else ReadPage(number + 1, (), (), 0, known)


def _all_lines(page: ReadPage) -> list[Line]:
    """Return all lines of a page from top to bottom, those in cells too."""
    within = [line for table in page.tables for row in table.rows for cell in row.cells for line in cell]
    return sorted([*page.lines, *within], key=lambda line: line.base)


def _cover(pages: Sequence[ReadPage]) -> str:
    """Return the first line of the document that tells a year, as its cover does."""
    lines = (line.text for page in pages[:_COVER_PAGES] for line in page.lines)
    return next((line for line in lines if year_in(line)), "")


def _settings(rows: Sequence[LongRow], columns: Sequence[float], *, own: bool) -> dict[_Extent, Setting]:
    """Learn how the cells of each extent are set; those of a column are learned from where cells reach no further."""
    cells: list[list[Sequence[Line]]] = [[row.cells[place] for row in rows] for place in range(len(columns) - 1)]
    begins = [min((line.left for cell in column for line in cell), default=inf) for column in cells]
    inside = [begin - left for begin, left in zip(begins, columns, strict=False) if left <= begin < inf]
    padding = min(inside, default=0.0)
    digit = digit_width(line for column in cells for cell in column for line in cell)
    alike: dict[_Extent, list[Sequence[Line]]] = {(place, place + 1): [] for place in range(len(cells))}
    for place, column in enumerate(cells):
        for cell in column:
            alike.setdefault((place, place + 1) if own else _extent(place, cell, columns), []).append(cell)
    shapes = {
        extent: shape_of(some, columns[extent[0]], columns[extent[1]], padding, digit, exact=own)
        for extent, some in alike.items()
    }
    if own:
        return {extent: Setting(shape, OWN_HABITS, single=extent[0] != _OBJECTIVE) for extent, shape in shapes.items()}
    habits = habits_of([(some, shapes[extent]) for extent, some in alike.items()])
    return {extent: setting_of(some, shapes[extent], habits) for extent, some in alike.items()}


def _extent(place: int, cell: Sequence[Line], columns: Sequence[float]) -> _Extent:
    """Return the column that a cell begins at and the one before which it ends."""
    wall = cell[0].wall if cell else 0.0
    ends = range(place + 1, len(columns))
    return place, min(ends, key=lambda end: abs(columns[end] - wall)) if wall else place + 1


def _grid_row(row: LongRow, columns: Sequence[float], settings: Mapping[_Extent, Setting]) -> GridRow:
    known = [
        settings.get(_extent(place, cell, columns)) or settings[place, place + 1]
        for place, cell in enumerate(row.cells)
    ]
    cells = list(zip(row.cells, known, strict=True))
    return GridRow(
        tuple(wrapped(cell, setting) for cell, setting in cells),
        tuple(row.spots),
        tuple(setting.shape.indent(cell) for cell, setting in cells),
        tuple(open_breaks(cell, setting) for cell, setting in cells),
    )
