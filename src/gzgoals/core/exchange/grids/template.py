"""Indicator templates and forms of one project: rows of indicators below what names the project, if anything does."""

import re
from collections.abc import Iterator, Sequence

from gzgoals.core.exchange.grids.captions import PARTS_OF_MONEY, Part
from gzgoals.core.exchange.grids.columns import Columns
from gzgoals.core.exchange.grids.form_facts import Facts, facts_of, names_project
from gzgoals.core.exchange.grids.indicator_rows import indicators_of, says_indicator, says_level, says_nothing
from gzgoals.core.exchange.grids.pieces import Gathering, Piece, Remark
from gzgoals.core.exchange.grids.row_money import completed
from gzgoals.core.exchange.grids.sections import Section, is_note, is_title_row
from gzgoals.core.exchange.printed.wording import TOTAL_NAMES, compact
from gzgoals.core.exchange.source import NOWHERE, GridRow, Spot

_SHOWN, _LONGEST_NAME = 40, 60
_ORDER = re.compile(r"^(?:[（(]?[一二三四五六七八九十]+[)）、.．]+|[0-9]+[、．])\s*")
_GENERIC = re.compile(
    r"(?:sheet|table|工作表|表格?|worksheet)\s*[0-9（()）]*|第?\s*[0-9一二三四五六七八九十]+\s*[张个]?表?",
    re.IGNORECASE,
)
_OF_TABLES = re.compile(r"(?:项目)?(?:支出)?(?:预算)?(?:绩效|指标)")
_TITLE_TAIL = re.compile(r"(?:项目支出|支出|预算)?(?:整体)?绩效.*表.*$|指标(?:模板|表).*$")
_YEAR_BEFORE = re.compile(r"^(?:19|20)\d\d年度?")


def template_gathering(section: Section, money: str, sheet: str = "", above: Sequence[str] = ()) -> Gathering:
    """Return the projects of a section whose header names none: what stands above it does, or rows that part it.

    `above` are lines over the grid, `sheet` its name; `money` is the unit of amounts where no label tells.
    """
    lines = [GridRow((line,), ()) for line in above]
    pieces, remarks = [], [_unread(row) for row in section.notes]
    for facts_rows, body in _parts(section):
        facts = facts_of([*lines, *facts_rows], money)
        name, more = (facts.name, []) if facts.name else _name(sheet, [*lines, *facts_rows], body, section.columns)
        kept, left = _parted(body, section.columns)
        remarks += [_unread(row) for row in left]
        piece = _piece(facts, name, kept, section.columns, sheet, more)
        if piece.said or facts.name:
            pieces.append(piece)
        else:
            remarks += [_unread(row) for row in facts_rows if row.spots and _heading(row, section.columns)]
    return Gathering(tuple(pieces), tuple(remarks))


def form_piece(rows: Sequence[GridRow], above: Sequence[str], money: str, sheet: str) -> Piece | None:
    """Return the project of a form without indicators, None where no label names one."""
    facts = facts_of([*(GridRow((line,), ()) for line in above), *rows], money)
    return _piece(facts, facts.name, [], None, sheet, []) if facts.name else None


def is_generic(name: str) -> bool:
    """Tell whether a sheet's name says nothing of what stands in it."""
    text = name.strip()
    return not text or bool(_GENERIC.fullmatch(text) or _OF_TABLES.search(compact(text)))


def _parts(section: Section) -> Iterator[tuple[list[GridRow], list[GridRow]]]:
    """Part rows below one header at those that name a project, each with further facts below."""
    facts = list(section.above)
    body: list[GridRow] = []
    for row in section.body:
        indicator = says_indicator(row, section.columns)
        if _heads_project(row, section.columns):
            if body:
                yield facts, body
                facts, body = [], []
            facts.append(row)
        elif body or indicator or says_level(row, section.columns) or not facts:
            body.append(row)
        else:
            facts.append(row)
    yield facts, body


def _heads_project(row: GridRow, columns: Columns) -> bool:
    """Tell whether a row names the project of those below: by a label, or as the only text in a row of its own."""
    if names_project(row):
        first = next((cell for cell in row.cells if cell.strip()), "")
        return "项目名称" in compact(first) or not (says_indicator(row, columns) and says_level(row, columns))
    return bool(_heading(row, columns))


