"""Blocks as HTML: the tables that Excel, WPS and LibreOffice put on the clipboard, and the one that we put there."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, NamedTuple

from gzgoals.core.clipboard.block import MOST_CELLS, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Block, too_long, too_much
from gzgoals.core.errors import BadClipboardError

Element = Any
"""An element of lxml, which has no types of its own."""

_COLLAPSED = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.IGNORECASE)
_EXACT = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
_BLANK_ROWS = re.compile(r"mso-xlrowspan\s*:\s*([0-9]{1,7})", re.IGNORECASE)
_TOO_NARROW = re.compile("#+")
_BLOCKS = frozenset({"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEEPEST = 255
"""As deep as libxml2 reads; it goes no further then, and what it counts as an error depends on its version."""
_TOO_DEEP = "剪贴板中的表格嵌套过深，没有粘贴。请先粘贴到记事本，再从那里复制。"
_STYLE = "br{mso-data-placement:same-cell}"
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,10})?")


class _Cell(NamedTuple):
    text: str
    wide: int
    high: int
    hidden: bool


def block_of_html(text: str) -> Block | None:
    """Return the block that the tables of a page hold, None where there is none.

    What is hidden is left out, as it was not seen when it was copied. The text of a cell that reaches down over several
    rows belongs to each of them; that of one that reaches to the right, to its first column. Raises `BadClipboardError`
    for more than a clipboard may hold, or a page nested so deep that it cannot be read to its end.
    """
    if len(text) > MOST_LETTERS:
        raise too_long()
    if "<t" not in text.lower():
        return None
    from lxml import etree, html  # large, and not needed before something is pasted

    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if _is_cut_short(page):
        raise BadClipboardError(_TOO_DEEP)
    rows = [row for row in page.iter("tr") if _is_outer(row)]
    if not rows:
        return None
    if len(rows) > MOST_ROWS:
        raise too_much()
    if sum(map(len, rows)) > MOST_CELLS:
        raise too_long()
    return Block.of(_without_hidden(_laid_out(rows)))


def _is_cut_short(page: Element) -> bool:
    """Tell whether reading has ended at an element that lies too deep: it is the last one, and nothing follows it."""
    depth = 0
    while len(page):
        page, depth = page[-1], depth + 1
    return depth >= _DEEPEST


def _is_outer(row: Element) -> bool:
    return sum(1 for _ in row.iterancestors("table")) == 1


def _is_hidden(element: Element) -> bool:
    return _HIDDEN.search(element.get("style") or "") is not None


def _laid_out(rows: list[Element]) -> Iterator[dict[int, _Cell]]:
    """Give the cells of each row that is seen by their columns, cells that reach down from above taking their room."""
    above: dict[int, _Cell] = {}
    given = 0
    for row in rows:
        cells = dict(above)
        free = 0
        for cell in map(_cell, row.iterchildren("td", "th")):
            while free in above:
                free += 1
            if free + cell.wide > MOST_COLUMNS:
                raise too_much()
            cells[free] = cell
            if cell.wide > 1:
                cells |= dict.fromkeys(range(free + 1, free + cell.wide), cell._replace(text=""))
            free += cell.wide
        above = {place: cell._replace(high=cell.high - 1) for place, cell in cells.items() if cell.high > 1}
        if _is_hidden(row):
            continue
        count = 1 if cells else _blank_rows(row)
        given += count
        if given > MOST_ROWS:
            raise too_much()
        yield from [cells] * count


def _without_hidden(rows: Iterable[dict[int, _Cell]]) -> Iterator[list[str]]:
    """Give the texts of rows without the columns that are hidden; they take room all the same."""
    laid = list(rows)
    seen = {place for row in laid for place, cell in row.items() if cell.text and not cell.hidden}
    hidden = {place for row in laid for place, cell in row.items() if cell.hidden} - seen
    for row in laid:
        yield [
            row[place].text if place in row else "" for place in range(max(row, default=-1) + 1) if place not in hidden
        ]


def _blank_rows(row: Element) -> int:
    """Return how many empty rows Excel leaves out and only counts."""
    found = _BLANK_ROWS.search(row.get("style") or "")
    return int(found[1]) if found else 1


def _cell(cell: Element) -> _Cell:
    hidden = _is_hidden(cell)
    return _Cell("" if hidden else _seen(cell), _count(cell.get("colspan")), _count(cell.get("rowspan")), hidden)


def _count(text: str | None) -> int:
    """Return a count of cells; what is no sensible number counts as one, an absurd one as too many."""
    plain = (text or "").strip()
    if not (plain.isascii() and plain.isdecimal()):
        return 1
    return max(int(plain), 1) if len(plain) < 8 else MOST_ROWS + 1


def _seen(cell: Element) -> str:
    """Return the text that is seen in a cell; of a number that its column is too narrow for, the number."""
    exact = _EXACT.search(cell.get("style") or "") is not None
    text = _text_in(cell, exact=exact) if len(cell) else _told(cell.text, exact=exact)
    if exact:
        return text
    lines = [line.strip(" ") for line in text.replace("\xa0", " ").split("\n")]
    told = "\n".join(lines).strip("\n").strip()
    return cell.get("x:num") or told if _TOO_NARROW.fullmatch(told) else told


def _told(text: str | None, *, exact: bool) -> str:
    return (text or "") if exact else _COLLAPSED.sub(" ", text or "")


def _text_in(cell: Element, *, exact: bool) -> str:
    """Return the text of a cell that holds other elements, without what is hidden."""
    from lxml import etree

    pieces: list[str] = []
    hidden: list[Element] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            if element is not cell and (element.tag in _UNSEEN or _is_hidden(element)):
                hidden.append(element)
            begins = element.tag in _BLOCKS and element is not cell and "".join(pieces[-1:]).strip()
            if (element.tag == "br" or begins) and not hidden:
                pieces.append("\n")
            told = element.text
        else:
            if hidden and hidden[-1] is element:
                hidden.pop()
            told = element.tail if element is not cell else None
        if told and not hidden:
            pieces.append(_told(told, exact=exact))
    return "".join(pieces)


def html_of_block(block: Block) -> str:
    """Return a block as a page with one table.

    Cells keep their blanks, and what is no plain number is marked as text, lest a spreadsheet take 1-2 for a date.
    """
    rows = "\n".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in block.rows)
    return (
        f'<html><head><meta charset="utf-8"><style>{_STYLE}</style></head>'
        f'<body><table border="1">\n{rows}\n</table></body></html>'
    )


def _html_cell(text: str) -> str:
    plain = escape(_CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")), quote=False).replace("\n", "<br>")
    kind = "" if _NUMBER.fullmatch(text) else r";mso-number-format:'\@'"
    return f'<td style="white-space:pre-wrap{kind}">{plain}</td>'
