"""The characters of a page as runs: pieces of text that stand side by side on one line, with where they stand.

Only the first and last character of a run are measured; a run that is not straight is measured whole, and so is one
that turns out later to cross a rule.
"""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gzgoals.core.exchange.pdf.library import address_of, character_angle, character_code, is_generated, loose_box
from gzgoals.core.exchange.pdf.orientation import Orientation, orientation_of
from gzgoals.core.exchange.printed.radicals import without_radicals
from gzgoals.core.exchange.source import Box

_HYPHENS = "\x02\ufffe"
_PIECE = re.compile(rf"[^\r\n{_HYPHENS}]*[{_HYPHENS}]|[^\r\n{_HYPHENS}]+")
_BLANKS = " \t\u00a0\u3000\u2002\u2003\u2009\u200b"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f\u200b\ufeff]")
_ALIKE = 0.1
_JUMP = 0.2
_WIDEST = 1.6


class Run(NamedTuple):
    """A piece of text on one line, without the blanks around it, and its box in points, upright.

    `begin` is the index of its first character on the page. `blank_before` and `blank_after` tell that the text itself
    has a blank there, `spaced` that the producer left room before it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    begin: int
    blank_before: bool = False
    blank_after: bool = False
    spaced: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


class _Piece(NamedTuple):
    begin: int
    text: str
    spaced: bool


class PageText:
    """The text of an open page: its runs, and the box of every character."""

    def __init__(self, page: Any) -> None:
        self._text_page = page.get_textpage()
        self._handle = address_of(self._text_page.raw)
        self._rectangle = pdfium.FS_RECTF()
        self._out = ctypes.addressof(self._rectangle)
        pieces = list(_pieces(self._characters(), self._handle))
        angles = [round(character_angle(self._handle, piece.begin) / (math.pi / 2), 1) % 4 for piece in pieces]
        usual = _usual(angles, pieces)
        self.orientation: Orientation = orientation_of(page, int(usual))
        self.runs: tuple[Run, ...] = tuple(
            run
            for piece, angle in zip(pieces, angles, strict=True)
            if abs(angle - usual) <= _ALIKE
            for run in self._runs(piece)
        )

    def close(self) -> None:
        """Let go of the library's memory; runs stay, but nothing can be measured any more."""
        self._text_page.close()

    def box(self, index: int) -> Box:
        """Return the box of a character, as wide as its advance, upright."""
        rectangle = self._rectangle
        loose_box(self._handle, index, self._out)
        return self.orientation.upright(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)

    def part(self, run: Run, begin: int, end: int) -> Run | None:
        """Return the part of a run between two offsets of its text, None where it is blank."""
        part = self._measured(_Piece(run.begin + begin, run.text[begin:end], run.spaced and begin == 0))
        if not part:
            return None
        before = part.blank_before or (run.blank_before if begin == 0 else run.text[begin - 1].isspace())
        after = part.blank_after or (run.blank_after if end == len(run.text) else run.text[end].isspace())
        return part._replace(blank_before=before, blank_after=after)

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

    def _runs(self, piece: _Piece) -> Iterator[Run]:
        run = self._measured(piece)
        if run is None:
            return
        height = run.bottom - run.top
        if 0 <= run.right - run.left <= _WIDEST * height * (len(run.text) + 1):
            yield run
        else:
            yield from filter(None, map(self._measured, self._straight(piece)))

    def _measured(self, piece: _Piece) -> Run | None:
        """Return a piece of text as a run between its first and last characters, None where it is blank."""
        body = piece.text.lstrip(_BLANKS)
        begin = piece.begin + len(piece.text) - len(body)
        blank_after = len(body)
        body = body.rstrip(_BLANKS)
        if not body:
            return None
        first = self.box(begin)
        last = self.box(begin + len(body) - 1) if len(body) > 1 else first
        middle = (first[1] + first[3]) / 2
        right = last[2] if last[1] < middle < last[3] else -1.0  # not straight: to be measured whole
        return Run(
            body, first[0], first[1], right, first[3], begin,
            begin > piece.begin, len(body) < blank_after, piece.spaced,
        )  # fmt: skip

    def _straight(self, piece: _Piece) -> Iterator[_Piece]:
        """Yield the parts of a piece that stand side by side on one line."""
        begin = 0
        last: Box | None = None
        for offset in range(len(piece.text)):
            if piece.text[offset] in _BLANKS:
                continue
            box = self.box(piece.begin + offset)
            if last and _apart(last, box):
                yield _Piece(piece.begin + begin, piece.text[begin:offset], piece.spaced and begin == 0)
                begin = offset
            last = box
        yield _Piece(piece.begin + begin, piece.text[begin:], piece.spaced and begin == 0)


def whole_characters(text: str) -> str:
    """Return a text with the halves of characters beyond the BMP put together, and without control characters."""
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("", text) if _CONTROLS.search(text) else text


def apart(left: Run, right: Run, em: float) -> bool:
    """Tell whether there is room between two runs of a line."""
    return right.left - left.right > _JUMP * em


def _apart(last: Box, box: Box) -> bool:
    height = max(last[3] - last[1], 1.0)
    middle = (box[1] + box[3]) / 2
    return not (last[1] < middle < last[3] and -_JUMP * height < box[0] - last[2] < height)


def _pieces(text: str, handle: int) -> Iterator[_Piece]:
    """Part a page's text where the library put in line breaks and blanks of its own, and behind hyphens."""
    for found in _PIECE.finditer(text):
        piece = found[0]
        if piece[-1] in _HYPHENS:
            piece = piece[:-1] + "-"
        begin, offset, spaced = found.start(), found.start(), False
        while (blank := piece.find(" ", offset - begin)) >= 0:
            place = begin + blank
            if is_generated(handle, place):
                if blank:
                    yield _Piece(begin, piece[:blank], spaced)
                piece, begin, spaced = piece[blank + 1 :], place + 1, True
                offset = begin
            else:
                offset = place + 1
        if piece:
            yield _Piece(begin, piece, spaced)


def _usual(angles: Sequence[float], pieces: Sequence[_Piece]) -> float:
    """Return the quarter turn that most characters have."""
    letters: Counter[float] = Counter()
    for angle, piece in zip(angles, pieces, strict=True):
        if angle == int(angle):
            letters[angle] += len(piece.text)
    return letters.most_common(1)[0][0] if letters else 0.0
