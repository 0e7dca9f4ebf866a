"""Printed targets taken apart into operator, value and measure, such that joining them gives the same characters."""

import re
from sys import intern

from gzgoals.core.table.values import Operator, Target

_FOLDS: dict[str, Operator] = {
    "≥": "≥", ">=": "≥", "=>": "≥", "＞=": "≥", "＞＝": "≥", ">＝": "≥", "》=": "≥", "》＝": "≥", "≧": "≥", "⩾": "≥",
    "≤": "≤", "<=": "≤", "=<": "≤", "＜=": "≤", "＜＝": "≤", "<＝": "≤", "《=": "≤", "《＝": "≤", "≦": "≤", "⩽": "≤",
    ">": "＞", "＞": "＞", "<": "＜", "＜": "＜", "=": "＝", "＝": "＝",
    "大于等于": "≥", "大于或等于": "≥", "不低于": "≥", "不少于": "≥", "不小于": "≥",
    "小于等于": "≤", "小于或等于": "≤", "不高于": "≤", "不超过": "≤", "不大于": "≤", "不多于": "≤",
    "大于": "＞", "高于": "＞", "超过": "＞", "小于": "＜", "低于": "＜", "少于": "＜", "等于": "＝",
}  # fmt: skip
_SIGNS = sorted((sign for sign in _FOLDS if not sign[0].isalpha()), key=len, reverse=True)
_WORDS = sorted((word for word in _FOLDS if word[0].isalpha()), key=len, reverse=True)
_SIGN = "|".join(r"\s*".join(map(re.escape, sign)) for sign in _SIGNS)
_LEADING = re.compile(rf"(?:(?P<sign>{_SIGN})|(?P<word>{'|'.join(_WORDS)})(?=\s*\d))\s*")
_NUMBER = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_QUANTITY = re.compile(rf"(?P<value>{_NUMBER})\s*(?P<measure>[^\s\d，。；：、,;:（）()\[\]【】…～~—–+-]{{0,12}})")
_PURE_NUMBER = re.compile(_NUMBER)
_YEARS = range(1900, 2100)


def split_target(text: str) -> Target:
    """Read a printed target.

    `≥95%` comes apart into operator, value and measure; `达标（…）`, `2025年12月31日前` and `95%-98%` are all value.
    Blanks around the parts are dropped and operators are folded onto ≥ ≤ ＞ ＜ ＝; every other character is kept.
    """
    operator: Operator = ""
    rest = text.strip()
    if found := _LEADING.match(rest):
        operator = _FOLDS["".join((found["sign"] or found["word"]).split())]
        rest = rest[found.end() :]
    if (quantity := _QUANTITY.fullmatch(rest)) and not _is_date(quantity["value"], quantity["measure"]):
        number, measure = map(intern, quantity.groups())  # thousands of targets have the same few
        return Target(operator=operator, value=number, measure=measure)
    return Target(operator=operator, value=rest)


def is_number(text: str) -> bool:
    """Tell whether a target's value is a plain number, with or without separated thousands."""
    return _PURE_NUMBER.fullmatch(text) is not None


def _is_date(number: str, measure: str) -> bool:
    """Tell a deadline (`2025年`, `12月底前`, `30日内`) from a quantity (`3年`, `6个月`, `5日`)."""
    if not measure.startswith(("年", "月", "日", "号")):
        return False
    if measure.endswith(("前", "后", "内", "底", "末", "初", "止")):
        return True
    if measure.startswith("年"):
        return _is_whole(number) and int(number) in _YEARS
    return measure == "月" and _is_whole(number) and 1 <= int(number) <= 12


def _is_whole(number: str) -> bool:
    """Tell whether a number is whole and no longer than a year; `int` refuses thousands of digits."""
    return number.isdecimal() and len(number) <= 4
