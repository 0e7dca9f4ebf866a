"""Figures that a text gives for a named thing: `结案率不低于95%` says 95 and % of 结案率."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import NamedTuple


class Figure(NamedTuple):
    """A figure in a text: where its name begins and where its number stands, and what follows the number.

    `number` is its value; `rest` the text behind it, from its measure on.
    """

    name_begin: int
    begin: int
    end: int
    number: Decimal
    rest: str


_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.", ",")
_NUMBER = r"[0-9０-９]+(?:,[0-9]{3})*(?:[.．][0-9０-９]+)?(?![0-9０-９])"
_DIGIT = re.compile("[0-9０-９]")

_BEFORE = re.compile(
    r"(?:\A|[\s，。；：、！？,;:“‘（(《【]|[0-9][.．、)）]"
    r"|实现|确保|保证|保障|使|力争|争取|达到|完成|保持|维持|控制|其中|全年|本年度|当年|今年|年内)\Z"
)
_BEFORE_LONG = re.compile(r"(?:以及|及|和|与|的|全院|本院|我院|项目|目标|指标|要求)\Z")
_LONG = 5
_LOOKED_BACK = 4

_ONWARD = "(?:提高|提升|增加|增长|上升|下降|降低|减少|压降)(?:到|至)"
_BEHIND = re.compile(
    r"\s*[”’」]?\s*(?:[:：]|应当?|要|将|力争|争取|均|都|继续|稳定|基本)*\s*"
    rf"(?:[由从]\s*{_NUMBER}[^\s\d，。；、]{{0,4}}{_ONWARD}|{_ONWARD}|增至|升至|降至|降到"
    r"|达到?|到达|实现|完成|为|是|(?:保持|维持|稳定|控制)在?)?\s*"
    r"(?:[≥≤＞＜＝><=《》≧≦⩾⩽]{1,2}|大于(?:或?等于)?|小于(?:或?等于)?|等于|不(?:得|能)?(?:低于|少于|小于|高于|超过|大于|多于)"
    r"|高于|超过|低于|少于|至少|最多|最少)?\s*"
    rf"(?P<number>{_NUMBER})\s*"
)
_NO_LEVEL = re.compile(
    r"[-~～—–－至到]|[%％]?(?:个?百分)?点|[^，。；、]{0,4}(?:提高|提升|增加|增长|上升|下降|降低|减少)"
    r"|[^，。；]{0,4}的基础|[^，。；、]{0,4}[-~～—–－至到]\s*[0-9０-９]|[^。；]{0,16}(?:力争|争取)"
)


def has_figure(text: str) -> bool:
    """Tell in a moment whether a text has any figure."""
    return _DIGIT.search(text) is not None


def figures(text: str, names: Collection[str]) -> dict[str, list[Figure]]:
    """Return what a text says of each of the names it mentions, where it gives a level.

    A name counts where it stands for itself, not as the end of a longer one; ranges, changes (`提高5%`) and levels that
    are only striven for are left out.
    """
    found: dict[str, list[Figure]] = {}
    taken: list[tuple[int, int]] = []
    for name in sorted(names, key=len, reverse=True):
        for begin in _places(text, name):
            end = begin + len(name)
            if any(begin < other_end and other_begin < end for other_begin, other_end in taken):
                continue
            taken.append((begin, end))
            if figure := _figure(text, begin, end):
                found.setdefault(name, []).append(figure)
    return found


def _places(text: str, name: str) -> Iterator[int]:
    begin = text.find(name)
    while begin >= 0:
        yield begin
        begin = text.find(name, begin + len(name))


def _figure(text: str, begin: int, end: int) -> Figure | None:
    before = text[max(0, begin - _LOOKED_BACK) : begin]
    stands_alone = not before or _BEFORE.search(before) or (end - begin >= _LONG and _BEFORE_LONG.search(before))
    if not stands_alone or not (behind := _BEHIND.match(text, end)):
        return None
    rest = text[behind.end() :]
    if _NO_LEVEL.match(rest):
        return None
    return Figure(begin, *behind.span("number"), Decimal(behind["number"].translate(_HALF)), rest)
