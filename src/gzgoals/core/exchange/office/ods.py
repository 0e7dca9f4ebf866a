"""The sheets of an ods file as grids: its cells hold, beside their values, the text that is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from xml.parsers.expat import ExpatError, ParserCreate

from gzgoals.core.exchange.office.looks import INDENT, Look
from gzgoals.core.exchange.office.number_formats import formatted, moment_text
from gzgoals.core.exchange.office.packages import Package, broken, too_wide
from gzgoals.core.exchange.office.sheet_rows import grid_rows
from gzgoals.core.exchange.source import Grid

_NUMBER = re.compile(r"[-−]?[¥￥$]?\s*[-−]?[\d,\s]*\d(?:\.(\d+))?\s*%?")
_LENGTH = re.compile(r"([\d.]+)(mm|cm|in|pt|pc|px)")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_STEP = 10.0  # points of margin that office programs write for a step of indentation
_MOST = 1 << 20
_MOST_BLANKS = 1000
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_ASIDE = frozenset({"office:annotation", "table:shapes", "draw:frame", "text:ruby-text", "table:tracked-changes"})
_DURATION = re.compile(r"(-?)PT(\d{1,9})H(\d{1,9})M(\d{1,9})(?:[.,]\d*)?S")

Attributes = Mapping[str, str]


def read_ods_grids(data: bytes, source: str) -> tuple[Grid, ...]:
    """Return the sheets of an ods file that hold something, those that are shown first.

    Raises `BadFileError` for a file that is not whole, or whose cells reach too far.
    """
    content = Package(data, source).part("content.xml")
    reader = _Reader()
    try:
        reader.read(content)
    except (ExpatError, ValueError, LookupError) as error:
        raise broken(source) from error
    if any(sheet.look.too_wide for sheet in reader.sheets):
        raise too_wide(source)
    grids = (replace(sheet.grid(reader.indents), hidden=sheet.style in reader.hidden) for sheet in reader.sheets)
    return tuple(sorted((grid for grid in grids if grid.rows), key=lambda grid: grid.hidden))


@dataclass(slots=True)
class _Cell:
    attributes: Attributes
    covered: bool
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is seen in the cell, exact to two decimals where fewer are shown."""
        shown = "\n".join(self.paragraphs)
        if self.covered or not shown:
            return ""
        kind = self.attributes.get("office:value-type", "")
        if kind in {"float", "currency", "percentage"}:
            return _exact(float(self.attributes.get("office:value", "nan")), shown)
        if kind == "date":
            return _date(self.attributes.get("office:date-value", ""), shown)
        if kind == "time":
            return _duration(self.attributes.get("office:time-value", ""), shown)
        return shown


@dataclass(slots=True)
class _Sheet:
    name: str
    style: str
    look: Look = field(default_factory=Look)
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    styles: dict[tuple[int, int], str] = field(default_factory=dict)
    row: int = 0
    repeated: int = 1
    column: int = 0
    row_style: dict[int, str] = field(default_factory=dict)

    def put(self, cell: _Cell) -> None:
        """Put a cell where the row has come to, as often as it is repeated."""
        times = _times(cell.attributes, "table:number-columns-repeated")
        if text := cell.text:
            right = self.column + times - 1
            self.look.reach(self.row, self.column)
            self.look.reach(self.row + self.repeated - 1, right)
            if not self.look.too_wide:
                self._write(text, cell.attributes.get("table:style-name", ""), right)
        self.column = min(self.column + times, _MOST)

    def _write(self, text: str, style: str, right: int) -> None:
        for row in range(self.row, self.row + self.repeated):
            for column in range(self.column, right + 1):
                self.rows.setdefault(row, {})[column] = text
                if style:
                    self.styles[row, column] = style

    def grid(self, indents: Mapping[str, int]) -> Grid:
        """Return the sheet; `indents` are those of the styles of cells."""
        rows: list[tuple[int, list[str]]] = []
        for row in sorted(self.rows):
            if rows and row > rows[-1][0] + 1:
                rows.append((row - 1, [""]))
            texts = self.rows[row]
            rows.append((row, [texts.get(column, "") for column in range(max(texts) + 1)]))
        steps = {cell: indents[style] for cell, style in self.styles.items() if style in indents}
        return Grid(grid_rows(rows, steps, self.name), self.name)


