"""OLE compound files, the containers of old office documents: what streams they hold, and the bytes of one.

Only as much as telling the kinds apart and finding number formats takes; whatever contradicts itself is `Broken`.
"""

import struct
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = 512
_ENTRY = 128
_END = 0xFFFFFFFA  # sector numbers from here on mean something else
_LAST, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STREAM, _ROOT = 2, 5
_FIRST_TABLES = 109


class BrokenCompoundError(Exception):
    """The container contradicts itself or ends too early."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A compound file opened for reading."""

    def __init__(self, data: bytes) -> None:
        """Read the directory; raises `BrokenCompoundError` when there is none to be read."""
        try:
            self._open(data)
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise BrokenCompoundError from error

    def _open(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < _HEADER:
            raise BrokenCompoundError
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or mini_shift > shift:
            raise BrokenCompoundError
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, self._cutoff, mini_table = struct.unpack_from("<I4xII", data, 48)
        self._table = self._sector_table()
        self._entries = self._directory(self._chain(directory, self._table))
        self._mini_table = _numbers(self._chain(mini_table, self._table)) if mini_table < _END else ()
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        self._mini = self._chain(root.start, self._table) if root and root.start < _END else b""

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams, at whatever depth."""
        return frozenset(entry.name for entry in self._entries if entry.kind == _STREAM)

    def stream(self, name: str) -> bytes:
        """Return the bytes of the first stream of that name; raises `BrokenCompoundError` when it is not whole."""
        entry = next((entry for entry in self._entries if entry.kind == _STREAM and entry.name == name), None)
        if entry is None:
            raise BrokenCompoundError
        small = entry.size < self._cutoff
        try:
            chained = self._mini_chain(entry.start) if small else self._chain(entry.start, self._table)
        except (struct.error, IndexError) as error:
            raise BrokenCompoundError from error
        if len(chained) < entry.size:
            raise BrokenCompoundError
        return chained[: entry.size]

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        sector = self._data[begin : begin + self._size]
        if not sector:
            raise BrokenCompoundError
        return sector

    def _sector_table(self) -> tuple[int, ...]:
        places = list(struct.unpack_from("<109I", self._data, 76))
        more, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._size)):
            if more >= _END:
                break
            *found, more = _numbers(self._sector(more))
            places += found
        return tuple(number for place in places if place < _END for number in _numbers(self._sector(place)))

    def _chain(self, start: int, table: tuple[int, ...]) -> bytes:
        sectors: list[bytes] = []
        number = start
        while number < _END:
            if len(sectors) > len(table):
                raise BrokenCompoundError  # a ring
            sectors.append(self._sector(number))
            number = table[number]
        return b"".join(sectors)

    def _mini_chain(self, start: int) -> bytes:
        sectors: list[bytes] = []
        number = start
        while number < _END:
            if len(sectors) > len(self._mini_table):
                raise BrokenCompoundError
            sectors.append(self._mini[number * self._mini_size : (number + 1) * self._mini_size])
            number = self._mini_table[number]
        return b"".join(sectors)

    @staticmethod
    def _directory(data: bytes) -> tuple[_Entry, ...]:
        entries = []
        for begin in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, begin + 64)
            start, size = struct.unpack_from("<II", data, begin + 116)
            name = data[begin : begin + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            entries.append(_Entry(name, kind, start, size))
        return tuple(entries)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def alone(name: str, stream: bytes) -> bytes:
    """Return a container of one stream, which all libraries read alike, whatever the original was made to hide."""
    size = 4096
    content = stream + bytes(-len(stream) % size or (size if not stream else 0))
    small = len(content) // size  # a sector for the small streams, of which there are none: some readers ask for it
    directory, first = small + 1, small + 2
    count = 1
    while (first + count) * 4 > count * size:
        count += 1
    if count > _FIRST_TABLES:
        raise BrokenCompoundError
    numbers = [*range(1, small), _LAST, _LAST, _LAST, *[_TABLE] * count]
    table = struct.pack(f"<{len(numbers)}I", *numbers).ljust(count * size, b"\xff")
    places = struct.pack(f"<{count}I", *range(first, first + count)).ljust(4 * _FIRST_TABLES, b"\xff")
    numbers = [1, count, directory, 0, size, _LAST, 0, _LAST, 0]
    header = struct.pack("<8s16xHHHHH6x9I", MAGIC, 0x3E, 4, 0xFFFE, 12, 6, *numbers)
    entries = _written("Root Entry", _ROOT, 1, small, size) + _written(name, _STREAM, _FREE, 0, len(content))
    entries += _written("", 0, _FREE, 0, 0) * (size // _ENTRY - 2)
    return (header + places).ljust(size, b"\0") + content + bytes(size) + entries + table


def _written(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    length = len(letters) + 2 if name else 0
    entry = struct.pack("<64sHBBIII36xIQ", letters, length, kind, 1, _FREE, _FREE, child, start, size)
    return entry.ljust(_ENTRY, b"\0")
