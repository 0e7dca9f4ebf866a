"""The bookmarks of a PDF, one for each unit and below it its projects, and the language that its text is read out in.

Both come in an update appended to the file (ISO 32000-1, 7.5.6, 12.3.3 and 14.9.2): Qt writes neither.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from gzgoals.core.table import GoalTable
from gzgoals.gui.paper.layout import Layout
from gzgoals.gui.paper.pages import pages
from gzgoals.gui.paper.setup import UNITS_PER_POINT

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.DOTALL)
_SIZE = re.compile(rb"/Size\s+(\d+)")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_KIDS = re.compile(rb"/Type\s*/Pages\b.*?/Kids\s*\[(.*?)\]", re.DOTALL)
_LANGUAGE = b"/Lang (zh-CN)\n/ViewerPreferences << /DisplayDocTitle true >>\n"
_NAMELESS = ("（未命名单位）", "（未命名项目）")


class Bookmark(NamedTuple):
    """What leads to a row: its name, 0 for a unit or 1 for a project, and where it begins, in units from the top."""

    text: str
    depth: int
    page: int
    top: int


def bookmarks_of(table: GoalTable, layout: Layout) -> list[Bookmark]:
    """Return the bookmarks of an official table that was laid out so."""
    named: list[tuple[str, int]] = []
    for unit in table.units:
        named += [(unit.name, 0), *((project.name, 1) for project in unit.projects)]
    begins = list(_begins(layout))[1:]  # without 合计
    return [_bookmark(name, depth, page, top) for (name, depth), (page, top) in zip(named, begins, strict=True)]


def bookmarks_of_forms(table: GoalTable, begins: Sequence[int]) -> list[Bookmark]:
    """Return the bookmarks of forms which begin, one a project, at the top of these pages, counted from 0."""
    bookmarks: list[Bookmark] = []
    rest = iter(begins)
    for unit in table.units:
        own = tuple(islice(rest, len(unit.projects)))
        bookmarks += [_bookmark(unit.name, 0, own[0])] if own else []
        bookmarks += [_bookmark(project.name, 1, page) for project, page in zip(unit.projects, own, strict=True)]
    return bookmarks


def with_bookmarks(pdf: bytes, height: float, bookmarks: Sequence[Bookmark] = ()) -> bytes:
    """Return a PDF of Qt's with its language and these bookmarks; its pages are `height` points high."""
    start, trailer = _START.search(pdf), _TRAILER.search(pdf, max(0, len(pdf) - 2000))
    root = _ROOT.search(trailer[1]) if trailer else None
    size = _SIZE.search(trailer[1]) if trailer else None
    kids = _KIDS.search(pdf)
    if not (start and trailer and root and size and kids):
        raise ValueError("the PDF does not end as Qt's do")
    number = int(root[1])
    catalogue = _written(pdf, number)
    first = int(size[1])
    entries = f"/Outlines {first} 0 R\n".encode() if bookmarks else b""
    objects = {number: catalogue[: catalogue.rindex(b">>")] + _LANGUAGE + entries + b">>\nendobj\n"}
    if bookmarks:
        objects |= _outline(bookmarks, first, [int(kid) for kid in re.findall(rb"(\d+)\s+0\s+R", kids[1])], height)
    return _appended(pdf, objects, trailer[1], int(start[1]), max(first, *(each + 1 for each in objects)))


def _bookmark(name: str, depth: int, page: int, top: int = 0) -> Bookmark:
    return Bookmark(" ".join(name.split()) or _NAMELESS[depth], depth, page, top)


def _begins(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield for each row the page, from 0, and the place where it begins."""
    for page in pages(layout):
        for band in page.bands:
            if band.number >= 0 and not band.done:
                yield page.number - 1, band.top


def _outline(bookmarks: Sequence[Bookmark], first: int, kids: Sequence[int], height: float) -> dict[int, bytes]:
    """Return the objects of an outline whose root has the number `first`; its items follow in their order."""
    numbers = range(first + 1, first + 1 + len(bookmarks))
    units = [place for place, bookmark in enumerate(bookmarks) if bookmark.depth == 0]
    ends = [*units[1:], len(bookmarks)]
    top = [numbers[place] for place in units]
    objects = {first: _object(first, f"/Type /Outlines{_around(top)} /Count {len(units)}")}
    for order, (begin, end) in enumerate(zip(units, ends, strict=True)):
        below = list(numbers[begin + 1 : end])
        inside = f"{_around(below)} /Count -{len(below)}" if below else ""
        links = f"/Parent {first} 0 R{_beside(top, order)}{inside}"
        objects[top[order]] = _object(top[order], f"{_target(bookmarks[begin], kids, height)} {links}")
        for place, number in enumerate(below):
            target = _target(bookmarks[begin + 1 + place], kids, height)
            objects[number] = _object(number, f"{target} /Parent {top[order]} 0 R{_beside(below, place)}")
    return objects


def _around(row: Sequence[int]) -> str:
    return f" /First {row[0]} 0 R /Last {row[-1]} 0 R"


def _beside(row: Sequence[int], place: int) -> str:
    before = f" /Prev {row[place - 1]} 0 R" if place else ""
    return before + (f" /Next {row[place + 1]} 0 R" if place + 1 < len(row) else "")


def _target(bookmark: Bookmark, kids: Sequence[int], height: float) -> str:
    title = ("\ufeff" + bookmark.text).encode("utf-16-be", "replace").hex().upper()
    top = height - bookmark.top / UNITS_PER_POINT
    return f"/Title <{title}> /Dest [{kids[bookmark.page]} 0 R /XYZ null {top:.1f} null]"


def _object(number: int, entries: str) -> bytes:
    return f"{number} 0 obj\n<< {entries} >>\nendobj\n".encode()


def _written(pdf: bytes, number: int) -> bytes:
    begin = re.search(rb"(?<![0-9])%d 0 obj\b" % number, pdf)
    if not begin:
        raise ValueError("the PDF has no catalogue")
    return pdf[begin.start() : pdf.index(b"endobj", begin.end())]


def _appended(pdf: bytes, objects: dict[int, bytes], trailer: bytes, former: int, size: int) -> bytes:
    """Return a PDF with objects added, or put in the place of its own, in an update at its end."""
    parts, place, table = [pdf.rstrip() + b"\n"], len(pdf.rstrip()) + 1, []
    for number, written in sorted(objects.items()):
        table.append(b"%d 1\n%010d 00000 n \n" % (number, place))
        parts.append(written)
        place += len(written)
    kept = _SIZE.sub(b"/Size %d" % size, trailer).rstrip()
    end = b"trailer\n<<%s\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (kept, former, place)
    return b"".join((*parts, b"xref\n", *table, end))
