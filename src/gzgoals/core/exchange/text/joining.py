"""Wrapped lines put together again: a line break is dropped, for a cell wraps wherever its width ends."""

from collections.abc import Iterable, Sequence

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

    A lone blank at a break belongs to the text; wider gaps are layout and are dropped.
    """
    text: list[str] = []
    begins: list[int] = []
    length = 0
    last = ""
    for line in lines:
        piece = line.strip()
        if _lone_blank(last, line):
            text.append(" ")
            length += 1
        begins.append(length)
        text.append(piece)
        length += len(piece)
        last = line if piece else last
    return "".join(text), begins


def unpadded(lines: Sequence[str]) -> list[str]:
    """Return the lines without the blank at their ends, where the producer of the text put one at most breaks.

    Blanks of the text itself are as frequent at the ends of lines as within them; padding is much more frequent.
    """
    ends = sum(line.endswith(" ") for line in lines)
    letters = sum(map(len, lines))
    inside = sum(line.strip().count(" ") for line in lines)
    usual = len(lines) * inside / max(letters, 1)
    return [line.rstrip() for line in lines] if ends > _FEW + _PADDED * usual else list(lines)


_FEW = 4
_PADDED = 6


def _lone_blank(before: str, after: str) -> bool:
    """Tell whether one blank, and no more, stands at the break between two pieces of text."""
    end, begin = before.rstrip(), after.lstrip()
    return bool(end and begin) and before[len(end) :] + after[: len(after) - len(begin)] == " "
