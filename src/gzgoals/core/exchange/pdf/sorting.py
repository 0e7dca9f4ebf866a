"""Runs sorted into the cells of a table; one that crosses a rule is parted, unless it only runs over it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.cells import Cell, Frame
from gzgoals.core.exchange.pdf.runs import PageText, Run

_HANGING = frozenset("，。、；：！？）】》”’」』〉,.;:!?)]}%％…")
_AMOUNT = re.compile(r"[-－]?[0-9０-９]{1,3}(?:[,，]?[0-9０-９]{3})*(?:[.．][0-9０-９]{1,6})?")
_AMOUNT_SIGN = re.compile("[-－0-9０-９,，.．]")
_AMOUNTS_TOUCHING = re.compile(r"(?:[-－]?[0-9]{1,3}(?:,?[0-9]{3})*\.[0-9]{2}){2,}")
_CENTS = re.compile(r"\.[0-9]{2}$")
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
    jumps = [0, *(at for at in range(1, len(letters)) if _goes_back(letters, at, run.em)), len(letters)]
    for start, stop in pairwise(jumps):
        text = letters[start:stop]
        begins = [0, *(at for at in range(1, len(text)) if _parts(text, at, run.em, frame)), len(text)]
        for begin, end in pairwise(begins):
            if part := page.part(run, start + begin, start + end):
                yield _home(text[begin:end], frame), part


def _goes_back(letters: Sequence[_Letter], at: int, em: float) -> bool:
    """Tell whether a letter stands over those before it, as the text of a cell does that the last one ran into."""
    last, letter = letters[at - 1], letters[at]
    return not (letter.text.isspace() or last.text.isspace()) and letter.left - last.right < -_JUMP * em


def _parts(letters: Sequence[_Letter], at: int, em: float, frame: Frame) -> bool:
    """Tell whether another cell's text begins with a letter, rather than the same text going on over a rule."""
    last, letter = letters[at - 1], letters[at]
    if letter.text.isspace() or last.text.isspace():
        return last.cell != letter.cell and letter.text.isspace()
    if last.cell == letter.cell:
        return _parts_amounts(letters, at)
    gap = letter.left - last.right
    if gap > _JUMP * em:
        return True
    if all(other.text in _HANGING for other in letters[at:]):
        return False
    edge = frame.right_of(last.cell)
    if gap > _GAP and last.right - _GAP <= edge <= letter.left + _GAP:
        return True
    tail = _is_amount(letters[at:]) and not _AMOUNT_SIGN.match(last.text)
    return tail or _parts_amounts(letters, at)


def _parts_amounts(letters: Sequence[_Letter], at: int) -> bool:
    """Tell whether one amount ends before a letter and another begins with it, where both ran together."""
    return bool(_CENTS.search(_text(letters[:at])) and _AMOUNTS_TOUCHING.fullmatch(_text(letters)))


def _home(letters: Sequence[_Letter], frame: Frame) -> Cell:
    """Return the cell of a text that may run over rules: it begins in its cell, but a number may also end in it.

    A number that is too wide for its cell keeps to the side that it is set to: it begins or ends close to a rule.
    """
    solid = [letter for letter in letters if not letter.text.isspace()] or letters
    first, last = solid[0], solid[-1]
    if first.cell == last.cell or not _is_amount(letters):
        return first.cell
    before = first.left - frame.left_of(first.cell)
    behind = frame.right_of(last.cell) - last.right
    return first.cell if before < behind else last.cell


def _is_amount(letters: Sequence[_Letter]) -> bool:
    return _AMOUNT.fullmatch(_text(letters)) is not None


def _text(letters: Sequence[_Letter]) -> str:
    return "".join(letter.text for letter in letters).strip()
