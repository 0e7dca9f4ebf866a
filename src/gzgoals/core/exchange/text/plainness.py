"""Whether a table can be written in plain lines such that reading them gives back the same."""

import re

from gzgoals.core.exchange.printed.captions import captions_of
from gzgoals.core.exchange.printed.indicator_text import find_cell, indicator_of, indicators_text, split_cell
from gzgoals.core.exchange.printed.radicals import without_radicals
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.unwrapped_rows import BLANK_AMOUNT, is_head, is_number
from gzgoals.core.table import Amount, Catalogue, GoalTable, Indicator, Project, catalogue_of, split_target

_UNKEPT = re.compile("[\x00-\x09\x0b-\x1f\x7f\ufeff\ud800-\udfff]")
_SUSPICIOUS = re.compile(r"[；。、:：]|^\s|\s$")
_WORDS = re.compile("(?:实施周期|年度)指标值")
"""By which a text would be taken for one that another row ran into."""


def is_plain(table: GoalTable, heading: list[str]) -> bool:
    """Tell whether plain lines give back all of a table; `heading` are those above its rows."""
    captions = captions_of(heading)
    if (captions.department, captions.scheme, captions.year) != (table.department, table.scheme, table.year):
        return False
    catalogue = catalogue_of(table.scheme)
    names = [table.department, table.scheme, *(unit.name for unit in table.units)]
    return (
        not captions.in_yuan
        and all(map(_is_line, names))
        and not any(compact(unit.name) in TOTAL_NAMES for unit in table.units)
        and all(_is_plain_project(project, catalogue) for unit in table.units for project in unit.projects)
    )


def _is_plain_project(project: Project, catalogue: Catalogue) -> bool:
    funding = project.funding
    return (
        _is_line(project.name)
        and all(map(_is_word, (funding.appropriation, funding.special_account, funding.other)))
        and _is_plain_objective(project.objective)
        and _are_plain(project.indicators, catalogue)
    )


def _is_kept(text: str) -> bool:
    return not _UNKEPT.search(text) and without_radicals(text) == text and not _WORDS.search(text)


def _is_line(text: str) -> bool:
    return _is_kept(text) and text == text.strip() and len(text.splitlines()) <= 1


def _is_word(amount: Amount) -> bool:
    if not isinstance(amount, str) or not amount:
        return True
    misread = amount.startswith(BLANK_AMOUNT) or is_number(amount)
    return _is_kept(amount) and amount == "".join(amount.split()) and not misread


def _is_plain_objective(text: str) -> bool:
    if not text:
        return True
    lines = text.split("\n")
    return (
        _is_kept(text)
        and bool(lines[0].strip() and lines[-1].strip())
        and not any(is_head(Line(1, line)) or (line.startswith("1、") and find_cell(line) == 0) for line in lines)
    )


def _are_plain(indicators: tuple[Indicator, ...], catalogue: Catalogue) -> bool:
    """Tell whether indicators are read back from their cell; those that could be misread are tried."""
    texts = [text for each in indicators for text in (each.category, each.name, each.cycle.text, each.annual.text)]
    if not all(_is_kept(text) and "\n" not in text for text in texts):
        return False
    if not any(map(_is_odd, indicators)) and all(each.category in catalogue.by_code for each in indicators):
        return True
    cell = indicators_text(indicators, catalogue)
    read = [indicator_of(printed, catalogue) for printed in split_cell(cell)]
    return find_cell(cell) == 0 and [_said(each) for each in read] == [_said(each) for each in indicators]


def _is_odd(indicator: Indicator) -> bool:
    targets = (indicator.cycle, indicator.annual)
    texts = (indicator.name, *(target.text for target in targets))
    return any(map(_SUSPICIOUS.search, texts)) or any(split_target(each.text) != each for each in targets)


def _said(indicator: Indicator) -> tuple[object, ...]:
    return indicator.category, indicator.name, indicator.cycle, indicator.annual
