"""The official indicator cell as one run of text: indicators printed, and a printed run taken apart again.

The form is that of the published 项目支出绩效目标表:
`1、1-产出指标；12-质量指标；名称；实施周期指标值:≥95%；年度指标值:≥95%。2、…`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

from gzgoals.core.exchange.printed.wording import compact
from gzgoals.core.table import Catalogue, Category, Indicator, Target, catalogue_of, scheme_names, split_target

_CYCLE = re.compile(r"(?:^|；)\s*实施周期指标值\s*[:：]")
_ANNUAL = re.compile(r"(?:^|；)\s*年度指标值\s*[:：]")
_VALUE = re.compile(r"(?:实施周期|年度)指标值\s*[:：]")
_FREE_LEVELS = re.compile(
    r"(?:(?<=。)|(?<=\n)|(?<![^ ]))(?P<number>[1-9][0-9]{0,3})、"
    r"(?=(?P<first>[^；。、]{0,30})；(?P<second>[^；。、]{0,30})；[^。]{0,200}?实施周期指标值\s*[:：])"
)

_CODED = re.compile(r"[0-9]{1,4}\s*[-－—–]\s*[^\s0-9]")

_REACH = 400


class PrintedIndicator(NamedTuple):
    """An indicator as it stands in print: two levels of its category, name and targets, all text, and its number.

    `targets` are those two taken apart, where the source itself tells their parts.
    """

    first: str
    second: str
    name: str
    cycle: str
    annual: str
    number: int = 0
    targets: tuple[Target, Target] | None = None


class _Start(NamedTuple):
    number: int
    begin: int
    levels: int
    first: str
    second: str


def indicators_text(indicators: Iterable[Indicator], catalogue: Catalogue) -> str:
    """Return the indicators as the official cell prints them, numbered, each closed by one 。."""
    return "".join(indicator_texts(indicators, catalogue))


def indicator_texts(indicators: Iterable[Indicator], catalogue: Catalogue) -> Iterator[str]:
    """Yield each indicator's part of that cell."""
    for number, indicator in enumerate(indicators, 1):
        yield (
            f"{number}、{'；'.join(catalogue.levels(indicator.category))}；{indicator.name}"
            f"；实施周期指标值:{indicator.cycle.text}；年度指标值:{indicator.annual.text}。"
        )


def parse_indicators(text: str, catalogue: Catalogue) -> tuple[Indicator, ...] | None:
    """Read what `indicators_text` prints, or None when `text` does not begin as such a cell does.

    Full-width colons and a missing value are accepted; what the catalogue does not know stays as text.
    """
    if find_cell(text) != 0:
        return None
    return tuple(indicator_of(printed, catalogue) for printed in split_cell(text))


def indicator_of(printed: PrintedIndicator, catalogue: Catalogue) -> Indicator:
    """Return the indicator that stands in print, its category and targets understood."""
    cycle, annual = printed.targets or (split_target(printed.cycle), split_target(printed.annual))
    category = category_of(printed.first, printed.second, catalogue)
    return Indicator(category=category, name=printed.name, cycle=cycle, annual=annual)


def find_cell(text: str, line_begins: Iterable[int] = ()) -> int:
    """Return where the indicator cell begins in the text of a row, or -1 when there is none.

    A cell begins at a `1、` that is followed by the two levels of a category; an objective that begins with `1、` is
    not. Of several before the first value it is the last: each indicator comes to its values before the next begins.
    `line_begins` are the offsets where lines began: there nothing before the `1、` matters.
    """
    begins = [place for place in line_begins if text.startswith("1", place)]
    for pattern in (_signature(), _FREE_LEVELS):
        places = [place for place in begins if _is_first(pattern.match(text[place : place + _REACH]))]
        found = (match.start() for match in pattern.finditer(text) if _is_first(match))
        places += islice(found, 1)
        if places:
            return _last_before_value(text, places, found)
    return -1


def _last_before_value(text: str, places: Sequence[int], more: Iterable[int]) -> int:
    first = min(places)
    value = _VALUE.search(text, first)
    end = value.start() if value else first + 1
    return max(place for place in (*places, *takewhile(lambda place: place < end, more)) if place < end)


