"""Texts cut into what one row of a sheet can show: a row ends at 409 points, and a cell at 32,767 characters."""

import re
from collections.abc import Iterator

MOST_CHARACTERS = 32_767
LINE_HEIGHT = 14.5
"""Points; what Noto needs at 10 points, which is a little more than 宋体 does."""

_MOST_LINES = 27
_PARTS = re.compile("[^。\n]*(?:。|\n|$)")


def lines_of(text: str, width: int) -> int:
    """Return how many lines a text takes in a column as wide as so many half-width characters."""
    if len(text) * 2 < width and "\n" not in text:
        return 1
    return sum(_lines(paragraph, width) for paragraph in text.split("\n"))


def pieces(text: str, width: int) -> list[str]:
    """Return a text in pieces that each fit a row; joined they are the text again. They end with sentences."""
    if lines_of(text, width) <= _MOST_LINES:
        return [text]
    found, piece, used = [], "", 0
    for part in _parts(text, width):
        lines = _lines(part, width)
        if piece and used + lines > _MOST_LINES:
            found.append(piece)
            piece, used = "", 0
        piece += part
        used += lines
    return [*found, piece]


def cut(text: str, length: int = MOST_CHARACTERS) -> list[str]:
    """Return a text in pieces that a cell can hold, however they are shown."""
    return [text[begin : begin + length] for begin in range(0, len(text), length)] or [""]


def _parts(text: str, width: int) -> Iterator[str]:
    """Yield the sentences and paragraphs of a text; one that no row can show, in parts."""
    longest = width * _MOST_LINES // 3
    for found in _PARTS.finditer(text):
        if found[0]:
            yield from cut(found[0], longest)


def _lines(paragraph: str, width: int) -> int:
    """Return the lines of a paragraph; in GB18030 a Chinese character has twice the bytes of a half-width one."""
    return max(1, -(-len(paragraph.encode("gb18030", "replace")) // (width - 1)))
