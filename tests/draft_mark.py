"""Whether a page is seen to be marked as a draft: the mark is no text, but a large grey shape."""

import pypdfium2

_FAINT = 0xE9
_LARGE = 5000


def is_draft(pdf: bytes) -> bool:
    """Tell whether the first page is marked: so many pixels of its grey have no letters' edges."""
    picture = pypdfium2.PdfDocument(pdf)[0].render().to_pil().convert("L")
    return int(picture.histogram()[_FAINT]) > _LARGE
