"""Projects whose amounts are all zero and so were left blank: told by their indentation and their indicators."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gzgoals.core.exchange.printed.indicator_text import find_cell
from gzgoals.core.exchange.text.amounts import AmountRun
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.joining import indentation, joined

_LONGEST_NAME = 80


def unpaid_heads(
    lines: Sequence[Line], heads: Sequence[tuple[int, AmountRun]], indent: int
) -> list[tuple[int, AmountRun]]:
    """Return the heads, with an empty run of amounts, of projects that stand between others without amounts.

    Such a project begins with a line as far indented as the others' names, below a closed cell or a unit's row, and
    has an indicator cell of its own before the next row begins.
    """
    edges = [index for index, _ in heads] + [len(lines)]
    return [found for begin, end in pairwise(edges) for found in _between(lines, begin, end, indent)]


def _between(lines: Sequence[Line], begin: int, end: int, indent: int) -> Iterator[tuple[int, AmountRun]]:
    follows_unit = indentation(lines[begin].text) < indent
    places = [place for place in range(begin + 1, end) if _may_be_name(lines, place, begin, indent)]
    for place, following in pairwise([*places, end]):
        above = begin if follows_unit and place == begin + 1 else None
        if above is None and not _has_cell(lines[begin + 1 : place]):
            continue
        if _has_cell(lines[place + 1 : following]):
            text = lines[place].text.rstrip()
            yield place, AmountRun(len(text), len(text), (Decimal("0.00"),))
            begin = place


def _may_be_name(lines: Sequence[Line], place: int, begin: int, indent: int) -> bool:
    text = lines[place].text
    closed = lines[place - 1].text.rstrip().endswith("。") or place == begin + 1
    return closed and indentation(text) == indent and len(text) <= _LONGEST_NAME and not text.rstrip().endswith("。")


def _has_cell(lines: Sequence[Line]) -> bool:
    text, begins = joined(line.text for line in lines)
    return find_cell(text, begins) >= 0
