"""The text of a docx as it is read: paragraphs and tables of a body, a cell or a text box, in their order.

Tracked insertions are read and deletions are not; content controls and text boxes are read where they stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element
"""An element of a document, as python-docx holds it."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_GONE = frozenset(tag for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "rt") for tag in (_WORD + name,)) | {
    _COMPATIBILITY + "Fallback"  # what a text box holds a second time, for old programs
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and its own text; `open` when a tracked deletion joins it with the next."""

    element: Element
    text: str
    open: bool = False


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
    text = "".join(_pieces(element, boxes))
    properties = element.find(_WORD + "pPr")
    mark = None if properties is None else properties.find(_WORD + "rPr")
    yield Paragraph(element, text, open=mark is not None and mark.find(_WORD + "del") is not None)
    for box in boxes:
        yield from blocks(box)


def _pieces(element: Element, boxes: list[Element]) -> Iterator[str]:
    """Yield what the runs of a paragraph say; boxes anchored in them are put aside."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _GONE:
            continue
        name = child.tag.removeprefix(_WORD)
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "br":
            yield "\n" if value(child, "type") in {"", "textWrapping"} else ""
        elif name == "sym":
            yield _symbol(value(child, "char"))
        elif name != "r" or not switched(child.find(_WORD + "rPr"), "vanish"):
            yield from _pieces(child, boxes)


def _symbol(code: str) -> str:
    """Return the character of a symbol; those of symbol fonts have no meaning beyond their font."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    return chr(point) if 32 <= point < 0xD800 else ""
