"""The characters of a page as runs: pieces of text that stand side by side on one line, with where they stand.

Only the first and last character of a run are measured; a run that is not straight is measured whole, and so is one
that turns out later to cross a rule.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gzgoals.core.exchange.pdf.library import (
    address_of,
    character_angle,
    character_code,
    character_origin,
    is_generated,
    loose_box,
)
from gzgoals.core.exchange.pdf.marks import UNMARKED, Mark, Marks
from gzgoals.core.exchange.pdf.orientation import Orientation, orientation_of
from gzgoals.core.exchange.printed.radicals import without_radicals
from gzgoals.core.exchange.source import Box

_HYPHENS = "\x02\ufffe"
_PIECE = re.compile(rf"[^\r\n{_HYPHENS}]*[{_HYPHENS}]|[^\r\n{_HYPHENS}]+")
_BLANKS = " \t\u00a0\u3000\u2002\u2003\u2009\u200b"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f\u200b\ufeff]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uff60\uffe0-\uffe6]+")
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2,}")
_HALVES = re.compile("[\ud800-\udfff]")
_ALIKE = 0.1
_JUMP = 0.2
_WIDEST = 1.6
_MIDDLE = 0.38
_FEW, _ENOUGH, _PLENTY = 3, 12, 200
_SAMPLED, _MOST_SIZES = 30, 6
_USUAL_SHARE = 0.8
_SMALLEST, _LARGEST, _NEARLY = 0.4, 3.0, 0.8


class Run(NamedTuple):
    """A piece of text on one line, without the blanks around it: where it stands in points, upright.

    `base` is the height of its baseline from the top, `em` the size of its characters, `begin` the index of the first
    of them on the page. `blank_before` and `blank_after` tell that the text itself has a blank there; `mark` tells
    what it belongs to in a tagged file.
    """

    text: str
    left: float
    right: float
    base: float
    em: float
    begin: int
    blank_before: bool = False
    blank_after: bool = False
    mark: Mark = UNMARKED

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.base - _MIDDLE * self.em


class _Piece(NamedTuple):
    begin: int
    text: str


class Manner(NamedTuple):
    """How a producer writes text, as far as the pages so far tell.

    `blanks` tells that it writes blanks as characters; else only the room between words shows them. `tight` tells
    that characters are no larger than their ink, as those of fonts that are drawn are, `own` that it is this program.
    """

    blanks: bool = False
    tight: bool = False
    own: bool = False


class PageText:
    """The text of an open page: its runs, where every character stands, and the producer's manner."""

    def __init__(self, page: Any, known: Manner) -> None:
        self._text_page = page.get_textpage()
        self._handle = address_of(self._text_page.raw)
        self._box = pdfium.FS_RECTF()
        self._box_place = ctypes.addressof(self._box)
        self._point = (ctypes.c_double * 2)()
        self._x_place = ctypes.addressof(self._point)
        self._y_place = self._x_place + ctypes.sizeof(ctypes.c_double)
        self._share = _USUAL_SHARE
        self._em = 0.0
        pieces = list(_pieces(self._characters(), self._handle))
        blanks = known.blanks or any(" " in piece.text.strip() for piece in pieces)
        angles = [round(character_angle(self._handle, piece.begin) / (math.pi / 2), 1) % 4 for piece in pieces]
        usual = _usual(angles, pieces)
        self.orientation: Orientation = orientation_of(page, int(-usual) % 4)
        self._upright = not self.orientation.turns
        self._left, self._top = self.orientation.left, self.orientation.top
        straight = [piece for piece, angle in zip(pieces, angles, strict=True) if abs(angle - usual) <= _ALIKE]
        self.manner = Manner(blanks, known.tight or self._is_tight(straight), known.own)
        self._learn_sizes(straight)
        self._marks = Marks(page, self._handle)
        some = straight[:: len(straight) // _ENOUGH + 1]  # repeated headers, which come first, bear no marks
        self._marked = any(self._marks.of(piece.begin) != UNMARKED for piece in some)
        self.runs: tuple[Run, ...] = tuple(run for piece in straight for run in self._runs(piece))

    def close(self) -> None:
        """Let go of the library's memory; runs stay, but nothing can be measured any more."""
        self._text_page.close()

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character begins on its baseline, from the left and from the top."""
        character_origin(self._handle, index, self._x_place, self._y_place)
        x, y = self._point
        return (x - self._left, self._top - y) if self._upright else self.orientation.point(x, y)

    def span(self, index: int) -> tuple[float, float]:
        """Return where a character begins and ends, its advance as far as the font tells it."""
        left, _, right, _ = self._loose(index)
        begin = self.origin(index)[0]
        return begin, max(right, begin + right - left)

    def part(self, run: Run, begin: int, end: int) -> Run | None:
        """Return the part of a run between two offsets of its text, None where it is blank."""
        part = self._measured(_Piece(run.begin + begin, run.text[begin:end]))
        if not part:
            return None
        before = part.blank_before or (run.blank_before if begin == 0 else run.text[begin - 1].isspace())
        after = part.blank_after or (run.blank_after if end == len(run.text) else run.text[end].isspace())
        return part._replace(blank_before=before, blank_after=after)

    def _loose(self, index: int) -> Box:
        box = self._box
        loose_box(self._handle, index, self._box_place)
        if self._upright:
            return box.left - self._left, self._top - box.top, box.right - self._left, self._top - box.bottom
        return self.orientation.upright(box.left, box.bottom, box.right, box.top)

    def _end(self, index: int) -> tuple[float, float]:
        """Return where a character ends on its line, and how high its box is."""
        if self._upright:
            box = self._box
            loose_box(self._handle, index, self._box_place)
            return box.right - self._left, box.top - box.bottom
        _, top, right, bottom = self._loose(index)
        return right, bottom - top

    def _characters(self) -> str:
        """Return the page's characters, one for each index; those beyond the BMP are two."""
        count = pdfium.FPDFText_CountChars(self._text_page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text_page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written != count + 1 or "\0" in text:  # characters without a code point are missing there
            text = "".join(chr(character_code(self._handle, index) & 0x1FFFFF) for index in range(count))
        elif len(text) != count:
            text = "".join(map(chr, buffer[:count]))
        folded = without_radicals(text)
        return folded if len(folded) == len(text) else text

    def _is_tight(self, pieces: Sequence[_Piece]) -> bool:
        """Tell whether the boxes of full-width characters are of many heights."""
        wide = [piece.begin for piece in pieces if not piece.text[0].isascii() and piece.text[0] not in _BLANKS]
        boxes = [self._loose(begin) for begin in wide[:_SAMPLED]]
        return len({round(bottom - top, 1) for _, top, _, bottom in boxes}) > _MOST_SIZES

    def _learn_sizes(self, pieces: Sequence[_Piece]) -> None:
        """Learn the usual size of characters, and what share of a box's height it is, from those of full width.

        Of their distances a small one is the size, as lines may be stretched.
        """
        found = list(islice(self._advances(piece for piece in pieces if _WIDE.fullmatch(piece.text)), _ENOUGH))
        if len(found) < _FEW:
            found += islice(chain(self._distances(pieces), self._advances(pieces)), _PLENTY)
        if found:
            self._em = sorted(round(size, 1) for _, size in found)[len(found) // 4]
            heights = ((size, self._loose(begin)) for begin, size in found)
            self._share = 1 / max(median((bottom - top) / size for size, (_, top, _, bottom) in heights), 0.5)

    def _advances(self, pieces: Iterable[_Piece]) -> Iterator[tuple[int, float]]:
        """Yield where full-width characters stand and how far apart within a piece; marks may be set closer."""
        for piece in pieces:
            if found := _IDEOGRAPHS.search(piece.text):
                begin, last = piece.begin + found.start(), piece.begin + found.end() - 1
                advance = (self.origin(last)[0] - self.origin(begin)[0]) / (last - begin)
                if advance > 0:
                    yield begin, advance

    def _distances(self, pieces: Sequence[_Piece]) -> Iterator[tuple[int, float]]:
        """Yield the same between pieces; on some pages the library makes each character a piece of its own."""
        for left, right in pairwise(pieces):
            if _IDEOGRAPHS.fullmatch(left.text[-1] + right.text[0]):
                (x, y), (beyond, base) = self.origin(left.begin + len(left.text) - 1), self.origin(right.begin)
                if y == base and beyond > x:
                    yield right.begin, beyond - x

    def _runs(self, piece: _Piece) -> Iterator[Run]:
        run = self._measured(piece)
        if run is None:
            return
        if 0 <= run.right - run.left <= _WIDEST * run.em * (len(run.text) + 1):
            yield run
        else:
            yield from filter(None, map(self._measured, self._straight(piece)))

    def _measured(self, piece: _Piece) -> Run | None:
        """Return a piece of text as a run between its first and last characters, None where it is blank.

        One that is not straight ends before it begins.
        """
        body = piece.text.lstrip(_BLANKS)
        begin = piece.begin + len(piece.text) - len(body)
        full = len(body)
        body = body.rstrip(_BLANKS)
        if not body:
            return None
        left, base = self.origin(begin)
        right, height = self._end(begin)
        em = self._size(height)
        if len(body) == 1:
            right = max(right, left + em) if self.manner.tight and not body.isascii() else right
        else:
            last = begin + len(body) - 1
            x, y = self.origin(last)
            right, _ = self._end(last)
            if abs(y - base) > em / 2:
                right = left - 1
            elif self.manner.tight and not body[-1].isascii():
                right = x + em
        mark = self._marks.of(begin) if self._marked else UNMARKED
        return Run(body, left, right, base, em, begin, begin > piece.begin, len(body) < full, mark)

    def _size(self, height: float) -> float:
        """Return the size of a character by the height of its box; a box may be no higher than what is inked."""
        size = height * self._share
        if self.manner.tight and _NEARLY * self._em < size < self._em / _NEARLY:
            return self._em
        return size if not self._em or _SMALLEST * self._em < size < _LARGEST * self._em else self._em

    def _straight(self, piece: _Piece) -> Iterator[_Piece]:
        """Yield the parts of a piece that stand side by side on one line."""
        begin = 0
        last: tuple[float, float] | None = None
        for offset, character in enumerate(piece.text):
            if character in _BLANKS:
                continue
            x, y = self.origin(piece.begin + offset)
            if last and (abs(y - last[1]) > self._em / 2 or not -_JUMP * self._em < x - last[0] < 2 * self._em):
                yield _Piece(piece.begin + begin, piece.text[begin:offset])
                begin = offset
            last = self.span(piece.begin + offset)[1], y
        yield _Piece(piece.begin + begin, piece.text[begin:])


def whole_characters(text: str) -> str:
    """Return a text with the halves of characters beyond the BMP put together, and without control characters."""
    if _HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("", text) if _CONTROLS.search(text) else text


def _pieces(text: str, handle: int) -> Iterator[_Piece]:
    """Part a page's text where the library put in line breaks and blanks of its own, and behind hyphens."""
    for found in _PIECE.finditer(text):
        piece = found[0]
        if piece[-1] in _HYPHENS:
            piece = piece[:-1] + "-"
        begin = offset = found.start()
        while (blank := piece.find(" ", offset - begin)) >= 0:
            place = begin + blank
            if is_generated(handle, place):
                if blank:
                    yield _Piece(begin, piece[:blank])
                piece, begin = piece[blank + 1 :], place + 1
                offset = begin
            else:
                offset = place + 1
        if piece:
            yield _Piece(begin, piece)


def _usual(angles: Sequence[float], pieces: Sequence[_Piece]) -> float:
    """Return the quarter turn that most characters have."""
    letters: Counter[float] = Counter()
    for angle, piece in zip(angles, pieces, strict=True):
        if angle == int(angle):
            letters[angle] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else 0.0
