"""Which reader a foreign file is for, told by its content and never by its name."""

from collections.abc import Sequence
from dataclasses import replace

from gzgoals.core.collection import collection_paused
from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Draft, Report
from gzgoals.core.exchange.grids.understanding import draft_of_grids
from gzgoals.core.exchange.names import Content, misnamed
from gzgoals.core.exchange.office.kinds import OfficeKind, office_kind
from gzgoals.core.exchange.own.columns import Kind
from gzgoals.core.exchange.own.recognising import own_draft
from gzgoals.core.exchange.source import Grid, Source
from gzgoals.core.exchange.text.decoding import decoded, lines_of, shown_lines
from gzgoals.core.exchange.text.reader import read_text
from gzgoals.core.exchange.text.separated import separated_grids
from gzgoals.core.exchange.text.tabbed import tabbed_grids

_PDF = b"%PDF-"
_SEARCHED = 1024
_MOST_ROWS = 200_000
_PACKED = (OfficeKind.XLSX, OfficeKind.DOCX)
_CONTENTS = {OfficeKind.DOCX: Content.DOCUMENT, OfficeKind.MARKUP: Content.PAGE}
_BYTES_A_PACKED_ROW, _BYTES_A_ROW = 40, 300
_OWN_COMMAS = ",".join(f'"{caption}"' for caption in Kind.WHOLE.columns[:3]).encode()
_BEGINNING = 100
_TOO_LONG = "“{}”共有 {} 行，多于能够读入的 {} 行，请只保留绩效目标表所在的部分，另存后再导入。"
_NO_TABLE = (
    "“{}”中没有找到项目支出绩效目标表，请确认选对了文件；"
    "若表格确在其中，请打开后复制表格的全部文字，另存为文本文件（.txt）再导入。"
)

_WITHOUT_TABLES = {
    OfficeKind.DOCX: "“{}”中没有表格，请选择表格所在的 Word 文档；若其中的表格是图片，请先用文字识别软件转成表格。",
    OfficeKind.MARKUP: "“{}”是网页，其中没有表格，请用浏览器打开，复制表格到 Excel 中另存为 .xlsx 后再导入。",
}


def read_source(data: bytes, source: str, year: int | None = None, report: Report | None = None) -> Draft:
    """Return what a foreign file's bytes say; `source` is its name for messages, `year` the budget year if known.

    `report` is told of the progress where a file has several pages. Raises `BadFileError` for a kind of file that there
    is no reader for, or one that its reader cannot use.
    """
    kind = office_kind(data)
    content = _CONTENTS.get(kind, Content.WORKBOOK) if kind else Content.PDF if _is_pdf(data) else Content.TEXT
    with collection_paused():
        draft = _read(data, source, year, kind, report)
    return replace(draft, doubts=(*misnamed(source, content), *draft.doubts))


def _read(data: bytes, source: str, year: int | None, kind: OfficeKind | None, report: Report | None) -> Draft:
    if kind is None and _is_pdf(data):
        return _read_pdf(data, source, year, report)
    if report:
        report(0, _rows_expected(data, kind))
    return _read_office(data, source, year, kind, report) if kind else _read_text(data, source, year)


def _is_pdf(data: bytes) -> bool:
    return _PDF in data[:_SEARCHED]


def _rows_expected(data: bytes, kind: OfficeKind | None) -> int:
    """Return about how many rows will have to be read, so that whoever waits knows how patient to be."""
    if kind in _PACKED:
        return 1 + len(data) // _BYTES_A_PACKED_ROW
    return 1 + len(data) // _BYTES_A_ROW if _OWN_COMMAS in data[:_BEGINNING] else 1


def _read_office(data: bytes, source: str, year: int | None, kind: OfficeKind, report: Report | None) -> Draft:
    """Read a workbook's sheets, or the tables of a document or a page."""
    from gzgoals.core.exchange.office.documents import read_document_grids
    from gzgoals.core.exchange.office.markup import read_markup_grids
    from gzgoals.core.exchange.office.sheets import read_sheet_grids

    read = {OfficeKind.DOCX: read_document_grids, OfficeKind.MARKUP: read_markup_grids}.get(kind, read_sheet_grids)
    grids = read(data, source)
    if not grids and kind in _WITHOUT_TABLES:
        raise BadFileError(_WITHOUT_TABLES[kind].format(source))
    if (rows := sum(len(grid.rows) for grid in grids)) > _MOST_ROWS:
        raise BadFileError(_TOO_LONG.format(source, rows, _MOST_ROWS))
    if report:
        report(0, rows)
    if own := own_draft(grids, year):
        return replace(own, source=Source(grids=grids))
    return draft_of_grids(grids, source, year)


def _read_text(data: bytes, source: str, year: int | None) -> Draft:
    """Read a text by the commas or tabs between its cells or, where they make no table, as the published text."""
    if grids := separated_grids(data, source) or tabbed_grids(data, source):
        try:
            draft = own_draft(grids, year) or draft_of_grids(grids, source, year)
        except BadFileError:
            return read_text(data, source, year)
        return replace(draft, source=Source(lines=shown_lines(lines_of(decoded(data, source)))))
    return read_text(data, source, year)


def _read_pdf(data: bytes, source: str, year: int | None, report: Report | None) -> Draft:
    """Read a PDF by the rules of its tables, by their columns where there are no rules, or else by its text.

    A table without projects is taken only where no other way finds any: the rules may enclose the header alone.
    """
    from gzgoals.core.exchange.pdf.pictures import page_sizes
    from gzgoals.core.exchange.pdf.reader import pdf_text, read_own_forms, read_pdf_grids, read_unruled_grids

    shown = Source(pdf=data, page_sizes=page_sizes(data, source))
    own = read_own_forms(data, source, report)
    if own and _has_projects(own):
        return replace(own, source=shown)
    empty: Draft | None = None
    for read in (read_pdf_grids, read_unruled_grids):
        draft = _draft_of(read(data, source, report), source, year)
        if draft and _has_projects(draft):
            return replace(draft, source=shown)
        empty = empty or draft
    try:
        draft = read_text(pdf_text(data, source, report).encode(), source, year)
    except BadFileError as error:
        if empty is None:
            raise BadFileError(_NO_TABLE.format(source)) from error
        draft = empty
    return draft if _has_projects(draft) or empty is None else replace(empty, source=shown)


def _draft_of(grids: Sequence[Grid], source: str, year: int | None) -> Draft | None:
    try:
        return draft_of_grids(grids, source, year) if grids else None
    except BadFileError:
        return None  # another way may still find the table


def _has_projects(draft: Draft) -> bool:
    return any(unit.projects for unit in draft.table.units)
