"""The records of an xls looked through: how its cells look, and how far they reach."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gzgoals.core.exchange.office.compound import BrokenCompoundError, Compound, alone
from gzgoals.core.exchange.office.looks import BUILT_IN, ERRORS, INDENT, Look
from gzgoals.core.exchange.office.packages import broken, locked, too_wide

_BOF, _EOF, _SHEET, _FORMAT, _XF, _PASSWORD = 0x809, 0x0A, 0x85, 0x41E, 0xE0, 0x2F
_FORMULA, _BOOL_OR_ERROR, _MANY, _DIMENSIONS, _STRINGS = 0x06, 0x205, 0xBD, 0x200, 0xFC
_CELLS = frozenset({_FORMULA, _BOOL_OR_ERROR, 0x203, 0x204, 0xFD, 0x27E, 0xD6})
_NEWEST = 0x600
_LEFT = frozenset({0, 1, 7})
_FORMULA_IS_ERROR = 2


class _Record(NamedTuple):
    place: int
    kind: int
    data: bytes


@dataclass(slots=True)
class _Book:
    codes: dict[int, str] = field(default_factory=lambda: dict(BUILT_IN))
    styles: list[tuple[int, int]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    newest: bool = True

    def look_of(self, style: int) -> tuple[str, int]:
        """Return the number format and the indentation that cells of a style have."""
        number, indent = self.styles[style] if style < len(self.styles) else (0, 0)
        return self.codes.get(number, ""), indent


def xls_looks(data: bytes, source: str) -> tuple[bytes, tuple[Look, ...]]:
    """Return the workbook with nothing but its records, and how each of its sheets looks, in their order.

    Raises `BadFileError` for a file that is not whole, has a password, or whose cells reach too far to be laid out.
    """
    try:
        container = Compound(data)
        name = "Workbook" if "Workbook" in container.names else "Book"
        stream = bytearray(container.stream(name))
        book = _book(stream)
        if book is None:
            raise locked(source)
        looks = tuple(_sheet_look(stream, place, book) for place in book.places)
    except (BrokenCompoundError, struct.error, LookupError) as error:
        raise broken(source) from error
    if any(look.too_wide for look in looks):
        raise too_wide(source)
    return alone(name, bytes(stream)), looks


def _records(stream: bytearray, place: int) -> Iterator[_Record]:
    """Yield the records of a substream with those of the charts in it, up to its end."""
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", stream, place)
        if place + 4 + length > len(stream):
            raise BrokenCompoundError
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield _Record(place + 4, kind, bytes(stream[place + 4 : place + 4 + length]))
        place += 4 + length


def _book(stream: bytearray) -> _Book | None:
    """Return what the records for the whole book say, None when the rest is under a password."""
    book = _Book()
    for _, kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            return None
        if kind == _BOF:
            book.newest = struct.unpack_from("<H", data)[0] >= _NEWEST
        elif kind == _SHEET:
            book.places.append(struct.unpack_from("<I", data)[0])
        elif kind == _FORMAT:
            book.codes[struct.unpack_from("<H", data)[0]] = _code(data, book.newest)
        elif kind == _XF:
            book.styles.append(_style(data, book.newest))
        elif kind == _STRINGS and struct.unpack_from("<I", data, 4)[0] > len(stream):
            raise BrokenCompoundError  # memory would be taken for all the strings that are claimed
    return book


def _code(data: bytes, newest: bool) -> str:
    if not newest:
        return data[3 : 3 + data[2]].decode("gb18030", "replace")
    length, wide = struct.unpack_from("<HB", data, 2)
    return (
        data[5 : 5 + length * 2].decode("utf-16-le", "replace") if wide & 1 else data[5 : 5 + length].decode("latin-1")
    )


def _style(data: bytes, newest: bool) -> tuple[int, int]:
    number = struct.unpack_from("<H", data, 2)[0]
    if not newest or data[6] & 7 not in _LEFT:
        return number, 0
    return number, (data[8] & 15) * INDENT


def _sheet_look(stream: bytearray, place: int, book: _Book) -> Look:
    look = Look()
    claimed = []
    for where, kind, data in _records(stream, place):
        if kind == _MANY:
            row, column = struct.unpack_from("<HH", data)
            for number in range((len(data) - 6) // 6):
                _meet(look, (row, column + number), book.look_of(struct.unpack_from("<H", data, 4 + 6 * number)[0]))
        elif kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", data)
            _meet(look, (row, column), book.look_of(style))
            if (text := _error(kind, data)) is not None:
                look.texts[row, column] = text
        elif kind == _DIMENSIONS:
            claimed.append((where, len(data)))
    _claim_less(stream, claimed, look)
    return look


def _meet(look: Look, cell: tuple[int, int], style: tuple[str, int]) -> None:
    look.reach(*cell)
    code, indent = style
    if code:
        look.formats[cell] = code
    if indent:
        look.indents[cell] = indent


def _error(kind: int, data: bytes) -> str | None:
    if kind == _BOOL_OR_ERROR and data[7]:
        return ERRORS.get(data[6], "#N/A")
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == _FORMULA_IS_ERROR:
        return ERRORS.get(data[8], "#N/A")
    return None


def _claim_less(stream: bytearray, claimed: list[tuple[int, int]], look: Look) -> None:
    """Write over how far the sheet claims to reach, for which memory would be taken, how far it does."""
    _, _, bottom, right = look.extent
    for where, length in claimed:
        wide = length >= 14
        if wide:
            struct.pack_into("<IIHH", stream, where, 0, bottom + 1, 0, right + 1)
        elif length >= 8:
            struct.pack_into("<HHHH", stream, where, 0, min(bottom + 1, 0xFFFF), 0, right + 1)
