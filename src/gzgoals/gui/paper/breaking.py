"""Text broken into lines by Qt's own rules for Chinese and Latin, kept as plain strings."""

import re
from functools import cache
from itertools import pairwise

from PySide6.QtGui import QFont, QTextLayout, QTextOption

# No line begins with a closing mark, even where a blank stands before it. (Behind a hyphen it would begin the line.)
_BLANK_TO_KEEP = re.compile("(?<=[0-9A-Za-z\u4e00-\u9fff])[ \u3000](?=[，。、；：！？）》〉”’」』】〕…,.;:!?)\\]}%％])")


def broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Return the lines of `text` in a column of `width` units; each paragraph begins a line of its own.

    The lines of a paragraph, put together, are the paragraph. Empty text has no line, an empty paragraph an empty one.
    """
    if not text:
        return ()
    return tuple(line for paragraph in text.split("\n") for line in _paragraph(paragraph, font, width))


def _paragraph(text: str, font: QFont, width: float) -> list[str]:
    if not text:
        return [""]
    layout = QTextLayout(_BLANK_TO_KEEP.sub("\u00a0", text), font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    lengths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lengths.append(line.textLength())
    layout.endLayout()
    return _cut(text, lengths)


@cache
def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _cut(text: str, lengths: list[int]) -> list[str]:
    """Cut by lengths that Qt counts in UTF-16 units."""
    if sum(lengths) == len(text):
        ends = [0]
        for length in lengths:
            ends.append(ends[-1] + length)
        return [text[start:end] for start, end in pairwise(ends)]
    encoded = text.encode("utf-16-le")
    lines = []
    for length in lengths:
        lines.append(encoded[: 2 * length].decode("utf-16-le"))
        encoded = encoded[2 * length :]
    return lines
