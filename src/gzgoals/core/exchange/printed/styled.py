"""Texts whose parts are told by styles: taken apart without a guess, as long as they still read as they were printed.

For this each part becomes one private character, and the text with these must have the printed form.
"""

import re
from collections.abc import Iterable, Sequence

from gzgoals.core.exchange.printed.indicator_text import PrintedIndicator, split_cell
from gzgoals.core.exchange.printed.own import OwnTitle
from gzgoals.core.exchange.printed.styles import CHARACTERS, Style
from gzgoals.core.exchange.source import StyledPart
from gzgoals.core.table import DEFAULT_SCHEME, OPERATORS, Target, split_target

_MARKS = {str(style): chr(0xE000 + place) for place, style in enumerate(CHARACTERS)}
_MARK_OF = {style: _MARKS[style] for style in CHARACTERS}
_ANY_MARK = re.compile(f"[{''.join(_MARKS.values())}]")
_TARGET = (
    f"{_MARK_OF[Style.TARGET]}|{''.join(_MARK_OF[each] + '?' for each in (Style.SIGN, Style.VALUE, Style.MEASURE))}"
)
_INDICATOR = re.compile(
    rf"\s*([0-9]+)、({_MARK_OF[Style.CATEGORY]})；({_MARK_OF[Style.NAME]}?)"
    rf"；\s*实施周期指标值\s*[:：]({_TARGET})；\s*年度指标值\s*[:：]({_TARGET})。\s*"
)
_CAPTIONS = re.compile(
    rf"部门名称：({_MARK_OF[Style.DEPARTMENT]}?)\s*预算年度：{_MARK_OF[Style.YEAR]}"
    rf"\s*(?:编码字典：({_MARK_OF[Style.SCHEME]}?))?\s*单位：万元\s*"
)
_YEAR = re.compile(r"\s*(19[0-9]{2}|[2-9][0-9]{3})\s*")


class _Marked:
    """A text with a private character for each part, and the texts of the parts, to be taken one after another."""

    def __init__(self, parts: Iterable[StyledPart]) -> None:
        self.text = ""
        self.whole = True
        self._parts: dict[str, list[str]] = {}
        for style, text in parts:
            mark = _MARKS.get(style)
            if mark is None:
                self.whole = self.whole and not _ANY_MARK.search(text)
                self.text += text
            elif text and self.text.endswith(mark):
                self._parts[mark][-1] += text
            elif text:
                self.text += mark
                self._parts.setdefault(mark, []).append(text)

    def taken(self, marks: str, style: Style) -> str:
        """Return the next part of a style, nothing where it is not among these marks."""
        mark = _MARK_OF[style]
        return self._parts[mark].pop(0) if mark in marks else ""

    def read(self, text: str) -> str:
        """Return a piece of the text as it reads, with the next parts where their marks stand."""
        return _ANY_MARK.sub(lambda mark: self._parts[mark[0]].pop(0), text)


def styled_indicators(parts: Sequence[StyledPart]) -> tuple[PrintedIndicator, ...] | None:
    """Return the indicators of a cell: where one does not read as printed, part for part, by its text.

    Returns None where some text would belong to none.
    """
    marked = _Marked(parts)
    if not marked.whole:
        return None
    found: list[PrintedIndicator] = []
    place = 0
    while place < len(marked.text):
        match = _INDICATOR.search(marked.text, place)
        end = match.start() if match else len(marked.text)
        if rest := marked.read(marked.text[place:end]).strip():
            typed = split_cell(rest, len(found) + 1)
            if not typed or not rest.startswith(f"{typed[0].number}、"):
                return None
            found += typed
        if match:
            found.append(_indicator(marked, match))
        place = match.end() if match else end
    return tuple(found)


def _indicator(marked: _Marked, match: re.Match[str]) -> PrintedIndicator:
    number, category, name, cycle, annual = match.groups()
    first, _, second = marked.taken(category, Style.CATEGORY).partition("；")
    name = marked.taken(name, Style.NAME)
    cycle_target, annual_target = targets = _target(marked, cycle), _target(marked, annual)
    return PrintedIndicator(first, second, name, cycle_target.text, annual_target.text, int(number), targets)


def _target(marked: _Marked, marks: str) -> Target:
    """Return a target: read as any printed one, or part by part where that would not give the same."""
    if _MARK_OF[Style.TARGET] in marks:
        return split_target(marked.taken(marks, Style.TARGET))
    sign, value, measure = (marked.taken(marks, style) for style in (Style.SIGN, Style.VALUE, Style.MEASURE))
    operator = next((known for known in OPERATORS if known == sign), None)
    if operator is None:
        return split_target(sign + value + measure)
    return Target(operator=operator, value=value, measure=measure)


def styled_captions(parts: Sequence[StyledPart]) -> OwnTitle | None:
    """Return what the line above a table says, None where it does not read as printed."""
    marked = _Marked(parts)
    found = _CAPTIONS.fullmatch(marked.text) if marked.whole else None
    year = _YEAR.fullmatch(marked.taken(_MARK_OF[Style.YEAR], Style.YEAR)) if found else None
    if found is None or year is None:
        return None
    department = marked.taken(found[1], Style.DEPARTMENT)
    scheme = DEFAULT_SCHEME if found[2] is None else marked.taken(found[2], Style.SCHEME)
    return OwnTitle(department, int(year[1]), scheme)
