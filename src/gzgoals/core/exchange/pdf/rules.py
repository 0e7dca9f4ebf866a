"""The straight rules on a page, however they were drawn: stroked lines, thin filled boxes, outlines of cells."""

import ctypes
from collections.abc import Iterator
from itertools import compress, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gzgoals.core.exchange.pdf.library import (
    address_of,
    draw_mode,
    object_at,
    object_bounds,
    object_in_form,
    object_kind,
    object_matrix,
    segment_at,
    segment_closes,
    segment_count,
    segment_kind,
    segment_point,
)
from gzgoals.core.exchange.pdf.orientation import Orientation

_THICKEST = 3.0
_SLANT = 1.0
_SHORTEST = 0.05
_DEEPEST = 8
_MOST_SEGMENTS = 200_000


class Rule(NamedTuple):
    """A straight rule in points, upright: at `place` across its direction, from `begin` to `end` along it."""

    place: float
    begin: float
    end: float


class Rules(NamedTuple):
    """The rules of a page: horizontal ones at their heights, vertical ones at their distances from the left."""

    horizontal: list[Rule]
    vertical: list[Rule]


class _Matrix(NamedTuple):
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "_Matrix") -> "_Matrix":
        """Return the matrix that first does this one, then the outer one."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return _Matrix(a, b, c, d, *outer.point(self.e, self.f))


_PLAIN = _Matrix()


def rules_of(page: Any, orientation: Orientation) -> Rules:
    """Return the rules of an open page."""
    reader = _Reader(orientation)
    handle = address_of(page.raw)
    # Thousands of objects are text: what is done for each of them stays out of the interpreter's loop.
    objects = [*map(object_at, repeat(handle), range(pdfium.FPDFPage_CountObjects(page)))]
    for found in compress(objects, map(pdfium.FPDF_PAGEOBJ_TEXT.__ne__, map(object_kind, objects))):
        reader.read(found, _PLAIN, 0)
    return Rules(reader.horizontal, reader.vertical)


class _Reader:
    """Gathers the rules of one page; its buffers are used again for each object."""

    def __init__(self, orientation: Orientation) -> None:
        self._orientation = orientation
        self.horizontal: list[Rule] = []
        self.vertical: list[Rule] = []
        self._box = (ctypes.c_float * 4)()
        self._corners = [ctypes.addressof(self._box) + 4 * place for place in range(4)]
        self._modes = (ctypes.c_int * 2)()
        self._mode_places = [ctypes.addressof(self._modes) + 4 * place for place in range(2)]
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_place = ctypes.addressof(self._matrix)
        self._segments = 0

    def read(self, handle: int, outer: _Matrix, depth: int) -> None:
        """Take in the rules of a page object and of what is in it."""
        kind = object_kind(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(handle, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = self._own_matrix(handle).within(outer)
            for index in range(max(pdfium.FPDFFormObj_CountObjects(_form(handle)), 0)):
                self.read(object_in_form(handle, index), inner, depth + 1)

    def _path(self, handle: int, outer: _Matrix) -> None:
        if not object_bounds(handle, *self._corners):
            return
        box = self._box
        x1, y1 = outer.point(box[0], box[1])
        x2, y2 = outer.point(box[2], box[3])
        if min(abs(x2 - x1), abs(y2 - y1)) <= _THICKEST:
            self._thin(x1, y1, x2, y2)
            return
        draw_mode(handle, *self._mode_places)
        if self._modes[1]:
            for start, end in self._lines(handle, self._own_matrix(handle).within(outer)):
                if abs(start[0] - end[0]) <= _SLANT or abs(start[1] - end[1]) <= _SLANT:
                    self._thin(*start, *end)
        elif self._modes[0]:
            self._filled(handle, self._own_matrix(handle).within(outer))

    def _filled(self, handle: int, matrix: _Matrix) -> None:
        """Take in the thin boxes of a path that fills many of them at once; a large one is only a background."""
        corners: list[tuple[float, float]] = []
        for start, end in self._lines(handle, matrix):
            if corners and corners[-1] != start:
                self._thin_outline(corners)
                corners = []
            corners = [*(corners or [start]), end]
        self._thin_outline(corners)

    def _thin_outline(self, corners: list[tuple[float, float]]) -> None:
        if corners:
            across, down = [x for x, _ in corners], [y for _, y in corners]
            if min(max(across) - min(across), max(down) - min(down)) <= _THICKEST:
                self._thin(min(across), min(down), max(across), max(down))

    def _lines(self, handle: int, matrix: _Matrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """Yield the straight lines of a path, those that close an outline too."""
        first = last = (0.0, 0.0)
        count = segment_count(handle)
        self._segments += max(count, 0)
        if self._segments > _MOST_SEGMENTS:
            return
        for index in range(count):
            segment = segment_at(handle, index)
            segment_point(segment, self._corners[0], self._corners[1])
            point = matrix.point(self._box[0], self._box[1])
            kind = segment_kind(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                first = point
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                yield last, point
            last = point
            if segment_closes(segment) and last != first:
                yield last, first
                last = first

    def _own_matrix(self, handle: int) -> _Matrix:
        if not object_matrix(handle, self._matrix_place):
            return _PLAIN
        matrix = self._matrix
        return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _thin(self, x1: float, y1: float, x2: float, y2: float) -> None:
        left, top, right, bottom = self._orientation.upright(x1, y1, x2, y2)
        width, height = right - left, bottom - top
        if max(width, height) < _SHORTEST:
            return
        if width >= height:
            self.horizontal.append(Rule((top + bottom) / 2, left, right))
        else:
            self.vertical.append(Rule((left + right) / 2, top, bottom))


def _form(handle: int) -> Any:
    return ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