def _heading(row: GridRow, columns: Columns) -> str:
    """Return the text of a row that holds nothing else and is neither level, sum, note nor title."""
    texts = {cell.strip() for cell in row.cells if cell.strip()}
    text = next(iter(texts)) if len(texts) == 1 else ""
    known = says_level(row, columns) or compact(text) in TOTAL_NAMES or is_note(row) or is_title_row(row)
    in_name = bool(row.cell(columns.at(Part.INDICATOR)).strip() or not text)
    return "" if known or in_name or is_generic(text) or len(text) > _LONGEST_NAME else _ORDER.sub("", text)


def _parted(body: Sequence[GridRow], columns: Columns) -> tuple[list[GridRow], list[GridRow]]:
    """Part the rows of indicators from those that say something else; titles and sums of weights say nothing."""
    kept, left = [], []
    for row in body:
        if says_nothing(row) or is_title_row(row) or any(compact(cell) in TOTAL_NAMES for cell in row.cells):
            continue
        if not is_note(row) and (says_indicator(row, columns) or says_level(row, columns)):
            kept.append(row)
        else:
            left.append(row)
    return kept, left


def _piece(
    facts: Facts, name: str, rows: Sequence[GridRow], columns: Columns | None, sheet: str, remarks: Sequence[Remark]
) -> Piece:
    spots = (*facts.spots, *(spot for row in rows for spot in row.spots))
    found = dict(facts.amounts)
    amounts = [found.get(part) for part in PARTS_OF_MONEY]
    sourced = bool(found.keys() - {Part.TOTAL})
    full, more = completed(amounts, found, spots[0] if spots else NOWHERE, name)
    if found and not sourced:
        why = "因原表没有分资金来源，请核对"
        more = (Remark(spots[0] if spots else NOWHERE, f"“{name}”的金额记入“财政拨款”", why, "funding"),)
    return Piece(
        name=name,
        unit=facts.unit,
        amounts=full if found else None,
        sourced=sourced,
        objective=facts.objective,
        indicators=indicators_of(rows, columns) if columns else (),
        spots=_reaching(spots),
        remarks=(*remarks, *facts.remarks, *more),
        sheet=sheet,
        department=facts.department,
        form=bool(facts.name),
    )


def _reaching(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return spots of a sheet as one that reaches from the first to the last."""
    if spots and not spots[0].page and not spots[0].line and spots[0].row and len({spot.sheet for spot in spots}) == 1:
        return (spots[0].until(max(spot.last or spot.row for spot in spots)),)
    if spots and spots[0].line:
        return (spots[0].until(max(spot.last or spot.line for spot in spots)),)
    return tuple(dict.fromkeys(spots))


def _name(sheet: str, above: Sequence[GridRow], body: Sequence[GridRow], columns: Columns) -> tuple[str, list[Remark]]:
    """Return a project's name where no label tells it: the sheet's, or the title's without the table's own."""
    spot = next((spot for row in (*above, *body) for spot in row.spots), NOWHERE)
    if above and above[-1].spots and (heading := _heading(above[-1], columns)):
        return heading, [Remark(spot, f"项目名称记作“{heading}”", "取自指标之上单独的一行，请核对", "name")]
    if not is_generic(sheet):
        return sheet.strip(), [Remark(spot, f"项目名称记作“{sheet.strip()}”", "取自工作表的名称，请核对", "name")]
    for row in above:
        title = next((compact(cell) for cell in row.cells if is_title_row(GridRow((cell,), ()))), "")
        name = _YEAR_BEFORE.sub("", _TITLE_TAIL.sub("", title)).strip("《》“”（）() ")
        if name and name != title and name not in ("项目", "年度"):
            return name, [Remark(spot, f"项目名称记作“{name}”", "取自表的标题，请核对", "name")]
    return "", [Remark(spot, "项目名称留空", "因原表没有写项目名称，请填写", "name")]


def _unread(row: GridRow) -> Remark:
    text = " ".join(cell.strip() for cell in row.cells if cell.strip())
    return Remark(row.spots[0] if row.spots else NOWHERE, f"“{text[:_SHOWN]}”没有读入", "因它不是一条指标")
