"""A target as the rules read it: whichever of its cells the user typed into, and however it is written."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from gzgoals.core.checks.lexicon import lexicon
from gzgoals.core.table import Target, is_number, split_target

_BETWEEN = re.compile(r"[-~～—–至到]+")


class Reading(NamedTuple):
    """What a target says: its direction (1 at least, -1 at most, 0 neither), its kind, number text and measure.

    `is_quantity` holds for a number and for a range of numbers; `number` is the text of a lone number, else empty.
    """

    is_blank: bool = False
    is_quantity: bool = False
    direction: int = 0
    number: str = ""
    measure: str = ""


_DIRECTIONS = {"≥": 1, "＞": 1, "≤": -1, "＜": -1}


@lru_cache(maxsize=8192)
def read(target: Target) -> Reading:
    """Return what a target says, be it typed in parts or as a whole into one of the cells."""
    bound, text = _bound(target.text.strip())
    parts = split_target(text)
    direction = _DIRECTIONS.get(parts.operator, 0)
    if is_number(parts.value):
        return Reading(is_quantity=True, direction=direction or bound, number=parts.value, measure=parts.measure)
    if not (target.value.strip() and split_target(target.text).value):
        return Reading(is_blank=True)
    if (measure_of_range := _range(target.text)) is not None:
        return Reading(is_quantity=True, measure=measure_of_range)
    return Reading(direction=direction)


def same_measure(one: str, other: str) -> bool:
    """Tell whether two measures are the same but for their writing: `％` and `%`, `㎡` and `平方米`."""
    return one == other or _plain(one) == _plain(other)


def _range(text: str) -> str | None:
    """Return the measure of a range of numbers such as `95%-98%` or `1～2次`, None where the text is none."""
    ends = [split_target(end) for end in _BETWEEN.split(text)]
    if len(ends) != 2 or not all(is_number(end.value) for end in ends):
        return None
    return _bound(ends[1].measure or ends[0].measure)[1]


def _bound(text: str) -> tuple[int, str]:
    """Take the word that stands for an operator off the end of a text: `95%以上` is at least `95%`."""
    for word, direction in lexicon()["bounds"].items():
        if text.endswith(word):
            return direction, text.removesuffix(word)
    return 0, text


def _plain(measure: str) -> str:
    folded = unicodedata.normalize("NFKC", measure).replace(" ", "").casefold()
    return str(lexicon()["same_measures"].get(folded, folded))