def split_cell(text: str, first: int = 1) -> tuple[PrintedIndicator, ...]:
    """Take a cell apart into its indicators, which are numbered without a gap, from `first` on.

    A name or a value may hold any character, even `2、`: only the next number with a category's levels begins anew.
    """
    starts = _chain(text, first)
    ends = [*(start.begin for start in starts[1:]), len(text)][: len(starts)]
    return tuple(_printed(start, text[start.levels : end]) for start, end in zip(starts, ends, strict=True))


def category_of(first: str, second: str, catalogue: Catalogue) -> str:
    """Return the category with these two printed levels: a code where the catalogue has it, else the text.

    A level without its number is understood by its name, with or without 指标 at the end; blanks in a level, as some
    viewers put them after a hyphen on copying, are no part of it.
    """
    first_label = _label(compact(first), catalogue.first_level)
    parent = catalogue.by_label.get(first_label)
    second_label = _label(compact(second), catalogue.second_level(parent.code)) if parent else second
    understood = catalogue.category(first_label, second_label)
    return understood if understood in catalogue.by_code else catalogue.category(first, second)


def _is_first(found: re.Match[str] | None) -> bool:
    return found is not None and int(found["number"]) == 1


def _chain(text: str, first: int) -> list[_Start]:
    """Return where the indicators begin; each but the last must have come to its values before the next begins.

    They count on from one to the next; a slip in the numbers is passed over where two codes leave no doubt.
    """
    found = sorted(
        {
            match.start(): _Start(int(match["number"]), match.start(), match.end(), match["first"], match["second"])
            for pattern in (_FREE_LEVELS, _signature())
            for match in pattern.finditer(text)
        }.values(),
        key=lambda start: start.begin,
    )
    values = [value.start() for value in _VALUE.finditer(text)]
    chain: list[_Start] = []
    for start in found:
        is_next = start.number == len(chain) + first or (chain and _is_sure(start, text))
        if is_next and (not chain or bisect_left(values, chain[-1].levels) < bisect_left(values, start.begin)):
            chain.append(start)
    return chain


def _is_sure(start: _Start, text: str) -> bool:
    """Tell whether a start can be nothing else: two codes after the 。 of the indicator before."""
    closed = text[: start.begin].rstrip().endswith("。")
    return closed and all(_CODED.match(level.strip()) for level in (start.first, start.second))


def _printed(start: _Start, text: str) -> PrintedIndicator:
    body = text[len(start.first) + 1 + len(start.second) + 1 :].rstrip()
    body = body.removesuffix("。")
    name, cycle, annual = body, "", ""
    if found := _ANNUAL.search(name):
        name, annual = name[: found.start()], name[found.end() :]
    if found := _CYCLE.search(name):
        name, cycle = name[: found.start()], name[found.end() :]
    levels = start.first.strip(), start.second.strip()
    return PrintedIndicator(*levels, name.strip(), cycle.strip(), annual.strip(), start.number)


def _label(text: str, categories: Sequence[Category]) -> str:
    stem = text.removesuffix("指标")
    return next((known.label for known in categories if known.name.removesuffix("指标") == stem), text)


@cache
def _signature() -> re.Pattern[str]:
    """Return the pattern of a number and two levels that can only begin an indicator, whatever the scheme."""
    known = [category for scheme in scheme_names() for category in catalogue_of(scheme).categories]
    first = _names(category for category in known if not category.parent)
    second = _names(category for category in known if category.parent)
    coded = r"[0-9]{1,4}\s*[-－—–](?!\s*[0-9])[^；。、]{1,30}"
    blank = r"[ \t\u3000]{0,8}"
    return re.compile(
        rf"""
        (?<![0-9]) (?P<number>[1-9][0-9]{{0,3}}) 、
        (?= # the two levels: looked at here, read by whoever asks for the groups
            (?P<first> {blank} (?: (?P<coded>{coded})? | (?P<named>{first}) {blank} ) ) ；
            (?P<second>
                (?(named)  # a first level by its name: the second has a code or a known name, or is blank
                    {blank} (?: {coded} | {second} )? {blank}
                |          # a coded or blank first level: any text that does not count on itself
                    (?(coded) (?! [^；]{{0,40}} [0-9]、 ) | (?! [^；]{{0,40}} 、 ) ) [^；。:：]{{0,40}}
                )
            ) ；
        )
        """,
        re.VERBOSE,
    )


def _names(categories: Iterable[Category]) -> str:
    stems = {category.name.removesuffix("指标") for category in categories}
    return "|".join(f"{re.escape(stem)}(?:指标)?" for stem in sorted(stems, key=len, reverse=True))
