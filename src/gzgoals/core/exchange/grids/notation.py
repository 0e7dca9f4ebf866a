"""Targets in the cells of templates: one cell or three, whatever their notation, folded onto the field's own."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from gzgoals.core.exchange.printed.brackets import without_brackets
from gzgoals.core.table import Operator, Target, is_number, split_target

_NATURES: dict[str, Operator] = {"正向": "≥", "反向": "≤", "逆向": "≤", "负向": "≤"}
_NO_SIGN = frozenset(
    {"", "定量", "定性", "无", "其他", "其它", "文字描述", "描述", "区间", "-", "/", "—", "\\", "不适用"}
)
_MEASURES = {"百分比": "%", "百分数": "%", "百分率": "%", "百分之": "%", "％": "%", "百分点": "个百分点"}
_NO_MEASURE = frozenset({"", "无", "-", "/", "—", "——", "\\", "无单位", "不适用"})
_CODE = re.compile(r"^[0-9]{1,2}[-－—.、](?=\S)")
_WIDE = re.compile(r"[０-９％]|(?<=[０-９])[．，](?=[０-９])")


class Written(NamedTuple):
    """The cells of one target: its sign or nature, its value, its measure."""

    sign: str = ""
    value: str = ""
    measure: str = ""


class Understood(NamedTuple):
    """A target and what could not be brought into it, for the officer to know."""

    target: Target
    left: str = ""


def target_of(written: Written) -> Understood:
    """Return the target that the cells write.

    A sign in the value's own cell counts before the one beside it. A range, a date or a word is all value; a measure
    is put behind it where it has figures, and left out where it has none.
    """
    inner = split_target(_folded(written.value))
    if inner.measure in _MEASURES:
        inner = _with(inner, measure=_MEASURES[inner.measure])
    sign, known = sign_of(written.sign, is_number(inner.value))
    left = "" if known else f"“{written.sign.strip()}”"
    operator = inner.operator or sign
    if not inner.value:
        return Understood(Target(), left or (f"“{written.sign.strip()}”" if sign else ""))
    measure = measure_of(written.measure)
    if not measure or inner.text.endswith(measure):
        return Understood(_with(inner, operator=operator), left)
    if is_number(inner.value) and not inner.measure:
        return Understood(Target(operator=operator, value=inner.value, measure=measure), left)
    if any(letter.isdigit() for letter in inner.value) and not inner.measure:
        return Understood(Target(operator=operator, value=inner.value + measure), left)
    return Understood(_with(inner, operator=operator), f"{left}计量单位“{measure}”")


@lru_cache(maxsize=1024)
def sign_of(cell: str, number: bool = True) -> tuple[Operator, bool]:
    """Return the operator that a cell of signs or natures means, and whether it was understood at all.

    正向 and 反向 mean ≥ and ≤ where the value is a number; 定量 and 定性 mean no sign.
    """
    text = _CODE.sub("", unicodedata.normalize("NFKC", "".join(cell.split())))
    stem = text.removesuffix("指标")
    if stem in _NO_SIGN:
        return "", True
    if stem in _NATURES:
        return (_NATURES[stem] if number else ""), True
    for form in (stem, without_brackets(stem), re.sub(r"[^<>=≥≤≧≦《》＞＜＝⩾⩽]", "", stem)):
        folded = split_target(f"{form}0")
        if form and folded.operator and folded.value == "0":
            return folded.operator, True
    return "", False


def with_unknown_sign(sign: str, value: str) -> str:
    """Return a value with what is no sign before it, apart where two numbers would become another one: `1` `95`."""
    return f"{sign} {value}" if sign[-1:].isdecimal() and value[:1].isdecimal() else sign + value


def measure_of(cell: str) -> str:
    """Return the measure that a cell means, nothing for 无 or a dash."""
    text = " ".join(cell.split())
    return "" if text in _NO_MEASURE else _MEASURES.get(text, text)


def _folded(value: str) -> str:
    """Return a value on one line; full-width digits become half-width ones."""
    text = re.sub(r"[ \t]*\n[ \t]*", "", value.strip())
    return _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text) if _WIDE.search(text) else text


def _with(target: Target, operator: Operator | None = None, measure: str | None = None) -> Target:
    return Target(
        operator=target.operator if operator is None else operator,
        value=target.value,
        measure=target.measure if measure is None else measure,
    )
