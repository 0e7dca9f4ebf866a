"""Rows of a text whose lines are not wrapped, as our own export writes them: every line is a paragraph or a cell."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.exchange.printed.indicator_text import find_cell, split_cell
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.source import Spot
from gzgoals.core.exchange.text.amounts import MOST, amount_run
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.table import Amount, amount_of

INDENT = " " * 4
BLANK_AMOUNT = "—"
_NUMBER = re.compile(r"-?[0-9,]{1,30}\.[0-9]{2,12}")


def unwrapped_rows(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of a text that is not wrapped, the paragraphs of their objectives kept apart."""
    rows: list[Row] = []
    text: list[str] = []
    for line in lines:
        if not (head := _head(line)):
            text.append(line.text)
            continue
        if rows:
            rows[-1] = _with_text(rows[-1], text)
        rows.append(head)
        text = []
    return [*rows[:-1], _with_text(rows[-1], text)] if rows else []


def _head(line: Line) -> Row | None:
    name, *words = line.text.rstrip().rsplit(" ", MOST)
    is_project = line.text.startswith(INDENT)
    numbers = [_NUMBER.fullmatch(word) is not None for word in words]
    if len(words) == MOST and numbers[0] and (is_project or all(numbers)):
        return Row(
            (Spot(line=line.number),), name.strip(), tuple(_amount(word) for word in words), leads=not is_project
        )
    run = amount_run(line.text) if is_project else None
    if run and not line.text[run.end :].strip():
        return Row((Spot(line=line.number),), line.text[: run.begin].strip(), run.amounts)
    return None


def _amount(word: str) -> Amount:
    return "" if word == BLANK_AMOUNT else amount_of(word)


def _with_text(row: Row, lines: Sequence[str]) -> Row:
    row = replace(row, spots=(row.spot.until(row.spot.line + len(lines)),))
    begin, end = 0, len(lines)
    while begin < end and not lines[begin].strip():
        begin += 1
    while end > begin and not lines[end - 1].strip():
        end -= 1
    cells = [index for index in range(begin, end) if lines[index].startswith("1、") and find_cell(lines[index]) == 0]
    if not cells:
        return replace(row, objective="\n".join(lines[begin:end]))
    objective = "\n".join(lines[begin : cells[-1]])
    return replace(row, objective=objective, printed=split_cell("".join(lines[cells[-1] : end])))
