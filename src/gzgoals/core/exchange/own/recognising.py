"""Our own files among foreign ones: told by the headers of their sheets, never by their names.

A workbook says all twice: in the official sheet, which is signed, and in the flat ones, which say more. As long as the
official one still stands as it was written, or says the same, the flat ones are read; once someone has worked in it,
the workbook is read as any other that holds both, and what differs becomes a doubt.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from gzgoals.core.exchange.draft import Draft
from gzgoals.core.exchange.own.columns import INDICATOR_SHEET, OFFICIAL_SHEET, PROJECT_SHEET, Kind, kind_of
from gzgoals.core.exchange.own.official_sheet import official_cells
from gzgoals.core.exchange.own.reading import Head, read_sheets, read_whole
from gzgoals.core.exchange.printed.radicals import without_radicals
from gzgoals.core.exchange.source import Grid
from gzgoals.core.table import DEFAULT_SCHEME

MARK = "gzgoals"
"""The property of a workbook that holds the digest of its official sheet as it was written."""

_DEPARTMENT = "部门名称："
_YEAR = re.compile(r"预算年度\s*[:：]\s*([1-9][0-9]{3})(?![0-9])")
_SCHEME = re.compile(r"编码字典\s*[:：]\s*(.+)", re.DOTALL)

_UNREAD = re.compile("[\\0-\\x1f\\x7f\ufeff\u200b\ud800-\udfff]")
"""Characters that no reader of cells keeps."""


def own_draft(grids: Sequence[Grid], year: int | None) -> Draft | None:
    """Return what a file of our own says, None for any other, and for one that must be read as any other."""
    kinds = {kind: grid for grid in grids if grid.own and grid.rows and (kind := kind_of(grid.rows[0].cells))}
    if whole := kinds.get(Kind.WHOLE):
        return read_whole(whole, year) if len(grids) == 1 else None
    official = next((grid for grid in grids if grid.name == OFFICIAL_SHEET and not grid.own), None)
    named = {PROJECT_SHEET, INDICATOR_SHEET, OFFICIAL_SHEET}
    projects, indicators = kinds.get(Kind.PROJECTS), kinds.get(Kind.INDICATORS)
    if not projects or not indicators or not official or {grid.name for grid in grids} != named:
        return None
    head = _head(official, year)
    draft = read_sheets(projects, indicators, head) if head else None
    if draft is None:
        return None
    found = digest(row.cells for row in official.rows)
    same = found in (official.mark, digest(official_cells(draft.table)))
    return draft if same else None


def digest(rows: Iterable[Sequence[str]]) -> str:
    """Return what tells whether a sheet still says the same, however its rows and blanks are set."""
    text = "".join("".join(cell.split()) for row in rows for cell in row)
    return sha256(without_radicals(_UNREAD.sub("", text)).encode("utf-8", "replace")).hexdigest()


def _head(official: Grid, year: int | None) -> Head | None:
    """Return what the captions over the official sheet say: department, year and scheme, each in a cell."""
    cells = official.head or [cell for row in official.rows[1:2] for cell in row.cells]
    department = next((cell for cell in cells if cell.startswith(_DEPARTMENT)), None)
    others = [cell for cell in cells if not cell.startswith(_DEPARTMENT)]
    years = [found for cell in others if (found := _YEAR.search(cell))]
    schemes = [found for cell in others if (found := _SCHEME.search(cell))]
    if department is None or not (years or year):
        return None
    scheme = schemes[0][1] if schemes else DEFAULT_SCHEME
    return Head(year or int(years[0][1]), department.removeprefix(_DEPARTMENT), scheme)
