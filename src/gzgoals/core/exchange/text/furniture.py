"""What each page of a printed table repeats (title, captions, column header, page number), taken out of its rows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gzgoals.core.exchange.printed.wording import compact, is_title
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.heading import Heading

_PAGE_NUMBER = re.compile(r"第[0-9]{1,5}页(?:[/／,，]?共[0-9]{1,5}页)?")
_DASHED_NUMBER = re.compile(r"\s*[-－—–]{1,2}\s+[0-9]{1,5}\s+[-－—–]{1,2}\s*")
_BARE_NUMBER = re.compile(r"[0-9]{1,5}(?:[/／][0-9]{1,5})?")
_LONGEST = 200
_MANY_PAGES = 3
_FIRST_NUMBERS = (1, 2)  # at the end of the first page, or the beginning of the second


def rows_only(lines: Sequence[Line], heading: Heading) -> list[Line]:
    """Return the lines below the first heading without those that only dress a page.

    Blank lines stay. A bare number counts as a page number only where a page begins.
    """
    dropped = _repeated(lines, heading)
    for index in _bare_numbers(lines, dropped):
        dropped[index] = True
    return [line for line, gone in zip(lines, dropped, strict=True) if not gone]


def _repeated(lines: Sequence[Line], heading: Heading) -> list[bool]:
    dropped = [False] * len(lines)
    index = 0
    while index < len(lines):
        size = _columns_at(lines, index, heading.columns)
        if not size and len(lines[index].text) <= _LONGEST:
            text = compact(lines[index].text)
            known = text in heading.furniture or (is_title(text) and _heads_page(lines, index, heading))
            size = int(known or _is_numbered_page(lines[index].text))
        dropped[index : index + size] = [True] * size
        index += size or 1
    return dropped


def _heads_page(lines: Sequence[Line], index: int, heading: Heading) -> bool:
    """Tell whether what every page repeats stands below a title, which may lack the year there."""
    below = next((place for place in range(index + 1, len(lines)) if lines[place].text.strip()), index)
    return compact(lines[below].text) in heading.furniture or bool(_columns_at(lines, below, heading.columns))


def _columns_at(lines: Sequence[Line], index: int, columns: str) -> int:
    """Return how many lines from `index` on repeat the column header, however it is wrapped there."""
    text = ""
    for size, line in enumerate(lines[index : index + 80], 1):
        if len(line.text) > _LONGEST:
            return 0
        text += compact(line.text)
        if not text or not columns.startswith(text):
            return 0
        if text == columns:
            return size
    return 0


def _bare_numbers(lines: Sequence[Line], dropped: Sequence[bool]) -> list[int]:
    """Return the lines that hold a page's bare number: one where each page ends, or begins, counting on.

    On few pages it must count from the first page, lest a figure that stands alone in a narrow cell be taken for one.
    """
    edges = _page_edges(lines, dropped)
    for places in zip(*edges, strict=True):
        if all(place is not None and _is(_BARE_NUMBER, lines[place]) for place in places):
            found = [place for place in places if place is not None]
            numbers = [int(re.split("[/／]", compact(lines[place].text))[0]) for place in found]
            counts_on = all(later == number + 1 for number, later in pairwise(numbers))
            if counts_on and (len(numbers) >= _MANY_PAGES or numbers[0] in _FIRST_NUMBERS):
                return found
    return []


def _page_edges(lines: Sequence[Line], dropped: Sequence[bool]) -> list[tuple[int | None, int | None]]:
    """Return for each page after the first the line before it and its own first line, blank ones aside."""
    edges: list[tuple[int | None, int | None]] = []
    last = None
    page_began = False
    for index, line in enumerate(lines):
        page_began = page_began or dropped[index] or line.opens_page
        if dropped[index] or not line.text.strip():
            continue
        if page_began:
            edges.append((last, index))
        last, page_began = index, False
    return [*edges, (last, None)] if page_began else edges


def _is_numbered_page(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(compact(text)) or _DASHED_NUMBER.fullmatch(text))


def _is(pattern: re.Pattern[str], line: Line) -> bool:
    return len(line.text) <= _LONGEST and pattern.fullmatch(compact(line.text)) is not None
