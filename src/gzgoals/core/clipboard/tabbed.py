"""Blocks as text: cells parted by tabs, rows by line ends, cells of several lines in quotation marks, as Excel does."""

import re
from collections.abc import Iterator

from gzgoals.core.clipboard.block import MOST_COLUMNS, ROWS_OF_A_SHEET, Block, too_much

_QUOTE = '"'
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_BREAKS = re.compile("\r\n?")


def block_of_text(text: str) -> Block:
    """Return the block that a text holds; a text without tabs and line ends is a block of one cell.

    A mark that opens a cell and is never closed before a tab, a line end or the end of the text is part of its text.
    Raises `BadClipboardError` for more than a sheet could hold.
    """
    text = _BREAKS.sub("\n", text)
    return Block.of(_rows(text)) if text else Block()


def _rows(text: str) -> Iterator[list[str]]:
    row: list[str] = []
    place = given = 0
    while True:
        quoted = _QUOTED.match(text, place)
        found = quoted or _PLAIN.match(text, place)
        assert found is not None
        row.append(quoted[1].replace(_QUOTE * 2, _QUOTE) if quoted else found[0])
        place = found.end() + 1
        if text[found.end() : place] != "\t":
            yield row
            row = []
            given += 1
            if place >= len(text):
                return
        if given >= ROWS_OF_A_SHEET or len(row) > MOST_COLUMNS:
            raise too_much()


def text_of_block(block: Block) -> str:
    """Return a block as text, each row ended by CR LF."""
    return "".join("\t".join(map(_cell, row)) + "\r\n" for row in block.rows)


def _cell(text: str) -> str:
    needs = text.startswith(_QUOTE) or any(mark in text for mark in "\t\n\r")
    return f'"{text.replace(_QUOTE, _QUOTE * 2)}"' if needs else text
