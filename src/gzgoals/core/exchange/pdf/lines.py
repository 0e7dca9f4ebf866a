"""Runs put together to lines, from top to bottom and from left to right."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gzgoals.core.exchange.pdf.marks import UNMARKED, Mark
from gzgoals.core.exchange.pdf.runs import PageText, Run, whole_characters

_MIDDLE = 0.38
_SAME_LINE = 0.5
_SAME_PLACE = 0.15
_LEAST_BLANK, _MOST_BLANK, _WIDEST_BLANK = 0.15, 0.6, 0.8
_STRETCHED = 0.03
_CAREFUL = 2
_MANY = 5
_OPENING, _STOPS = "（《“‘〔", "，。、；：！？）》”’〕"
_FULL_WIDTH = re.compile("[\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]{3,}")
_MIXED = re.compile(r"[0-9A-Za-z][\u4e00-\u9fff]|[\u4e00-\u9fff][0-9A-Za-z]")


class Line(NamedTuple):
    """A line of text without the blanks around it, and where it stands; `page` counts from 1.

    `base` is the height of its baseline, `em` the size of its characters. `blank_before` and `blank_after` tell that
    the text itself has a blank there; `mark` and `last_mark` are what it begins and ends in, where the file is tagged.
    `wall` is where its cell ends if that reaches over more than one column, 0 for all others.
    """

    text: str
    left: float
    right: float
    base: float
    em: float
    page: int
    blank_before: bool = False
    blank_after: bool = False
    mark: Mark = UNMARKED
    last_mark: Mark = UNMARKED
    wall: float = 0.0

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.base - _MIDDLE * self.em


class Spacing(NamedTuple):
    """How a producer shows blanks: as characters, or else by the room between words.

    `letters` tells that room does so even between full-width and half-width characters, `columns`
    that all room counts.
    """

    by_characters: bool
    letters: bool = False
    columns: bool = False


def lines_of(runs: Sequence[Run], page: int, spacing: Spacing) -> list[Line]:
    """Return the lines that runs make up."""
    if len(runs) == 1:
        return [_line(runs, page, spacing)]
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if lines and abs(run.base - lines[-1][0].base) < _SAME_LINE * min(run.em, lines[-1][0].em):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_line(sorted(line, key=lambda run: run.left), page, spacing) for line in lines]


def spacing_of(page: PageText) -> Spacing:
    """Learn how blanks are shown on a page."""
    if page.manner.own:
        return Spacing(by_characters=True, columns=True)  # a blank of its own beside a character of a rare font
    if page.manner.blanks:
        return Spacing(by_characters=True)
    apart = sum(
        _is_mixed(left.text[-1], right.text[0])
        for left, right in pairwise(page.runs)
        if left.base == right.base and _LEAST_BLANK < (right.left - left.right) / right.em < _MOST_BLANK
    )
    together = sum(len(_MIXED.findall(run.text)) for run in page.runs)
    return Spacing(by_characters=False, letters=_MANY * together > apart)


def _line(runs: Sequence[Run], page: int, spacing: Spacing) -> Line:
    first, last = runs[0], runs[-1]
    if len(runs) == 1:
        text = first.text
    else:
        runs = _once(runs)
        last = max(runs, key=lambda run: run.right)
        text = "".join(_with_blanks(runs, spacing))
    return Line(
        whole_characters(text),
        first.left,
        last.right,
        first.base,
        first.em,
        page,
        first.blank_before,
        last.blank_after,
        first.mark,
        last.mark,
    )


def _once(runs: Sequence[Run]) -> list[Run]:
    """Return runs without those drawn a second time almost in the same place, as boldface is faked."""
    kept: list[Run] = []
    for run in runs:
        near = _SAME_PLACE * run.em
        if not any(run.text == other.text and abs(run.left - other.left) <= near for other in kept[-3:]):
            kept.append(run)
    return kept


def _with_blanks(runs: Sequence[Run], spacing: Spacing) -> Iterator[str]:
    stretch = _stretch(runs)
    last: Run | None = None
    for run in runs:
        if last and _blank_between(last, run, spacing, stretch):
            yield " "
        yield run.text
        last = run


def _stretch(runs: Sequence[Run]) -> float:
    """Return how far a line that was stretched to fill its column parts any two characters.

    Long runs show it; else gaps do where hardly anyone writes a blank: between two full-width characters, behind an
    opening bracket and before a stop, if there are several or all others are as wide.
    """
    within = [(run.right - run.left) / len(run.text) / run.em - 1 for run in runs if _FULL_WIDTH.fullmatch(run.text)]
    if within:
        return _CAREFUL * max(within) if max(within) > _STRETCHED else 0.0
    gaps, sure = [], []
    for left, right in pairwise(runs):
        before, after = left.text[-1], right.text[0]
        if before.isascii() and after.isascii():
            continue
        gaps.append((right.left - left.right) / right.em)
        if not _is_mixed(before, after) or before in _OPENING or after in _STOPS:
            sure.append(gaps[-1])
    if not sure or min(sure) <= _STRETCHED:
        return 0.0
    alike = len(gaps) > 1 and max(sure) - min(gaps) < _LEAST_BLANK
    return max(sure) if alike or len(sure) > 1 else 0.0


def _blank_between(left: Run, right: Run, spacing: Spacing, stretch: float) -> bool:
    """Tell whether a blank stands between two runs: a real one, or room that can be nothing else."""
    if left.blank_after or right.blank_before:
        return True
    room = (right.left - left.right) / right.em
    if spacing.columns and room > _LEAST_BLANK:
        return True
    before, after = left.text[-1], right.text[0]
    if room < _LEAST_BLANK or (before.isascii() and after.isascii()):
        return room >= _LEAST_BLANK
    if spacing.by_characters or room < _LEAST_BLANK + stretch:
        return False
    return spacing.letters and room < _WIDEST_BLANK if _is_mixed(before, after) else room < _MOST_BLANK


def _is_mixed(before: str, after: str) -> bool:
    return before.isascii() != after.isascii()
