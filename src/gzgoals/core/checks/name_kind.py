"""What an indicator's name says it measures: a ratio, a count, a time, satisfaction; a Chinese name ends with it."""

import re
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from gzgoals.core.checks.lexicon import lexicon


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

    `is_merit` where the thing is one that is done well or badly rather than often; `is_output_quality` where it ends
    with a word for the quality of what was made, and is not known as a benefit to others; `is_opinion` where others
    are asked what they think.
    """

    kind: Kind
    is_merit: bool
    is_output_quality: bool
    is_opinion: bool


@lru_cache(maxsize=65536)
def kind_of_name(name: str) -> NameKind:
    """Return what a name says; blanks, a measure in brackets and a value at its end are left aside."""
    core = _core(name)
    words = _words()
    kind = words.ends(core)
    if kind is Kind.RATE and words.timely.search(core):
        kind = Kind.TIME
    is_output_quality = (
        kind not in _NO_QUALITY and words.quality.search(core) is not None and not words.benefits.search(core)
    )
    is_merit = words.merits.search(core) is not None
    return NameKind(kind, is_merit, is_output_quality, words.opinions.search(core) is not None)


_NO_QUALITY = (Kind.TIME, Kind.SATISFACTION, Kind.PAYMENT)


class _Words(NamedTuple):
    kinds: dict[str, Kind]
    ending: re.Pattern[str]
    timely: re.Pattern[str]
    merits: re.Pattern[str]
    quality: re.Pattern[str]
    benefits: re.Pattern[str]
    opinions: re.Pattern[str]

    def ends(self, name: str) -> Kind:
        """Return the kind of the longest listed word that the name ends with."""
        found = self.ending.search(name)
        return self.kinds[found[0]] if found else Kind.UNTOLD


@cache
def _words() -> _Words:
    lists = lexicon()["classing"]
    kinds = {word: kind for kind in Kind if kind.value for word in lists[kind.value]}
    return _Words(
        kinds,
        _any_of(list(kinds), r"\Z"),
        _any_of(lists["timely"]),
        _any_of([*lists["flaws"], *lists["merits"]]),
        _any_of(lists["quality"], r"\Z"),
        _any_of(lists["benefits"]),
        _any_of(lists["opinions"]),
    )


def _any_of(words: list[str], end: str = "") -> re.Pattern[str]:
    """Return what finds the first of the words, which at a text's end is the longest."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}){end}")


_BRACKETED = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]\Z")
_VALUE = re.compile(
    r"(?:达到|达|为|至|不低于|不少于|不高于|不超过|大于|小于|超过|[≥≤＞＜＝<>=])*"
    r"\d[\d.,]*[^\d，。；、]{0,2}?(?:及以上|以上|及以下|以下|以内)?\Z"
)
_STATE = re.compile(r"(?<=.)(?:完成情况|情况|达标)\Z")
_OPINION = re.compile(r"(满意(?:度|率|程度)?)(?:提升|提高|增强|水平|指数|测评|评价|调查|问卷|得分|评分|结果)+\Z")


def _core(name: str) -> str:
    """Return a name without blanks and without what may follow the word that tells what is measured."""
    core = "".join(name.split())
    while (shorter := _BRACKETED.sub("", core)) != core:
        core = shorter
    return _OPINION.sub(r"\1", _STATE.sub("", _VALUE.sub("", core)))
