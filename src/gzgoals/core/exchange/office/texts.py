"""Text of a cell as it came from an office document, and how far it is indented."""

import re

from gzgoals.core.exchange.printed.radicals import without_radicals

_WIDTHS = {"\u3000": 2, "\t": 4, "\u2003": 2}
_BLANK = re.compile(r"[ \t\u3000\u00a0\u2000-\u200a]*")
_BREAKS = re.compile(r"\r\n?|[\v\f\u2028\u2029\x85]")
_CONTROLS = dict.fromkeys({*range(32), 127, 0xFEFF, 0x200B, *range(0xD800, 0xE000)} - {ord("\t"), ord("\n")})


def cleaned(text: str) -> tuple[str, int]:
    """Return a text without the blanks around it, its lines ended by \\n, and the half-width blanks it begun with."""
    if text.isascii() and text.isprintable() and text == text.strip():
        return text, 0
    text = without_radicals(_BREAKS.sub("\n", text).translate(_CONTROLS)).strip("\n").rstrip()
    begin = _BLANK.match(text)
    blanks = begin[0] if begin else ""
    return text[len(blanks) :].lstrip(), sum(_WIDTHS.get(blank, 1) for blank in blanks)
