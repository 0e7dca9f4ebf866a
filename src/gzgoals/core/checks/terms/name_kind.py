"""What an indicator's name says it measures: a ratio, a count, a time, satisfaction; a Chinese name ends with it."""

import re
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from gzgoals.core.checks.terms.lexicon import lexicon


class Kind(Enum):
    """What is measured; `DURATION` is a time only where the target is one, `OTHER` is none of these for certain."""

    UNTOLD = ""
    RATE = "rate"
    COUNT = "count"
    TIME = "time"
    DURATION = "duration"
    SATISFACTION = "satisfaction"
    PAYMENT = "payment"
    OTHER = "other"


class NameKind(NamedTuple):
    """What a name says: what is measured, and how it is meant.

    `is_merit` where something that might be counted is done well or badly rather than often; `is_output_quality` where
    the name ends with a word for the quality of what was made, and is not known as a benefit to others.
    """

    kind: Kind
    is_merit: bool
    is_output_quality: bool


@lru_cache(maxsize=65536)
def kind_of_name(name: str) -> NameKind:
    """Return what a name says; blanks, a measure in brackets and a value at its end are left aside."""
    core = _core(name)
    words = _words()
    kind = words.kind(core)
    if kind is Kind.RATE and words.timely.search(core):
        kind = Kind.TIME
    is_merit = kind in _COUNTABLE and words.merits.search(core) is not None and not core.endswith(words.acts)
    is_quality = kind not in _NO_QUALITY and core.endswith(words.quality)
    return NameKind(kind, is_merit, is_quality and not words.benefits.search(core))


@lru_cache(maxsize=8192)
def is_opinion(name: str) -> bool:
    """Tell whether a name says that others are asked what they think."""
    return _words().opinions.search(name) is not None


_COUNTABLE = (Kind.COUNT, Kind.UNTOLD)
_NO_QUALITY = (Kind.TIME, Kind.SATISFACTION, Kind.PAYMENT)


class _Words(NamedTuple):
    kinds: dict[str, Kind]
    lengths: range
    quality: tuple[str, ...]
    acts: tuple[str, ...]
    timely: re.Pattern[str]
    merits: re.Pattern[str]
    benefits: re.Pattern[str]
    opinions: re.Pattern[str]

    def kind(self, name: str) -> Kind:
        """Return the kind of the longest listed word that the name ends with."""
        for length in self.lengths:
            if found := self.kinds.get(name[-length:]):
                return found
        return Kind.UNTOLD


@cache
def _words() -> _Words:
    lists = lexicon()["classing"]
    kinds = {word: kind for kind in Kind if kind.value for word in lists[kind.value]}
    return _Words(
        kinds,
        range(max(map(len, kinds)), 0, -1),
        tuple(lists["quality"]),
        tuple(lists["acts"]),
        _any_of(lists["timely"]),
        _any_of([*lists["flaws"], *lists["merits"]]),
        _any_of(lists["benefits"]),
        _any_of(lists["opinions"]),
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


_BRACKETS = 3
"""So many pairs of brackets may end a name; a limit, lest a hostile file keep us for long."""

_BRACKETED = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]\Z")
_VALUE = re.compile(
    r"(?:达到|达|为|至|不低于|不少于|不高于|不超过|大于|小于|超过|[≥≤＞＜＝<>=])*"
    r"(?<![\d.,])\d[\d.,]*[^\d，。；、]{0,2}?(?:及以上|以上|及以下|以下|以内)?\Z"
)
_DIGIT = re.compile(r"\d")
_STATES = ("完成情况", "情况", "达标")
_OPINION = re.compile(r"(满意(?:度|率|程度)?)(?:提升|提高|增强|水平|指数|测评|评价|调查|问卷|得分|评分|结果)+\Z")


def _core(name: str) -> str:
    """Return a name without blanks and without what may follow the word that tells what is measured."""
    core = "".join(name.split())
    for _ in range(_BRACKETS):
        if core.endswith(("）", ")", "]", "】")):
            core = _BRACKETED.sub("", core)
    if _DIGIT.search(core):
        core = _VALUE.sub("", core)
    for state in _STATES:
        core = core.removesuffix(state)
    return _OPINION.sub(r"\1", core) if "满意" in core else core
