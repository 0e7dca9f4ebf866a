"""Runs sorted into the cells of a table; one that crosses a rule is parted, unless it only runs over it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.cells import Cell, Frame
from gzgoals.core.exchange.pdf.runs import PageText, Run

_HANGING = frozenset("，。、；：！？）】》”’」』〉,.;:!?)]}%％…")
_AMOUNT = re.compile(r"[-－]?[0-9０-９]{1,3}(?:[,，]?[0-9０-９]{3})*(?:[.．][0-9０-９]{1,6})?")
_INSIDE = 0.2
_JUMP = 0.25
_GAP = 0.5


class _Letter(NamedTuple):
    text: str
    left: float
    right: float
    cell: Cell


def in_cells(run: Run, frame: Frame, page: PageText) -> Iterator[tuple[Cell, Run]]:
    """Yield the cell that a run of text stands in, or several with the parts of the run."""
    row = frame.row_at(run.middle)
    inset = min(_INSIDE * run.em, (run.right - run.left) / 2)
    first, last = frame.cell_at(run.left + inset, row), frame.cell_at(run.right - inset, row)
    if first == last:
        yield first, run
        return
    letters = [
        _Letter(character, left, right, frame.cell_at((left + right) / 2, row))
        for offset, character in enumerate(run.text)
        for left, right in (page.span(run.begin + offset),)
    ]
    begins = [0, *(at for at in range(1, len(letters)) if _parts(letters, at, run, frame)), len(letters)]
    for begin, end in pairwise(begins):
        if part := page.part(run, begin, end):
            yield _home(letters[begin:end], run.text[begin:end]), part


def _parts(letters: list[_Letter], at: int, run: Run, frame: Frame) -> bool:
    """Tell whether another cell's text begins with a letter, rather than the same text going on over a rule."""
    last, letter = letters[at - 1], letters[at]
    if letter.text.isspace() or last.text.isspace():
        return last.cell != letter.cell and letter.text.isspace()
    gap = letter.left - last.right
    if last.cell == letter.cell:
        return gap < -_JUMP * run.em
    if gap < -_JUMP * run.em or gap > _JUMP * run.em:
        return True
    if all(other.text in _HANGING for other in letters[at:]):
        return False
    edge = frame.right_of(last.cell)
    if gap > _GAP and last.right - _GAP <= edge <= letter.left + _GAP:
        return True
    tail = run.text[at:]
    return _AMOUNT.fullmatch(tail.strip()) is not None and not _AMOUNT.fullmatch(run.text[:at].strip()[-1:])


def _home(letters: list[_Letter], text: str) -> Cell:
    """Return the cell of a text that may run over rules: a number ends in its cell, any other text begins in it."""
    solid = [letter for letter in letters if not letter.text.isspace()]
    if len({letter.cell for letter in solid}) > 1 and _AMOUNT.fullmatch(text.strip()):
        return solid[-1].cell
    return solid[0].cell
