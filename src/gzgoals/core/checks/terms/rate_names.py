"""What an indicator's name tells of the rate that it is: a share of a whole, growth, or something better small."""

import re
from functools import cache, lru_cache

from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.reading import Reading

_NOTE = re.compile(r"\s*[（(][^（）()]*[）)]\s*\Z")
_AFTERWARDS = r"(?:指标|目标|目标值|情况|水平)?(?:(?:达|不低于|不少于|≥).*)?\Z"


@lru_cache(maxsize=1024)
def is_rate(name: str) -> bool:
    """Tell whether a name is that of a rate (`结案率`, `满意度`), not of what only ends alike (`效率`, `湿度`)."""
    bare = _NOTE.sub("", name)
    return bool(_rate().search(bare)) and not _no_rate().search(bare)


@lru_cache(maxsize=1024)
def is_growth(name: str) -> bool:
    """Tell whether a name is about how much something changes: no value of it is too large or too small."""
    return bool(_any_of("growth").search(name))


@lru_cache(maxsize=1024)
def is_fixed(name: str) -> bool:
    """Tell whether a name is that of a rate laid down elsewhere (`税率`), or itself says how its value is bounded."""
    return bool(_any_of("fixed").search(name) or _BOUNDED.search(name))


@lru_cache(maxsize=1024)
def is_better_small(name: str) -> bool:
    """Tell whether a name is that of a rate which should be small (`差错率`), unlike `投诉办结率`."""
    return bool(_better_small().search(_NOTE.sub("", name)))


@lru_cache(maxsize=1024)
def is_satisfaction(name: str) -> bool:
    """Tell whether a name is that of how satisfied someone is, unlike `满意度调查完成率`."""
    return bool(_SATISFACTION.search(_NOTE.sub("", name)))


@lru_cache(maxsize=1024)
def is_share(name: str) -> bool:
    """Tell whether a name is that of a share, which cannot be under 0 or over 100%, unlike `增长率`, `计划完成率`."""
    return is_rate(name) and not is_growth(name) and not _any_of("may_exceed").search(name)


def exceeds_share(name: str, reading: Reading) -> bool:
    """Tell whether a target lies outside of what the share that the name tells can be."""
    return reading.exceeds_whole and is_share(name)


_BOUNDED = re.compile(r"(?:达到?|不[低少高多]于|不超过|控制在|以上|以[下内]|[≥≤＞＜])\s*\Z")
_SATISFACTION = re.compile(rf"(?<!不)满意(?:度|率|程度|比例)?{_AFTERWARDS}")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('ends')}){_AFTERWARDS}")


@cache
def _no_rate() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('not_rates')}){_AFTERWARDS}")


@cache
def _better_small() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_words('better_small')})(?:案件|案|事件|问题)?(?:发生)?比?(?:{_words('ends')}){_AFTERWARDS}"
    )


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(_words(key))


def _words(key: str) -> str:
    return "|".join(map(re.escape, lexicon()["rates"][key]))
