"""The parts of an xlsx looked through as streams: how its cells look, and how far they reach."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from gzgoals.core.exchange.office.looks import BUILT_IN, INDENT, Look
from gzgoals.core.exchange.office.packages import Package, broken, packed, too_wide

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_STRINGS = "xl/sharedStrings.xml"
_NEEDED = (_WORKBOOK, _RELATIONS)
_USEFUL = ("[Content_Types].xml", "_rels/.rels", _STYLES, _STRINGS)
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_COUNT = re.compile(rb"""[cC]ount\s*=\s*["']\s*(\d+)""")
_MOST_INDENT = 250
_LEFT = frozenset({"", "general", "left", "distributed"})

Attributes = Mapping[str, str]
Started = Callable[[str, Attributes], None]
Ended = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Style:
    format: str = ""
    indent: int = 0


def xlsx_looks(data: bytes, source: str) -> tuple[bytes, tuple[Look, ...]]:
    """Return the workbook with only what its values stand in, and how each of its sheets looks, in their order.

    Raises `BadFileError` for a file that is not whole, or whose cells reach too far to be laid out.
    """
    package = Package(data, source)
    try:
        parts = {name: package.part(name) for name in _NEEDED}
        parts |= {name: package.part(name) for name in _USEFUL if name in package}
        styles = _styles(parts.get(_STYLES))
        looks = []
        for path in _sheet_paths(parts[_WORKBOOK], parts[_RELATIONS]):
            if path not in package:
                looks.append(Look())
                continue
            parts[path] = package.part(path)
            looks.append(_SheetLook(styles).read(parts[path]))
    except (ExpatError, ValueError, LookupError) as error:
        raise broken(source) from error
    whole = sum(map(len, parts.values()))
    if any(_overcounts(part, whole if name == _STRINGS else len(part)) for name, part in parts.items()):
        raise broken(source)
    if any(look.too_wide for look in looks):
        raise too_wide(source)
    return packed(parts), tuple(looks)


def _overcounts(part: bytes, room: int) -> bool:
    """Tell whether a part claims more elements than there are bytes; memory would be taken for all of them.

    Shared strings count the cells that they are shared by, in all sheets.
    """
    most = len(str(room))
    return any(len(count) > most or int(count) > room for count in _COUNT.findall(part))


def _parse(data: bytes, started: Started, ended: Ended | None = None) -> None:
    """Call `started` and `ended` with the elements of a part, their names without prefixes."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: started(name.rpartition(":")[2], attributes)
    if ended:
        parser.EndElementHandler = lambda name: ended(name.rpartition(":")[2])
    parser.Parse(data, True)


def _sheet_paths(workbook: bytes, relations: bytes) -> list[str]:
    targets: dict[str, str] = {}
    ids: list[str] = []

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            targets[attributes.get("Id", "")] = posixpath.normpath(path)

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            ids.append(next((value for key, value in attributes.items() if key.endswith(":id")), ""))

    _parse(relations, relation)
    _parse(workbook, sheet)
    return [targets.get(each, "") for each in ids]


def _styles(data: bytes | None) -> list[_Style]:
    codes: dict[int, str] = dict(BUILT_IN)
    formats: list[int] = []
    indents: list[int] = []
    inside = False

    def started(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name == "numFmt" and "numFmtId" in attributes:
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif inside and name == "xf":
            formats.append(int(attributes.get("numFmtId", "0")))
            indents.append(0)
        elif inside and indents and name == "alignment" and attributes.get("horizontal", "") in _LEFT:
            indents[-1] = min(int(attributes.get("indent", "0")), _MOST_INDENT)

    def ended(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    if data:
        _parse(data, started, ended)
    return [_Style(codes.get(number, ""), indent * INDENT) for number, indent in zip(formats, indents, strict=True)]


@dataclass(slots=True)
class _SheetLook:
    """A sheet's cells met one by one; what has no reference stands right of the one before."""

    styles: list[_Style]
    look: Look = field(default_factory=Look)
    _row: int = -1
    _column: int = -1
    _style: _Style = field(default_factory=_Style)
    _holds: bool = False
    _error: list[str] | None = None

    def read(self, data: bytes) -> Look:
        """Return how the sheet of these bytes looks."""
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._told
        parser.Parse(data, True)
        return self.look

    def _started(self, name: str, attributes: Attributes) -> None:
        name = name.rpartition(":")[2]
        if name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "c":
            self._place(attributes.get("r"))
            style = int(attributes.get("s", "0"))
            self._style = self.styles[style] if 0 <= style < len(self.styles) else _Style()
            self._holds = False
            self._error = [] if attributes.get("t") == "e" else None
        elif name in {"v", "is"}:
            self._holds = True

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        found = _REFERENCE.fullmatch(reference.upper())
        if not found:
            raise ValueError(reference)
        self._row, self._column = int(found[2]) - 1, -1
        for letter in found[1]:
            self._column = (self._column + 1) * 26 + ord(letter) - ord("A")

    def _told(self, text: str) -> None:
        if self._error is not None and self._holds:
            self._error.append(text)

    def _ended(self, name: str) -> None:
        if name.rpartition(":")[2] != "c" or not self._holds:
            return
        cell = (self._row, self._column)
        self.look.reach(*cell)
        if self._style.format:
            self.look.formats[cell] = self._style.format
        if self._style.indent:
            self.look.indents[cell] = self._style.indent
        if self._error is not None:
            self.look.texts[cell] = "".join(self._error).strip()
            self._error = None
