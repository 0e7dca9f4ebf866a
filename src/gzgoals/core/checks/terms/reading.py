"""A target as the rules read it: whichever of its cells the user typed into, and however it is written."""

import re
import unicodedata
from decimal import Decimal
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

from gzgoals.core.checks.terms.lexicon import lexicon
from gzgoals.core.table import Target, is_number, split_target


class Reading(NamedTuple):
    """What a target says; a filled-in one is a quantity (a number or a range of numbers), a wording, or a filler.

    `text` is the target as printed. `sign` is what stands for an operator, be it `≥` or a word (`以上`, `左右`), and
    `direction` what that means: 1 at least, -1 at most, 0 neither. `number` is the text of a lone number, else empty;
    `low` and `high` are the ends of a quantity, equal for a lone number, and zero for all else; `exceeds_whole` tells
    that an end lies outside 0 to 100 percent.
    """

    text: str = ""
    is_blank: bool = False
    is_quantity: bool = False
    is_wording: bool = False
    sign: str = ""
    direction: int = 0
    number: str = ""
    measure: str = ""
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    is_percent: bool = False
    exceeds_whole: bool = False

    @property
    def is_filler(self) -> bool:
        """Whether the target is filled in with nothing but strokes (`-`, `_`, `/`)."""
        return not (self.is_blank or self.is_quantity or self.is_wording)

    @property
    def amount(self) -> str:
        """The target without what stands for an operator, where it is a lone number: `95%`; else as printed."""
        return self.number + self.measure if self.number else self.text


WHOLE = Decimal(100)
"""The largest share, in percent."""

_DIRECTIONS = {"≥": 1, "＞": 1, "≤": -1, "＜": -1}
_PLAIN = re.compile(r"([≥≤＞＜＝]?)([0-9]+(?:\.[0-9]+)?)(%|[^\W\d_]{0,12})")
_BETWEEN = re.compile(r"[-~～—–至到]+")
_ENDING = re.compile(r"[\s。．；;，,]+\Z")
_INCLUDING = re.compile(r"[（(]\s*不?含[^（）()]*[）)]")
_DECORATED = re.compile(r"[０-９．＋－（(]|[\s。；;，,]\Z|\A\s")
_NOTED = re.compile(r"(?P<quantity>[^（）()]*\d[^（）()]*)[（(](?P<note>[^（）()]*)[）)]\Z")
_FILLER = re.compile(r"[-_—–―－＿*＊/／\\|~～\s]+")
_HALF_WIDTH = {wide: chr(wide - 0xFEE0) for wide in map(ord, "０１２３４５６７８９．＋－")}
_LONGEST_MEASURE = 6


def read(target: Target) -> Reading:
    """Return what a target says, be it typed in parts or as a whole into one of the cells."""
    return _read(target.operator, target.value, target.measure)


@lru_cache(maxsize=1 << 15)
def _read(operator: str, value: str, measure: str) -> Reading:
    text = operator + value + measure
    if plain := plain_quantity(text):
        return plain
    if quantity := close_quantity(text) if not _DECORATED.search(text) else _decorated_quantity(text):
        return quantity if quantity.text == text else quantity._replace(text=text)
    if not (value.strip() and (parts := split_target(text)).value):
        return Reading(text, is_blank=True)
    if _FILLER.fullmatch(text):
        return Reading(text)
    return Reading(text, is_wording=True, sign=parts.operator, direction=_DIRECTIONS.get(parts.operator, 0))


def same_measure(one: str, other: str) -> bool:
    """Tell whether two measures are the same but for their writing: `％` and `%`, `㎡` and `平方米`."""
    return one == other or plain_measure(one) == plain_measure(other)


def contradict(cycle: Reading, annual: Reading) -> bool:
    """Tell whether two filled-in targets differ in kind or measure, or one is a lower and the other an upper bound."""
    if cycle.is_blank or annual.is_blank or cycle.is_filler or annual.is_filler:
        return False
    differ = cycle.is_quantity != annual.is_quantity or not same_measure(cycle.measure, annual.measure)
    return differ or cycle.direction * annual.direction < 0


def half_width(text: str) -> str:
    """Return a text with its full-width digits, points and signs in half width (`95.5` for `９５．５`)."""
    return text.translate(_HALF_WIDTH)


def without_bound(text: str) -> str:
    """Return a printed target without the word that stands for an operator: `95%` for `95%以上`."""
    return _bound(_ENDING.sub("", text.strip()))[2]


