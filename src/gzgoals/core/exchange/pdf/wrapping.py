"""Wrapped lines of a cell put together again: a break is a wrap unless the lines themselves show a paragraph.

They show one where the next line's first piece that cannot be broken would still have fitted on the line, where a
line is indented, and where there is more room between two lines than between others.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gzgoals.core.exchange.pdf.lines import Line

_OPENING = "（《〈“‘「『【〔([{＜"
_CLOSING = "，。、；：！？）》〉”’」』】〕…—,.;:!?)]}%％℃·＞～"
_LATIN = "!-~°²³×≥≤＝=±–"
_HEAD = re.compile(rf"[{re.escape(_OPENING)}]*(?:[{_LATIN}]+|.)(?:[{re.escape(_CLOSING)}]+[{_LATIN}]*)*", re.DOTALL)
_NARROW = 0.5
_CAPITAL = 0.7
_CAPITALS = frozenset("ABCDEFGHKLMNOPQRSTUVWXYZmw@%&")
_WORD_END = re.compile(r"[!-~]+$")
_WORD_BEGIN = re.compile(r"[!-~]+")
_SLACK = 0.35
_HANGING = 0.5
_INDENTED = 0.8
_WIDER = 1.4
_BLANK_LINE = 1.9
_CENTRED = 0.6
_MANY = 4
_NEAR_WALL = 3.0
_FEW = 4
_PADDED = 6


class Shape(NamedTuple):
    """How a column is set: its lines' left and right limits, the size of a character, the distance between lines.

    `padded` tells that the producer put a blank at the end of most lines, `whole_words` that it breaks no Latin word.
    """

    left: float
    right: float
    em: float
    pitch: float
    centred: bool = False
    padded: bool = False
    whole_words: bool = False


def shape_of(cells: Sequence[Sequence[Line]], left: float, right: float) -> Shape:
    """Learn how a column between two rules is set from the lines of its cells."""
    lines = [line for cell in cells for line in cell]
    em = _em(lines)
    pitches = [below.base - line.base for cell in cells for line, below in pairwise(cell) if line.page == below.page]
    begins = min((line.left for line in lines), default=left)
    shape = Shape(
        left=begins,
        right=_limit(cells, em, right - max(0.0, min(begins - left, _NEAR_WALL * em))),
        em=em,
        pitch=median(pitches) if pitches else 0.0,
        centred=_is_centred(lines, left, right, em),
        padded=_is_padded(cells),
    )
    return shape._replace(whole_words=_keeps_words(cells, shape))


def wrapped(lines: Sequence[Line], shape: Shape) -> str:
    """Return the text of a cell: its lines joined, its paragraphs parted by line ends."""
    if len(lines) < 2:
        return lines[0].text if lines else ""
    indented = not shape.centred and _is_indented(lines[0], shape)
    text = [lines[0].text]
    for line, below in pairwise(lines):
        text.append(_break(line, below, shape, indented=indented))
        text.append(below.text)
    return "".join(text)


def indent_of(lines: Sequence[Line], shape: Shape) -> int:
    """Return how far a cell's text is indented, in half-width characters."""
    if not lines or shape.centred:
        return 0
    return max(0, round((lines[0].left - shape.left) / (_NARROW * shape.em)))


def _break(line: Line, below: Line, shape: Shape, *, indented: bool) -> str:
    """Return what stands between two lines of a cell: nothing, a blank, or the end of a paragraph."""
    gap = below.base - line.base if line.page == below.page else 0.0
    if shape.pitch and gap > _WIDER * shape.pitch:
        return "\n" * max(1, round(gap / shape.pitch)) if gap > _BLANK_LINE * shape.pitch else "\n"
    if indented and _is_indented(below, shape):
        return "\n"
    if not shape.centred and fits(line, below, shape):
        return "\n"
    latin = _is_latin(line.text[-1:]) and _is_latin(below.text[:1])
    if line.blank_after or below.blank_before:
        return "" if shape.padded and not latin else " "
    return " " if latin and shape.whole_words and not _is_broken_word(line, below, shape) else ""


