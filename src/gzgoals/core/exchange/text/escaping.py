"""Texts that a plain line could not give back, written with a backslash where they would be taken for something else.

A file says in its heading that it is written so; only one whose table needs it is.
"""

import re

from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator
from gzgoals.core.exchange.printed.radicals import without_radicals
from gzgoals.core.table import OPERATORS, Catalogue, Indicator, Target, split_target

ESCAPED = r"“\”为转义符"
"""What a heading says of a file that is written so."""

NOTHING = r"\0"
"""What stands in a line that has nothing in it, where it would be taken for the end of a text."""

PART = r"\|"
"""What stands between the parts of a target that would be read as another one."""

_LETTERS = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\\": r"\\"}
_MEANINGS = {"n": "\n", "r": "\r", "t": "\t", "0": ""}
_UNKEPT = re.compile("[\x00-\x1f\\\\\x7f\ufeff\ud800-\udfff]|^\\s+|\\s+$")
_SEPARATORS = re.compile("[；。]")
_TOKEN = re.compile(r"\\u[0-9A-F]{4}|\\.|[^\\]|\\$", re.DOTALL)
_FIELD = r"((?:[^\\；。]|\\.)*)"
_CELL = re.compile(
    rf"([0-9]+)、{_FIELD}；{_FIELD}；{_FIELD}；实施周期指标值:{_FIELD}；年度指标值:{_FIELD}。", re.DOTALL
)


def escaped(text: str) -> str:
    """Return a text in one line that begins and ends with something, every character of it kept by any reader."""
    whole = _UNKEPT.sub(lambda found: "".join(map(_one, found[0])), text)
    return whole if without_radicals(whole) == whole else "".join(map(_unfolded, whole))


def coded(text: str) -> str:
    """Return a text with each of its blanks as a code."""
    return re.sub(r"\s", lambda found: f"\\u{ord(found[0]):04X}", text)


def unescaped(text: str) -> str:
    """Return the text again."""
    return "".join(map(_meant, _TOKEN.findall(text))) if "\\" in text else text


def escaped_cell(indicators: tuple[Indicator, ...], catalogue: Catalogue) -> str:
    """Return the indicators as the official cell prints them, what would part them within texts escaped."""
    return "".join(
        f"{number}、{'；'.join(map(_field, catalogue.levels(indicator.category)))}；{_field(indicator.name)}"
        f"；实施周期指标值:{_target_text(indicator.cycle)}；年度指标值:{_target_text(indicator.annual)}。"
        for number, indicator in enumerate(indicators, 1)
    )


def cell_unescaped(text: str) -> tuple[PrintedIndicator, ...] | None:
    """Return what `escaped_cell` wrote, None for what someone else did."""
    found: list[PrintedIndicator] = []
    place = 0
    while place < len(text):
        match = _CELL.match(text, place)
        if match is None:
            return None
        number, *texts = match.groups()
        first, second, name = map(unescaped, texts[:3])
        cycle, annual = targets = _target(texts[3]), _target(texts[4])
        found.append(PrintedIndicator(first, second, name, cycle.text, annual.text, int(number), targets))
        place = match.end()
    return tuple(found)


def _one(letter: str) -> str:
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return _LETTERS.get(letter, f"\\u{ord(letter):04X}")


def _unfolded(letter: str) -> str:
    return letter if without_radicals(letter) == letter else f"\\u{ord(letter):04X}"


def _meant(token: str) -> str:
    if len(token) == 6:
        return chr(int.from_bytes(bytes.fromhex(token[2:]), "big"))
    return _MEANINGS.get(token[1], token[1]) if len(token) == 2 else token


def _field(text: str) -> str:
    return _SEPARATORS.sub(lambda found: f"\\{found[0]}", escaped(text))


def _target_text(target: Target) -> str:
    if split_target(target.text) == target:
        return _field(target.text)
    return PART.join((target.operator, _field(target.value), _field(target.measure)))


def _target(text: str) -> Target:
    parts = [""]
    for token in _TOKEN.findall(text):
        if token == PART:
            parts.append("")
        else:
            parts[-1] += _meant(token)
    if len(parts) != 3 or parts[0] not in OPERATORS:
        return split_target("".join(parts))
    operator = next(known for known in OPERATORS if known == parts[0])
    return Target(operator=operator, value=parts[1], measure=parts[2])
