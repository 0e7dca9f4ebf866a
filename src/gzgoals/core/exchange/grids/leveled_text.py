"""Indicators that a cell writes in lines of its own, each below or behind its levels: 数量指标：培训人次≥100人次."""

import re

from gzgoals.core.exchange.grids.levels import is_level, understood, with_levels
from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator
from gzgoals.core.table import catalogue_of, scheme_names

_LINES = re.compile(r"[;；\n]+")
_ORDER = re.compile(
    r"^(?:[0-9]{1,2}[、.．)）](?!\d)|[（(][0-9一二三四五六七八九十]{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]+、)\s*"
)
_OPERATOR = re.compile(r"[≥≤≧≦⩾⩽＞＜><=＝]|大于|小于|等于|不低于|不少于|不高于|不超过|不多于")
_CODE = re.compile(r"^[0-9]+-")


def leveled_indicators(text: str) -> tuple[PrintedIndicator, ...]:
    """Return the indicators of a cell, none where not every one of them has a level; one value is both targets."""
    first, second = "", ""
    found: list[PrintedIndicator] = []
    for line in filter(None, (_ORDER.sub("", line.strip(" 。")) for line in _LINES.split(text))):
        if is_level(line.rstrip("：:")):
            own, name = line.rstrip("：:"), ""
            levels = _levels("", own)
        else:
            before, behind, name = with_levels(line)
            levels = _levels(before, behind)
        first, second = levels if any(levels) else (first, second)
        if name and not first:
            return ()
        if name:
            sign = _OPERATOR.search(name)
            target = name[sign.start() :].strip() if sign else ""
            stem = name[: sign.start()].rstrip("：:，, ") if sign else name
            found.append(PrintedIndicator(first, second, stem, target, target, len(found) + 1))
    return tuple(found)


def _levels(first: str, second: str) -> tuple[str, str]:
    """Return the names of both levels that one or two texts mean; a first level alone stays without a second."""
    for catalogue in map(catalogue_of, scheme_names()):
        code = understood(first, second, catalogue)
        if catalogue.knows(code):
            above, below = (_CODE.sub("", name) for name in catalogue.levels(code))
            return above, below
    return first or second, ""
