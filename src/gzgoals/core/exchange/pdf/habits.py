"""The habits of whoever set a table, learned from all its wrapped lines: line distances, words, blanks, marks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.shapes import CLOSING, Shape, first_piece, width_of
from gzgoals.core.exchange.pdf.spelling import Spelling, first_word, spelling_of
from gzgoals.core.exchange.printed.own import LINE_SPACING

SENTENCE_ENDS = "。！？；：.!?"
_WIDER, _A_LITTLE = 1.4, 1.06
_FEW = 4
_PADDED = 6
_MANY = 8
_RARE = 30

Column = tuple[Sequence[Sequence[Line]], Shape]
"""The cells of a column and its shape."""


class Habits(NamedTuple):
    """How a table is set throughout.

    `pitch` is the usual distance of lines in characters, `widest` the largest one within a paragraph. `whole_words`
    tells that Latin words are not broken, `padded` that most lines end with a blank of layout. `marked` tells that all
    text of a paragraph is marked as one content in the file, `blocks` that it is in one block at least. `exact` tells
    that neither blanks nor paragraphs need a guess. `spelling` is that of Latin words which are broken somewhere.
    """

    pitch: float
    widest: float
    whole_words: bool = False
    padded: bool = False
    marked: bool = False
    blocks: bool = False
    exact: bool = False
    spelling: Spelling = Spelling()


OWN_HABITS = Habits(LINE_SPACING, LINE_SPACING, exact=True)
"""How this program sets a table."""


def habits_of(columns: Sequence[Column]) -> Habits:
    """Learn the habits behind the columns of a table from those breaks that can be nothing but wraps."""
    wraps = [
        (line, below, shape)
        for cells, shape in columns
        for line, below in _breaks(cells)
        if line.text[-1:] not in CLOSING and not shape.fits(line, below)
    ]
    pitches = sorted((below.base - line.base) / shape.em for line, below, shape in wraps if line.page == below.page)
    usual = median(pitches) if pitches else 0.0
    widest = pitches[-1 - len(pitches) // 50] * _A_LITTLE if len(pitches) >= _MANY else usual * _WIDER
    pairs = [(line.last_mark, below.mark) for line, below, _ in wraps if line.page == below.page]
    contents = [(last.content, first.content) for last, first in pairs if first.content >= 0]
    blocks = [(last.block, first.block) for last, first in pairs if first.block >= 0]
    return Habits(
        usual,
        widest,
        whole_words=_keeps_words(columns),
        padded=_is_padded([cell for cells, _ in columns for cell in cells]),
        marked=_are_alike(contents),
        blocks=_are_alike(blocks),
        spelling=spelling_of([line.text for line in cell] for cells, _ in columns for cell in cells),
    )


def _are_alike(pairs: Sequence[tuple[int, int]]) -> bool:
    return len(pairs) >= _MANY and all(mark == other for mark, other in pairs)


def _breaks(cells: Iterable[Sequence[Line]]) -> Iterator[tuple[Line, Line]]:
    return (pair for cell in cells for pair in pairwise(cell))


def _keeps_words(columns: Iterable[Column]) -> bool:
    """Tell whether Latin words are brought to the next line whole: lines are left short before them, if there are many.

    Programs do so unless they break text anywhere, as numbers that are broken show.
    """
    kept = met = cut = 0
    for cells, shape in columns:
        for line, below in _breaks(cells):
            word = first_word(below.text)
            if not word or line.blank_after or line.text[-1:] in SENTENCE_ENDS:
                continue
            room = shape.room(line)
            kept += 1 < room < width_of(first_piece(below.text), 1)
            cut += line.text[-1:].isdigit() and word[0].isdigit()
            met += 1
    return _RARE * kept >= met or (not cut and met < _MANY)


def _is_padded(cells: Iterable[Sequence[Line]]) -> bool:
    """Tell whether a producer put a blank at most breaks: blanks of a text are as frequent within its lines."""
    breaks = [line for cell in cells for line in cell[:-1]]
    ends = sum(line.blank_after for line in breaks)
    letters = sum(len(line.text) for line in breaks)
    inside = sum(line.text.count(" ") for line in breaks)
    return ends > _FEW + _PADDED * len(breaks) * inside / max(letters, 1)
