"""Wrapped lines put together again: a line break is dropped, for a cell wraps wherever its width ends."""

from collections.abc import Iterable

_WIDTHS = {"\t": 4, "\u3000": 2}


def indentation(line: str) -> int:
    """Return how far a line is indented, in half-width columns."""
    width = 0
    for character in line:
        if not character.isspace():
            break
        width += _WIDTHS.get(character, 1)
    return width


def joined(lines: Iterable[str]) -> tuple[str, list[int]]:
    """Return the lines as one text, and the offset where each of them begins in it.

    Blanks around the breaks are dropped, but for the lone one between two Latin words.
    """
    text: list[str] = []
    begins: list[int] = []
    length = 0
    last = ""
    for line in lines:
        piece = line.strip()
        if _parts_words(last, piece):
            text.append(" ")
            length += 1
        begins.append(length)
        text.append(piece)
        length += len(piece)
        last = line if piece else last
    return "".join(text), begins


def _parts_words(before: str, after: str) -> bool:
    return (
        len(before) > 1
        and before[-1] == " "
        and before[-2].isascii()
        and before[-2].isalnum()
        and after[:1].isascii()
        and after[:1].isalnum()
    )
