"""Text as it can be shown without doing anything: characters that steer a terminal or turn the reading order round."""

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that change the order in which their neighbours are shown."""

SHOWN = "□"
"""What stands for each character that cannot be seen; as wide as one, so that places in a text stay the same."""

_HIDDEN = "\u200b\u2060\ufeff\u2028\u2029"
_UNSEEN = dict.fromkeys((*range(32), *range(0x7F, 0xA0), *map(ord, BIDI + _HIDDEN)), SHOWN)
_WITH_LINES = {code: shown for code, shown in _UNSEEN.items() if chr(code) not in "\t\n"}
_WITHOUT_INK = (0xAD, 0x34F, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x2060, 0x2070))
_OFF_PAPER = dict.fromkeys((*map(ord, BIDI), *_WITHOUT_INK, 0xFEFF, *range(0xFFF9, 0xFFFC)))


def visible(text: str) -> str:
    """Return a text of several lines with a mark for each character that steers or hides; tabs and line ends stay."""
    return text.translate(_WITH_LINES)


def visible_line(text: str) -> str:
    """Return the same as one line."""
    return text.translate(_UNSEEN)


def on_paper(text: str) -> str:
    """Return a text without what has no ink or turns the reading order round."""
    return text.translate(_OFF_PAPER)
