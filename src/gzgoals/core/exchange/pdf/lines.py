"""Runs put together to lines, from top to bottom and from left to right."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gzgoals.core.exchange.pdf.runs import Run, whole_characters

_SAME_LINE = 0.5
_SAME_PLACE = 0.15
_COLUMN_GAP = 0.6


class Line(NamedTuple):
    """A line of text without the blanks around it, and where it stands; `page` counts from 1.

    `blank_before` and `blank_after` tell that the text itself has a blank there.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    page: int
    blank_before: bool = False
    blank_after: bool = False

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def lines_of(runs: Sequence[Run], page: int, *, gaps: bool = False) -> list[Line]:
    """Return the lines that runs make up; with `gaps` a blank stands wherever there is room between two runs."""
    if len(runs) == 1:
        return [_line(runs, page, gaps)]
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.top + run.bottom)):
        if lines and _on_line(run, lines[-1][0]):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_line(sorted(line, key=lambda run: run.left), page, gaps) for line in lines]


def _on_line(run: Run, first: Run) -> bool:
    height = min(run.bottom - run.top, first.bottom - first.top)
    return abs(run.middle - first.middle) < _SAME_LINE * height


def _line(runs: Sequence[Run], page: int, gaps: bool) -> Line:
    first, last = runs[0], runs[-1]
    if len(runs) == 1:
        text = first.text
    else:
        runs = list(_once(runs))
        last = max(runs, key=lambda run: run.right)
        text = "".join(_with_blanks(runs, gaps))
    return Line(
        whole_characters(text),
        first.left,
        min(run.top for run in runs),
        last.right,
        max(run.bottom for run in runs),
        page,
        first.blank_before,
        last.blank_after,
    )


def _once(runs: Sequence[Run]) -> Iterable[Run]:
    """Yield runs without those drawn a second time almost in the same place, as boldface is faked."""
    kept: list[Run] = []
    for run in runs:
        near = _SAME_PLACE * (run.bottom - run.top)
        if not any(run.text == other.text and abs(run.left - other.left) <= near for other in kept[-3:]):
            kept.append(run)
    return kept


def _with_blanks(runs: Iterable[Run], gaps: bool) -> Iterable[str]:
    last: Run | None = None
    for run in runs:
        if last and _blank_between(last, run, gaps):
            yield " "
        yield run.text
        last = run


def _blank_between(left: Run, right: Run, gaps: bool) -> bool:
    """Tell whether a blank stands between two runs: a real one, or the room between two words of Latin letters."""
    if left.blank_after or right.blank_before:
        return True
    room = right.left - left.right
    if gaps and room > _COLUMN_GAP * (right.bottom - right.top):
        return True
    return right.spaced and room > 0 and _is_latin(left.text[-1]) and _is_latin(right.text[0])


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
