"""Years in Chinese texts: where they stand, what they say, and the same text with them moved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_STYLES = ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九")
_VALUES = {digit: value for style in _STYLES for value, digit in enumerate(style)} | {"零": 0, "○": 0, "Ｏ": 0}
_ZEROS = "〇零○Ｏ"
_CHINESE = "一二三四五六七八九" + _ZEROS

_DIGIT = "[0-9０-９]"
_YEAR = "(?:[1１][9９]|[2２][0０])[0-9０-９]{2}"
_CHINESE_YEAR = f"(?:一九|二[{_ZEROS}])[{_CHINESE}]{{2}}"
_DASH = r"\s*(?:[-－—–―‐~～〜/／]+|至|到)\s*"
_WORD = r"\s*(?:学年度?|财年|年度|年)"
_BORDERED = rf"(?<!{_DIGIT})(?<!{_DIGIT}[.．,，])(?:{{}})(?!{_DIGIT})"

_CENTURY = re.compile("[1１][9９]|[2２][0０]|一九|二[〇零○Ｏ]")
_EXPRESSION = re.compile(
    rf"(?<!{_DIGIT})(?<!{_DIGIT}[.．,，])(?:"
    rf"(?P<from>{_YEAR})(?:{_WORD})?{_DASH}(?P<to>{_YEAR})(?!{_DIGIT})(?P<range_word>{_WORD})?"
    rf"|(?P<begin>{_YEAR}){_DASH}(?P<short>{_DIGIT}{{2}})(?P<short_word>{_WORD})"
    rf"|(?P<one>{_YEAR})(?!{_DIGIT})(?P<word>{_WORD})?"
    rf")"
    rf"|(?P<chinese_from>{_CHINESE_YEAR})(?:{_WORD})?{_DASH}(?P<chinese_to>{_CHINESE_YEAR})(?P<chinese_range>{_WORD})"
    rf"|(?P<chinese>{_CHINESE_YEAR})(?P<chinese_word>{_WORD})"
)
_DOCUMENT = re.compile(r"[〕\]】]|[）)][^，。；,;\n]{0,12}?[0-9０-９]+\s*-?\s*号")
_NUMBERED = re.compile(
    r"(?:(?:编号|文号|证号|型号|货号|序号|第|No\.?|№|#)\s*[:：]?"
    r"|(?<![A-Za-z])(?:Office|Windows|Server|Visio|Exchange|(?:Auto)?CAD|WPS|Word|Excel|Access|Acrobat|Studio|ISO)"
    r"|(?<![A-Za-z])(?:GB|GA|YD|SF|DB|ISO|IEC)[/A-Z]*\s*[0-9.]+[-—–])\s*$",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(r"([-./．／－])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12][0-9]|0?[1-9])(?![0-9０-９])")
_AFTER_BARE = re.compile(r"\s*(?:$|[-－—–_/／)）\]】〕》”’\"'，。；：、！？,;:!?\n]|[^\W\d_a-zA-Z])")
_CODE_BEFORE = re.compile(r"[A-Za-z][-_]?$")
_CODE_AFTER = re.compile(r"[-_]?[A-Za-z]")
_COUNTED = re.compile(
    r"\s*(?:[.．,，][0-9０-９]|[%％‰℃°㎡]|[个人次件台套份项篇部户家名条本元万亿千百平米公吨斤辆处间场期批天日月时分秒余多起宗例"
    r"张册页字种类位所支只座栋块根组株亩升号瓦度版款路房室届]|小时|立方|案件|余)"
)


@dataclass(frozen=True, slots=True)
class YearExpression:
    """A year or a span of years in a text, from `begin` to `end`: `2025年`, `2025-2026年`, `二〇二五年`.

    `last` is the last of its years. `digits` are where the figures of each year stand in the text. `is_word` tells
    that it is spelled as a year or a date, `in_code` that it is part of a code such as `GZIT2022-QM`.
    """

    begin: int
    end: int
    last: int
    digits: tuple[tuple[int, int], ...]
    is_word: bool
    in_code: bool


def year_expressions(text: str) -> tuple[YearExpression, ...]:
    """Return the years that a text tells, in their order.

    Document numbers (`〔2019〕12号`), counted things (`2025个`), decimals, numbers after `编号`, and the years of
    programs and standards (`Office 2019`, `GB/T 22239-2019`) are none.
    """
    return tuple(_expressions(text)) if may_tell_year(text) else ()


@lru_cache(maxsize=1024)
def latest_year(text: str) -> int:
    """Return the latest year that a text tells, 0 for none."""
    return max((expression.last for expression in year_expressions(text)), default=0)


def may_tell_year(text: str) -> bool:
    """Tell in a moment whether a text has anything that a year could begin with."""
    return _CENTURY.search(text) is not None


def moved(text: str, expressions: tuple[YearExpression, ...], last: int) -> str:
    """Return the text with each of the expressions moved such that its last year is `last`.

    Every other character stays, and so do width and style of the figures.
    """
    parts, done = [], 0
    for expression in expressions:
        for begin, end in expression.digits:
            parts += [text[done:begin], _restyled(text[begin:end], last - expression.last)]
            done = end
    return "".join((*parts, text[done:]))


def _expressions(text: str) -> Iterator[YearExpression]:
    for found in _EXPRESSION.finditer(text):
        digits = next(tuple(map(found.span, names)) for names in _FIGURES if found[names[0]] is not None)
        last = _number(text[slice(*digits[-1])])
        first = _number(text[slice(*digits[0])]) if len(digits) > 1 else last
        if found["short"] is not None:
            last += first - first % 100
        word = any(found.group(*_WORDS))
        begin, end = found.span()
        if first > last or last - first > 20 or not (word or len(digits) > 1 or _is_year(text, begin, end)):
            continue
        if not _is_document(text, begin, end):
            yield YearExpression(begin, end, last, digits, word or _is_date(text, end), _in_code(text, begin, end))


_FIGURES = (("one",), ("from", "to"), ("begin", "short"), ("chinese",), ("chinese_from", "chinese_to"))
_WORDS = ("range_word", "short_word", "word", "chinese_range", "chinese_word")


def _is_year(text: str, begin: int, end: int) -> bool:
    """Tell whether a bare four-digit number from `begin` to `end` is meant as a year."""
    if _NUMBERED.search(text[:begin]):
        return False
    return _is_date(text, end) or bool(_AFTER_BARE.match(text, end) and not _COUNTED.match(text, end))


def _is_date(text: str, end: int) -> bool:
    return _DATE_TAIL.match(text, end) is not None


def _is_document(text: str, begin: int, end: int) -> bool:
    return text[begin - 1 : begin] in {"〔", "[", "【", "（", "("} and _DOCUMENT.match(text, end) is not None


def _in_code(text: str, begin: int, end: int) -> bool:
    return _CODE_BEFORE.search(text[:begin]) is not None or _CODE_AFTER.match(text, end) is not None


def _number(figures: str) -> int:
    number = 0
    for figure in figures:
        number = number * 10 + _VALUES[figure]
    return number


def _restyled(figures: str, by: int) -> str:
    """Return a year moved by some years, each figure in the style of the one it replaces."""
    moved_figures = str((_number(figures) + by) % 10 ** len(figures)).zfill(len(figures))
    zero = next((figure for figure in figures if figure in _ZEROS), "〇")
    return "".join(_styled(int(new), old, zero) for new, old in zip(moved_figures, figures, strict=True))


def _styled(value: int, like: str, zero: str) -> str:
    if like in _CHINESE:
        return _STYLES[2][value] if value else zero
    return next(style[value] for style in _STYLES[:2] if like in style)
