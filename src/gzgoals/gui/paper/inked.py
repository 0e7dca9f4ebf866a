"""Which characters a print has drawn, and with which glyphs of which font."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QFont, QRawFont, QTextLayout

from gzgoals.gui.paper.fonts import Fonts
from gzgoals.gui.paper.placing import Placed, Style

_RADICALS = range(0x2E80, 0x2FE0)


class Face(NamedTuple):
    """A font file that was drawn with: for each glyph, in the order of first use, the character it stands for."""

    font: QRawFont
    characters: dict[int, str]

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point, 0 where the font has none."""
        return next(iter(self.font.glyphIndexesForString(chr(code))), 0)


class Inked:
    """Gathers, page by page, the distinct characters drawn in each style."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = {Style.TEXT: fonts.text, Style.HEADING: fonts.heading, Style.TITLE: fonts.title}
        self._drawn: dict[Style, dict[str, None]] = {style: {} for style in Style}

    def add(self, page: Placed) -> None:
        """Add a page's characters in the order in which they are painted."""
        for line in page.lines:
            drawn = self._drawn[line.style]
            if not drawn.keys() >= set(line.text):
                drawn.update(dict.fromkeys(line.text))

    def faces(self) -> list[Face]:
        """Return the font files drawn with, also those that the system put in for rare characters.

        Bold is a file of its own or, where the family has none, the regular one: the file's head tells.
        """
        faces: dict[bytes, Face] = {}
        for style, drawn in self._drawn.items():
            for font, glyph, character in _glyphs(drawn, self._fonts[style]):
                face = faces.setdefault(bytes(font.fontTable(QFont.Tag("head")).data()), Face(font, {}))
                known = face.characters.setdefault(glyph, character)
                face.characters[glyph] = min(known, character, key=_strangeness)
        return list(faces.values())


def _glyphs(characters: Iterable[str], font: QFont) -> Iterable[tuple[QRawFont, int, str]]:
    """Yield the glyph of each character, laid out alone: behind one of another font Qt tells no places in a text."""
    layout = QTextLayout()
    layout.setFont(font)
    for character in characters:
        layout.setText(character)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        for run in layout.glyphRuns():
            raw = run.rawFont()
            for glyph in run.glyphIndexes():
                yield raw, glyph, character


def _strangeness(character: str) -> tuple[bool, bool, str]:
    """Order characters that look the same: the ordinary one first, then compatibility forms, radicals last."""
    compatible = unicodedata.normalize("NFKC", character) != character
    return ord(character) in _RADICALS, compatible, character
