"""Pages of a PDF as pictures, to be shown beside what was read from them; without Qt."""

from dataclasses import dataclass

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.pdf.library import opened

_LARGEST = 40_000_000
_NO_PAGE = "这个 PDF 没有第 {} 页，或该页已损坏，无法显示。"
_NAME = "PDF"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn: width and height in pixels, four bytes a pixel (blue, green, red, unused), `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


def page_picture(data: bytes, page: int, scale: float) -> Picture:
    """Return the page `page`, counted from 1, drawn at `scale` pixels a point; a huge page is drawn smaller.

    Raises `BadFileError` where the file or the page cannot be read.
    """
    with opened(data, _NAME) as document:
        if not 1 <= page <= document.page_count:
            raise BadFileError(_NO_PAGE.format(page))
        with document.page(page - 1) as open_page:
            if open_page is None:
                raise BadFileError(_NO_PAGE.format(page))
            width, height = open_page.get_size()
            scale = min(scale, (_LARGEST / max(width * height, 1.0)) ** 0.5)
            bitmap = open_page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
            try:
                return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()


def page_sizes(data: bytes, source: str = _NAME) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page as it is shown, in points; raises `BadFileError` for what is no PDF."""
    with opened(data, source) as document:
        return document.sizes()
