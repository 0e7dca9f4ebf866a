"""The text of a docx as it is read: paragraphs and tables of a body, a cell or a text box, in their order.

Tracked insertions are read and deletions are not; content controls and text boxes are read where they stand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml.etree import _Element

from gzgoals.core.exchange.own.control_characters import SYMBOLS
from gzgoals.core.exchange.source import StyledPart

Element: TypeAlias = _Element
"""An element of a document, as python-docx holds it."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_RUN, _RUN_PROPERTIES, _RUN_STYLE, _BOX = (_WORD + name for name in ("r", "rPr", "rStyle", "txbxContent"))
_GONE = frozenset(tag for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "rt") for tag in (_WORD + name,)) | {
    _COMPATIBILITY + "Fallback"  # what a text box holds a second time, for old programs
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its own text in pieces of one style; `open` when a tracked deletion joins it with the next."""

    element: Element
    pieces: tuple[StyledPart, ...]
    open: bool = False

    @property
    def text(self) -> str:
        """The text."""
        return "".join(piece.text for piece in self.pieces)


def word(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return _WORD + name


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element, nothing where either is missing."""
    return "" if element is None else element.get(_WORD + name) or ""


def switched(parent: Element | None, name: str) -> bool:
    """Tell whether a property that is on or off stands among the properties and is on."""
    found = None if parent is None else parent.find(_WORD + name)
    return found is not None and value(found).lower() not in {"0", "false", "off"}


def number(text: str) -> int:
    """Return a whole number, 0 for what is none."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return 0


def blocks(parent: Element) -> Iterator[Paragraph | Element]:
    """Yield the paragraphs of a body, cell or box, and its tables as elements, in their order."""
    for child in parent:
        if child.tag == _WORD + "p":
            yield from _paragraph(child)
        elif child.tag == _WORD + "tbl":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _GONE:
            yield from blocks(child)  # content controls, insertions, custom markup


def _paragraph(element: Element) -> Iterator[Paragraph | Element]:
    boxes: list[Element] = []
    pieces = tuple(_pieces(element, boxes, ""))
    properties = element.find(_WORD + "pPr")
    mark = None if properties is None else properties.find(_WORD + "rPr")
    yield Paragraph(element, pieces, open=mark is not None and mark.find(_WORD + "del") is not None)
    for box in boxes:
        yield from blocks(box)


def _pieces(element: Element, boxes: list[Element], style: str) -> Iterator[StyledPart]:
    """Yield what the runs of a paragraph say, with the id of their style; boxes anchored in them are put aside."""
    for child in element:
        tag = child.tag
        if tag in _TEXTS:
            yield StyledPart(style, _TEXTS[tag](child))
        elif tag in _GONE or not isinstance(tag, str):
            continue
        elif tag == _BOX:
            boxes.append(child)
        elif tag == _RUN:
            properties = child.find(_RUN_PROPERTIES)
            if properties is None:
                yield from _pieces(child, boxes, "")
            elif not switched(properties, "vanish"):
                yield from _pieces(child, boxes, value(properties.find(_RUN_STYLE)))
        else:
            yield from _pieces(child, boxes, style)


def _break(element: Element) -> str:
    return "\n" if value(element, "type") in {"", "textWrapping"} else ""


def _symbol(element: Element) -> str:
    """Return the character of a symbol; those of symbol fonts have no meaning beyond their font.

    Where such a font has no character, our own documents keep those that no markup can hold.
    """
    try:
        point = int(value(element, "char"), 16)
    except ValueError:
        return ""
    if SYMBOLS <= point < SYMBOLS + 32:
        return chr(point - SYMBOLS)
    return chr(point) if 32 <= point < 0xD800 else ""


_TEXTS: dict[object, Callable[[Element], str]] = {
    word("t"): lambda element: element.text or "",
    word("tab"): lambda _: "\t",
    word("ptab"): lambda _: "\t",
    word("cr"): lambda _: "\n",
    word("br"): _break,
    word("noBreakHyphen"): lambda _: "-",
    word("softHyphen"): lambda _: "",
    word("sym"): _symbol,
}
"""What an element in a run says."""
