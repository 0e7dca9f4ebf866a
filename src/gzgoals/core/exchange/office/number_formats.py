"""Values of cells as their number formats show them: percentages, dates, units of measure beside the number."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

_TOKENS = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|(?P<bracket>\[[^\]]*\])|(?P<char>.)', re.DOTALL)
_PLACES = frozenset("0#?.,")
_POINT_BETWEEN = re.compile(r'0(?:!\.|\\\.|"\.")(0+)')
_CONDITION = re.compile(r"\[[<>=]")
_UNSHOWN = frozenset("¥￥$€()+")
_SIGNIFICANT = 15
_PRECISION = 400
_REMEMBERED = 1000  # formats of one workbook; its cells share a few
_BEGINNING = datetime(1899, 12, 30)  # noqa: DTZ001
_DAY = 86_400
_CENTS, _MOST_DECIMALS = 2, 30


def number_text(number: float) -> str:
    """Return a number as a sheet keeps it, to 15 digits, without noise and without a point that says nothing."""
    return _plain(Decimal(f"{number:.{_SIGNIFICANT}g}"))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


class _Pattern(NamedTuple):
    """A section of a number format: text around the number, decimals shown, and what power of 10 it is shown times."""

    before: str
    after: str
    decimals: int
    power: int
    percent: bool


def formatted(number: float, code: str) -> str:
    """Return a number as its format shows it: `95%`, `12个`, `≥3`, but exact to two decimals where it shows fewer.

    Formats of money show no currency; one that does more than put text beside a number shows the bare number.
    """
    negative, parts = number < 0, _sections(code)
    section = parts[1] if negative and len(parts) > 1 else parts[2] if not number and len(parts) > 2 else parts[0]
    pattern = _pattern(section)
    if pattern is None or not isfinite(number) or _CONDITION.search(code):
        return number_text(number)
    exact = abs(Decimal(f"{number:.{_SIGNIFICANT}g}").scaleb(pattern.power))
    with localcontext(prec=_PRECISION):
        text = _plain(
            exact.quantize(Decimal(1).scaleb(-min(max(pattern.decimals, _CENTS), _MOST_DECIMALS)), ROUND_HALF_UP)
        )
    sign = "-" if negative and text != "0" else ""
    return f"{sign}{pattern.before.removeprefix('-')}{text}{'%' if pattern.percent else ''}{pattern.after}"


@lru_cache(_REMEMBERED)
def is_moment(code: str) -> bool:
    """Tell whether a number format shows a number as a date or a time."""
    return bool(_letters(code) & set("ymdhs")) and _pattern(code) is None and "general" not in code.lower()


def moment_text(moment: date | time | timedelta, code: str = "") -> str:
    """Return a date or a time in Chinese, as far as its format shows it: `2025年12月31日`, `2025年12月`, `8:30`."""
    if isinstance(moment, timedelta):
        hours, rest = divmod(round(moment.total_seconds()), 3600)
        return _clock(hours, rest // 60, rest % 60)
    if isinstance(moment, time):
        return _clock(moment.hour, moment.minute, moment.second)
    letters = _letters(code)
    if not letters & set("ymd"):
        letters |= set("ymd")
    day = f"{moment.year}年" if "y" in letters else ""
    day += f"{moment.month}月" if "m" in letters else ""
    day += f"{moment.day}日" if "d" in letters else ""
    if isinstance(moment, datetime) and (moment.hour or moment.minute or moment.second):
        return f"{day} {_clock(moment.hour, moment.minute, moment.second)}"
    return day


def moment_of(serial: float) -> datetime | None:
    """Return the moment that a sheet keeps as a number of days, None for a number that is none."""
    try:
        return _BEGINNING + timedelta(seconds=round(serial * _DAY))
    except (OverflowError, ValueError):
        return None


def _clock(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours}:{minutes:02}:{seconds:02}" if seconds else f"{hours}:{minutes:02}"


@lru_cache(_REMEMBERED)
def _sections(code: str) -> tuple[str, ...]:
    parts, part = [], ""
    for found in _TOKENS.finditer(code):
        if found["char"] == ";":
            parts.append(part)
            part = ""
        else:
            part += found[0]
    return (*parts, part)


@lru_cache(_REMEMBERED)
def _pattern(section: str) -> _Pattern | None:
    """Return what a section of a format does to a number; None for one that does more than put text beside it."""
    section, scaled = _scaled(section)
    before = after = digits = ""
    percent = False
    for found in _TOKENS.finditer(section):
        char, literal = found["char"] or "", found["quoted"] or found["escaped"] or ""
        if char in _PLACES and char:
            if after:
                return None
            digits += char
        elif char == "%":
            percent = True
        elif char and ((char.isascii() and char.isalpha()) or char in "!/@"):
            return None
        else:
            literal = "".join(each for each in literal + char if each not in _UNSHOWN)
            before, after = (before, after + literal) if digits else (before + literal, after)
    if "0" not in digits and "#" not in digits:
        return None
    thousands = len(digits) - len(digits.rstrip(","))
    decimals = len(digits.rstrip(",").partition(".")[2]) + scaled
    return _Pattern(before.strip(), after.strip(), decimals, percent * 2 - thousands * 3 - scaled, percent)


def _scaled(section: str) -> tuple[str, int]:
    """Return a section without a point written between digits, and before how many it stands: `0!.0,` shows 万."""
    found = _POINT_BETWEEN.search(section)
    return (section.replace(found[0], f"0{found[1]}", 1), len(found[1])) if found else (section, 0)


def _letters(code: str) -> set[str]:
    letters = {found["char"].lower() for found in _TOKENS.finditer(code) if found["char"]}
    if "h" in letters or "s" in letters:
        return letters - {"m"} if not letters & set("yd") else letters
    return letters