class _Reader:
    """The content of an ods met element by element."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self.indents: dict[str, int] = {}
        self.hidden: set[str] = set()
        self._style = ""
        self._cell: _Cell | None = None
        self._paragraph: list[str] | None = None
        self._aside = 0

    def read(self, data: bytes) -> None:
        """Read the whole content; raises `ExpatError` or `ValueError` where it is not what it should be."""
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._told
        parser.Parse(data, True)

    def _started(self, name: str, attributes: Attributes) -> None:
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif name.startswith("style:"):
            self._styled(name, attributes)
        elif name == "table:table":
            self.sheets.append(_Sheet(attributes.get("table:name", ""), attributes.get("table:style-name", "")))
        elif self.sheets and name == "table:table-row":
            self.sheets[-1].repeated = _times(attributes, "table:number-rows-repeated")
            self.sheets[-1].column = 0
        elif name in _CELLS:
            self._cell = _Cell(attributes, covered=name != "table:table-cell")
        elif name.startswith("text:") and self._cell:
            self._texted(name, attributes)

    def _styled(self, name: str, attributes: Attributes) -> None:
        if name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden.add(self._style)
        elif name == "style:paragraph-properties" and attributes.get("fo:text-align", "start") in {"start", "left"}:
            found = _LENGTH.fullmatch(attributes.get("fo:margin-left", ""))
            if found and (steps := round(float(found[1]) * _POINTS[found[2]] / _STEP)):
                self.indents[self._style] = steps * INDENT

    def _texted(self, name: str, attributes: Attributes) -> None:
        if name == "text:p":
            self._paragraph = []
        elif self._paragraph is not None and name == "text:s":
            self._paragraph.append(" " * min(_times(attributes, "text:c"), _MOST_BLANKS))
        elif self._paragraph is not None and name in {"text:tab", "text:line-break"}:
            self._paragraph.append("\t" if name == "text:tab" else "\n")

    def _told(self, text: str) -> None:
        if self._paragraph is not None and not self._aside:
            self._paragraph.append(text)

    def _ended(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif name == "text:p" and self._cell and self._paragraph is not None:
            self._cell.paragraphs.append("".join(self._paragraph))
            self._paragraph = None
        elif name in _CELLS and self._cell and self.sheets:
            self.sheets[-1].put(self._cell)
            self._cell = None
        elif name == "table:table-row" and self.sheets:
            sheet = self.sheets[-1]
            sheet.row = min(sheet.row + sheet.repeated, _MOST)


def _times(attributes: Attributes, name: str) -> int:
    """Return how often something is repeated, never more than a sheet can have."""
    return max(1, min(int(attributes.get(name, "1")), _MOST))


def _exact(number: float, shown: str) -> str:
    """Return a number as it is shown, exact where only its decimals are cut; what has other text stays as shown."""
    found = _NUMBER.fullmatch(shown.strip())
    if not found or number != number:  # noqa: PLR0124
        return shown
    return formatted(number, f"0.{'0' * len(found[1] or '')}{'%' if shown.rstrip().endswith('%') else ''}")


def _date(value: str, shown: str) -> str:
    """Return a date in Chinese, as much of it as is shown."""
    if any(letter in shown for letter in "年月日"):
        return shown
    try:
        moment = datetime.fromisoformat(value[:26])
    except ValueError:
        return shown
    numbers = re.findall(r"\d+", shown.partition(" ")[0])
    in_part = "yyyy-m" if str(moment.year) in numbers else "m-d"
    return moment_text(moment, in_part if len(numbers) == 2 else "yyyy-m-d")


def _duration(value: str, shown: str) -> str:
    found = _DURATION.fullmatch(value)
    if not found or found[1]:
        return shown
    return moment_text(timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4])))
