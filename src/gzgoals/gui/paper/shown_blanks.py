"""Blanks in the pages of a PDF of Qt's, written such that readers find them.

Qt shows each character by an operator of its own. Readers leave out what such an operator shows when it has no ink, so
that a blank is lost at a line's end, and is guessed from the room elsewhere. One that is shown together with the
character before it is read like any other; every character stands where it stood. The blanks that indent a line stay
alone: they only show by the room they take.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache

_END = b"ET\n"
_FONT = re.compile(rb"/F(\d+) [^\n]*? Tf ")
_STEP = rb"[0-9.]+ 0 Td"


def with_shown_blanks(content: bytes, blanks: Mapping[int, Collection[int]]) -> bytes:
    """Return a page's content; `blanks` are the glyph numbers that show a blank, by the number of the font's object."""
    patterns = {font: _pattern(frozenset(glyphs)) for font, glyphs in blanks.items() if glyphs}
    shown = {b"<%04X> Tj" % glyph for glyphs in blanks.values() for glyph in glyphs}
    blocks = content.split(_END)
    for place, block in enumerate(blocks):
        if any(each in block for each in shown):  # to look is much quicker than the pattern, and few lines have any
            font = _FONT.search(block)
            pattern = patterns.get(int(font[1])) if font else None
            blocks[place] = pattern.sub(_together, block) if pattern else block
    return _END.join(blocks)


@cache
def _pattern(glyphs: frozenset[int]) -> re.Pattern[bytes]:
    blank = b"|".join(b"%04X" % glyph for glyph in sorted(glyphs))
    return re.compile(rb"(?<!<(?:%s))> Tj((?:\n%s <(?:%s)> Tj)+)(\n%s)?" % (blank, _STEP, blank, _STEP))


def _together(found: re.Match[bytes]) -> bytes:
    """Write blanks into the string before them, and the way that they took into the step behind."""
    words = found[1].split()
    glyphs = b"".join(word[1:-1] for word in words if word.startswith(b"<"))
    shown = glyphs + b"> Tj"
    if not found[2]:
        return shown
    way = sum(float(step) for step in (*words[::5], found[2].split()[0]))
    return shown + b"\n%.7f 0 Td" % way