def fits(line: Line, below: Line, shape: Shape) -> bool:
    """Tell whether the first piece of the line below would have fitted on the line before it."""
    slack = _SLACK + (_HANGING if line.text[-1:] in _CLOSING else 0)
    return shape.right - line.right > _width(below.text, shape.em) + slack * shape.em


def _is_broken_word(line: Line, below: Line, shape: Shape) -> bool:
    """Tell a word so long that it had to be broken."""
    end, begin = _WORD_END.search(line.text), _WORD_BEGIN.match(below.text)
    word = (end[0] if end else "") + (begin[0] if begin else "")
    return _width(word, shape.em) > shape.right - shape.left - shape.em


def _keeps_words(cells: Iterable[Sequence[Line]], shape: Shape) -> bool:
    """Tell whether Latin words are brought to the next line whole: lines are left short before them, none is full."""
    kept = broken = 0
    for line, below in (pair for cell in cells for pair in pairwise(cell)):
        begin = _WORD_BEGIN.match(below.text)
        if begin and not line.blank_after:
            room = (shape.right - line.right) / shape.em
            kept += 1 < room < _width(begin[0], 1) + _SLACK
            broken += room < 1 and _is_latin(line.text[-1:])
    return kept > broken


def _is_indented(line: Line, shape: Shape) -> bool:
    return line.left - shape.left > _INDENTED * shape.em


def _width(text: str, em: float) -> float:
    """Return about how wide the first piece of a text is that cannot be broken."""
    found = _HEAD.match(text)
    return sum(map(_share, found[0] if found else "")) * em


def _share(character: str) -> float:
    if character.isascii():
        return _CAPITAL if character in _CAPITALS else _NARROW
    return 1.0


def _em(lines: Iterable[Line]) -> float:
    """Return the width of a full-width character, as the lines' lengths tell it."""
    sizes = []
    for line in lines:
        narrow = sum(character.isascii() for character in line.text)
        if len(line.text) - narrow > narrow:
            sizes.append((line.right - line.left) / (len(line.text) - narrow + _NARROW * narrow))
    if sizes:
        return median(sizes)
    return median([line.em for line in lines] or [1.0])


def _limit(cells: Sequence[Sequence[Line]], em: float, wall: float) -> float:
    """Return how far lines reach: where those that are followed by another end, if they are many, else the wall.

    A line that ends with a mark of punctuation may hang it over the edge and tells nothing.
    """
    ends = [line.right for cell in cells for line in cell[:-1] if line.text[-1:] not in _CLOSING]
    if len(ends) < _MANY:
        return wall
    furthest = max(ends)
    full = sum(end > furthest - 1.5 * em for end in ends)
    if furthest > wall or 2 * full >= len(ends):
        return furthest
    return wall if wall - furthest < _NEAR_WALL * em else furthest


def _is_centred(lines: Sequence[Line], left: float, right: float, em: float) -> bool:
    """Tell whether lines stand amid their column: they begin in many places, with as much room behind as before."""
    begins = Counter(round(2 * (line.left - left) / em) for line in lines)
    if not begins or 2 * begins.most_common(1)[0][1] > len(lines) or len(lines) < _MANY:
        return False
    loose = [line for line in lines if line.left - left > em and right - line.right > em]
    centred = [line for line in loose if abs((line.left - left) - (right - line.right)) < _CENTRED * em]
    return bool(loose) and 4 * len(centred) > 3 * len(loose)


def _is_padded(cells: Iterable[Sequence[Line]]) -> bool:
    """Tell whether a producer put a blank at most breaks: blanks of a text are as frequent within its lines."""
    breaks = [line for cell in cells for line in cell[:-1]]
    ends = sum(line.blank_after for line in breaks)
    letters = sum(len(line.text) for line in breaks)
    inside = sum(line.text.count(" ") for line in breaks)
    return ends > _FEW + _PADDED * len(breaks) * inside / max(letters, 1)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
