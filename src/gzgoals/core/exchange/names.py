"""What the name of a file claims that it is, where its content is something else."""

from enum import Enum
from pathlib import PurePath

from gzgoals.core.exchange.draft import Doubt
from gzgoals.core.exchange.source import NOWHERE
from gzgoals.core.table import TABLE


class Content(Enum):
    """What a file is, in the officer's words, as they follow others: with a blank between Chinese and Latin."""

    WORKBOOK = " Excel 工作簿"
    DOCUMENT = " Word 文档"
    PDF = " PDF 文件"
    TEXT = "文本文件"
    PAGE = "网页"


_CLAIMED = {
    Content.WORKBOOK: (".xlsx", ".xls", ".xlsm", ".xltx", ".et", ".ods"),
    Content.DOCUMENT: (".docx", ".doc", ".wps"),
    Content.PDF: (".pdf",),
    Content.TEXT: (".txt", ".csv", ".tsv"),
    Content.PAGE: (".html", ".htm", ".xml"),
}
_BY_SUFFIX = {suffix: content for content, suffixes in _CLAIMED.items() for suffix in suffixes}
_USUAL = {Content.WORKBOOK, Content.DOCUMENT}
"""What budget systems name a page, which Excel and Word open as their own."""


def claimed_instead(source: str, content: Content) -> Content | None:
    """Return what the name `source` claims a file to be that is `content`; None where it claims nothing else."""
    claimed = _BY_SUFFIX.get(PurePath(source).suffix.lower())
    return None if claimed is content or (content is Content.PAGE and claimed in _USUAL) else claimed


def misnamed(source: str, content: Content) -> tuple[Doubt, ...]:
    """Return the doubt whether the right file was chosen, none where its name says what it is."""
    if claimed_instead(source, content) is None:
        return ()
    suffix = PurePath(source).suffix
    return (Doubt(NOWHERE, TABLE, f"已按{content.value}读入", f"文件名却以 {suffix} 结尾，请核对是否选对了文件"),)
