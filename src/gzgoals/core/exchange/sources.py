"""Which reader a foreign file is for, told by how its bytes begin."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Draft, Report
from gzgoals.core.exchange.grids.official import official_rows
from gzgoals.core.exchange.grids.official_draft import official_draft
from gzgoals.core.exchange.source import Source
from gzgoals.core.exchange.text.reader import read_text

_UNREAD_KINDS = (
    (b"PK\x03\x04", "是 Office 文档或压缩包"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "是旧版 Office 文档"),
)

_PDF = b"%PDF-"
_SEARCHED = 1024
_NO_TABLE = (
    "“{}”中没有找到项目支出绩效目标表，请确认选对了文件；"
    "若表格确在其中，请打开后复制表格的全部文字，另存为文本文件（.txt）再导入。"
)


def read_source(data: bytes, source: str, year: int | None = None, report: Report | None = None) -> Draft:
    """Return what a foreign file's bytes say; `source` is its name for messages, `year` the budget year if known.

    `report` is told of the progress where a file has several pages. Raises `BadFileError` for a kind of file that there
    is no reader for, or one that its reader cannot use.
    """
    if _PDF in data[:_SEARCHED]:
        return _read_pdf(data, source, year, report)
    for beginning, kind in _UNREAD_KINDS:
        if data.startswith(beginning):
            raise BadFileError(
                f"“{source}”{kind}，暂不能直接导入，请打开后复制全部文字，另存为文本文件（.txt）再导入。"
            )
    if report:
        report(0, 1)
    return read_text(data, source, year)


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep the garbage collector from looking at all that is being built again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_pdf(data: bytes, source: str, year: int | None, report: Report | None) -> Draft:
    """Read a PDF by the rules of its tables or, where there are none of this table, by its text."""
    from gzgoals.core.exchange.pdf.reader import page_count, pdf_text, read_pdf_grids

    with _collection_paused():
        grids = read_pdf_grids(data, source, report)
        tables = [table for grid in grids if (table := official_rows(grid)) is not None and table.rows]
        if tables:
            draft = official_draft(tables, source, year)
            return replace(draft, source=Source(pdf=data, page_count=page_count(data, source)))
    try:
        text = pdf_text(data, source)
        return read_text(text.encode(), source, year)
    except BadFileError as error:
        raise BadFileError(_NO_TABLE.format(source)) from error
