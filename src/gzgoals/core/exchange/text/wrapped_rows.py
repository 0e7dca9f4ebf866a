"""Rows of a text whose cells were wrapped at some width, as it comes out of a published PDF."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.exchange.printed.indicator_text import split_cell
from gzgoals.core.exchange.printed.ranks import leading_rows
from gzgoals.core.exchange.printed.rows import Row
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.exchange.source import NOWHERE, Spot
from gzgoals.core.exchange.text.amounts import AmountRun, amount_run, amounts_together
from gzgoals.core.exchange.text.decoding import Line
from gzgoals.core.exchange.text.joining import indentation, joined, unpadded
from gzgoals.core.exchange.text.passage import Passage, passage_of
from gzgoals.core.exchange.text.unpaid import unpaid_heads

_NOTE = re.compile(r"\s*(?:备?注|说明)\s*[:：1一]")
_Head = tuple[int, AmountRun]
_ROUNDS = 3
_INDENTED_SHARE = 4
_SIGNS_OF_A_UNIT = 2


def wrapped_rows(lines: Sequence[Line]) -> list[Row]:
    """Return the rows of a wrapped text in their order; blank lines may stand anywhere."""
    lines = [line for line in lines if line.text.strip()]
    texts = unpadded([line.text for line in lines])
    lines = amounts_together([line._replace(text=text) for line, text in zip(lines, texts, strict=True)])
    heads = [(index, run) for index, line in enumerate(lines) if (run := amount_run(line.text))]
    if not heads:
        return []
    lines, note = _without_note(lines, heads[-1][0])
    passages = _passages(lines, heads)
    indent = _project_indent(passages)
    if indent and (more := unpaid_heads(lines, heads, indent)):
        heads = sorted([*heads, *more])
        passages = _passages(lines, heads)
    for _ in range(_ROUNDS):
        kept = [
            head for head, passage in zip(heads, passages, strict=False) if _begins_row(head, passage, lines, indent)
        ]
        if len(kept) == len(heads):
            break
        heads, passages = kept, _passages(lines, kept)
    *others, last = _rows(lines, heads, passages, indent)
    return [*others, replace(last, note=note)]


def _without_note(lines: Sequence[Line], last_head: int) -> tuple[list[Line], str]:
    """Part the rows from a note that stands below them, on a line of its own behind the last 。."""
    for place in range(last_head + 2, len(lines)):
        if _NOTE.match(lines[place].text) and lines[place - 1].text.rstrip().endswith("。"):
            return list(lines[:place]), "".join(line.text.strip() for line in lines[place:])
    return list(lines), ""


def _passages(lines: Sequence[Line], heads: Sequence[_Head]) -> list[Passage]:
    """Return what stands before each row's amounts and, as the last, what stands after the last ones."""
    passages = []
    last, rest = -1, ""
    for index, run in heads:
        between = [line.text for line in lines[last + 1 : index]]
        passages.append(passage_of([rest, *between, lines[index].text[: run.begin]], after_row=last >= 0))
        last, rest = index, lines[index].text[run.end :]
    passages.append(passage_of([rest, *(line.text for line in lines[last + 1 :]), ""], after_row=True))
    return passages


def _project_indent(passages: Sequence[Passage]) -> int:
    """Learn how far the names of projects are indented, in half-width columns; 0 when the indentation is lost."""
    widths = [indentation(passage.pieces[passage.closed]) for passage in passages[:-1]]
    outermost = min(widths)
    deeper = Counter(width for width in widths if width > outermost)
    if _INDENTED_SHARE * sum(deeper.values()) < len(widths) - 1:
        return 0
    return deeper.most_common(1)[0][0] if deeper else 0


def _begins_row(head: _Head, passage: Passage, lines: Sequence[Line], indent: int) -> bool:
    """Tell amounts that begin a row from figures within an objective, by what stands around them."""
    index, run = head
    if passage.first:
        return True
    if not indent:
        return run.adds_up or passage.at_boundary
    if passage.indented_from(indent) is not None:
        return True
    row_follows = index + 1 == len(lines) or indentation(lines[index + 1].text) >= indent
    return sum((run.adds_up, row_follows, passage.at_boundary)) >= _SIGNS_OF_A_UNIT


def _rows(lines: Sequence[Line], heads: Sequence[_Head], passages: Sequence[Passage], indent: int) -> list[Row]:
    leading = set() if indent else _leading_by_totals(heads, passages)
    rows: list[Row] = []
    begins: list[int] = []
    for order, (_, run) in enumerate(heads):
        passage, after = passages[order], passages[order + 1]
        begin, unsure = passage.name_begin(indent, after_leading=order > 0 and rows[-1].leads)
        name = joined(passage.pieces[begin:])[0].strip()
        leads = order in leading or (bool(indent) and indentation(passage.pieces[begin]) < indent and after.bare)
        leads = leads or compact(name) in TOTAL_NAMES
        unpaid = run.begin == run.end
        rows.append(Row((NOWHERE,), name, run.amounts, leads=leads, unsure=unsure, unpaid=unpaid))
        begins.append(begin)
    begins.append(len(passages[-1].pieces))
    spots = _spots([line.number for line in lines], [index for index, _ in heads], begins)
    return [
        replace(_with_text(row, passage, begin), spots=lines_of_row)
        for row, passage, begin, lines_of_row in zip(rows, passages[1:], begins[1:], spots, strict=True)
    ]


def _spots(numbers: Sequence[int], heads: Sequence[int], begins: Sequence[int]) -> list[tuple[Spot, ...]]:
    """Return the lines of each row: from its amounts down, and those above them where its name was wrapped.

    `begins` are the pieces of the passages with which the names begin; a passage's first piece is the rest of the line
    of the row before, and its last one stands on the line of the amounts.
    """
    above = [-1, *heads]
    firsts = [min(last + begin, len(numbers)) for last, begin in zip(above, begins, strict=True)]
    spots: list[tuple[Spot, ...]] = []
    for head, first, following in zip(heads, firsts, firsts[1:], strict=False):
        down = Spot(line=numbers[head], last=numbers[max(following - 1, head)])
        name = Spot(line=numbers[first], last=numbers[head - 1]) if first < head else None
        spots.append((down, name) if name else (down,))
    return spots


def _leading_by_totals(heads: Sequence[_Head], passages: Sequence[Passage]) -> set[int]:
    numbers = [order for order, passage in enumerate(passages[:-1]) if not passage.names_total]
    leading = leading_rows(
        [heads[order][1].amounts[0] for order in numbers], [passages[order + 1].bare for order in numbers]
    )
    return {numbers[place] for place in leading}


def _with_text(row: Row, passage: Passage, end: int) -> Row:
    text = passage.text_before(end)
    cell = passage.cell
    if not 0 <= cell < len(text):
        return replace(row, objective=text)
    return replace(row, objective=text[:cell].rstrip(), printed=split_cell(text[cell:]))
