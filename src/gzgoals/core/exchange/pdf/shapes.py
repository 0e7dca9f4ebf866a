"""How a column is set, learned from its lines: their limits, the size of a character, whether they are centred."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from gzgoals.core.exchange.pdf.lines import Line

OPENING = "（《〈“‘「『【〔([{＜"
CLOSING = "，。、；：！？）》〉”’」』】〕…—,.;:!?)]}%％℃·＞～"
_FULL_STOPS = "，。、；：！？）"
_LATIN = "!-~°²³×≥≤＝=±–"
_BEFORE, _BEHIND = f"[{re.escape(OPENING)}]*", f"(?:[{re.escape(CLOSING)}]+[{_LATIN}]*)*"
_UNIT = rf"{_BEFORE}(?:[{_LATIN}]+(?:[{re.escape(OPENING)}]+.)?|.){_BEHIND}"
_GLUE = "(?:[“”‘’]+|(?<![0-9A-Za-z]) | (?![0-9A-Za-z]))"
_PIECE = re.compile(rf"{_UNIT}(?:{_GLUE}{_UNIT})*", re.DOTALL)
_SEAM = re.compile(r"(?<=[0-9A-Za-z%])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]+")
_NARROW, _SMALL, _CAPITAL = 0.5, 0.62, 0.88
_BLANK = 0.3
_CAPITALS = frozenset("ABCDEFGHKLMNOPQRSTUVWXYZmw@%&")
_SLACK, _UNSURE = 0.08, 0.35
_INDENTED = 0.8
_INDENT, _NEAR_INDENT = 2, 0.15
_CENTRED = 0.6
_FEWEST_BEGINS = 3
_MANY = 4
_ENOUGH, _NEARLY_ALL, _AT_LIMIT = 12, 0.95, 0.15
_MIXED, _COMMAS = re.compile("[0-9A-Za-z]"), "，、"
_AMOUNT = re.compile("[02-9][02-9,]*[.][02-9]{2}")
_NEAR_WALL = 3.0
_FULL = 1.5
_OVER = 0.3


class Shape(NamedTuple):
    """How a column is set: where its lines begin and end at most, and the size of a character.

    `slack` is how far the limit on the right may be from the truth; `first_lines` tells that the first line of a
    paragraph is indented. `digit` is how wide a digit is in characters; `ragged` how much room there must be behind a
    line that is not stretched to fill a justified column.
    """

    left: float
    right: float
    em: float
    slack: float
    centred: bool = False
    first_lines: bool = False
    digit: float = _NARROW
    ragged: float = inf

    def fits(self, line: Line, below: Line, spare: float = 0.0) -> bool:
        """Tell whether the first piece of the line below that cannot be broken would have fitted on the line.

        `spare` is how many characters of room must be left then.
        """
        room = self.room(line)
        if room <= _NARROW:
            return False
        piece = first_piece(below.text)
        needed = width_of(piece, 1) + self._digits(piece) + self.slack + _BLANK * len(_SEAM.findall(piece))
        if line.text[-1:].isascii() or (below.text[:1].isascii() and line.text[-1:] not in _FULL_STOPS):
            needed += _BLANK
        return room - self._squeezed(line) > needed + spare

    def _squeezed(self, line: Line) -> float:
        """Return how far a last mark was set closer, at most by half, which some programs do after they wrapped."""
        if line.text[-1:] not in CLOSING or not _WIDE.fullmatch(line.text):
            return 0.0
        return min(max(0.0, len(line.text) - (line.right - line.left) / self.em), _NARROW)

    def is_last(self, line: Line) -> bool:
        """Tell whether a line ends a sentence in a justified column and was not stretched though it could have been."""
        if line.text[-1:] not in CLOSING or self.room(line) <= self.ragged:
            return False
        return sum(not character.isascii() for character in line.text) > _MANY

    def _digits(self, text: str) -> float:
        return (self.digit - _NARROW) * sum(character.isdigit() for character in text)

    def room(self, line: Line) -> float:
        """Return how much room a line leaves, in characters."""
        return (self.right - line.right) / self.em

    def is_indented(self, line: Line) -> bool:
        """Tell whether a line begins further in than the column does."""
        return not self.centred and line.left - self.left > _INDENTED * self.em

    def indent(self, lines: Sequence[Line]) -> int:
        """Return how far a cell's text is indented, in half-width characters."""
        if not lines or self.centred:
            return 0
        return max(0, round((lines[0].left - self.left) / (_NARROW * self.em)))


def shape_of(
    cells: Sequence[Sequence[Line]],
    left: float,
    right: float,
    padding: float | None = None,
    digit: float = _NARROW,
    *,
    exact: bool = False,
) -> Shape:
    """Learn how a column between two rules is set from the lines of its cells.

    `padding` is the room that columns have on their left; without it the column's own lines tell. `digit` is the
    width of a digit in characters. `exact` tells that it need not be learned how lines show where paragraphs end.
    """
    lines = [line for cell in cells for line in cell]
    em = _em(lines)
    begins = min((line.left for line in lines if line.text[:1] not in OPENING), default=None)
    if begins is None:
        begins = min((line.left for line in lines), default=left)
    if padding is not None and abs(begins - left - padding - _INDENT * em) < _NEAR_INDENT * em:
        begins = left + padding
    limit, slack = _limit(cells, em, right - max(0.0, min(begins - left, _NEAR_WALL * em)), right)
    shape = Shape(begins, limit, em, slack, _is_centred(lines, left, right, em), digit=digit)
    if exact:
        return shape
    shape = shape._replace(first_lines=any(_shows_first_line(cell, shape) for cell in cells))
    return shape._replace(ragged=_ragged(cells, shape))


