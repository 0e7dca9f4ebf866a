"""Wrapped lines of a cell put together again: a break is a wrap unless the lines themselves show a paragraph.

They show one where the next line's first piece that cannot be broken would still have fitted on the line, where a
line is indented, where one alone was not stretched, where there is more room between two lines than between others,
and where a tagged file says so. Where a full line ends with a sentence, nothing shows; then it is whether a numbered
item follows as others began lines before, and whether sentences of this column usually end paragraphs.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.habits import Habits
from gzgoals.core.exchange.pdf.items import item_lines
from gzgoals.core.exchange.pdf.lines import Line
from gzgoals.core.exchange.pdf.shapes import Shape, width_of
from gzgoals.core.exchange.pdf.spelling import first_word, is_latin, last_word
from gzgoals.core.exchange.source import OpenBreak

_SENTENCE_WITHIN = re.compile("[。！？](?=.)", re.DOTALL)
_STOPS = ("。", "！", "？")
_SHOWN = 10
"""How many letters before an open break are told of it."""
_BLANK_LINE = 1.9
_FEW = 3
_BLANK = 0.05


class Setting(NamedTuple):
    """How a column is set: its own shape, the whole table's habits, whether its sentences usually end paragraphs.

    `single` tells that its cells never have more than one paragraph, `spaced` that there is more room between them
    than between their lines.
    """

    shape: Shape
    habits: Habits
    sentence_paragraphs: bool = False
    single: bool = False
    spaced: bool = False


def setting_of(cells: Sequence[Sequence[Line]], shape: Shape, habits: Habits) -> Setting:
    """Return how a column is set, counting its paragraphs that show and its sentences that end amid a line."""
    setting = Setting(
        shape, habits, spaced=any(_is_spaced(*pair, shape, habits) for c in cells for pair in pairwise(c))
    )
    paragraphs = sum(ends_paragraph(line, below, setting, cell) for cell in cells for line, below in pairwise(cell))
    if paragraphs < _FEW or shape.first_lines:
        return setting
    sentences = sum(len(_SENTENCE_WITHIN.findall(line.text)) for cell in cells for line in cell)
    return setting._replace(sentence_paragraphs=paragraphs > sentences)


def wrapped(lines: Sequence[Line], setting: Setting) -> str:
    """Return the text of a cell: its lines joined, its paragraphs parted by line ends."""
    if len(lines) < 2:
        return lines[0].text if lines else ""
    items = _items(lines, setting)
    text = [lines[0].text]
    for place, (line, below) in enumerate(pairwise(lines), 1):
        part = _break(line, below, setting, lines)
        text.append("\n" if place in items and not part.strip(" ") else part)
        text.append(below.text)
    return "".join(text)


def open_breaks(lines: Sequence[Line], setting: Setting) -> tuple[OpenBreak, ...]:
    """Return those breaks of a cell that nothing shows to be a wrap or a paragraph's end."""
    if len(lines) < 2 or setting.habits.exact or setting.shape.first_lines or setting.shape.centred or setting.spaced:
        return ()
    items = _items(lines, setting)
    return tuple(
        OpenBreak(line.text[-_SHOWN:], setting.sentence_paragraphs)
        for place, (line, below) in enumerate(pairwise(lines), 1)
        if place not in items and line.text.endswith(_STOPS) and not _shows(line, below, setting)
    )


def _shows(line: Line, below: Line, setting: Setting) -> bool:
    """Tell whether a file's marks or the room left on a line tell what the break behind it is."""
    tagged = line.page == below.page and _tagged(line, below, setting) is not None
    return tagged or setting.shape.fits(line, below) or setting.shape.is_last(line)


def _items(lines: Sequence[Line], setting: Setting) -> frozenset[int]:
    if setting.habits.exact:
        return frozenset()
    return item_lines(lines, lambda line, below: ends_paragraph(line, below, setting, lines))


def ends_paragraph(line: Line, below: Line, setting: Setting, cell: Sequence[Line]) -> bool:
    """Tell whether the lines show that a paragraph ends between them."""
    shape, habits = setting.shape, setting.habits
    if habits.exact:
        return not setting.single and shape.is_indented(cell[0]) and shape.is_indented(below)
    same_page = line.page == below.page
    if same_page and (tagged := _tagged(line, below, setting)) is not None:
        return tagged
    if _is_spaced(line, below, shape, habits):
        return True
    if shape.first_lines and shape.is_indented(cell[0]) and shape.is_indented(below):
        return True
    if not shape.centred and (shape.fits(line, below) or shape.is_last(line)):
        return True
    return setting.sentence_paragraphs and line.text.endswith(_STOPS)


def _is_spaced(line: Line, below: Line, shape: Shape, habits: Habits) -> bool:
    """Tell whether there is more room between two lines of a page than there is within paragraphs."""
    return line.page == below.page and habits.pitch > 0 and below.base - line.base > habits.widest * shape.em


def _tagged(line: Line, below: Line, setting: Setting) -> bool | None:
    """Return what the marks of two lines of a page tell, None where they tell nothing.

    Within a block lines may have been ended by hand.
    """
    shape, habits = setting.shape, setting.habits
    if habits.marked and below.mark.content >= 0:
        return line.last_mark.content != below.mark.content
    if habits.blocks and below.mark.block >= 0:
        return line.last_mark.block != below.mark.block or (not shape.centred and shape.fits(line, below))
    return None


def _break(line: Line, below: Line, setting: Setting, cell: Sequence[Line]) -> str:
    """Return what stands between two lines of a cell: nothing, a blank, or the end of a paragraph."""
    habits = setting.habits
    if ends_paragraph(line, below, setting, cell):
        gap = (below.base - line.base) / setting.shape.em if line.page == below.page else 0.0
        return "\n" * round(gap / habits.pitch) if habits.pitch and gap > _BLANK_LINE * habits.pitch else "\n"
    latin = is_latin(line.text[-1:]) and is_latin(below.text[:1])
    if line.blank_after or below.blank_before:
        return "" if habits.padded and not latin else " "
    return " " if latin and not habits.exact and _is_between_words(line, below, setting) else ""


def _is_between_words(line: Line, below: Line, setting: Setting) -> bool:
    """Tell a break where a blank was left out from one within a word that was too long, which fills its line.

    Where no room shows it, other lines do that have the same words unbroken.
    """
    shape, begin = setting.shape, first_word(below.text)
    if line.text[-1].isdigit() and begin[0].isdigit():
        return False
    if shape.room(line) > width_of(begin[0], 1) + max(shape.slack, _BLANK):
        return True
    if (parts := setting.habits.spelling.parts(line.text, below.text)) is not None:
        return parts
    if not setting.habits.whole_words:
        return line.text[-1].isalpha() and begin[0].isdigit()
    return width_of(last_word(line.text) + begin, 1) < (shape.right - shape.left) / shape.em
