"""Rows of a text whose lines are not wrapped, as our own export writes them: every line is a paragraph or a cell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gzgoals.core.exchange.printed.indicator_text import find_cell, split_cell
from gzgoals.core.exchange.printed.rows import Rank, Row
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES
from gzgoals.core.exchange.source import Spot
from gzgoals.core.exchange.text.amounts import MOST, amount_run
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.escaping import cell_unescaped, unescaped
from gzgoals.core.table import Amount, amount_of

INDENT = " " * 4
BLANK_AMOUNT = "—"
_NUMBER = re.compile(r"-?[0-9,]{1,30}\.[0-9]{2,12}")


def unwrapped_rows(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of a text that is not wrapped, the paragraphs of their objectives kept apart."""
    return [_with_text(row, text) for row, text in _rows(lines)]


def escaped_rows(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of such a text that is escaped: what each is, is told before anything of it is unescaped."""
    return [_with_escaped(row, text) for row, text in _rows(lines)]


def is_head(line: Line) -> bool:
    """Tell whether a line would be read as name and amounts of a row."""
    return _head(line) is not None


def _rows(lines: Sequence[Line]) -> list[tuple[Row, list[str]]]:
    """Return the heads of rows, each with the lines below it."""
    rows: list[tuple[Row, list[str]]] = []
    for line in lines:
        if head := _head(line):
            rows.append((head, []))
        elif rows:
            rows[-1][1].append(line.text)
    return rows


def _head(line: Line) -> Row | None:
    name, *words = line.text.rstrip().rsplit(" ", MOST)
    is_project = line.text.startswith(INDENT)
    numbers = [is_number(word) for word in words]
    if len(words) == MOST and numbers[0] and (is_project or all(numbers)):
        return Row(
            (Spot(line=line.number),), name.strip(), tuple(_amount(word) for word in words), leads=not is_project
        )
    run = amount_run(line.text) if is_project else None
    if run and not line.text[run.end :].strip():
        return Row((Spot(line=line.number),), line.text[: run.begin].strip(), run.amounts)
    return None


def _amount(word: str) -> Amount:
    amount = "" if word == BLANK_AMOUNT else amount_of(word)
    return Decimal(word.replace(",", "")) if isinstance(amount, str) and is_number(word) else amount


def is_number(word: str) -> bool:
    """Tell whether a word would be read as an amount, even one of more digits than an amount may have: a sum."""
    return _NUMBER.fullmatch(word) is not None


def _with_escaped(row: Row, lines: Sequence[str]) -> Row:
    cells = [place for place, line in enumerate(lines) if line.startswith("1、")]
    end = cells[-1] if cells else len(lines)
    cell = "".join(lines[end:])
    printed = cell_unescaped(cell)
    rank = Rank.PROJECT if not row.leads else Rank.TOTAL if row.name in TOTAL_NAMES else Rank.UNIT
    return replace(
        row,
        spots=(row.spot.until(row.spot.line + len(lines)),),
        name=unescaped(row.name),
        amounts=tuple(unescaped(amount) if isinstance(amount, str) else amount for amount in row.amounts),
        objective=unescaped("\n".join(_without_blank_ends(lines[:end]))),
        printed=split_cell(unescaped(cell)) if printed is None else printed,
        told=rank,
    )


def _without_blank_ends(lines: Sequence[str]) -> Sequence[str]:
    begin, end = 0, len(lines)
    while begin < end and not lines[begin].strip():
        begin += 1
    while end > begin and not lines[end - 1].strip():
        end -= 1
    return lines[begin:end]


def _with_text(row: Row, lines: Sequence[str]) -> Row:
    row = replace(row, spots=(row.spot.until(row.spot.line + len(lines)),))
    lines = _without_blank_ends(lines)
    cells = [place for place, line in enumerate(lines) if line.startswith("1、") and find_cell(line) == 0]
    if not cells:
        return replace(row, objective="\n".join(lines))
    objective = "\n".join(lines[: cells[-1]])
    return replace(row, objective=objective, printed=split_cell("".join(lines[cells[-1] :])))
