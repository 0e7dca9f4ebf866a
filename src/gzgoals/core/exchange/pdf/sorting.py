"""Runs sorted into the cells of a table; one that crosses a rule is parted, unless it only runs over it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gzgoals.core.exchange.pdf.cells import Cell, Frame
from gzgoals.core.exchange.pdf.runs import PageText, Run
from gzgoals.core.exchange.source import Box

_HANGING = frozenset("，。、；：！？）】》”’」』〉,.;:!?)]}%％…")
_AMOUNT = re.compile(r"[-－]?[0-9０-９]{1,3}(?:[,，]?[0-9０-９]{3})*(?:[.．][0-9０-９]{1,6})?")
_INSIDE = 0.2
_JUMP = 0.25
_GAP = 0.5


class _Letter(NamedTuple):
    text: str
    box: Box
    cell: Cell


def in_cells(run: Run, frame: Frame, page: PageText) -> Iterator[tuple[Cell, Run]]:
    """Yield the cell that a run of text stands in, or several with the parts of the run."""
    row = frame.row_at(run.middle)
    inset = min(_INSIDE * (run.bottom - run.top), (run.right - run.left) / 2)
    first, last = frame.cell_at(run.left + inset, row), frame.cell_at(run.right - inset, row)
    if first == last:
        yield first, run
        return
    letters = [
        _Letter(character, box, frame.cell_at((box[0] + box[2]) / 2, row))
        for offset, character in enumerate(run.text)
        for box in (page.box(run.begin + offset),)
    ]
    begins = [0, *(at for at in range(1, len(letters)) if _parts(letters, at, run, frame)), len(letters)]
    for begin, end in zip(begins, begins[1:], strict=False):
        if part := page.part(run, begin, end):
            yield _home(letters[begin:end], run.text[begin:end]), part


def _parts(letters: list[_Letter], at: int, run: Run, frame: Frame) -> bool:
    """Tell whether another cell's text begins with a letter, rather than the same text going on over a rule."""
    last, letter = letters[at - 1], letters[at]
    if letter.text.isspace() or last.text.isspace():
        return last.cell != letter.cell and letter.text.isspace()
    height = run.bottom - run.top
    gap = letter.box[0] - last.box[2]
    if last.cell == letter.cell:
        return gap < -_JUMP * height
    if gap < -_JUMP * height or gap > _JUMP * height:
        return True
    if all(other.text in _HANGING for other in letters[at:]):
        return False
    edge = frame.right_of(last.cell)
    if gap > _GAP and last.box[2] - _GAP <= edge <= letter.box[0] + _GAP:
        return True
    tail = run.text[at:]
    return _AMOUNT.fullmatch(tail.strip()) is not None and not _AMOUNT.fullmatch(run.text[:at].strip()[-1:])


def _home(letters: list[_Letter], text: str) -> Cell:
    """Return the cell of a text that may run over rules: a number ends in its cell, any other text begins in it."""
    solid = [letter for letter in letters if not letter.text.isspace()]
    if len({letter.cell for letter in solid}) > 1 and _AMOUNT.fullmatch(text.strip()):
        return solid[-1].cell
    return solid[0].cell
