"""The PDF library: opening a document, and the functions of its C interface that are called for every character.

Those are bound anew such that a call keeps the interpreter's lock and makes no pointer objects: a page has thousands
of characters. PDFium knows no threads, so one document is open at a time.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from gzgoals.core.errors import BadFileError

_ENCRYPTED = "“{}”设有密码，无法读取，请先用阅读器打开，另存为不加密的 PDF 再导入。"
_DAMAGED = "“{}”不是完整的 PDF 文件，可能没有下载完整，请重新下载后再导入。"

_A4 = (595.0, 842.0)

_MOST_PAGES = 20_000
_TOO_LONG = "“{}”有 {} 页，多于能够读入的 {} 页，请只保留绩效目标表所在的页，另存后再导入。"

_one_at_a_time = Lock()


class Document:
    """An open document; `pages` hands out one open page after another."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self.page_count: int = len(document)

    @property
    def title(self) -> str:
        """What the document calls itself, nothing for no title."""
        return self._told("Title")

    @property
    def creator(self) -> str:
        """The program that the document names as its creator, nothing for none."""
        return self._told("Creator")

    def _told(self, key: str) -> str:
        try:
            value: str = self._document.get_metadata_value(key)
        except UnicodeDecodeError:  # half a character
            return ""
        return value.strip()

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Return width and height of each page as it is shown, in points; A4 for one that cannot be opened."""
        return tuple(map(self._size, range(self.page_count)))

    def _size(self, number: int) -> tuple[float, float]:
        try:
            width, height = self._document.get_page_size(number)
        except pypdfium2.PdfiumError:
            return _A4
        return width, height

    @contextmanager
    def page(self, number: int) -> Iterator[Any]:
        """Open the page `number`, counted from 0; a page that cannot be opened is None."""
        try:
            page = self._document[number]
        except pypdfium2.PdfiumError:
            yield None
            return
        try:
            yield page
        finally:
            page.close()


@contextmanager
def opened(data: bytes, source: str) -> Iterator[Document]:
    """Open a PDF; raises `BadFileError` naming `source` where it is encrypted, damaged or endless."""
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            secret = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise BadFileError((_ENCRYPTED if secret else _DAMAGED).format(source)) from error
        try:
            if not len(document):
                raise BadFileError(_DAMAGED.format(source))
            if len(document) > _MOST_PAGES:
                raise BadFileError(_TOO_LONG.format(source, len(document), _MOST_PAGES))
            yield Document(document)
        finally:
            document.close()


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_handle, _int, _float, _out = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_void_p

character_code = _bound(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _handle, _int)
is_generated = _bound(pdfium.FPDFText_IsGenerated, _int, _handle, _int)
loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, _int, _handle, _int, _out)
character_origin = _bound(pdfium.FPDFText_GetCharOrigin, _int, _handle, _int, _out, _out)
text_object = _bound(pdfium.FPDFText_GetTextObject, _handle, _handle, _int)
content_mark = _bound(pdfium.FPDFPageObj_GetMarkedContentID, _int, _handle)
character_angle = _bound(pdfium.FPDFText_GetCharAngle, _float, _handle, _int)

object_at = _bound(pdfium.FPDFPage_GetObject, _handle, _handle, _int)
object_in_form = _bound(pdfium.FPDFFormObj_GetObject, _handle, _handle, ctypes.c_ulong)
object_kind = _bound(pdfium.FPDFPageObj_GetType, _int, _handle)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, _int, _handle, _out, _out, _out, _out)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, _int, _handle, _out)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, _int, _handle, _out, _out)
segment_count = _bound(pdfium.FPDFPath_CountSegments, _int, _handle)
segment_at = _bound(pdfium.FPDFPath_GetPathSegment, _handle, _handle, _int)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, _int, _handle, _out, _out)
segment_kind = _bound(pdfium.FPDFPathSegment_GetType, _int, _handle)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, _int, _handle)


def address_of(pointer: Any) -> int:
    """Return the address that a pointer of the library points to, for the functions above."""
    address = ctypes.cast(pointer, ctypes.c_void_p).value
    return address or 0
