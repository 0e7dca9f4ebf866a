"""How the cells of a sheet look: number formats and indentation, which its bare values do not tell."""

from dataclasses import dataclass, field

Cell = tuple[int, int]
"""Row and column, counted from 0."""

INDENT = 2
"""Half-width characters that one step of a cell's indentation is taken for."""

MOST_COLUMNS = 2_000
"""Columns that a sheet may reach over; each costs as much as a row."""

MOST_CELLS = 5_000_000
"""Cells that a sheet may have up to the last that holds something; a library lays all of them out."""

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 30), "yyyy-m-d"),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), "m-d"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy-m"),
    **dict.fromkeys((18, 20, 32, 34, 55, 56), "h:mm"),
    **dict.fromkeys((19, 21, 33, 35), "h:mm:ss"),
    22: "yyyy-m-d h:mm",
    31: "yyyy-m-d",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    **dict.fromkeys((5, 6, 37, 38), "#,##0"),
    **dict.fromkeys((7, 8, 39, 40, 43, 44), "#,##0.00"),
}
"""Number formats that a file names by their number only, as a Chinese office program understands them."""


@dataclass(slots=True)
class Look:
    """What is to be known of a sheet beside its values; filled while its file is looked through.

    `formats` are the number formats of cells, `indents` half-width characters of indentation, `texts` what stands in a
    cell exactly as it is shown, where the file says so.
    """

    formats: dict[Cell, str] = field(default_factory=dict)
    indents: dict[Cell, int] = field(default_factory=dict)
    texts: dict[Cell, str] = field(default_factory=dict)
    _extent: tuple[int, int, int, int] | None = None

    def reach(self, row: int, column: int) -> None:
        """Note that the cell holds something."""
        if self._extent is None:
            self._extent = (row, column, row, column)
            return
        top, left, bottom, right = self._extent
        if not (top <= row <= bottom and left <= column <= right):
            self._extent = (min(top, row), min(left, column), max(bottom, row), max(right, column))

    @property
    def extent(self) -> tuple[int, int, int, int]:
        """First row and column and last row and column that hold something; all 0 when nothing does."""
        return self._extent or (0, 0, 0, 0)

    @property
    def too_wide(self) -> bool:
        """Whether the rectangle around all contents is larger than can be laid out."""
        top, left, bottom, right = self.extent
        return top < 0 or left < 0 or right >= MOST_COLUMNS or (bottom + 1) * (right + 1) > MOST_CELLS
