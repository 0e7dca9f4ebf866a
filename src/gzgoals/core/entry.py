"""What an indicator becomes when a text is typed, picked or pasted into one of its cells.

A cell takes what officers write: categories by number or name, signs in any form, and a whole target where its value is
asked. What cannot be understood is kept as it was written, for the checks to point at.
"""

import re
from functools import lru_cache

from gzgoals.core.edits import replaced
from gzgoals.core.exchange.grids.levels import understood
from gzgoals.core.exchange.grids.notation import sign_of, with_unknown_sign
from gzgoals.core.table import Catalogue, Indicator, Operator, Target, is_number, split_target

_PERCENTS = {"％": "%", "百分比": "%"}
_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in map(ord, "０１２３４５６７８９％＞＜＝＋－")} | {
    ord("》"): ord(">"),  # what an input method makes of the keys > and <
    ord("《"): ord("<"),
}
_SPOKEN = {
    "≥": ("至少", "最少", "最低", "不得低于", "不得少于", "不应低于", "不应少于"),
    "≤": ("至多", "最多", "最高", "不得超过", "不得高于", "不得多于", "不应超过", "不应高于"),
}
_SIGNS = {word: sign for sign, words in _SPOKEN.items() for word in words}
_LEADING = re.compile(rf"(?:{'|'.join(_SIGNS)})\s*(?=\d)")
_HUNDREDTHS = re.compile(r"百分之\s*(\d+(?:\.\d+)?)")
_SEPARATED = re.compile(r"(?<=\d)[，](?=\d{3}(?:\D|$))|(?<=\d)[。．](?=\d)")


def entered(indicator: Indicator, column: str, text: str, catalogue: Catalogue) -> Indicator:
    """Return the indicator with `text` in one of its columns.

    Columns are named as in `Place.field`; `first` and `second` are the two levels of the category.
    """
    text = text.strip()
    if column in ("first", "second"):
        return replaced(indicator, category=_category(indicator.category, column, text, catalogue))
    side, _, part = column.partition(".")
    if side not in ("cycle", "annual"):
        return replaced(indicator, **{side: text})
    return replaced(indicator, **{side: with_part(getattr(indicator, side), part, text)})


def sign_in(text: str) -> tuple[Operator, bool]:
    """Return the operator that the text of an operator's cell means, and whether that is all that it says."""
    return ("", False) if _is_whole(_read(text)) else sign_of(text)


def whole_target(text: str) -> Target | None:
    """Return the target that a text holds where only its sign was asked, None where it is no more than that."""
    typed = _read(text.strip())
    return typed if _is_whole(typed) else None


def _category(category: str, column: str, text: str, catalogue: Catalogue) -> str:
    first, _ = catalogue.levels(category)
    if column == "first":
        known = catalogue.by_code.get(understood(text, "", catalogue))
        picked = known.label if known and not known.parent else text
        return known.code if known and known.parent else catalogue.with_first(category, picked)
    for beside in ("", first):
        known = catalogue.by_code.get(understood(beside, text, catalogue))
        if text and known and known.parent:
            return known.code
    return catalogue.with_second(category, text)


def with_part(target: Target, part: str, text: str) -> Target:
    """Return the target with `text`, which has no blanks around it, in one of its cells; as a whole without `part`."""
    if part == "measure":
        return replaced(target, measure=_measure(text))
    typed = _read(text)
    if part == "operator" and not _is_whole(typed):
        sign, known = sign_of(text)
        return (
            replaced(target, operator=sign) if known else replaced(target, value=with_unknown_sign(text, target.value))
        )
    if not part:
        return typed
    if not (typed.operator or typed.measure) and not is_number(typed.value):
        return replaced(target, value=text)
    return replaced(
        target,
        operator=typed.operator or target.operator,
        value=typed.value,
        measure=typed.measure or target.measure,
    )


@lru_cache(maxsize=1024)
def _read(text: str) -> Target:
    """Read a target as it is typed: in any width, with the signs in words; only what comes apart is made its own."""
    folded = _SEPARATED.sub(_separator, text.translate(_HALF_WIDTH))
    spoken = _LEADING.sub(lambda found: _SIGNS[found[0].strip()], _HUNDREDTHS.sub(r"\1%", folded))
    read = split_target(spoken)
    if not is_number(read.value):
        return split_target(text)
    return replaced(read, measure=_measure(read.measure))


def _separator(found: re.Match[str]) -> str:
    return "," if found[0] == "，" else "."


def _measure(text: str) -> str:
    return _PERCENTS.get(text, text)


def _is_whole(typed: Target) -> bool:
    """Tell whether what is typed where a sign is asked holds more of a target than that."""
    if typed.operator:
        return any(letter.isdigit() for letter in typed.value)
    return bool(typed.measure) and is_number(typed.value)
