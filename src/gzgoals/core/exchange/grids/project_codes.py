"""Sheets that name their projects by code alone, given the names that another sheet of the file has for the codes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gzgoals.core.exchange.grids.captions import Part, plain
from gzgoals.core.exchange.grids.cells import name_in
from gzgoals.core.exchange.grids.columns import Columns
from gzgoals.core.exchange.grids.sections import Section, sections_of
from gzgoals.core.exchange.source import Grid, GridRow

_CODES = ("项目编码", "项目代码", "项目编号")


def with_names(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Return the grids with names in place of codes where a header has a project's code and no name.

    A code that no other sheet knows stays as it is, so that its indicators are not lost.
    """
    coded = [(grid, [each for each in _sections(grid) if _code(each.columns) >= 0]) for grid in grids]
    names = {code: name for _, sections in coded for section in sections for code, name in _known(section)}
    if not names:
        return tuple(grids)
    return tuple(_named(grid, sections, names) for grid, sections in coded)


def _sections(grid: Grid) -> Sequence[Section]:
    return (
        sections_of(grid)
        if any("项目" in cell and plain(cell) in _CODES for row in grid.rows for cell in row.cells)
        else ()
    )


def _code(columns: Columns) -> int:
    return next((place for place, caption in columns.others.items() if plain(caption) in _CODES), -1)


def _known(section: Section) -> Iterator[tuple[str, str]]:
    code, name = _code(section.columns), section.columns.at(Part.NAME)
    for row in section.body:
        if row.cell(code).strip() and row.cell(name).strip():
            yield row.cell(code).strip(), name_in(row.cell(name))


def _named(grid: Grid, sections: Sequence[Section], names: dict[str, str]) -> Grid:
    rows = list(grid.rows)
    for section in sections:
        if section.columns.has(Part.NAME) or not section.columns.of_indicators:
            continue
        place = _code(section.columns)
        for at in range(section.columns.begin, section.end):
            text = rows[at].cell(place).strip()
            name = Part.NAME.value if plain(text) in _CODES else names.get(text, text)
            rows[at] = _with_cell(rows[at], place, name)
    return replace(grid, rows=tuple(rows))


def _with_cell(row: GridRow, place: int, text: str) -> GridRow:
    return replace(row, cells=(*row.cells[:place], text, *row.cells[place + 1 :])) if place < len(row.cells) else row
