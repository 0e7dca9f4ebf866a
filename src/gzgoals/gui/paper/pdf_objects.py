"""The objects of a PDF of Qt's, read and exchanged for others (ISO 32000-1, 7.3.10 and 7.5)."""

import re
import zlib
from collections.abc import Mapping
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])[ \r\n]{2}")
_TRAILER = re.compile(rb"trailer\s*<<.*?>>\s*startxref", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n")
_QUICK = 3
"""How hard streams are packed: harder takes twice as long for an eighth less."""
_FREE = b"0000000000 65535 f \n"


class PdfObjects:
    """The objects of a PDF by their numbers, each from `N 0 obj` to `endobj`; raises `ValueError` for no such PDF."""

    def __init__(self, pdf: bytes) -> None:
        start = _START.search(pdf)
        table = _TABLE.match(pdf, int(start[1])) if start else None
        trailer = _TRAILER.search(pdf, table.end()) if table else None
        if not table or not trailer:
            raise ValueError("the PDF does not end with a table of its objects")
        entries = _ENTRY.findall(pdf, table.end(), trailer.start())
        places = {int(offset): number for number, (offset, kind) in enumerate(entries) if kind == b"n"}
        bounds = [*sorted(places), table.start()]
        self._head, self._trailer, self._count = pdf[: bounds[0]], trailer[0], int(table[1])
        self._objects = {places[begin]: pdf[begin:end] for begin, end in pairwise(bounds)}

    def __getitem__(self, number: int) -> bytes:
        """Return an object as it is written in the file."""
        return self._objects[number]

    def items(self) -> list[tuple[int, bytes]]:
        """Return all objects with their numbers, in the order of the file."""
        return list(self._objects.items())

    def written(self) -> list[bytes]:
        """Return all objects in the order of the file."""
        return list(self._objects.values())

    def stream(self, number: int) -> bytes:
        """Return what a packed stream holds."""
        content = self._objects[number]
        begin = _STREAM.search(content)
        return zlib.decompressobj().decompress(content[begin.end() :]) if begin else b""

    def with_streams(self, streams: Mapping[int, bytes]) -> bytes:
        """Return the PDF with other contents, packed, for some of its streams."""
        parts, size, table = [self._head], len(self._head), [_FREE] * self._count
        for number, written in self._objects.items():
            part = _packed(number, streams[number]) if number in streams else written
            table[number] = b"%010d 00000 n \n" % size
            parts.append(part)
            size += len(part)
        xref = b"xref\n0 %d\n%s" % (self._count, b"".join(table))
        return b"".join((*parts, xref, self._trailer, b"\n%d\n%%%%EOF\n" % size))


def _packed(number: int, content: bytes) -> bytes:
    packed = zlib.compress(content, _QUICK)
    head = b"%d 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % (number, len(packed))
    return head + packed + b"\nendstream\nendobj\n"