@lru_cache(maxsize=1024)
def plain_measure(measure: str) -> str:
    """Return a measure in the one writing by which measures are compared (`%` for `％`, `平方米` for `㎡`)."""
    folded = unicodedata.normalize("NFKC", measure).replace(" ", "").casefold()
    for ending in lexicon()["a_year"]:
        folded = folded.removesuffix(ending)
    return str(lexicon()["same_measures"].get(folded, folded))


def plain_quantity(text: str) -> Reading | None:
    """Return what a number says that is written as nearly all are, `≥95%`, None where there is more to look at."""
    parts = _PLAIN.fullmatch(text)
    if not parts or not _says_only_what(parts[3]):
        return None
    sign, number, measure = map(intern, parts.groups())  # thousands of targets have the same few
    end = Decimal(number)
    return _measured(text, sign, _DIRECTIONS.get(sign, 0), number, measure, (end, end))


@lru_cache(maxsize=1024)
def _says_only_what(measure: str) -> bool:
    """Tell whether a measure has neither a word for a bound at its end nor begins as a date does."""
    return not measure.startswith(("年", "月", "日", "号")) and not _bound_words().search(measure)


def close_quantity(text: str) -> Reading | None:
    """Return what a number or a range of numbers says, None where the text is neither."""
    word, direction, rest = _bound(text)
    parts = split_target(rest)
    if is_number(parts.value):
        number = _decimal(parts.value)
        sign, direction = parts.operator or word, _DIRECTIONS.get(parts.operator, direction)
        return _measured(text, sign, direction, parts.value, parts.measure, (number, number))
    return _range(text, rest)


def _range(text: str, bare: str) -> Reading | None:
    """Return what a range of numbers such as `95%-98%` or `1～2次` says, None where the `bare` text is none."""
    ends = [split_target(end) for end in _BETWEEN.split(bare)]
    if len(ends) != 2 or not all(is_number(end.value) for end in ends):
        return None
    low, high = sorted(_decimal(end.value) for end in ends)
    return _measured(text, "", 0, "", ends[1].measure or ends[0].measure, (low, high))


def _measured(
    text: str, sign: str, direction: int, number: str, measure: str, ends: tuple[Decimal, Decimal]
) -> Reading:
    low, high = ends
    is_percent = plain_measure(measure) == "%"
    exceeds_whole = is_percent and (low < 0 or high > WHOLE)
    return Reading(
        text,
        is_quantity=True,
        sign=sign,
        direction=direction,
        number=number,
        measure=measure,
        low=low,
        high=high,
        is_percent=is_percent,
        exceeds_whole=exceeds_whole,
    )


def _decorated_quantity(text: str) -> Reading | None:
    """Return what a quantity says around which there is more: full-width digits, a full stop, a note in brackets."""
    plain = _ENDING.sub("", half_width(text).strip())
    return close_quantity(_INCLUDING.sub("", plain)) or _noted_quantity(plain)


def _noted_quantity(text: str) -> Reading | None:
    """Return what a quantity says that has a note in brackets (`20次（每月2次）`), which may be its measure."""
    if not (noted := _NOTED.match(text)) or not (quantity := close_quantity(noted["quantity"].strip())):
        return None
    if quantity.measure:
        return quantity
    note = noted["note"].strip()
    is_measure = 0 < len(note) <= _LONGEST_MEASURE and not any(char.isdigit() for char in note)
    if not is_measure:
        return None
    ends = quantity.low, quantity.high
    return _measured(text, quantity.sign, quantity.direction, quantity.number, note, ends)


def _bound(text: str) -> tuple[str, int, str]:
    """Take a word that stands for an operator off a text: `95%以上` is at least `95%`, `至少3次` at least `3次`."""
    if found := _bound_words().search(text):
        word = found["before"] or found["after"]
        rest = text[found.end() :] if found["before"] else text[: found.start()]
        return word, _directions()[word], rest.strip()
    return "", 0, text


@cache
def _bound_words() -> re.Pattern[str]:
    before, after = (
        "|".join(map(re.escape, sorted(lexicon()[key], key=len, reverse=True))) for key in ("bounds_before", "bounds")
    )
    return re.compile(rf"\A\s*(?P<before>{before})|(?P<after>{after})\s*\Z")


@cache
def _directions() -> dict[str, int]:
    return {**lexicon()["bounds"], **lexicon()["bounds_before"]}


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