def digit_width(lines: Iterable[Line]) -> float:
    """Return how wide a digit is in characters, by the amounts of a table: digits of one width, points of another.

    In some fonts a one is narrower than the others, so amounts with ones are passed over.
    """
    amounts = [line for line in lines if _AMOUNT.fullmatch(line.text)]
    digits = [sum(map(str.isdigit, line.text)) for line in amounts]
    points = [len(line.text) - count for line, count in zip(amounts, digits, strict=True)]
    widths = [(line.right - line.left) / line.em for line in amounts]
    square, mixed, others = _product(digits, digits), _product(digits, points), _product(points, points)
    divisor = square * others - mixed * mixed
    if len(amounts) < _MANY or not divisor:
        return _NARROW
    width = (_product(digits, widths) * others - _product(points, widths) * mixed) / divisor
    return width if _NARROW < width < _SMALL else _NARROW


def _product(some: Sequence[float], others: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(some, others, strict=True))


def _ragged(cells: Iterable[Sequence[Line]], shape: Shape) -> float:
    """Return how much room shows that a line was not stretched, infinite where the column is not justified.

    It is where lines of mixed characters, whose own widths differ, nearly all end at the limit. Lines that end with a
    comma never end a paragraph, and tell where marks of punctuation stand.
    """
    wraps = [line for cell in cells for line, below in pairwise(cell) if not shape.fits(line, below)]
    mixed = [line for line in wraps if line.text[-1] not in CLOSING and _MIXED.search(line.text)]
    commas = [shape.room(line) for line in wraps if line.text[-1] in _COMMAS]
    full = sum(abs(shape.room(line)) < _AT_LIMIT for line in mixed)
    if shape.centred or len(mixed) < _ENOUGH or len(commas) < _MANY or full < _NEARLY_ALL * len(mixed):
        return inf
    return max(0.0, *commas) + _AT_LIMIT


def _shows_first_line(cell: Sequence[Line], shape: Shape) -> bool:
    """Tell a cell whose first line is indented and others are not, or all are by the usual two characters.

    All are where its paragraphs are of one line each; then one of them is short. A cell that is further in as a whole
    is only wrapped.
    """
    if len(cell) < 2 or not shape.is_indented(cell[0]):
        return False
    if not all(map(shape.is_indented, cell)):
        return True
    far = [line.left - shape.left - _INDENT * shape.em for line in cell]
    usual = all(abs(rest) < _NEAR_INDENT * shape.em for rest in far)
    return usual and any(shape.fits(line, below) for line, below in pairwise(cell))


def first_piece(text: str) -> str:
    """Return what must stay together at the beginning of a text: a word, or a character with the marks around it."""
    found = _PIECE.match(text)
    return found[0] if found else ""


def width_of(text: str, em: float) -> float:
    """Return about how wide a text is, rather too wide than too narrow."""
    return sum(map(_share, text)) * em


def _share(character: str) -> float:
    if character.isascii():
        return _CAPITAL if character in _CAPITALS else _SMALL if character.isalpha() else _NARROW
    return 1.0


def _em(lines: Sequence[Line]) -> float:
    """Return the width of a full-width character: most exactly by the lines that hold no others."""
    wide = [(line.right - line.left) / len(line.text) for line in lines if _is_wide(line.text)]
    return median(wide or [line.em for line in lines] or [1.0])


def _is_wide(text: str) -> bool:
    return len(text) >= _MANY and text[-1] not in CLOSING and _WIDE.fullmatch(text) is not None


def _limit(cells: Iterable[Sequence[Line]], em: float, wall: float, rule: float) -> tuple[float, float]:
    """Return how far lines reach, and how sure that is: where those that are followed by another end, if many do.

    A line that ends with a mark of punctuation may hang it over the edge and tells nothing, nor does a word that is
    too long for its column and runs over the rule.
    """
    far = rule + _OVER * em
    ends = [line.right for cell in cells for line in cell[:-1] if line.text[-1:] not in CLOSING and line.right < far]
    if len(ends) >= _MANY:
        furthest = max(ends)
        full = sum(end > furthest - _FULL * em for end in ends)
        if furthest > wall or 2 * full >= len(ends) or wall - furthest > _NEAR_WALL * em:
            return furthest, _SLACK
    return wall, _UNSURE


def _is_centred(lines: Sequence[Line], left: float, right: float, em: float) -> bool:
    """Tell whether lines stand amid their column: they begin in many places, with as much room behind as before."""
    begins = Counter(round(2 * (line.left - left) / em) for line in lines)
    if len(begins) < _FEWEST_BEGINS or 2 * begins.most_common(1)[0][1] > len(lines):
        return False
    loose = [line for line in lines if line.left - left > em and right - line.right > em]
    centred = [line for line in loose if abs((line.left - left) - (right - line.right)) < _CENTRED * em]
    return bool(loose) and 4 * len(centred) > 3 * len(loose)
