"""Which reader a foreign file is for, told by how its bytes begin."""

from gzgoals.core.errors import BadFileError
from gzgoals.core.exchange.draft import Draft, Report
from gzgoals.core.exchange.text.reader import read_text

_UNREAD_KINDS = (
    (b"%PDF-", "是 PDF 文件"),
    (b"PK\x03\x04", "是 Office 文档或压缩包"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "是旧版 Office 文档"),
)


def read_source(data: bytes, source: str, year: int | None = None, report: Report | None = None) -> Draft:
    """Return what a foreign file's bytes say; `source` is its name for messages, `year` the budget year if known.

    `report` is told of the progress where a file has several pages. Raises `BadFileError` for a kind of file that there
    is no reader for, or one that its reader cannot use.
    """
    for beginning, kind in _UNREAD_KINDS:
        if data.startswith(beginning):
            raise BadFileError(
                f"“{source}”{kind}，暂不能直接导入，请打开后复制全部文字，另存为文本文件（.txt）再导入。"
            )
    if report:
        report(0, 1)
    return read_text(data, source, year)
