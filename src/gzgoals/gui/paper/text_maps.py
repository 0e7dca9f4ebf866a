"""The maps of a PDF from glyphs to text, mended so that every character comes out with its own code point.

Qt writes, for each embedded font, a ToUnicode stream that names the lowest code point with a glyph: often a radical
(⽤, U+2F64) for the character that was drawn (用, U+7528), and nothing for characters beyond the BMP. The form of the
maps is that of ISO 32000-1, 9.10.3.
"""

import re
from collections.abc import Sequence
from itertools import count

from gzgoals.gui.paper.inked import Face, Inked
from gzgoals.gui.paper.pdf_objects import PdfObjects
from gzgoals.gui.paper.shown_blanks import with_shown_blanks

_FONT = re.compile(rb"obj\s*<<\s*/Type /Font\b[^<>]*/ToUnicode (\d+) 0 R")
_CONTENTS = re.compile(rb"obj\s*<<\s*/Type /Page\b[^<>]*/Contents (\d+) 0 R")
_SECTION = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:\[([^\]]*)\]|<([0-9A-Fa-f]+)>)")
_CODE = re.compile(rb"<([0-9A-Fa-f]+)>")
_BLOCK = 100
_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def mended(pdf: bytes, inked: Inked) -> bytes:
    """Return a PDF of Qt's with right text maps and with blanks that readers find, for what was `inked` in it."""
    objects, faces = PdfObjects(pdf), inked.faces()
    streams: dict[int, bytes] = {}
    blanks: dict[int, frozenset[int]] = {}
    for number, written in objects.items():
        if font := _FONT.search(written):
            characters = _characters(_codes(objects[int(font[1])]), faces)
            streams[int(font[1])] = _text_map(characters)
            blanks[number] = frozenset(glyph for glyph, character in characters.items() if character.isspace())
    for written in objects.written():
        if page := _CONTENTS.search(written):
            number = int(page[1])
            streams[number] = with_shown_blanks(objects.stream(number), blanks)
    return objects.with_streams(streams)


def _codes(cmap: bytes) -> dict[int, int]:
    """Read a ToUnicode map of Qt's: glyph number in the PDF -> code point."""
    codes: dict[int, int] = {}
    for section in _SECTION.findall(cmap):
        for first, last, listed, start in _RANGE.findall(section):
            numbers = range(int(first, 16), int(last, 16) + 1)
            targets = (int(code, 16) for code in _CODE.findall(listed)) if listed else count(int(start, 16))
            codes.update(zip(numbers, targets, strict=False))
    return {number: code for number, code in codes.items() if number and code}


def _characters(codes: dict[int, int], faces: Sequence[Face]) -> dict[int, str]:
    """Return the drawn characters by their glyph number in the PDF.

    Numbers go by first use. So the drawn characters that no code point leads to have the numbers that `codes` leaves
    free, in that order.
    """
    face, glyphs = max(((face, _glyphs(codes, face)) for face in faces), key=_likeness)
    named = {number: face.characters.get(glyphs.get(code, -1), chr(code)) for number, code in codes.items()}
    led_to = set(glyphs.values())
    nameless = [character for glyph, character in face.characters.items() if glyph and glyph not in led_to]
    free = (number for number in count(1) if number not in codes)
    return named | dict(zip(free, nameless, strict=False))


def _glyphs(codes: dict[int, int], face: Face) -> dict[int, int]:
    """Return the glyphs of the code points that a face has; what it lacks is its glyph 0, and means nothing."""
    return {code: glyph for code in codes.values() if (glyph := face.glyph(code))}


def _likeness(candidate: tuple[Face, dict[int, int]]) -> tuple[int, int]:
    """Tell how well a face fits a map: it drew all glyphs that the map names, and few others."""
    face, glyphs = candidate
    return sum(glyph in face.characters for glyph in glyphs.values()), -len(face.characters)


def _text_map(characters: dict[int, str]) -> bytes:
    entries = [
        b"<%04X> <%s>\n" % (number, character.encode("utf-16-be").hex().upper().encode())
        for number, character in sorted(characters.items())
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    body = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
    return _HEAD + body + _TAIL
