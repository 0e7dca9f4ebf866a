"""A grid parted at its headers: what stands above each, the rows below it, and notes that belong to none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gzgoals.core.exchange.grids.captions import Part
from gzgoals.core.exchange.grids.columns import Columns, columns_at
from gzgoals.core.exchange.grids.form_facts import names_project
from gzgoals.core.exchange.grids.indicator_rows import says_indicator
from gzgoals.core.exchange.source import Grid, GridRow

_TITLE = re.compile(
    r"(?:绩效(?:目标)?(?:申报|批复|指标)?|项目支出|支出项目).{0,12}(?:表|模板)|.{0,30}绩效.{0,8}(?:表|模板)(?:[（(].*[)）])?"
)
_NOTE = re.compile(
    r"^(?:注\s*[:：、0-9]|备\s*注|说\s*明|附\s*注|填\s*表|制\s*表|审\s*核|单位负责人|填报人|联系人|经办人|复核)"
)
_ONLY_YEAR = re.compile(r"[（(]?(?:19|20)\d\d年?度?[)）]?")
_LONGEST_TITLE = 60
_FOOT_CELLS = 8


@dataclass(frozen=True, slots=True)
class Section:
    """A header with the rows above it that no other header has, and those below; `notes` follow, up to row `end`."""

    columns: Columns
    above: tuple[GridRow, ...]
    body: tuple[GridRow, ...]
    notes: tuple[GridRow, ...] = ()
    end: int = 0


def sections_of(grid: Grid) -> list[Section]:
    """Return the parts of a grid, each with its header; a header that a new page repeats begins none."""
    rows = grid.rows
    found: list[Section] = []
    place, begin = 0, 0
    while place < len(rows):
        columns = columns_at(rows, place)
        if columns is None:
            place += 1
            continue
        end = _end(rows, columns)
        body, notes = _parted(rows[columns.end : end], columns)
        above = rows[begin : columns.begin]
        if found and _same_page(found[-1], columns, above):
            last = found[-1]
            found[-1] = Section(last.columns, last.above, (*last.body, *body), (*last.notes, *notes), end)
        else:
            found.append(Section(columns, tuple(above), tuple(body), tuple(notes), end))
        place = begin = end
    return found


def rows_left(grid: Grid, sections: Sequence[Section]) -> tuple[GridRow, ...]:
    """Return the rows below the last section, which a form without indicators may be."""
    return grid.rows[sections[-1].end :] if sections else grid.rows


def is_title_row(row: GridRow) -> bool:
    """Tell whether a row is a title: one text that names such a table, or only its year."""
    texts = {"".join(cell.split()) for cell in row.cells if cell.strip()}
    text = next(iter(texts)) if len(texts) == 1 else ""
    return 0 < len(text) <= _LONGEST_TITLE and bool(_TITLE.search(text) or _ONLY_YEAR.fullmatch(text))


def is_note(row: GridRow) -> bool:
    """Tell whether a row is a note below a table, or the line of those who filled it in."""
    texts = [cell.strip() for cell in row.cells if cell.strip()]
    return bool(texts) and _NOTE.match(texts[0]) is not None and (len(set(texts)) == 1 or len(texts) <= _FOOT_CELLS)


def _end(rows: Sequence[GridRow], columns: Columns) -> int:
    """Return where the rows below a header end: where a form's or a title's first row stands, or another header."""
    for place in range(columns.end, len(rows)):
        row = rows[place]
        if columns.repeats(row):
            continue
        if is_title_row(row) or (columns.of_indicators and _begins_form(row, columns)):
            if not columns.has(Part.NAME) and not _header_follows(rows, place, columns):
                continue  # only parts the rows below one header into projects
            return place
        if place > columns.end and columns_at(rows, place):
            return place
    return len(rows)


def _header_follows(rows: Sequence[GridRow], begin: int, columns: Columns) -> bool:
    """Tell whether a header of its own stands below a form's first row, before the next form begins."""
    for place in range(begin + 1, len(rows)):
        if columns.repeats(rows[place]) or columns_at(rows, place):
            return True
        if names_project(rows[place]) and any(says_indicator(row, columns) for row in rows[begin + 1 : place]):
            return False
    return not any(says_indicator(row, columns) for row in rows[begin + 1 :])


def _begins_form(row: GridRow, columns: Columns) -> bool:
    return names_project(row) and not columns.repeats(row)


def _same_page(last: Section, columns: Columns, above: Sequence[GridRow]) -> bool:
    """Tell whether a header only repeats the one before: nothing but titles and captions stand between them."""
    return columns.texts == last.columns.texts and not any(map(names_project, above))


def _parted(rows: Sequence[GridRow], columns: Columns) -> tuple[list[GridRow], list[GridRow]]:
    body = [row for row in rows if any(map(str.strip, row.cells)) and not columns.repeats(row)]
    end = len(body)
    while end and is_note(body[end - 1]):
        end -= 1
    return body[:end], body[end:]
