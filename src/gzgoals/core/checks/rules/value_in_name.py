"""A target's own value in an indicator's name, `购置高拍仪1台`, and what the name is without it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.checks.terms.name_kind import Kind, kind_of_name
from gzgoals.core.checks.terms.reading import Reading, same_measure


class Held(NamedTuple):
    """Where a name holds a value, with the words for its bounds around it; `text` is number and measure as written."""

    begin: int
    end: int
    text: str
    measure: str


def held_values(name: str, targets: Sequence[Reading]) -> tuple[Held, ...]:
    """Return where a name holds the number and the measure of one of the targets, from left to right."""
    numbers = {each.number.replace(",", "") for each in targets if each.number}
    found = (_held(name, number, targets) for number in _NUMBER.finditer(name) if number[0].replace(",", "") in numbers)
    return tuple(held for held in found if held)


def _held(name: str, number: re.Match[str], targets: Sequence[Reading]) -> Held | None:
    rest = name[number.end() :]
    for target in targets:
        if target.number.replace(",", "") == number[0].replace(",", "") and (measure := _measure(rest, target)):
            if _is_date(name[: number.start()], number[0], measure.strip()):
                return None
            end = number.end() + len(measure)
            before, after = _BEFORE.search(name, 0, number.start()), _AFTER.match(name, end)
            begin = before.start() if before else number.start()
            return Held(begin, after.end() if after else end, number[0] + measure, measure.strip())
    return None


def _measure(rest: str, target: Reading) -> str:
    """Return how the measure of the target is written where a number's end is, nothing where it is not."""
    if target.measure and not _is_known(target.measure):
        return target.measure if rest.startswith(target.measure) else ""
    found = _known_measures().match(rest)
    if not found or (target.measure and not same_measure(found[1], target.measure)):
        return ""
    return found[0]


def _is_date(before: str, number: str, measure: str) -> bool:
    if measure.startswith("年"):
        return len(number) == 4
    return measure.startswith(("日", "号")) and before.endswith("月")


_NUMBER = re.compile(r"(?<![\dA-Za-z.．×xX*/~～—–+第-])\d[\d,]*(?:\.\d+)?")
_BEFORE = re.compile(
    r"(?:达到|达|不低于|不少于|不小于|不高于|不超过|不多于|大于等于|小于等于|大于|小于|超过|至少|最多|[≥≤＞＜＝<>=])+\Z"
)
_AFTER = re.compile(r"(?:及以上|以上|及以下|以下|以内|之内|内|左右)")
_LONGER = r"(?!人民|均|民|员|目|院|局|门|百分点|类|级|[\dA-Za-z×*])"


@cache
def _known_measures() -> re.Pattern[str]:
    """Return what finds a measure at a text's begin, the longest that there is, and no longer word."""
    classing = lexicon()["classing"]
    measures = sorted([*classing["counted"], *classing["timed"], *_FURTHER], key=len, reverse=True)
    return re.compile(rf"\s*({'|'.join(map(re.escape, measures))}){_LONGER}")


def _is_known(measure: str) -> bool:
    found = _known_measures().fullmatch(measure)
    return found is not None


_FURTHER = (
    "%",
    "％",
    "分",
    "元",
    "万元",
    "亿元",
    "年",
    "月",
    "个月",
    "周",
    "季度",
    "米",
    "吨",
    "公斤",
    "起",
    "学时",
    "课时",
)


def without_values(name: str, held: Sequence[Held]) -> str:
    """Return the name without the values that it holds, but with a word for what is measured; nothing if none is left.

    `购置高拍仪1台` is `购置高拍仪数量`, `群众满意度达95%以上` is `群众满意度`.
    """
    kept, begin = [], 0
    for each in held:
        kept.append(name[begin : each.begin])
        begin = each.end
    rest = _EMPTY.sub("", "".join((*kept, name[begin:]))).strip(" ，、；：的")
    return rest + _ending(rest, held[0].measure) if len(rest) > 1 else ""


def _ending(rest: str, measure: str) -> str:
    """Return the word for what is measured, where a name does not say it itself."""
    kind = kind_of_name(rest).kind
    if kind is not Kind.UNTOLD:
        return "度" if rest.endswith("满意") and measure in _PERCENT else ""
    if measure in _PERCENT:
        return "率"
    if measure in lexicon()["classing"]["timed"]:
        return "时间"
    return _COUNTS.get(measure, "数量") if measure in lexicon()["classing"]["counted"] else ""


_PERCENT = ("%", "％")
_EMPTY = re.compile(r"[（(]\s*[）)]")
_COUNTS = {
    "人": "人数",
    "名": "人数",
    "人次": "人次",
    "次": "次数",
    "场": "场次",
    "场次": "场次",
    "平方米": "面积",
    "㎡": "面积",
}
