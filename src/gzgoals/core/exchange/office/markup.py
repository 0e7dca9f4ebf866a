"""Tables of web pages and of XML spreadsheets as grids: what budget systems export under the name of a workbook."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html

from gzgoals.core.exchange.office.packages import broken, too_wide
from gzgoals.core.exchange.office.texts import cleaned
from gzgoals.core.exchange.source import Grid, GridRow, Spot

_BEGINNING = 4096
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_COLLAPSED = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
_MOST_COLUMNS, _MOST_ROWS, _MOST_CELLS = 1000, 1 << 20, 4_000_000

Element = Any
"""An element of lxml, which has no types of its own."""


_Cell = tuple[str, int, int, int]
"""The text of a cell, the column it must begin at (0 for the next free one), and how wide and high it is."""


class _TooWideError(ValueError):
    """A table claims more than can be held."""


def read_markup_grids(data: bytes, source: str) -> tuple[Grid, ...]:
    """Return the tables of a web page, or the sheets of an XML spreadsheet, in their order.

    Of merged cells the first holds the text. Raises `BadFileError` naming `source` for what is damaged or claims more
    than can be held.
    """
    try:
        if _SPREADSHEET in data[:_BEGINNING].replace(b"\0", b""):
            return tuple(_sheets(data))
        return tuple(_tables(data))
    except _TooWideError as error:
        raise too_wide(source) from error
    except (etree.LxmlError, ValueError, LookupError, AssertionError) as error:
        raise broken(source) from error


def _tables(data: bytes) -> Iterator[Grid]:
    page = html.document_fromstring(_decoded(data), parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    tables = [table for table in page.iter("table") if next(table.iterancestors("table"), None) is None]
    before = _lines_before(page, tables)
    for number, table in enumerate(tables, 1):
        rows = [_html_row(row) for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        name = f"表 {number}" if len(tables) > 1 else ""
        yield from _grid(_laid_out(rows), name, before[table])


def _lines_before(page: Element, tables: list[Element]) -> dict[Element, tuple[str, ...]]:
    """Return for each table the lines of text between the one before, if any, and it."""
    lines: dict[Element, tuple[str, ...]] = {}
    outer = set(tables)
    pieces: list[str] = []
    for event, element in etree.iterwalk(page, events=("start", "end")):
        if event == "start":
            if element in outer:
                texts = "".join(pieces).split("\n")
                lines[element] = tuple(line for text in texts if (line := cleaned(text)[0]))
            if isinstance(element.tag, str) and element.tag in _BLOCKS | {"br"}:
                pieces.append("\n")
            pieces.append(_COLLAPSED.sub(" ", element.text or "") if element.tag not in _UNSEEN else "")
        else:
            if element in outer:
                pieces.clear()
            pieces.append(_COLLAPSED.sub(" ", element.tail or ""))
            if isinstance(element.tag, str) and element.tag in _BLOCKS:
                pieces.append("\n")
    return lines


def _html_row(row: Element) -> list[_Cell]:
    return [
        (_seen(cell), 0, _count(cell.get("colspan")), _count(cell.get("rowspan")))
        for cell in row
        if cell.tag in {"td", "th"}
    ]


def _seen(cell: Element) -> str:
    """Return the text that is seen in a cell, its lines parted by breaks and paragraphs."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            if element.tag == "br" or (element.tag in _BLOCKS and element is not cell and "".join(pieces).strip()):
                pieces.append("\n")
            if element.tag not in _UNSEEN:
                pieces.append(_COLLAPSED.sub(" ", element.text or ""))
        elif element is not cell:
            pieces.append(_COLLAPSED.sub(" ", element.tail or ""))
    lines = [line.strip(" ") for line in "".join(pieces).split("\n")]
    return "\n".join(lines).strip("\n")


def _sheets(data: bytes) -> Iterator[Grid]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    book = etree.fromstring(data, parser)
    if book.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a spreadsheet declares nothing")
    for sheet in book.iter(f"{_SS}Worksheet"):
        rows: list[list[_Cell]] = []
        for row in sheet.iter(f"{_SS}Row"):
            number = _count(row.get(f"{_SS}Index"), len(rows) + 1)
            if number > _MOST_ROWS:
                raise _TooWideError
            rows += [[] for _ in range(number - 1 - len(rows))]
            rows.append([_sheet_cell(cell) for cell in row.iter(f"{_SS}Cell")])
        yield from _grid(_laid_out(rows), sheet.get(f"{_SS}Name") or "", ())


def _sheet_cell(cell: Element) -> _Cell:
    data = next(cell.iter(f"{_SS}Data"), None)
    text = "".join(data.itertext()) if data is not None else ""
    column = _count(cell.get(f"{_SS}Index"), 0)
    across, down = (_count(cell.get(f"{_SS}Merge{way}"), 0) + 1 for way in ("Across", "Down"))
    return text, column, across, down


def _laid_out(rows: list[list[_Cell]]) -> list[dict[int, str]]:
    """Return the text of each cell by its column, merged cells taking the room they take on the page."""
    taken: Mapping[int, int] = {}
    laid: list[dict[int, str]] = []
    cells = 0
    for row in rows:
        still = {column: left - 1 for column, left in taken.items() if left > 1}
        free, found = 0, {}
        for text, column, wide, high in row:
            free = column - 1 if column else free
            while free in still:
                free += 1
            found[free] = text
            cells += wide
            if free + wide > _MOST_COLUMNS or cells > _MOST_CELLS:
                raise _TooWideError
            still |= dict.fromkeys(range(free, free + wide), high)
            free += wide
        taken = still
        laid.append(found)
    return laid


def _grid(rows: list[dict[int, str]], name: str, above: tuple[str, ...]) -> Iterator[Grid]:
    width = max((max(row) + 1 for row in rows if row), default=0)
    made = []
    for number, row in enumerate(rows, 1):
        texts = [cleaned(row.get(column, "")) for column in range(width)]
        spot = Spot(sheet=name, row=number)
        made.append(GridRow(tuple(text for text, _ in texts), (spot,), tuple(indent for _, indent in texts)))
    if any(cell for row in made for cell in row.cells):
        yield Grid(tuple(made), name, above)


def _count(text: str | None, otherwise: int = 1) -> int:
    """Return a count of cells as markup states it; what is no sensible number counts as `otherwise`."""
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 8 and int(plain) else otherwise


def _decoded(data: bytes) -> str:
    """Return the text of a page in the coding it states or, where that is not true, in the one that it is in."""
    stated = _CHARSET.search(data[:_BEGINNING])
    marked = next((coding for mark, coding in _MARKS if data.startswith(mark)), "")
    named = stated[1].decode("ascii").lower() if stated else ""
    named = "gb18030" if named in {"gb2312", "gbk"} else named
    for coding in filter(None, (marked, named, "utf-8", "gb18030")):
        try:
            return data.decode(coding).removeprefix("\ufeff")
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("gb18030", errors="replace")
