"""What a tagged PDF says of its text: to which marked content and to which paragraph a character belongs."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gzgoals.core.exchange.pdf.library import content_mark, text_object

_INLINE = frozenset(
    ("Span", "NonStruct", "Em", "Strong", "Quote", "Link", "Code", "Lbl", "LBody", "Reference", "Note", "Sub", "Ruby")
)
_TYPE_SIZE = 64
_MOST = 100_000


class Mark(NamedTuple):
    """Numbers of the marked content and of the block around it that a character belongs to, -1 for none.

    A block is a paragraph, or a cell with text of its own; numbers count within a page.
    """

    content: int = -1
    block: int = -1


UNMARKED = Mark()


class Marks:
    """The marks of an open page."""

    def __init__(self, page: Any, text_page: int) -> None:
        self._text_page = text_page
        self._page = page
        self._known: dict[int, Mark] = {}
        self._is_read = False

    def of(self, index: int) -> Mark:
        """Return the mark of a character."""
        handle = text_object(self._text_page, index)
        content = int(content_mark(handle)) if handle else -1
        if content < 0:
            return UNMARKED
        if not self._is_read:
            self._is_read = True
            self._read()
        return self._known.get(content) or Mark(content)

    def _read(self) -> None:
        tree = pdfium.FPDF_StructTree_GetForPage(self._page.raw)
        if not tree:
            return
        try:
            count = pdfium.FPDF_StructTree_CountChildren(tree)
            roots = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, place) for place in range(count))
            self._walk([(root, 0) for root in roots if root])
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _walk(self, elements: list[tuple[Any, int]]) -> None:
        """Note the contents of elements and of those in them, each with the block that they stand in."""
        for number in range(1, _MOST):
            if not elements:
                return
            element, block = elements.pop()
            if not _is_inline(element):
                block = number
            for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
                content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, place)
                if content >= 0:
                    self._known[content] = Mark(content, block)
                elif child := pdfium.FPDF_StructElement_GetChildAtIndex(element, place):
                    elements.append((child, block))


def _is_inline(element: Any) -> bool:
    buffer = ctypes.create_string_buffer(_TYPE_SIZE)
    pdfium.FPDF_StructElement_GetType(element, buffer, _TYPE_SIZE)
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0] in _INLINE
