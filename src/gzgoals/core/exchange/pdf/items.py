"""Numbered items of a cell that each begin a line: 1、 2. （三） 四、 第五， ⑥ 目标7：."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.lines import Line

_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER, _ORDINAL = r"[0-9]{1,2}", f"[{_CHINESE}]{{1,3}}"
_MANNERS = (
    rf"(?P<a>{_NUMBER})、",
    rf"(?P<b>{_NUMBER})[.．](?![0-9])",
    rf"[（(](?P<c>{_NUMBER})[）)]",
    rf"(?P<d>{_NUMBER})[）)]",
    rf"(?P<e>{_ORDINAL})、",
    rf"[（(](?P<f>{_ORDINAL})[）)]",
    rf"第(?P<g>{_ORDINAL})[,，、:：]",
    f"(?P<h>[{_CIRCLED}])",
    rf"(?:目标|任务|内容)(?P<i>{_NUMBER})[:：、.．]",
    rf"(?:目标|任务|内容)(?P<j>{_ORDINAL})[:：、]",
)
_ITEM = re.compile("|".join(_MANNERS))
_WITHIN = re.compile(rf"(?<![0-9{_CHINESE}第（(.])(?:{'|'.join(_MANNERS)})")
_NAMED = ("i", "j")
_SURE, _SURE_IF_NAMED = 3, 2
_STOPS = ("。", "！", "？")
_STOPS_IF_NAMED = (*_STOPS, "；")

Shown = Callable[[Line, Line], bool]
"""Tells whether a paragraph shows to end between two lines."""


class _Item(NamedTuple):
    manner: str
    number: int


def item_lines(cell: Sequence[Line], shown: Shown) -> frozenset[int]:
    """Return which lines begin items of a series, by their places in the cell.

    All items of the series begin lines, in order from the first, each after a whole sentence; there are three of them,
    or one shows to begin a paragraph, so that none is there by chance. Of goals that are named as such two are enough.
    """
    begins = [(place, item) for place, line in enumerate(cell) if (item := _item(line.text))]
    if len(begins) < 2:
        return frozenset()
    within = {item for line in cell for item in _items_within(line.text)}
    found: set[int] = set()
    for manner in {item.manner for _, item in begins}:
        for series in _series([(place, item.number) for place, item in begins if item.manner == manner]):
            numbers = range(2, len(series) + 2)
            if any(_Item(manner, number) in within for number in numbers):
                continue
            stops, sure = (_STOPS_IF_NAMED, _SURE_IF_NAMED) if manner in _NAMED else (_STOPS, _SURE)
            sentences = all(cell[place - 1].text.endswith(stops) for place in series if place)
            shows = any(shown(cell[place - 1], cell[place]) for place in series[1:])
            if sentences and (shows or len(series) >= sure):
                found.update(series)
    return frozenset(found)


def _series(begins: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the places of numbers that count from one upwards without a gap, two or more of them."""
    series = [begins[0][0]] if begins[0][1] == 1 else []
    for (_, before), (place, number) in pairwise(begins):
        if number == before + 1 and series:
            series.append(place)
            continue
        if len(series) > 1:
            yield series
        series = [place] if number == 1 else []
    if len(series) > 1:
        yield series


def _item(text: str) -> _Item | None:
    found = _ITEM.match(text)
    return _read(found) if found else None


def _items_within(text: str) -> Iterator[_Item]:
    return (_read(found) for found in _WITHIN.finditer(text) if found.start())


def _read(found: "re.Match[str]") -> _Item:
    manner = found.lastgroup or ""
    return _Item(manner, _value(found[manner]))


def _value(number: str) -> int:
    if number.isascii():
        return int(number)
    if number in _CIRCLED:
        return _CIRCLED.index(number) + 1
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _CHINESE.index(ones) + 1 if len(ones) == 1 else 0
    return 10 * (_CHINESE.index(tens[0]) + 1 if tens else 1) + (_CHINESE.index(ones[0]) + 1 if ones else 0)
